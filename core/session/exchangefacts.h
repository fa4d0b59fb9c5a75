// SPDX-License-Identifier: GPL-3.0-or-later
// What the exchange register says for people, as stored with each record. Plain value; any thread.
#pragma once

#include <string>
#include <vector>

namespace caseward::session {

struct ExchangeFacts {
    std::string office, person, purpose, file;
    std::vector<std::string> references;
    std::string outcome;
};

[[nodiscard]] std::string encodeExchangeFacts(const ExchangeFacts &facts);
[[nodiscard]] ExchangeFacts decodeExchangeFacts(const std::string &text); // outcome "damaged" when unreadable

} // namespace caseward::session
