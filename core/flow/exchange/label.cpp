// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/exchange/label.h"

#include "core/codec/objectreader.h"

#include <algorithm>
#include <cstdio>

namespace caseward::flow {

namespace {

using codec::Json;

constexpr const char *labelFormat = "caseward-bundle/1";
constexpr const char *manifestFormat = "caseward-manifest/1";
constexpr std::int64_t anyNumber = std::int64_t(1) << 53;

Result<Party> decodeParty(const Json &json, bool recipient)
{
    codec::ObjectReader reader(json, recipient ? "label.json: to" : "label.json: from");
    Party party;
    party.office = reader.text("office");
    party.certificate = reader.digest("certificate");
    if (recipient) {
        party.lane = static_cast<std::uint64_t>(reader.integer("lane", 1, anyNumber));
        party.previous = reader.text("previous");
    }
    TRY(reader.finish());
    if (!party.previous.empty())
        TRY(Digest::parseHex(party.previous));
    return party;
}

} // namespace

std::string partName(std::size_t index)
{
    char name[32];
    std::snprintf(name, sizeof name, "part-%06zu.p7m", index);
    return name;
}

std::string encodeLabel(const Label &label)
{
    Json::Object json, from;
    Json::Array to, parts;
    from["office"] = label.from.office;
    from["certificate"] = label.from.certificate.hex();
    for (const Party &party : label.to) {
        Json::Object item;
        item["office"] = party.office;
        item["certificate"] = party.certificate.hex();
        item["lane"] = party.lane;
        item["previous"] = party.previous;
        to.emplace_back(std::move(item));
    }
    for (std::size_t index = 0; index < label.stream.segments.size(); ++index) {
        Json::Object item;
        item["name"] = partName(index);
        item["bytes"] = label.stream.segments[index].bytes;
        item["sha256"] = label.stream.segments[index].digest.hex();
        parts.emplace_back(std::move(item));
    }
    json["format"] = labelFormat;
    json["bundle"] = label.bundle.text();
    json["created"] = toText(label.created);
    json["from"] = std::move(from);
    json["to"] = std::move(to);
    json["marking"] = label.marking;
    json["cases"] = label.cases;
    json["receiptWanted"] = label.receiptWanted;
    json["key"] = label.key.hex();
    json["parts"] = std::move(parts);
    return codec::canonicalJson(Json(std::move(json)));
}

Result<Label> decodeLabel(BytesView untrustedLabel)
{
    const Json json = TRY(codec::parseCanonicalJson(untrustedLabel, limits::labelBytes));
    codec::ObjectReader reader(json, "label.json");
    if (reader.text("format") != labelFormat)
        reader.problem("format", "is not " + std::string(labelFormat));
    Label label;
    label.bundle = reader.id<BundleId>("bundle");
    label.created = reader.instant("created");
    label.marking = reader.text("marking");
    label.cases = static_cast<std::uint32_t>(reader.integer("cases", 1, limits::bundleCases));
    label.receiptWanted = reader.boolean("receiptWanted");
    label.key = reader.digest("key");
    const Json from = reader.member("from");
    const Json::Array to = reader.array("to");
    const Json::Array parts = reader.array("parts");
    TRY(reader.finish());
    label.from = TRY(decodeParty(from, false));
    for (const Json &item : to)
        label.to.push_back(TRY(decodeParty(item, true)));
    if (label.to.empty() || parts.empty() || parts.size() > limits::bundleParts)
        return fail(FaultCode::Malformed, "label.json: nobody to send to, or no parts, or too many");
    for (const Json &item : parts) {
        codec::ObjectReader part(item, "label.json: parts");
        if (part.text("name") != partName(label.stream.segments.size()))
            part.problem("name", "is out of order");
        crypto::StreamSeal::Segment segment;
        segment.bytes = static_cast<std::uint64_t>(part.integer("bytes", 1, limits::sealedSegmentBytes));
        segment.digest = part.digest("sha256");
        TRY(part.finish());
        label.stream.segments.push_back(segment);
    }
    return label;
}

std::string encodeManifest(const Manifest &manifest)
{
    Json::Object json;
    Json::Array to, cases, files;
    for (const Digest &recipient : manifest.to)
        to.emplace_back(recipient.hex());
    for (const ManifestCase &item : manifest.cases) {
        Json::Object entry;
        entry["id"] = item.id.text();
        entry["reference"] = item.reference;
        entry["size"] = item.size;
        entry["root"] = item.root.hex();
        cases.emplace_back(std::move(entry));
    }
    for (const ManifestFile &file : manifest.files) {
        Json::Object entry;
        entry["name"] = file.name;
        entry["bytes"] = file.bytes;
        entry["sha256"] = file.digest.hex();
        files.emplace_back(std::move(entry));
    }
    json["format"] = manifestFormat;
    json["bundle"] = manifest.bundle.text();
    json["from"] = manifest.from.hex();
    json["to"] = std::move(to);
    json["purpose"] = manifest.purpose;
    json["legalBasis"] = manifest.legalBasis;
    json["cases"] = std::move(cases);
    json["files"] = std::move(files);
    return codec::canonicalJson(Json(std::move(json)));
}

Result<Manifest> decodeManifest(BytesView untrustedManifest)
{
    const Json json = TRY(codec::parseCanonicalJson(untrustedManifest));
    codec::ObjectReader reader(json, "manifest.json");
    if (reader.text("format") != manifestFormat)
        reader.problem("format", "is not " + std::string(manifestFormat));
    Manifest manifest;
    manifest.bundle = reader.id<BundleId>("bundle");
    manifest.from = reader.digest("from");
    manifest.purpose = reader.text("purpose");
    manifest.legalBasis = reader.text("legalBasis");
    const auto to = reader.texts("to");
    const Json::Array cases = reader.array("cases");
    const Json::Array files = reader.array("files");
    TRY(reader.finish());
    for (const std::string &recipient : to)
        manifest.to.push_back(TRY(Digest::parseHex(recipient)));
    if (cases.size() > limits::bundleCases || files.size() > limits::bundleFiles)
        return fail(FaultCode::TooLarge, "manifest.json names too many cases or files");
    for (const Json &item : cases) {
        codec::ObjectReader entry(item, "manifest.json: cases");
        ManifestCase one;
        one.id = entry.id<CaseId>("id");
        one.reference = entry.text("reference");
        one.size = static_cast<std::uint64_t>(entry.integer("size", 1, limits::caseEntries));
        one.root = entry.digest("root");
        TRY(entry.finish());
        manifest.cases.push_back(std::move(one));
    }
    for (const Json &item : files) {
        codec::ObjectReader entry(item, "manifest.json: files");
        ManifestFile one;
        one.name = entry.text("name");
        one.bytes = static_cast<std::uint64_t>(entry.integer("bytes", 0, limits::documentBytes));
        one.digest = entry.digest("sha256");
        TRY(entry.finish());
        manifest.files.push_back(std::move(one));
    }
    return manifest;
}

Status compare(const Label &label, const Manifest &manifest)
{
    const auto mismatch = [](const std::string &what) {
        return fail(FaultCode::BundleMismatch, "label and content disagree on the " + what, {{"what", what}});
    };
    if (label.bundle != manifest.bundle)
        return mismatch("bundle id");
    if (label.from.certificate != manifest.from)
        return mismatch("sender");
    const bool sameRecipients = std::ranges::equal(label.to, manifest.to, {}, &Party::certificate);
    if (!sameRecipients)
        return mismatch("recipients");
    if (label.cases != manifest.cases.size())
        return mismatch("number of cases");
    return {};
}

} // namespace caseward::flow
