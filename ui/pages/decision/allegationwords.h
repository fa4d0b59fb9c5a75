// SPDX-License-Identifier: GPL-3.0-or-later
// The statement of reasons in the words of the window. A finding is a shape and words, never a colour. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

#include <QString>

#include <array>

namespace caseward::ui {

// In the order of their choices in the window.
inline constexpr std::array allegationAnswers{model::AllegationAnswer::Admitted, model::AllegationAnswer::AdmittedInPart, model::AllegationAnswer::Denied,
                                              model::AllegationAnswer::NotAnswered};
inline constexpr std::array allegationFindings{model::AllegationFinding::For, model::AllegationFinding::Against, model::AllegationFinding::Neither};
inline constexpr std::array mitigatorStandings{model::MitigatorStanding::Claimed, model::MitigatorStanding::Supported, model::MitigatorStanding::Refuted};
inline constexpr std::array frequencies{model::Frequency::NotSaid, model::Frequency::Once, model::Frequency::Repeated, model::Frequency::Continuing};

// Its place among the choices.
template <typename Value, std::size_t count>
[[nodiscard]] int placeIn(const std::array<Value, count> &choices, Value value)
{
    for (std::size_t i = 0; i < count; ++i)
        if (choices[i] == value)
            return static_cast<int>(i);
    return -1;
}

[[nodiscard]] QString answerWord(model::AllegationAnswer answer);              // "Admitted in part"
[[nodiscard]] QString allegationFindingWord(model::AllegationFinding finding); // "Against the subject"
[[nodiscard]] QString allegationStanding(const model::AllegationState &state); // "● Against the subject", "Withdrawn", "– No finding"
// What is alleged; where it only takes over others, which.
[[nodiscard]] QString allegationText(const model::Dossier &dossier, const model::Allegation &states);
// "2019 to 2021-04  ·  2 passages  ·  raises 19(a)  ·  takes over 1.c  ·  denied"; of a withdrawn one, why.
[[nodiscard]] QString allegationDetail(const model::Dossier &dossier, const model::AllegationState &state);

} // namespace caseward::ui
