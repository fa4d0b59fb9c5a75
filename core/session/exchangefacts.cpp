// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/exchangefacts.h"

#include "core/codec/objectreader.h"

namespace caseward::session {

std::string encodeExchangeFacts(const ExchangeFacts &facts)
{
    codec::Json::Array references;
    for (const std::string &reference : facts.references)
        references.emplace_back(reference);
    codec::Json::Object json;
    json["office"] = facts.office;
    json["person"] = facts.person;
    json["purpose"] = facts.purpose;
    json["file"] = facts.file;
    json["references"] = std::move(references);
    json["outcome"] = facts.outcome;
    return codec::canonicalJson(codec::Json(std::move(json)));
}

ExchangeFacts decodeExchangeFacts(const std::string &text)
{
    ExchangeFacts facts;
    const auto json = codec::parseCanonicalJson(viewOf(text));
    if (json.ok()) {
        codec::ObjectReader reader(*json, "exchange register");
        facts.office = reader.text("office");
        facts.person = reader.text("person");
        facts.purpose = reader.text("purpose");
        facts.file = reader.text("file");
        facts.references = reader.texts("references");
        facts.outcome = reader.text("outcome");
        if (reader.finish().ok())
            return facts;
    }
    facts.outcome = "damaged";
    return facts;
}

} // namespace caseward::session
