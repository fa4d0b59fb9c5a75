// SPDX-License-Identifier: GPL-3.0-or-later
// What screening shows, row by row, in words for people: sections of a questionnaire, what must lie beside it, what to look at first, what
// the sender must mend. Pure; any thread.
#pragma once

#include "core/session/screening.h"
#include "ui/base/themedlabel.h"

#include <QString>

#include <optional>
#include <vector>

namespace caseward::ui {

struct HintRow {
    QString id;                          // empty: nothing that can be dismissed
    QString kind;                        // what a deficiency code answers
    QString text, why, page;             // page: "p. 5"
    QString settled;                     // why it is settled, a sentence; empty: it is not
    QString state;                       // "to look at", "for your information", "dismissed: …"
    QString where;                       // as ReviewPage::goTo() takes it; empty: no page says it
    bool open = false;
};

struct ScreeningRow {
    enum class Kind { Section, Release, Identity, Component, Flag, Coverage, Deficiency };
    Kind kind = Kind::Section;
    QString key;                         // stable: keeps the row in hand over a reload
    QString id;                          // of the section, release, component, hint, code
    QString group, title, state, said;   // the columns
    QString icon;
    Tone tone = Tone::Primary;
    bool open = false;                   // something is to be looked at, or to be done
    QString lead;                        // in sentences, over the hints
    std::vector<HintRow> hints;
    model::SectionJudged judged;         // of a section
    QString hintKind;                    // of what is not in order beside the questionnaire
    QString section;                     // of a deficiency
};

// Of the questionnaire at `form` (of found.questionnaires) and of the file; a form beyond the last: of the file alone.
[[nodiscard]] std::vector<ScreeningRow> screeningRows(const session::Screened &screened, std::size_t form, const model::Dossier &dossier);
// "SF-86 2017-07", and what is to be said about it.
[[nodiscard]] QString formWords(const session::FormScreening &form);

} // namespace caseward::ui
