// SPDX-License-Identifier: GPL-3.0-or-later
// One question of the decision and its answer: a condition (or a guideline as a whole), the finding with no default, the
// reason, and the passages it stands on. What the rules would refuse without a reason waits, and says so. GUI thread.
#pragma once

#include "ui/base/chip.h"
#include "ui/base/themedlabel.h"
#include "ui/evidence/passagefacts.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace caseward::ui {

class RecordedText;
class SegmentedControl;

struct FindingChoice { QString text; bool needsReason = true; };

class FindingRow final : public QWidget {
    Q_OBJECT
public:
    struct Setup {
        QString name;                    // object name; parts are <name>.finding.0…, <name>.reason, <name>.passage.0…
        QString label;                   // "E 16(a)"; empty: no chip
        ChipKind kind = ChipKind::Neutral;
        QString title, whole;            // short words, and the whole text as tool tip
        QList<FindingChoice> choices;
        bool hasChipColumn = true;       // false: the row begins at the left edge
        // Where it is no finding: its accessible names, what the empty field says, and what is said when nothing is chosen.
        QString spoken = {}, reasonSpoken = {}, hint = {}, chooseFirst = {};
    };
    FindingRow(Theme *theme, const Setup &setup, QWidget *parent = nullptr);

    void showState(int recorded, const QString &reason);      // -1: nothing on disk
    void showPassages(const std::vector<PassageFacts> &passages);
    void setBelow(QWidget *widget);                           // under the reason, once; the row owns it
    void setWhyNot(const QString &sentence);
    void refused();
    [[nodiscard]] QWidget *first() const;                     // where the focus goes
    [[nodiscard]] bool isAnswered() const { return m_recorded >= 0; }

signals:
    void found(int choice, const QString &reason);
    void placeWanted(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void offer();                        // records what is chosen and written, or says what is missing
    void say(const QString &words);      // empty: nothing to say
    [[nodiscard]] bool needsReason(int choice) const { return choice >= 0 && m_setup.choices[choice].needsReason; }
    Theme *m_theme;
    Setup m_setup;
    SegmentedControl *m_finding;
    RecordedText *m_reason;
    ThemedLabel *m_note;
    QVBoxLayout *m_below, *m_passages;
    QStringList m_shown;                 // passages, with what is shown of them
    int m_recorded = -1;
    std::optional<std::pair<int, QString>> m_sent; // asked for, not on disk yet
};

} // namespace caseward::ui
