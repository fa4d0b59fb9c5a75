// SPDX-License-Identifier: GPL-3.0-or-later
// The field's words for states, kinds, days and times, made once for every page. Pure; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "ui/base/chip.h"

#include <QDate>
#include <QString>

namespace caseward::ui {

[[nodiscard]] QString text(std::string_view utf8);                       // std::string -> QString
[[nodiscard]] QString statusWord(model::CaseStatus status);              // "In review"
[[nodiscard]] ChipKind statusChip(model::CaseStatus status);
[[nodiscard]] QString typeWord(std::string_view type, bool whole = false); // "initial" -> "Initial"; whole: "Initial eligibility"
[[nodiscard]] QString roleWord(std::string_view role);                   // "security-officer" -> "Security officer"
[[nodiscard]] QString conditionLabel(const packs::Condition &condition); // "E 16(a)"
[[nodiscard]] QString documentKindWord(model::DocumentKind kind);        // "Report of investigation"
[[nodiscard]] QString mediaWord(model::MediaType media);                // "PDF", "E-mail", "Picture"
[[nodiscard]] QString unreadableWord(std::string_view code);            // "document-encrypted" -> "asks for a password"
[[nodiscard]] QString weightWord(model::Weight weight);                  // "Slight", "Moderate", "Substantial"
[[nodiscard]] QString appraisalWords(const model::PassageAppraised &said); // "B2, disputed, about 2019 to 2021-04-03"; empty: nothing said

[[nodiscard]] QDate dayFrom(std::string_view day);                       // YYYY-MM-DD; null when empty or wrong
[[nodiscard]] QString dayWord(const QDate &day, const QDate &today);     // "4 Dec", with the year when it is another
struct DueWords { QString text; bool overdue = false; };
[[nodiscard]] DueWords dueWords(std::string_view due, const QDate &today); // "4 Dec (12 days)", "overdue 3 days", ""
[[nodiscard]] QString momentWord(Instant instant);                       // "22 Nov 2026 15:04:05", local time
[[nodiscard]] QString clockWord(Instant instant);                        // "15:04:05"
[[nodiscard]] QString sizeWord(std::uint64_t bytes);                     // "1.4 MB"
[[nodiscard]] QString shortDigest(const Digest &digest);                 // "9f2c…71ad"

} // namespace caseward::ui
