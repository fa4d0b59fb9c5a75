// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervisor asked for when returning the case, as a list of things to do: each note jumps to its place. Shown
// over Decision (and Review) while the case is returned; hidden otherwise. The ticks are the adjudicator's own and are
// not recorded. GUI thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "ui/base/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace caseward::ui {

class ThemedLabel;

class ReturnNotes final : public QWidget {
    Q_OBJECT
public:
    ReturnNotes(Theme *theme, const QString &name, QWidget *parent = nullptr);
    // Shows the newest return while the case is in that state; `dossier` and `pack` may be null.
    void show(const model::Dossier *dossier, const packs::Pack *pack);

signals:
    // A note's target: "condition/pack/16(a)", "reasons/", "passage/<id>", … as the supervisor's page writes them.
    void targetWanted(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using QWidget::show;
    void fill(const model::Review &review, const model::Dossier &dossier, const packs::Pack *pack);
    Theme *m_theme;
    QString m_name;
    ThemedLabel *m_title, *m_reason;
    QVBoxLayout *m_list;
    std::uint64_t m_shown = 0;           // entry of the return that is shown
};

// What a note or a change is about, in words: "Condition 16(a)", "Reasons", "Passage, Questionnaire, p. 3".
[[nodiscard]] QString noteTargetWords(const QString &target, const model::Dossier &dossier, const packs::Pack *pack);
[[nodiscard]] QString areaWords(const QString &area);

} // namespace caseward::ui
