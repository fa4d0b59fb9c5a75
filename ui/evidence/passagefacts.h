// SPDX-License-Identifier: GPL-3.0-or-later
// A tied passage, and a place in a document, in the words that Decision and Supervision show. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

#include <QString>

#include <vector>

namespace caseward::ui {

struct PassageFacts {
    PassageId id;
    QString label;                       // "E 16(a)"
    bool disqualifying = true;
    QString quote;                       // one line, without quotation marks
    bool isPart = false;                 // a part of a picture: `quote` is "[part of the picture]", nobody's words
    QString place;                       // "Questionnaire, p. 3"
    QString weight;                      // "Substantial"
    QString note;
    QString link;                        // what Review's goTo() takes

    // The quote as it stands in a sentence, at most so many characters of it: in quotation marks where it is somebody's words.
    [[nodiscard]] QString spoken(qsizetype most) const;
};

[[nodiscard]] QString documentTitle(const model::Dossier &dossier, const DocumentId &id);
[[nodiscard]] QString placeWords(const model::Dossier &dossier, const model::Anchor &anchor);
[[nodiscard]] QString placeLink(const DocumentId &document, std::uint32_t page);       // "document#p8"
[[nodiscard]] PassageFacts passageFacts(const model::Dossier &dossier, const packs::Pack &pack, const model::Tie &tie);
[[nodiscard]] std::vector<PassageFacts> passagesOf(const model::Dossier &dossier, const packs::Pack &pack,
                                                   const packs::Condition &condition);
// A place of a contradiction or gap, which is tied to no condition.
[[nodiscard]] PassageFacts anchorFacts(const model::Dossier &dossier, const model::Anchor &anchor);

} // namespace caseward::ui
