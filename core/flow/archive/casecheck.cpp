// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/archive/casecheck.h"

#include "core/evidence/anchors.h"
#include "core/evidence/decisioncheck.h"
#include "core/model/dossier.h"
#include "core/rules/stages.h"
#include "core/store/machinetext.h"

#include <algorithm>
#include <optional>
#include <set>

namespace caseward::flow {

namespace {

struct Checker {
    store::CaseFile &file;
    const crypto::TrustStore &trust;
    CaseCheck &check;
    std::optional<store::PageLayer> page = {};              // the one looked at last
    std::pair<DocumentId, std::uint32_t> pageOf = {};

    void expect(const std::string &what, const Status &status)
    {
        if (!status.ok())
            check.problems.emplace_back(what, status.fault());
    }
    Status document(const model::DocumentAdded &facts)
    {
        std::uint64_t bytes = 0;
        const Digest digest = TRY(file.readDocument(facts.document, [&bytes](BytesView piece, std::uint64_t) {
            bytes += piece.size();
            return Status();
        }));
        check.bytes += bytes;
        if (bytes != facts.bytes || digest != facts.digest)
            return fail(FaultCode::VaultDamaged, "the stored bytes are not those of the history");
        const auto layer = TRY(file.storedLayer(facts.document));
        check.pages += layer.pages;
        if (layer.digest != facts.textDigest)
            return fail(FaultCode::VaultDamaged, "the text layer is not the one read at intake");
        for (const std::uint32_t number : TRY(store::machinePages(file, facts.document)))
            TRY(store::machinePage(file, facts.document, number));
        return {};
    }
    Status anchor(const model::Dossier &dossier, const model::Anchor &place)
    {
        const model::DocumentState *state = dossier.document(place.document);
        if (!state)
            return fail(FaultCode::HistoryBroken, "its document is not in the case");
        if (!page || pageOf != std::pair(place.document, place.span.page)) {
            page = TRY(file.page(place.document, place.span.page));
            pageOf = {place.document, place.span.page};
        }
        return evidence::checkAnchor(place, state->facts, page->text, page->size);
    }
    // Page by page, so that each is read once.
    void anchors(const model::Dossier &dossier)
    {
        std::vector<const model::Tie *> ties;
        for (const model::Tie &tie : dossier.ties)
            ties.push_back(&tie);
        std::ranges::stable_sort(ties, {}, [](const model::Tie *tie) { return std::pair(tie->anchor.document, tie->anchor.span.page); });
        for (const model::Tie *tie : ties)
            expect("passage " + tie->id.text(), anchor(dossier, tie->anchor));
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
    checker.expect("proceedings", rules::checkStages(*folded));
    checker.anchors(*folded);
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
