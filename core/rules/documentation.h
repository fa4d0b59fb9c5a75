// SPDX-License-Identifier: GPL-3.0-or-later
// The documentation check: whether the reasons as written name what the record says was weighed, as the review of adjudication
// documentation (RADAR) asks: the issues, the disqualifying conditions established, the mitigating conditions considered, the whole
// person, the exception, and whether the decision follows the findings. A list of things, each named or not: nothing is added up, and how
// well something is argued it does not see. Pure; any thread.
#pragma once

#include "core/rules/completeness.h"

namespace caseward::rules {

enum class Naming { Named, NotNamed, Explained, DoesNotApply };

struct DocumentationItem {
    std::string id;                 // "documentation.guideline", ".allegation", ".disqualifying", ".mitigating", ".whole-person", ".exception", ".outcome"
    std::string key;                // CheckExplained::target: "F", "1.a", "19(a)"; under a further pack its id follows after a blank
    std::string text;               // "F 19(a), found established"
    Naming naming = Naming::NotNamed;
    std::vector<std::size_t> paragraphs; // of the reasons, from 0, that name it
    std::string words;              // why it does not apply, or what was said instead; of ".outcome" what differs
    Target target;
    [[nodiscard]] std::string state() const;    // "named in paragraph 2", "not named", "does not apply: …", "explained: …"
};

// Of a case under its packs, the leading one first, in the order of the wizard. A paragraph names a thing when it says its label (as
// words: core/rules/mentions.h) or cites a passage that is tied to it; a guideline also by its title or by one of its conditions, the whole
// person by these words, by a factor or by the label above the factors ("2(d)"), an exception by its code or name beside the word "exception".
[[nodiscard]] std::vector<DocumentationItem> documentation(const model::Dossier &dossier, const std::vector<const packs::Pack *> &packs);
[[nodiscard]] std::vector<DocumentationItem> documentation(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs);

} // namespace caseward::rules
