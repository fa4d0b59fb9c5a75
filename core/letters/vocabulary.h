// SPDX-License-Identifier: GPL-3.0-or-later
// The words of templates: which fields and lists there are, where, for which kinds of letter, and what each kind must have. Private to
// core/letters. Any thread.
#pragma once

#include "core/model/letters.h"

#include <string>
#include <string_view>
#include <vector>

namespace caseward::letters {

struct ListWords {
    std::string_view name;                 // "allegations"
    std::string_view within;               // the list whose items have it; empty: the letter
    std::vector<std::string_view> fields;  // of each item
    bool internal = false;                 // only in what stays in the file
};
[[nodiscard]] const std::vector<std::string_view> &letterFields();
[[nodiscard]] const std::vector<ListWords> &lists();
[[nodiscard]] const ListWords *listNamed(std::string_view name);
// What a template of that kind must use: fields, lists, or "rights" for the notice of rights.
[[nodiscard]] std::vector<std::string_view> requiredWords(model::LetterKind kind);

} // namespace caseward::letters
