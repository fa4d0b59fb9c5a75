// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/overviewreply.h"

namespace caseward::ctl {

namespace {

const char *namingWord(session::Naming naming)
{
    switch (naming) {
    case session::Naming::Named: return "named";
    case session::Naming::NotNamed: return "not-named";
    case session::Naming::Explained: return "explained";
    case session::Naming::DoesNotApply: return "does-not-apply";
    }
    return "";
}

const char *sign(session::Naming naming)
{
    return naming == session::Naming::Named ? "  ✓ " : naming == session::Naming::DoesNotApply ? "  – " : naming == session::Naming::Explained ? "  ✎ " : "  ⚠ ";
}

} // namespace

Command caseDocumentation()
{
    return {"case documentation", "", "what of the weighing the reasons name, paragraph by paragraph", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                const auto items = TRY(session::documentationOf(*TRY(call.session()), TRY(call.caseId())));
                Json::Array list;
                std::string lines;
                for (const session::DocumentationItem &item : items) {
                    Json::Array paragraphs;
                    for (const std::size_t paragraph : item.paragraphs)
                        paragraphs.emplace_back(Json(static_cast<std::uint64_t>(paragraph + 1)));
                    list.emplace_back(Json::Object{{"id", Json(item.id)}, {"target", Json(item.key)}, {"text", Json(item.text)}, {"state", Json(namingWord(item.naming))},
                                                   {"paragraphs", Json(std::move(paragraphs))}, {"words", Json(item.words)}});
                    lines += sign(item.naming) + item.text + ": " + item.state() + "  [" + item.id + (item.key.empty() ? "" : " " + item.key) + "]\n";
                }
                return Reply{{{"documentation", Json(std::move(list))}}, lines + "\nWhether the reasons name it, not how well they argue it."};
            }};
}

} // namespace caseward::ctl
