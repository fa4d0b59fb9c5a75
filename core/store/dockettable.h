// SPDX-License-Identifier: GPL-3.0-or-later
// The table `docket` of vault.db: for each case its number, to be found by, and one short line, to be sorted and filtered by, without
// reading keys and summaries of a hundred thousand cases. Derived from the summary, which stands in `cases`; written without
// waiting for the disk, since what a power cut takes is made again. One thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/database.h"

#include <functional>
#include <string>
#include <vector>

namespace caseward::store {

struct DocketLine {
    CaseId id;
    std::string reference;
    std::string line;                   // the session's own; empty when it is still to be made from the summary
};

class DocketTable {
public:
    explicit DocketTable(Database &database) : m_database(database) {}

    // The summary of a case and its line, together. Another change that waits for the disk also makes these safe.
    Status put(const DocketLine &line, const std::string &summary);
    // Cases of an older schema, or cut off while they were made, get a line. Cheap when there are none.
    Status fill(const std::function<DocketLine(const CaseId &, const std::string &summary)> &lineOf);

    // Of the cases this person may know of now, in order of their ids; tells when the first of these grants will end (0: never).
    Result<Instant> visible(const PersonId &person, Instant now, const std::function<void(const CaseId &, std::string_view line)> &each);
    // Those of them with this number.
    Result<std::vector<CaseId>> withReference(std::string_view reference, const PersonId &person, Instant now);
    Result<bool> mayKnow(const CaseId &id, const PersonId &person, Instant now);

    // Goes up with every row of vault.db this program changes.
    [[nodiscard]] std::int64_t changes() const;

private:
    Database &m_database;
};

} // namespace caseward::store
