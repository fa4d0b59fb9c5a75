// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: the cases of this vault by part, one line each, the selected one below in words; new cases and intake.
// GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/session/docket.h"
#include "ui/base/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace caseward::ui {

class CaseModel;
class CaseStrip;
class DocketFilter;
class DocketModel;
class EmptyState;
class FaultNote;
class SegmentedControl;

class QueuePage final : public Page {
    Q_OBJECT
public:
    QueuePage(Theme *theme, CaseModel *model, const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Queue"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    [[nodiscard]] QList<PageHit> search(const QString &words) override;

public slots:
    void reload();
    void newCase();
    void showDue();
    void chooseFiles();
    void chooseFolder();
    void addFiles(const QStringList &files);     // to the selected case

signals:
    void caseWanted(const caseward::CaseId &id);
    void loaded();

private:
    void build();
    void buildTools(QHBoxLayout *row);
    void buildTable();
    void showDocket(session::DocketPage page);
    void narrow();                              // another part, word or order
    void showPart(int part);
    void showFirstPartWithCases();
    void showSelection();
    void openSelected();
    void select(const CaseId &id);
    [[nodiscard]] const session::DocketRow *selected() const;
    [[nodiscard]] QString whyNoDocuments() const;
    [[nodiscard]] QString whyNoNewCase() const;

    CaseModel *m_model;
    const Clock &m_clock;
    DocketModel *m_docket;
    DocketFilter *m_filter;
    SegmentedControl *m_parts = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_middle = nullptr;
    EmptyState *m_empty = nullptr;
    CaseStrip *m_strip = nullptr;
    FaultNote *m_fault = nullptr;
    QPushButton *m_new = nullptr, *m_due = nullptr;
    QLabel *m_more = nullptr;
    CaseId m_wanted;
    std::array<std::size_t, session::docketParts> m_counts{};
    bool m_whole = true;                        // every case is in the model, which then filters and sorts them itself
};

} // namespace caseward::ui
