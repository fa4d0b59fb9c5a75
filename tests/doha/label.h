// SPDX-License-Identifier: GPL-3.0-or-later
// The label of a sub-paragraph of a statement of reasons: 1.a … 1.z, then 1.aa, 1.bb … 1.zz, 1.aaa … (doubled letters) or
// 1.aa, 1.ab … (as columns of a spreadsheet), with nested parts 1.a(1), 1.a(2). Both ways of going past z occur. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caseward::doha {

struct Label {
    int paragraph = 0; // 0: "of the paragraph this stands in"
    std::string letters; // lower case
    std::vector<std::string> nested; // "1", "ii"
    bool operator==(const Label &) const = default;
};

// 1.b before 1.aa before 1.bb; a label before its own nested parts.
[[nodiscard]] bool before(const Label &left, const Label &right);

[[nodiscard]] std::string text(const Label &label); // "1.a(2)"

// Every label from first to last, both included. Empty when there is no such range: backwards, across paragraphs, letters
// that no way of counting reaches, or more than 300 labels.
[[nodiscard]] std::vector<Label> range(const Label &first, const Label &last);

} // namespace caseward::doha
