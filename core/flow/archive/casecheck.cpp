// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/archive/casecheck.h"

#include "core/evidence/anchors.h"
#include "core/evidence/decisioncheck.h"
#include "core/model/dossier.h"

#include <set>

namespace caseward::flow {

namespace {

struct Checker {
    store::CaseFile &file;
    const crypto::TrustStore &trust;
    CaseCheck &check;

    void expect(const std::string &what, const Status &status)
    {
        if (!status.ok())
            check.problems.emplace_back(what, status.fault());
    }
    Status document(const model::DocumentAdded &facts)
    {
        const Bytes bytes = TRY(file.documentBytes(facts.document));
        check.bytes += bytes.size();
        if (bytes.size() != facts.bytes || crypto::sha256(bytes) != facts.digest)
            return fail(FaultCode::VaultDamaged, "the stored bytes are not those of the history");
        const store::TextLayer layer = TRY(file.textLayer(facts.document));
        check.pages += layer.size();
        if (store::textLayerDigest(layer) != facts.textDigest)
            return fail(FaultCode::VaultDamaged, "the text layer is not the one read at intake");
        return {};
    }
    Status anchor(const model::Dossier &dossier, const model::Anchor &place)
    {
        const model::DocumentState *state = dossier.document(place.document);
        if (!state)
            return fail(FaultCode::HistoryBroken, "its document is not in the case");
        return evidence::checkAnchor(place, state->facts, TRY(file.page(place.document, place.span.page)).text);
    }
    Status decision(const model::SignedDecision &signedDecision)
    {
        const BytesView countersignature =
            signedDecision.countersignature ? BytesView(signedDecision.countersignature->signature) : BytesView();
        const auto verified = TRY(evidence::verifyDecision(viewOf(signedDecision.what.decision), signedDecision.what.signature, countersignature, trust));
        check.signatures += countersignature.empty() ? 1 : 2;
        const auto &leaves = file.history().leaves();
        if (verified.historySize > leaves.size() ||
            ledger::merkleRoot(std::span(leaves).first(verified.historySize)) != verified.historyRoot)
            return fail(FaultCode::HistoryBroken, "the decision was signed over another history");
        return {};
    }
};

std::vector<std::string> orphansOf(store::CaseFile &file, const std::vector<store::DocumentRow> &rows)
{
    std::set<std::string> named;
    for (const store::DocumentRow &row : rows)
        named.insert(row.file);
    std::vector<std::string> orphans;
    std::error_code error;
    for (const auto &item : std::filesystem::directory_iterator(file.documentsFolder(), error))
        if (!named.contains(item.path().filename().string()))
            orphans.push_back(item.path().filename().string());
    return orphans;
}

} // namespace

CaseCheck checkCase(store::CaseFile &file, const crypto::TrustStore &trust, Progress &progress)
{
    CaseCheck check;
    Checker checker{file, trust, check};
    check.entries = file.history().size();
    checker.expect("case.db", file.checkIntegrity());
    const auto folded = model::foldHistory(file.history().entries());
    if (!folded.ok()) {
        check.problems.emplace_back("history", folded.fault());
        return check;
    }
    for (const model::DocumentState &document : folded->documents) {
        if (!progress.advance(check.documents, folded->documents.size()))
            break;
        ++check.documents;
        checker.expect("document '" + document.facts.title + "'", checker.document(document.facts));
    }
    for (const model::Tie &tie : folded->ties)
        checker.expect("passage " + tie.id.text(), checker.anchor(*folded, tie.anchor));
    for (const model::SignedDecision &decision : folded->decisions)
        checker.expect("decision of entry " + std::to_string(decision.when.seq), checker.decision(decision));
    const auto rows = file.documents();
    if (rows.ok())
        check.orphans = orphansOf(file, *rows);
    else
        check.problems.emplace_back("documents", rows.fault());
    return check;
}

} // namespace caseward::flow
