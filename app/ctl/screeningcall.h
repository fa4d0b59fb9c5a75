// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of screening have in common: the questionnaire that is meant, papers and pages, and how a screening is shown.
#pragma once

#include "app/ctl/command.h"
#include "core/session/screening.h"

namespace caseward::ctl {

[[nodiscard]] Option asOfOption();
// --document and --page, for the paper that shows something.
[[nodiscard]] std::vector<Option> paperOptions();
[[nodiscard]] Result<model::PaperPlace> paperSaid(Call &call);
// --document, else the questionnaire that was submitted last. NotFound when the case has none.
[[nodiscard]] Result<DocumentId> questionnaireSaid(Call &call);
// Records and answers with the number of entries.
[[nodiscard]] Result<Reply> screened(Call &call, const model::Event &event, const std::string &line);

[[nodiscard]] Json hintFacts(const session::Hint &hint);
[[nodiscard]] std::string hintLine(const session::Hint &hint, const model::Dossier &dossier);
[[nodiscard]] Json sectionFacts(const session::SectionResult &section);
[[nodiscard]] std::string sectionLine(const session::SectionResult &section);
[[nodiscard]] Json itemFacts(const session::FileItem &item);
[[nodiscard]] std::string itemLine(const session::FileItem &item);
[[nodiscard]] std::string verdictWord(model::Verdict verdict);                 // "yes", "no", "open"

} // namespace caseward::ctl
