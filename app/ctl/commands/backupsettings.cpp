// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/backups.h"

namespace caseward::ctl {

// Shows the settings; changes what is given.
Command backupSettings()
{
    return {"backup settings", "", "where backups go at sign-in, how often, and how many stay",
            {{"to", "folder", "folder of the backups; '' for no automatic ones"},
             {"hours", "number", "at sign-in, when the last one is older than this; 24 until set"},
             {"keep", "number", "how many stay, the newest; 7 until set"}},
            true, [](Call &call) -> Result<Reply> {
                session::Backups backups(*TRY(call.session()));
                auto settings = TRY(backups.settings());
                if (call.has("to"))
                    settings.folder = call.option("to");
                settings.hours = TRY(call.number("hours", settings.hours));
                settings.keep = TRY(call.number("keep", settings.keep));
                if (call.has("to") || call.has("hours") || call.has("keep"))
                    TRY(backups.setSettings(settings));
                settings = TRY(backups.settings());
                const auto last = backups.last();
                const std::string when = last ? toText(*last) : "";
                return Reply{{{"folder", Json(settings.folder.string())}, {"hours", Json(settings.hours)}, {"keep", Json(settings.keep)}, {"last", Json(when)}},
                             (settings.folder.empty() ? std::string("no automatic backups") : "backups go to " + settings.folder.string()) + "\nat sign-in when the last is older than " +
                                 std::to_string(settings.hours) + " hours; the newest " + std::to_string(settings.keep) + " stay\nlast: " + (last ? when : "none")};
            }};
}

} // namespace caseward::ctl
