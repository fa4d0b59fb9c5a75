// SPDX-License-Identifier: GPL-3.0-or-later
// What a sub-paragraph says, to be written: the words, the dates of the conduct, the conditions raised, the passages it rests on
// and what it takes over. Records nothing by itself. GUI thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "ui/base/theme.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace caseward::ui {

class FormField;
class RecordedText;
class TickList;

class StatesForm final : public QWidget {
    Q_OBJECT
public:
    // Parts are <name>.text, .from, .to, .about, .conditions, .passages, .repeats.
    StatesForm(Theme *theme, const QString &name, QWidget *parent);
    // What there is to tick for a sub-paragraph of this guideline; what was written and ticked stays.
    void offer(const model::Dossier &dossier, const packs::Pack &pack, const packs::Guideline &guideline, const AllegationId &self);
    void setRecorded(const model::Allegation &states);   // shows it, unless something else was written since
    void reset(const model::Allegation &states);         // shows it whatever was written
    void setWhyNot(const QString &sentence);             // not empty: to be read only
    [[nodiscard]] model::Allegation states() const;      // as written, under the label and guideline that were given
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] QString missing() const;               // why it cannot be recorded like this, or nothing
    [[nodiscard]] QWidget *first() const;

signals:
    void saveWanted();                                   // Ctrl+Enter

private:
    struct Choice { QString text, detail, key; bool operator==(const Choice &) const = default; };
    struct Ticks { TickList *list = nullptr; FormField *field = nullptr; QList<Choice> choices; };
    Ticks addTicks(const QString &part, const QString &label, QGridLayout *grid, int row, int column, int columns);
    void offerTicks(Ticks &ticks, const QList<Choice> &choices, const QStringList &recorded, const QString &nothing);
    // Without what cannot be ticked any more: a passage untied since, a sub-paragraph withdrawn since.
    [[nodiscard]] model::Allegation recordedAndOffered() const;
    void fill(Ticks &ticks, const QStringList &ticked);
    void fitHeights();
    void display(const model::Allegation &states);
    Theme *m_theme;
    RecordedText *m_text;
    QLineEdit *m_from, *m_to;
    QCheckBox *m_about;
    Ticks m_conditions, m_passages, m_repeats;
    model::Allegation m_recorded;
};

} // namespace caseward::ui
