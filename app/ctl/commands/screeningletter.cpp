// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

#include "ui/paper/deficiencypaper.h"

namespace caseward::ctl {
// Nothing is written into the case: returning it is screening return.
Command screeningLetter()
{
    return {"screening letter", "", "the deficiency letter: what is noted and not settled, by section",
            {caseOption(), {"to", "name", "the sender"}, {"words", "text", "what else to say"}, {"out", "file", "write it as a PDF; not said: print it as text"}}, true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto letter = TRY(session::ScreeningDesk(session).letter(id, TRY(call.need("to")), call.option("words")));
                Json::Array items;
                for (const auto &item : letter.items)
                    items.push_back(Json(Json::Object{{"code", Json(item.code)}, {"section", Json(item.section)}, {"text", Json(item.text)}}));
                Reply reply{{{"to", Json(letter.to)}, {"items", Json(std::move(items))}}, letter.text()};
                if (!call.has("out"))
                    return reply;
                const Path file = call.option("out");
                std::error_code ignored;
                if (std::filesystem::exists(file, ignored))
                    return fail(FaultCode::AlreadyExists, file.string() + " exists", {{"file", file.string()}});
                TRY(writeFile(file, TRY(ui::deficiencyPdf(letter, *TRY(session.openCase(id)), {session.signedIn().name, call.environment().clock.now()}))));
                reply.facts.emplace("file", Json(file.string()));
                reply.lines = file.string();
                return reply;
            }};
}

} // namespace caseward::ctl
