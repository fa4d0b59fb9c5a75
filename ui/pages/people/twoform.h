// SPDX-License-Identifier: GPL-3.0-or-later
// A case gets a key in two halves: who stands in which half, and why. Says who is left out. GUI thread.
#pragma once

#include "core/session/access.h"
#include "ui/base/formcard.h"

class QLineEdit;

namespace caseward::ui {

class ThemedLabel;
class TickList;

class TwoForm final : public FormCard {
    Q_OBJECT
public:
    struct People { std::vector<session::Contact> members; std::vector<PersonId> now; }; // who may open the vault; the case
    struct Halves { std::vector<PersonId> first, second; };
    TwoForm(Theme *theme, const People &people, QWidget *anywhere);

signals:
    void wanted(const caseward::ui::TwoForm::Halves &halves, const QString &reason);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    void showLeftOut();
    [[nodiscard]] QString nameOf(const QString &key) const;
    People m_people;
    TickList *m_first, *m_second;
    ThemedLabel *m_leftOut;
    QLineEdit *m_reason;
};

} // namespace caseward::ui
