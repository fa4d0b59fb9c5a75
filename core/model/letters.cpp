// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/letters.h"

#include <array>

namespace caseward::model {

namespace {

struct Row { LetterKind kind; std::string_view name, title; };
constexpr std::array rows{
    Row{LetterKind::StatementOfReasons, "statement-of-reasons", "Statement of reasons"},
    Row{LetterKind::Interrogatory, "interrogatory", "Letter of interrogatory"},
    Row{LetterKind::LetterOfIntent, "letter-of-intent", "Letter of intent"},
    Row{LetterKind::Denial, "denial", "Letter of denial"},
    Row{LetterKind::Revocation, "revocation", "Letter of revocation"},
    Row{LetterKind::Advisement, "advisement", "Letter of advisement"},
    Row{LetterKind::Memorandum, "memorandum", "Decision memorandum"},
    Row{LetterKind::Certificate, "certificate", "Certificate of eligibility"},
};
static_assert(rows.size() == static_cast<std::size_t>(letterKindCount)); // in the order of the enumeration

} // namespace

std::string_view letterKindName(LetterKind kind) { return rows.at(static_cast<std::size_t>(kind)).name; }
std::string_view letterKindTitle(LetterKind kind) { return rows.at(static_cast<std::size_t>(kind)).title; }

Result<LetterKind> parseLetterKind(std::string_view name)
{
    std::string all;
    for (const Row &row : rows) {
        if (row.name == name)
            return row.kind;
        all += (all.empty() ? "" : ", ") + std::string(row.name);
    }
    return fail(FaultCode::Malformed, "not a kind of letter: " + std::string(name) + " (there are " + all + ")");
}

bool isReleased(LetterKind kind) { return kind != LetterKind::Memorandum; }

} // namespace caseward::model
