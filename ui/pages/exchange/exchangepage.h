// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange: send (seal) or receive (verify, accept) a bundle, the register of all that went and came, and taking a case back whose
// bundle was lost. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/page.h"

class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace caseward::ui {

class CaseModel;
class ExportPanel;
class FaultNote;
class ImportPanel;
class SectionHeader;
class SegmentedControl;

class ExchangePage final : public Page {
    Q_OBJECT
public:
    ExchangePage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Exchange"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    bool goTo(const QString &where) override;        // "send", "receive"
    [[nodiscard]] QString location() const override;
    [[nodiscard]] ExportPanel *sending() const { return m_export; }
    [[nodiscard]] ImportPanel *receiving() const { return m_import; }

public slots:
    void reload();
    void takeBack();

private:
    struct Read { std::vector<session::ExchangeRow> rows; std::vector<session::DocketRow> away; }; // away: custody is elsewhere
    [[nodiscard]] QString whyNotTakeBack() const;    // empty: some case can be taken back
    void buildTools(QHBoxLayout *row);
    QWidget *buildRegister();
    void showRegister(const std::vector<session::ExchangeRow> &rows);
    void showAway(const std::vector<session::DocketRow> &away);
    void showPanel(int index);
    CaseModel *m_model;
    SegmentedControl *m_way = nullptr;
    QStackedWidget *m_panels = nullptr;
    ExportPanel *m_export = nullptr;
    ImportPanel *m_import = nullptr;
    SectionHeader *m_head = nullptr;
    FaultNote *m_fault = nullptr;
    QStandardItemModel *m_rows;
    QTableView *m_table = nullptr;
    QPushButton *m_back = nullptr;
    std::vector<session::DocketRow> m_away;
};

} // namespace caseward::ui
