// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statement.h"

#include "core/model/allegationlabel.h"

#include <algorithm>

namespace caseward::model {

std::vector<StatementParagraph> statementOf(const Dossier &dossier)
{
    struct Placed {
        AllegationLabel label;                         // paragraph 0: not a label
        const AllegationState *state;
    };
    std::vector<Placed> placed;
    for (const AllegationState &state : dossier.allegations) {
        const auto label = parseAllegationLabel(state.states.label);
        placed.push_back({label.ok() ? *label : AllegationLabel(), &state});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) {
        if ((a.label.paragraph == 0) != (b.label.paragraph == 0))
            return b.label.paragraph == 0;
        return a.label < b.label;
    });
    std::vector<StatementParagraph> paragraphs;
    for (const Placed &it : placed) {
        if (paragraphs.empty() || paragraphs.back().number != it.label.paragraph)
            paragraphs.push_back({it.label.paragraph, it.state->states.pack, it.state->states.guideline, {}});
        paragraphs.back().subparagraphs.push_back(it.state);
    }
    return paragraphs;
}

const AllegationState *allegationLabelled(const Dossier &dossier, std::string_view label)
{
    const auto found = std::ranges::find_if(dossier.allegations, [label](const AllegationState &it) { return it.states.label == label; });
    return found == dossier.allegations.end() ? nullptr : &*found;
}

std::set<AllegationId> takenOver(const Dossier &dossier, const std::vector<AllegationId> &repeats)
{
    std::vector<AllegationId> open = repeats;
    std::set<AllegationId> seen;
    while (!open.empty()) {
        const AllegationId next = open.back();
        open.pop_back();
        if (!seen.insert(next).second)
            continue;
        if (const AllegationState *repeated = dossier.allegation(next))
            open.insert(open.end(), repeated->states.repeats.begin(), repeated->states.repeats.end());
    }
    return seen;
}

std::string nextAllegationLabel(const Dossier &dossier, const std::string &pack, const std::string &guideline)
{
    AllegationLabel last;
    std::uint32_t paragraphs = 0;
    for (const StatementParagraph &paragraph : statementOf(dossier)) {
        paragraphs = std::max(paragraphs, paragraph.number);
        if (paragraph.number != 0 && paragraph.pack == pack && paragraph.guideline == guideline)
            last = parseAllegationLabel(paragraph.subparagraphs.back()->states.label).value();
    }
    return nextLabel(last.paragraph != 0 ? last : AllegationLabel{paragraphs + 1, {}, {}}).text();
}

} // namespace caseward::model
