// SPDX-License-Identifier: GPL-3.0-or-later
// The door of the review desk to the real case. Owned by the review page; GUI thread; work runs on the worker.
#pragma once

#include "ui/models/casemodel.h"
#include "ui/pages/review/casedoor.h"

namespace caseward::ui {

class SessionCaseDoor final : public CaseDoor {
    Q_OBJECT
public:
    explicit SessionCaseDoor(CaseModel *model, QObject *parent = nullptr);

    [[nodiscard]] session::DossierPtr dossier() const override { return m_case->dossier(); }
    [[nodiscard]] std::vector<packs::PackPtr> packs() const override { return m_case->packs(); }
    [[nodiscard]] QString whyNotWeigh() const override { return whyNot(rules::Act::Weigh); }
    [[nodiscard]] QString whyNotDescribe() const override { return whyNot(rules::Act::AddDocument); }
    [[nodiscard]] bool mayRecordReading() const override;
    void record(std::vector<model::Event> events, std::function<void()> then) override;
    void prepare(const DocumentId &document, const model::Spot &place, std::function<void(Result<PreparedPlace>)> done) override;
    [[nodiscard]] std::shared_ptr<PageSource> openSource(const DocumentId &document) override;
    void search(const session::SearchWanted &wanted, const session::SearchFrom &from, std::function<void(Result<session::SearchRound>)> done) override;
    [[nodiscard]] QString whyNotReadScans(const DocumentId &document) const override;
    [[nodiscard]] std::unique_ptr<ScanReading> makeScanReading() override;
    void countScans(std::function<void(const ScanCounts &)> done) override;

private:
    [[nodiscard]] QString whyNot(rules::Act act) const;
    void lookForScans();                                   // in the documents that were not looked at yet, one after the other
    [[nodiscard]] bool mayHaveScans(const model::DocumentState &document) const;   // until it is known
    CaseModel *m_case;
    std::map<DocumentId, bool> m_hasScans;                 // pages without words of their own; what no look can tell stays out of it
    bool m_isLooking = false;
};

} // namespace caseward::ui
