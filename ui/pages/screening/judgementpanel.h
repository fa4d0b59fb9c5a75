// SPDX-License-Identifier: GPL-3.0-or-later
// The three verdicts of a person on one section: complete, consistent, relevant; each yes, no or open; and why. A no waits for its
// reason. Child of the screening page; GUI thread.
#pragma once

#include "core/model/screening.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <array>

namespace caseward::ui {

class RecordedWords;
class SegmentedControl;
class ThemedLabel;

class JudgementPanel final : public QWidget {
    Q_OBJECT
public:
    enum Matter { Complete, Consistent, Relevant };
    JudgementPanel(Theme *theme, QWidget *parent = nullptr);
    void show(const model::SectionJudged &said);         // as it is on disk
    void setWhyNot(const QString &sentence);             // empty: it may be judged
    void cycle(Matter matter);                           // yes, no, open
    [[nodiscard]] QWidget *reason() const;

signals:
    void judged(const caseward::model::SectionJudged &said);

private:
    using QWidget::show;
    void choose(Matter matter, int choice);
    void offer();
    void showChoices();
    [[nodiscard]] model::Verdict &verdict(Matter matter);
    Theme *m_theme;
    model::SectionJudged m_said;
    std::array<SegmentedControl *, 3> m_controls{};
    RecordedWords *m_reason = nullptr;
    ThemedLabel *m_note = nullptr;
    QString m_whyNot;
};

} // namespace caseward::ui
