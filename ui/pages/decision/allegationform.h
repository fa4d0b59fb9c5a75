// SPDX-License-Identifier: GPL-3.0-or-later
// One sub-paragraph, opened below its line: the answer, how grave, the mitigating conditions claimed, the finding, and what it
// says, to be amended or withdrawn. Records through the model. Created once per sub-paragraph; GUI thread.
#pragma once

#include "ui/base/themedlabel.h"
#include "ui/evidence/passagefacts.h"
#include "ui/models/casemodel.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>

class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class AllegationAppraisal;
class FindingRow;
class MitigatorRow;
class RecordedText;
class StatesForm;
class TickList;

class AllegationForm final : public QWidget {
    Q_OBJECT
public:
    // Of a sub-paragraph of the model's pack. `name` is the object name of all parts' beginning.
    AllegationForm(Theme *theme, CaseModel *model, const QString &name, const AllegationId &id, QWidget *parent);
    void refresh(const QString &whyNot);
    void refused(const QString &why);                    // an entry was not accepted
    [[nodiscard]] QWidget *first() const;
    [[nodiscard]] QWidget *mostWanted() const;           // where the gate leads: what is still open

signals:
    void placeWanted(const QString &link);
    void unfolded(QWidget *part);                        // should be seen once it has its height

private:
    void addHead(const QString &title);
    void addAnswer();
    void addMitigators();
    void addFinding();
    void addAmending();
    void showFinding(const QString &whyNot);
    void showMitigators(const QString &whyNot);
    void foldMitigators();                               // those nobody claimed
    [[nodiscard]] std::vector<PassageFacts> citableFor(const std::string &condition) const;
    void recordEstablished();
    void amend();
    void withdraw();
    void say(const QString &words);                      // about the amendment
    [[nodiscard]] const model::AllegationState &state() const;
    [[nodiscard]] const packs::Guideline &guideline() const;
    [[nodiscard]] QString about() const;                 // "Sub-paragraph 1.a"
    [[nodiscard]] std::vector<std::string> established() const;
    Theme *m_theme;
    CaseModel *m_model;
    QString m_name;
    AllegationId m_id;
    QVBoxLayout *m_column;
    FindingRow *m_answer = nullptr, *m_finding = nullptr;
    AllegationAppraisal *m_appraisal = nullptr;
    std::map<std::string, MitigatorRow *> m_mitigators;   // by condition
    QPushButton *m_others = nullptr, *m_amend = nullptr, *m_save = nullptr, *m_withdraw = nullptr;
    TickList *m_established = nullptr;
    std::optional<std::vector<std::string>> m_sentEstablished; // asked for, not on disk yet
    std::optional<std::vector<std::string>> m_shownEstablished;
    QWidget *m_amending = nullptr;
    StatesForm *m_states = nullptr;
    RecordedText *m_reason = nullptr;
    ThemedLabel *m_note = nullptr;
    bool m_sent = false;                                 // an amendment is on its way
};

} // namespace caseward::ui
