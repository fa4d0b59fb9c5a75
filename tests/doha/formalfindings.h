// SPDX-License-Identifier: GPL-3.0-or-later
// The formal findings at the end of a decision of an administrative judge: what was found on every allegation, on every
// guideline, and what became of the case. Plain values; any thread.
#pragma once

#include "tests/doha/label.h"

#include <optional>
#include <string>
#include <vector>

namespace caseward::doha {

// Neither: the paper lists the sub-paragraph but finds nothing ("duplicate debt", "no allegation", "moot").
enum class Finding { For, Against, Withdrawn, Neither };
enum class Outcome { Granted, Denied, Other };
enum class Exception { None, Conditional, Waiver };

struct SubParagraph {
    Label label;
    std::string part; // "as to the marijuana offense": one label may be found in parts, each with its own finding
    Finding finding = Finding::For;
    std::string note; // what the paper adds or says instead: "duplicate of 1.e", "Stricken from the SOR"
    bool operator==(const SubParagraph &) const = default;
};

struct FoundParagraph {
    int number = 0;
    std::string guidelines; // letters A to M, one after another; two when one paragraph alleges under two
    std::optional<Finding> finding; // nothing: the paper finds on the sub-paragraphs only
    std::string note;
    std::vector<SubParagraph> subParagraphs; // in order of their labels
    bool operator==(const FoundParagraph &) const = default;
};

struct FormalFindings {
    std::vector<FoundParagraph> paragraphs; // in order of their numbers
    Outcome outcome = Outcome::Other;
    Exception exception = Exception::None;
    bool operator==(const FormalFindings &) const = default;
};

[[nodiscard]] const char *words(Finding finding); // "For Applicant"
[[nodiscard]] const char *words(Outcome outcome);
[[nodiscard]] const char *words(Exception exception);

// The findings and the conclusion in the form most judges use; read() of it gives the same value back.
[[nodiscard]] std::string print(const FormalFindings &findings);

} // namespace caseward::doha
