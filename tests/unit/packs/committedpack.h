// SPDX-License-Identifier: GPL-3.0-or-later
// The committed SEAD 4 pack, for the tests of this folder.
#pragma once

#include "core/packs/pack.h"

inline caseward::Path committedPackPath()
{
    return caseward::Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "us-sead4-2017.json";
}

// Empty when the file cannot be read; the test that uses it then fails on what it looks for.
inline caseward::Bytes committedPackBytes()
{
    auto bytes = caseward::readFile(committedPackPath(), caseward::limits::packBytes);
    return bytes.ok() ? *bytes : caseward::Bytes();
}

inline caseward::Result<caseward::packs::PackPtr> committedPack()
{
    return caseward::packs::Pack::load(committedPackBytes());
}
