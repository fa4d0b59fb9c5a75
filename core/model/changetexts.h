// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier as a flat list of named things in words, so that two dossiers can be compared. Private to core/model.
#pragma once

#include "core/model/dossier.h"

namespace caseward::model {

// The areas in the order in which changes are told.
enum class Area { Document, Passage, Contradiction, Gap, Pack, Allegation, Section, Release, Identity, Component, Flag, Deficiency, Condition, Guideline, Factor, Reasons, Outcome, Check, Decision, Review, Stage, Clock, Eligibility, Reciprocity, Conflict, Letter };
[[nodiscard]] std::string_view areaName(Area area);

using ThingKey = std::pair<Area, std::string>;

struct Thing {
    std::string words;
    std::vector<PassageId> cites;                      // of reasons: the words give their number only
    bool operator==(const Thing &) const = default;
};

// Everything in the dossier that a change can be about.
[[nodiscard]] std::map<ThingKey, Thing> describe(const Dossier &dossier);

// The thing that an event touches, or nothing (persons, custody, pages displayed, withdrawals).
[[nodiscard]] std::optional<ThingKey> thingOf(const Event &event, std::uint64_t seq);

} // namespace caseward::model
