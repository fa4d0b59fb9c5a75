// SPDX-License-Identifier: GPL-3.0-or-later
// The guideline packs a vault keeps: every version a case here was ever held against, every one that was taken in with its signature,
// and which of them begin no new cases any more. By digest; nothing is ever removed. One thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/events.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace caseward::store {

struct KeptPack {
    model::PackRef ref;
    std::string text;                   // canonical, as its digest is over
    Bytes signature;                    // empty: came with a case, or with the program
    Instant at;                         // when it was taken in; 0 for those without a signature
    Instant retiredAt;                  // 0: not retired
    std::string retiredReason;
};

class PackTable {
public:
    explicit PackTable(Database &database) : m_database(database) {}
    Result<std::vector<KeptPack>> all();                      // in the order they came
    Status keepText(const model::PackRef &pack, const std::string &canonical); // does nothing when it is there
    Status keepSigned(const KeptPack &pack);                  // with signature and time; a text that is there already gets them
    Status retire(const Digest &digest, Instant at, const std::string &reason); // NotFound

private:
    Database &m_database;
};

} // namespace caseward::store
