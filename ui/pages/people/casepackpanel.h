// SPDX-License-Identifier: GPL-3.0-or-later
// The guideline packs of the open case: where two of them are about the same concern, with the finding under each; adding a pack,
// moving to a newer version after seeing what changes, and the rules of all side by side. Nothing is merged. GUI thread.
#pragma once

#include "core/session/casepacks.h"
#include "ui/models/deskpanel.h"

namespace caseward::ui {

class PackChoiceForm;

class CasePackPanel final : public DeskPanel {
    Q_OBJECT
public:
    CasePackPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    void whenRead(std::function<void()> act);             // once, after the next reload() has its answer
    [[nodiscard]] QString whyNotChange() const;           // empty: a pack may join, or take the place of another

public slots:
    void join();
    void move();
    void find();
    void showRules();

private:
    struct Shown { std::vector<packs::PackPtr> packs, newer, further; std::vector<session::SharedConcern> concerns; };
    void showConcerns(const Shown &shown);
    void askToMove(PackChoiceForm *form, const QString &key, const QString &reason);
    std::function<void()> m_whenRead;
    std::vector<packs::PackPtr> m_packs, m_newer, m_further;   // of the case; what could take a place; what could join
};

} // namespace caseward::ui
