// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"
#include "app/ctl/packreply.h"

#include "core/model/statement.h"

#include <tuple>

namespace caseward::ctl {
Command allegationMake()
{
    std::vector<Option> options = allegationOptions();
    options.push_back({"label", "label", "1.a; the next free one of the guideline's paragraph when not said"});
    return {"allegation make", "<letter>", "add a sub-paragraph under a guideline to the statement of reasons", options, true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                model::Allegation said;
                std::tie(said.pack, said.guideline) = TRY(packAndName(call, TRY(call.argument(0, "a guideline letter"))));
                said.label = call.has("label") ? call.option("label") : model::nextAllegationLabel(*TRY(session.openCase(id)), said.pack, said.guideline);
                said = TRY(allegationSaid(call, std::move(said)));
                return recorded(call, said.label, model::AllegationMade{session::Allegations(session).newId(), said});
            }};
}

} // namespace caseward::ctl
