// SPDX-License-Identifier: GPL-3.0-or-later
// A long review as its entries: 40 sub-paragraphs, 400 passages of 12 documents, 5,000 entries.
#pragma once

#include "core/model/events.h"
#include "core/packs/pack.h"
#include "tests/bench/station.h"

namespace caseward::bench {

struct HeavyCase {
    static constexpr std::size_t subparagraphs = 40, passages = 400, wantedEntries = 5'000, documents = 12;

    explicit HeavyCase(const PersonId &person);

    SystemClock clock;
    SystemRandom random;
    packs::PackPtr pack;                // SEAD 4 as it is shipped
    std::vector<model::Event> events;

private:
    void intake(const PersonId &person);
    void tieAll();
    void weigh();
    void allege();
    void fill();
    std::vector<PassageId> tied;
    std::vector<DocumentId> records;
};

} // namespace caseward::bench
