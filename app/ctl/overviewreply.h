// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands that look across a case share. Plain functions; any thread.
#pragma once

#include "app/ctl/command.h"
#include "core/session/overview.h"

namespace caseward::ctl {

// ["0192…", …]
inline Json::Array idTexts(const std::vector<PassageId> &list)
{
    Json::Array array;
    for (const PassageId &id : list)
        array.emplace_back(id.text());
    return array;
}

// ["Two levels: …", …] and the same as lines; what is missing says so.
inline Json::Array levelFacts(const std::vector<session::LevelLine> &levels)
{
    Json::Array array;
    for (const session::LevelLine &level : levels)
        array.emplace_back(Json::Object{{"text", Json(level.text)}, {"missing", Json(level.missing)}});
    return array;
}
inline std::string levelWords(const std::vector<session::LevelLine> &levels)
{
    std::string lines = levels.empty() ? "" : "\nwho signs\n";
    for (const session::LevelLine &level : levels)
        lines += std::string(level.missing ? "  ○ " : "  ● ") + level.text + "\n";
    return lines;
}

// Their commands: a header of their own, so that a new one does not build every command again.
Command caseMatrix();
Command caseCarries();
Command caseDocumentation();

} // namespace caseward::ctl
