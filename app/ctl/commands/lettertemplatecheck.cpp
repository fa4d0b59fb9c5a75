// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"

namespace caseward::ctl {

Command letterTemplateCheck()
{
    return {"letter template check", "<file>", "read a template as it would be taken in; what is wrong is named with its line",
            {{"fields", "", "also list the fields and lists a template of its kind may use"}}, false, [](Call &call) -> Result<Reply> {
                const letters::Template form = TRY(session::readLetterForm(TRY(call.argument(0, "a template file"))));
                const std::string kind(model::letterKindName(form.kind));
                Reply reply{{{"kind", Json(kind)}, {"version", Json(form.version)}, {"title", Json(form.title)}}, kind + " " + form.version + ": sound\n"};
                if (!call.has("fields"))
                    return reply;
                Json::Array names;
                for (const std::string &name : letters::fieldNames(form.kind)) {
                    names.emplace_back(name);
                    reply.lines += name + "\n";
                }
                reply.facts.emplace("fields", Json(std::move(names)));
                return reply;
            }};
}

} // namespace caseward::ctl
