// SPDX-License-Identifier: GPL-3.0-or-later
// Recomputes everything about a case from its stored bytes: pages of the database, chain, documents, text layers,
// anchors, signatures, orphans. Goes on after a problem, so that the report also says what is good. Worker thread.
#pragma once

#include "core/base/progress.h"
#include "core/crypto/certificate.h"
#include "core/store/casefile.h"

namespace caseward::flow {

struct CaseCheck {
    std::uint64_t entries = 0, documents = 0, pages = 0, bytes = 0, signatures = 0;
    std::vector<std::pair<std::string, Fault>> problems;
    std::vector<std::string> orphans;
};

[[nodiscard]] CaseCheck checkCase(store::CaseFile &file, const crypto::TrustStore &trust, Progress &progress);

} // namespace caseward::flow
