// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/answers.h"

namespace caseward::ctl {
Command questionnaireAnswers()
{
    return {"questionnaire answers", "", "what a questionnaire answers, field by field, and where each answer stands",
            {caseOption(), {"document", "document", "id, title, exhibit or file name"}, {"section", "name", "only the answers under this part of the form"}}, true,
            [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto facts = TRY(call.document());
                const std::string section = call.option("section");
                Json::Array answers;
                std::string lines;
                for (const model::Answer &answer : *TRY(session::Answers(session).of(id, facts.document))) {
                    if (!section.empty() && !answer.path.starts_with(section))
                        continue;
                    answers.emplace_back(Json::Object{{"path", Json(answer.path)}, {"value", Json(answer.value)}, {"page", Json(answer.span.page)},
                                                      {"start", Json(answer.span.start)}, {"end", Json(answer.span.end)}});
                    lines += "p." + std::to_string(answer.span.page) + "  " + answer.path + ": " + answer.value + "\n";
                }
                if (answers.empty())
                    lines = section.empty() ? "'" + facts.title + "' is no questionnaire, or answers nothing." : "Nothing is answered under '" + section + "'.";
                return Reply{{{"document", Json(facts.document.text())}, {"answers", Json(std::move(answers))}}, lines};
            }};
}

} // namespace caseward::ctl
