// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a case back whose bundle never left, was lost or destroyed: which one, and what became of the bundle. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/formcard.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace caseward::ui {

class ReclaimForm final : public FormCard {
    Q_OBJECT
public:
    // `away`: cases whose custody is elsewhere, at least one; `likely` is chosen first where it is among them.
    ReclaimForm(Theme *theme, const std::vector<session::DocketRow> &away, const QString &likely, QWidget *anywhere);

signals:
    void wanted(const caseward::CaseId &id, const QString &reason);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    QComboBox *m_case;
    QLineEdit *m_reason;
    QCheckBox *m_sure;
};

} // namespace caseward::ui
