// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/model/description.h"

namespace caseward::ctl {
// What is not said stays as it is; an empty word takes it back. The bytes, the name and the pages never change.
Command documentDescribe()
{
    return {"document describe", "", "correct what is said of a document: title, kind, source, agency, date, exhibit, marking, custody",
            {caseOption(), {"document", "document", "id, title, exhibit or file name"}, {"title", "text", "title"},
             {"kind", "kind", "questionnaire, report-of-investigation, credit-report, court-record, letter, email, …"}, {"source", "text", "who gave it"},
             {"agency", "text", "whose record it is"}, {"date", "day", "YYYY-MM-DD"}, {"exhibit", "text", "exhibit number"},
             {"marking", "text", "portion mark"}, {"custody", "text", "how it came here"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const model::DocumentAdded facts = TRY(call.document());
                model::DocumentDescribed said = model::descriptionOf(facts);
                for (const auto &[option, field] : {std::pair{"title", &said.title}, std::pair{"source", &said.source}, std::pair{"agency", &said.agency},
                                                    std::pair{"date", &said.date}, std::pair{"exhibit", &said.exhibit}, std::pair{"marking", &said.marking},
                                                    std::pair{"custody", &said.custody}})
                    if (call.has(option))
                        *field = call.option(option);
                if (call.has("kind"))
                    said.kind = TRY(model::parseDocumentKind(call.option("kind")));
                const auto dossier = TRY(session.record(id, said));
                return Reply{{{"document", Json(facts.document.text())}, {"entries", Json(dossier->size)}}, "described: " + said.title};
            }};
}

} // namespace caseward::ctl
