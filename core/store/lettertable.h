// SPDX-License-Identifier: GPL-3.0-or-later
// The templates of letters that this station took in with a signature, by digest; nothing is ever removed. The newest of a kind counts;
// one that is taken in anew becomes the newest. One thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace caseward::store {

struct KeptLetterForm {
    Digest digest;                      // of its text
    std::string kind, version, text;
    Bytes signature;
    Instant at;                         // when it was taken in
};

class LetterTable {
public:
    explicit LetterTable(Database &database) : m_database(database) {}
    Result<std::vector<KeptLetterForm>> all();                // the newest first
    Status keep(const KeptLetterForm &form);

private:
    Database &m_database;
};

} // namespace caseward::store
