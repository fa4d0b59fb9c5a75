// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unrecorded.h"

#include "core/base/blanktext.h"
#include "core/session/state.h"
#include "core/store/unrecorded.h"

namespace caseward::session {

Result<std::vector<Unrecorded>> UnrecordedDesk::of(const CaseId &id)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(id));
    std::vector<Unrecorded> found;
    for (const store::UnrecordedWords &it : TRY(store::unrecordedOf(*target.file, state.who.person)))
        found.push_back({it.place, it.words, it.at});
    return found;
}

Status UnrecordedDesk::keep(const CaseId &id, const std::string &place, const std::string &words)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(state.vault->needWritable());
    return isBlank(words) ? store::dropUnrecorded(*target.file, state.who.person, place)
                          : store::keepUnrecorded(*target.file, state.who.person, {place, words, state.env.clock.now()});
}

} // namespace caseward::session
