// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {

namespace {

Json row(std::string &lines, const std::string &id, const std::string &title, const std::string &text)
{
    lines += "  " + id + std::string(id.size() < 18 ? 18 - id.size() : 1, ' ') + title + (text.empty() ? "" : ". " + text) + "\n";
    return Json(Json::Object{{"id", Json(id)}, {"title", Json(title)}, {"text", Json(text)}});
}

} // namespace

Command screeningCodes()
{
    return {"screening codes", "", "the forms, sections, releases, components and deficiency codes of this station", {}, true, [](Call &call) -> Result<Reply> {
                const auto forms = TRY(session::ScreeningDesk(*TRY(call.session())).forms());
                Reply reply{{{"id", Json(forms->id)}, {"version", Json(forms->version)}}, forms->id + " " + forms->version + "\n" + forms->notice + "\n"};
                const auto list = [&](const char *key, const char *title, const auto &items, auto &&one) {
                    reply.lines += std::string("\n") + title + "\n";
                    Json::Array rows;
                    for (const auto &item : items)
                        rows.push_back(one(item));
                    reply.facts.emplace(key, Json(std::move(rows)));
                };
                list("forms", "Forms", forms->forms, [&](const auto &form) { return row(reply.lines, form.id, form.title, "Confidence: " + form.confidence + "."); });
                list("sections", "Sections", forms->sections, [&](const auto &section) { return row(reply.lines, section.id, section.title, {}); });
                list("releases", "Releases", forms->releases, [&](const auto &release) { return row(reply.lines, release.id, release.title, release.text); });
                for (const auto &tier : forms->tiers)
                    list(tier.id.c_str(), ("Components, " + tier.title).c_str(), tier.components, [&](const auto &component) { return row(reply.lines, component.id, component.title, {}); });
                list("deficiencies", "Deficiency codes", forms->deficiencies, [&](const auto &code) { return row(reply.lines, code.code, code.title, code.text); });
                return reply;
            }};
}

} // namespace caseward::ctl
