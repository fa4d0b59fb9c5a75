// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands that look across a case share. Plain functions; any thread.
#pragma once

#include "app/ctl/command.h"

namespace caseward::ctl {

// ["0192…", …]
inline Json::Array idTexts(const std::vector<PassageId> &list)
{
    Json::Array array;
    for (const PassageId &id : list)
        array.emplace_back(id.text());
    return array;
}

// Their commands: a header of their own, so that a new one does not build every command again.
Command caseMatrix();
Command caseCarries();

} // namespace caseward::ctl
