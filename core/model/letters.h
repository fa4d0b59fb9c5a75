// SPDX-License-Identifier: GPL-3.0-or-later
// The letters a case gives rise to, and the entry that says one was issued. Which may be made when is core/rules/letters.h. Plain
// values; any thread.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <string_view>

namespace caseward::model {

// The names are part of the format: never change one, only add.
enum class LetterKind { StatementOfReasons, Interrogatory, LetterOfIntent, Denial, Revocation, Advisement, Memorandum, Certificate };
inline constexpr int letterKindCount = static_cast<int>(LetterKind::Certificate) + 1;

[[nodiscard]] std::string_view letterKindName(LetterKind kind);          // "statement-of-reasons", …
[[nodiscard]] std::string_view letterKindTitle(LetterKind kind);         // "Statement of reasons", …
[[nodiscard]] Result<LetterKind> parseLetterKind(std::string_view name); // Malformed, with all there are
// Whether the letter leaves the office: then nothing internal stands in it. Only the memorandum stays in the file.
[[nodiscard]] bool isReleased(LetterKind kind);

struct LetterIssued {
    LetterKind kind = LetterKind::StatementOfReasons;
    std::string addressee, on;     // on: YYYY-MM-DD
    Digest paper, form;            // of the signed PDF; of the template it was made from
    std::string version;           // of that template
};

} // namespace caseward::model
