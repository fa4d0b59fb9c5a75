// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reciprocitycall.h"

namespace caseward::ctl {

Command reciprocityShow()
{
    return {"reciprocity show", "", "the questions before another agency's eligibility is accepted, and what the record shows on each", reciprocityOptions(), true,
            [](Call &call) -> Result<Reply> {
                session::ReciprocityDesk desk(*TRY(call.session()));
                const session::ReciprocityAsked asked = TRY(reciprocityAsked(call));
                const session::ReciprocityView view = TRY(desk.show(TRY(call.caseId()), asked));
                Json::Array list;
                std::string lines = view.rules->instrument + ": " + view.rules->rule + "\n" + view.rules->clockText + (view.rules->clockVerified ? "" : " (Not verified.)") + "\n" +
                                    (view.due.empty() ? "No clock runs: clock start " + view.rules->clock + " --from DAY.\n" : "Due " + view.due + ".\n");
                for (const session::ReciprocityShown &shown : view.shown) {
                    const auto &question = *shown.question;
                    list.emplace_back(Json::Object{{"id", Json(question.id)}, {"title", Json(question.title)}, {"text", Json(question.text)}, {"verified", Json(question.verified)},
                                                   {"shows", Json(shown.shows)}, {"recordSaysYes", Json(shown.yes)}});
                    lines += "\n" + question.id + "  " + question.text + (question.verified ? "" : " (Not verified.)") + "\n      " + shown.shows + "\n";
                }
                return Reply{{{"rules", Json(view.rules->name())}, {"rule", Json(view.rules->rule)}, {"due", Json(view.due)}, {"questions", Json(std::move(list))}},
                             lines + "\nFacts of the record. You answer each question, and you decide."};
            }};
}

} // namespace caseward::ctl
