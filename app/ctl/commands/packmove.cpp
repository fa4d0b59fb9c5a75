// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"
#include "core/session/casepacks.h"

namespace caseward::ctl {

// Without --reason it only shows what would change.
Command packMove()
{
    return {"pack move", "<pack>", "move a case to a newer version of one of its packs, and show what changes; without --reason only show it",
            {caseOption(), {"reason", "words", "why; recorded"}}, true, [](Call &call) -> Result<Reply> {
                const std::string name = TRY(call.argument(0, "a pack"));
                session::CasePacks packs(*TRY(call.session()), TRY(call.caseId()));
                const session::PackMove plan = TRY(packs.planMove(name));
                Reply reply = packChanges(*plan.from, *plan.to);
                Json::Array passages;
                for (const PassageId &id : plan.passages) {
                    passages.emplace_back(id.text());
                    reply.lines += "to be tied anew, or explained: passage " + id.text() + "\n";
                }
                for (const std::string &id : plan.conditions)
                    reply.lines += "to be found anew, or explained: " + id + "\n";
                reply.facts["passages"] = std::move(passages);
                reply.facts["conditions"] = Json::Array(plan.conditions.begin(), plan.conditions.end());
                reply.facts["moved"] = call.has("reason");
                if (call.has("reason")) {
                    TRY(packs.move(name, call.option("reason")));
                    reply.lines += "moved: " + plan.to->id + " " + plan.from->version + " to " + plan.to->version + "\n";
                }
                return reply;
            }};
}

} // namespace caseward::ctl
