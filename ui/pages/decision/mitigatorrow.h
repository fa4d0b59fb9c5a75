// SPDX-License-Identifier: GPL-3.0-or-later
// One mitigating condition of a sub-paragraph: claimed, supported or refuted, the reason, and the passages that support or refute it.
// Passages cited before there is a standing wait for it, and it says so. Says what the person did; the form records. GUI thread.
#pragma once

#include "core/model/allegations.h"
#include "ui/evidence/passagefacts.h"

#include <QWidget>

#include <optional>

namespace caseward::ui {

class CitedPassages;
class FindingRow;
class Theme;
class ThemedLabel;

class MitigatorRow final : public QWidget {
    Q_OBJECT
public:
    // <name> is the row; parts are <name>.finding.0…, <name>.reason, <name>.cite, <name>.cites.0…; `about` is "Sub-paragraph 1.a".
    MitigatorRow(Theme *theme, const QString &name, const QString &about, const packs::Condition &condition, QWidget *parent);
    void setRecorded(const model::MitigatorWeighed *recorded);   // null: nobody has claimed it
    void setPassages(const std::vector<PassageFacts> &passages); // what can be cited
    void setWhyNot(const QString &sentence);
    void refused();
    [[nodiscard]] QWidget *first() const;
    [[nodiscard]] bool isAnswered() const { return m_recorded.has_value(); }
    [[nodiscard]] bool isWaiting() const;                        // passages that are not recorded yet

signals:
    void weighed(model::MitigatorStanding standing, const QString &reason, const std::vector<caseward::PassageId> &evidence);
    void placeWanted(const QString &link);

private:
    void cite();
    void showEvidence();                                         // as on disk
    void showNote();
    FindingRow *m_row;
    CitedPassages *m_cites;
    ThemedLabel *m_note;
    std::optional<model::MitigatorWeighed> m_recorded;
    std::optional<std::vector<PassageId>> m_sent;                // asked for, not on disk yet
};

} // namespace caseward::ui
