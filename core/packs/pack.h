// SPDX-License-Identifier: GPL-3.0-or-later
// A guideline pack: the checklist of one directive as data (schemas caseward-pack/1 and /2, resources/schemas). Loaded whole,
// checked whole, immutable afterwards; the digest is SHA-256 over the RFC 8785 form, and a case pins it.
// Plain value; share as shared_ptr<const Pack>; any thread.
#pragma once

#include "core/base/files.h"
#include "core/model/events.h"
#include "core/packs/packparts.h"

#include <memory>
#include <optional>

namespace caseward::packs {

class Pack {
public:
    // Malformed with the field named; also for duplicate ids, wrong counts, unknown guidelines and texts that could mislead.
    static Result<std::shared_ptr<const Pack>> load(BytesView untrustedJson);

    int edition = 1;                // of the schema: 1 or 2
    std::string id, version, jurisdiction, language, instrument, effective, notice;
    std::vector<std::string> languages;          // the first is `language`
    std::string effectiveTo;                     // last day, YYYY-MM-DD; empty: none is known
    std::vector<PackName> supersedes;
    std::string standard;                        // what a person must be, in the instrument's words
    std::string confidence, confidenceText;      // level, and why; empty in /1
    std::vector<Source> sources;
    std::vector<Guideline> guidelines;
    std::vector<Factor> factors;
    std::vector<Outcome> outcomes;
    std::vector<ExceptionCode> exceptions;
    std::vector<StatutoryBar> statutoryBars;
    std::vector<Level> levels;
    std::vector<Crosswalk> crosswalk;
    std::vector<ReviewRule> review;
    std::vector<TimeLimit> clocks;
    std::vector<ProcessRule> rules;
    Digest digest;
    std::string canonical;          // the RFC 8785 bytes the digest is over

    [[nodiscard]] model::PackRef ref() const { return {id, version, digest}; }
    [[nodiscard]] const Condition *condition(std::string_view conditionId) const;
    [[nodiscard]] const Guideline *guideline(std::string_view letter) const;
    [[nodiscard]] const Outcome *outcome(std::string_view outcomeId) const;
    [[nodiscard]] std::vector<const Condition *> allConditions() const;
    [[nodiscard]] bool hasCriteria() const;      // some of its concerns have no mitigating list
};

using PackPtr = std::shared_ptr<const Pack>;

// Every *.json pack of a folder (our own resources/packs by default).
[[nodiscard]] Result<std::vector<PackPtr>> loadPacks(const Path &folder);

// "1.10.0" is newer than "1.9.0". Both must be versions of packs.
[[nodiscard]] bool isNewer(std::string_view version, std::string_view than);
// The newest version of a pack; null when there is none of that id.
[[nodiscard]] PackPtr newestOf(const std::vector<PackPtr> &packs, std::string_view id);

// The palette's ranking (UI.md section 5): exact paragraph > recents > prefix > words and keywords > rest; both classes
// are always there: if the first five are all of one kind, the best of the other kind of the same guideline takes row five.
// Every returned condition matches `query` (all words) unless it is empty.
[[nodiscard]] std::vector<const Condition *> rankConditions(const Pack &pack, std::string_view query,
                                                            const std::vector<std::string> &recentIds);

} // namespace caseward::packs
