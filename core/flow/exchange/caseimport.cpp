// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/exchange/caseimport.h"

#include "core/crypto/digest.h"
#include "core/evidence/decisioncheck.h"
#include "core/ledger/ledger.h"
#include "core/rules/stages.h"
#include "core/store/textlayer.h"

#include <algorithm>
#include <set>

namespace caseward::flow {

namespace {

Fault mismatch(const std::string &why, const std::string &what)
{
    return fail(FaultCode::BundleMismatch, why, {{"what", what}});
}

// A history that does not end by handing the case over in this bundle was taken from somewhere else.
Status checkCustody(const model::Entry &last, const SealCheck &seal)
{
    const model::Event event = TRY(model::decodeEvent(last.kind, last.body));
    const auto *sent = std::get_if<model::CustodySent>(&event);
    if (!sent || sent->bundle != seal.label.bundle ||
        !std::ranges::equal(sent->toCertificates, seal.label.to, {}, {}, &Party::certificate))
        return mismatch("the history does not hand the case over in this bundle", "custody");
    return {};
}

Status checkDocuments(const model::Dossier &dossier, const IncomingCase &incoming, const Contents &contents)
{
    std::set<std::string> named;
    for (const ManifestFile &file : contents.manifest.files)
        named.insert(file.name);
    const std::string folder = "cases/" + incoming.id.text() + "/documents/";
    for (const model::DocumentState &document : dossier.documents) {
        if (!named.contains(folder + document.facts.digest.hex()))
            return mismatch("document '" + document.facts.title + "' is not in the bundle", "documents");
        const auto text = incoming.textLayers.find(document.facts.textDigest);
        if (text == incoming.textLayers.end())
            return mismatch("the text of '" + document.facts.title + "' is not in the bundle", "text layers");
        const store::TextLayer layer = TRY(store::decodeTextLayer(text->second));
        if (layer.size() != document.facts.pages)
            return mismatch("the text of '" + document.facts.title + "' has another number of pages", "text layers");
    }
    return {};
}

// A history rewritten before its decision is found by the root that was signed.
Status checkDecisions(const model::Dossier &dossier, const std::vector<model::Entry> &history, const crypto::TrustStore &trust)
{
    std::vector<Digest> leaves;
    for (const model::Entry &entry : history)
        leaves.push_back(ledger::leafHash(viewOf(model::encodeEntry(entry))));
    for (const model::SignedDecision &decision : dossier.decisions) {
        const BytesView countersignature = decision.countersignature ? BytesView(decision.countersignature->signature) : BytesView();
        const auto verified = TRY(evidence::verifyDecision(viewOf(decision.what.decision), decision.what.signature, countersignature, trust));
        if (verified.digest != decision.what.digest || verified.caseReference != dossier.facts.reference)
            return fail(FaultCode::SignatureInvalid, "a signed decision in the history belongs to another case");
        if (verified.historySize > decision.when.seq ||
            ledger::merkleRoot(std::span(leaves).first(verified.historySize)) != verified.historyRoot)
            return fail(FaultCode::HistoryBroken, "a decision was signed over another history than the one in the bundle",
                        {{"entry", std::to_string(decision.when.seq)}});
    }
    return {};
}

// Whether `here` goes on with nothing but the receipt of this bundle.
bool goesOnByReceipt(const std::vector<model::Entry> &here, std::size_t from, const BundleId &bundle)
{
    for (std::size_t index = from; index < here.size(); ++index) {
        const auto event = model::decodeEvent(here[index].kind, here[index].body);
        if (!event.ok())
            return false;
        if (const auto *received = std::get_if<model::CustodyReceived>(&*event))
            return received->bundle == bundle && index + 1 == here.size();
        if (!std::holds_alternative<model::PersonIntroduced>(*event))
            return false;
    }
    return false;
}

Result<std::uint64_t> commonWith(const std::vector<model::Entry> &here, const std::vector<model::Entry> &incoming,
                                 const BundleId &bundle, bool &received)
{
    const std::size_t shared = std::min(here.size(), incoming.size());
    for (std::size_t index = 0; index < shared; ++index)
        if (!(here[index] == incoming[index]))
            return fail(FaultCode::Forked, "the history here and the one in the bundle part at entry " + std::to_string(index),
                        {{"entry", std::to_string(index)}});
    received = goesOnByReceipt(here, shared, bundle);
    if (received)
        return incoming.size();
    if (here.size() > incoming.size())
        return fail(FaultCode::Forked, "the history here has gone on since this bundle's was taken",
                    {{"entry", std::to_string(incoming.size())}});
    return here.size();
}

} // namespace

Result<JudgedCase> judgeCase(const IncomingCase &incoming, const Contents &contents, const SealCheck &seal,
                             const std::vector<model::Entry> &here, const crypto::TrustStore &trust)
{
    JudgedCase judged;
    judged.dossier = TRY(model::foldHistory(incoming.history));
    if (judged.dossier.facts.caseId != incoming.id || judged.dossier.facts.reference != incoming.reference)
        return mismatch("the manifest names another case than its history", "case");
    if (judged.dossier.readOnly)
        return fail(FaultCode::VaultForeign, "the case was worked on with a newer Caseward: " + judged.dossier.unknownKinds.front());
    judged.known = TRY(commonWith(here, incoming.history, seal.label.bundle, judged.received));
    TRY(checkCustody(incoming.history.back(), seal));
    TRY(checkDocuments(judged.dossier, incoming, contents));
    TRY(checkDecisions(judged.dossier, incoming.history, trust));
    TRY(rules::checkStages(judged.dossier));
    for (const model::DocumentState &document : judged.dossier.documents)
        if (document.added.seq >= judged.known)
            judged.newDocuments.push_back(document.facts.document);
    return judged;
}

std::string verdictWords(const JudgedCase &judged, std::uint64_t entries)
{
    if (judged.known == 0)
        return "new here";
    if (judged.known == entries)
        return "nothing new";
    return "continues the one here by " + std::to_string(entries - judged.known) + " entries";
}

} // namespace caseward::flow
