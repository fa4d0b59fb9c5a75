// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue is sorted and filtered by, of every case the person may know of, in memory: some hundred bytes a case. Read
// from the docket's lines, and again when anything else in vault.db has changed or a grant has ended. Private to core/session.
#pragma once

#include "core/session/docket.h"
#include "core/store/dockettable.h"

#include <string>
#include <vector>

namespace caseward::session {

class DocketIndex {
public:
    static Result<DocketIndex> read(store::DocketTable table, const PersonId &person, Instant now);

    // Whether it still tells the truth.
    [[nodiscard]] bool isFresh(std::int64_t changes, Instant now) const;
    bool put(const CaseId &id, std::string_view line);              // a case it has, changed; false when it has no such case
    void settle(std::int64_t changes) { m_changes = changes; }      // what changed since is in it, or no matter of it

    // Ids of the page, in order; `page` gets the numbers.
    [[nodiscard]] std::vector<CaseId> select(const DocketQuery &query, DocketPage &page) const;

private:
    struct Line {
        CaseId id;
        DocketPart part = DocketPart::Mine;
        model::CaseStatus status = model::CaseStatus::InReview;
        std::uint32_t open = 0;
        float read = -1;                        // share of the pages
        std::string text;                       // type \x1f reference \x1f subject \x1f holder \x1f due
        std::array<std::uint16_t, 4> ends{};    // of type, reference, subject, holder within it
        std::string lower;                      // reference, subject, holder, due in lower case
        [[nodiscard]] std::string_view type() const { return std::string_view(text).substr(0, ends[0]); }
        [[nodiscard]] std::string_view reference() const { return between(ends[0], ends[1]); }
        [[nodiscard]] std::string_view holder() const { return between(ends[2], ends[3]); }
        [[nodiscard]] std::string_view due() const { return std::string_view(text).substr(ends[3] + 1u); }
        [[nodiscard]] std::string_view between(std::size_t from, std::size_t to) const { return std::string_view(text).substr(from + 1, to - from - 1); }
    };
    static Line parse(const CaseId &id, std::string_view line);
    static bool matches(const Line &line, const DocketQuery &query);
    static int compare(const Line &left, const Line &right, DocketOrder order);

    std::vector<Line> m_lines;                  // by id
    std::int64_t m_changes = 0;
    Instant m_ends;
};

// The line of a case, from the row the queue shows of it.
[[nodiscard]] std::string docketLineOf(const DocketRow &row);

} // namespace caseward::session
