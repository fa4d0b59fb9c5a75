// SPDX-License-Identifier: GPL-3.0-or-later
// What the pack commands share: which pack is meant, and how one is told. Main thread.
#pragma once

#include "app/ctl/command.h"
#include "core/session/packdesk.h"

namespace caseward::ctl {

// Of the vault when --vault is given, else what came with the program; all in force as far as their days say.
[[nodiscard]] Result<std::vector<session::PackRow>> packRows(Call &call);
// A file of that name, else what PackDesk::find() means by it among packRows(). NotFound.
[[nodiscard]] Result<packs::PackPtr> packMeant(Call &call, const std::string &name);

// "nato-ac35-d2000:a" of a case with several packs; without a pack's id before the colon the one that leads is meant.
[[nodiscard]] Result<std::pair<std::string, std::string>> packAndName(Call &call, const std::string &text);

[[nodiscard]] Json::Object packFacts(const session::PackRow &row);
[[nodiscard]] std::string packLine(const session::PackRow &row);
[[nodiscard]] std::string packLines(const packs::Pack &pack);        // the whole pack, for people
[[nodiscard]] Reply packChanges(const packs::Pack &before, const packs::Pack &after);

// Their commands: a header of their own, so that a new one does not build every command again.
Command packCheck();
Command packImport();
Command packSign();
Command packExport();
Command packDiff();
Command packRetire();
Command packJoin();
Command packMove();
Command casePacks();

} // namespace caseward::ctl
