// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// What is printed here was displayed to the person who asked, so it is recorded as such.
Command documentShow()
{
    return {"document show", "", "print the text of a document and record its pages as displayed",
            {caseOption(), {"document", "document", "id, title, exhibit or file name"}, {"page", "number", "one page; all when not said"}}, true,
            [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto facts = TRY(call.document());
                const std::uint32_t one = TRY(call.number("page", 0));
                Json::Array pages;
                std::string lines;
                model::PagesDisplayed displayed{facts.document, {}};
                for (std::uint32_t page = one ? one : 1; page <= (one ? one : facts.pages); ++page) {
                    const auto text = TRY(session.pageText(id, facts.document, page));
                    pages.emplace_back(Json::Object{{"page", Json(page)}, {"text", Json(text.text)}});
                    lines += "--- " + facts.title + ", page " + std::to_string(page) + " of " + std::to_string(facts.pages) + "\n" + text.text + "\n";
                    displayed.pages.push_back(page);
                }
                TRY(session.record(id, displayed));
                return Reply{{{"document", Json(facts.document.text())}, {"pages", Json(std::move(pages))}}, lines};
            }};
}

} // namespace caseward::ctl
