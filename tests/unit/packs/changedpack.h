// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped packs of the second edition, and what a test changes in them.
#pragma once

#include "committedpack.h"

#include "core/codec/json.h"

#include <QtGlobal>

#include <functional>

namespace caseward::packs::tests {

using codec::Json;
using Change = std::function<void(Json::Object &)>;

inline Json &at(Json::Object &object, const char *key) { return object.find(std::string_view(key))->second; }
inline Json::Object &item(Json::Object &root, const char *list, std::size_t index) { return at(root, list).array()[index].object(); }

inline Bytes fileOf(const char *name)
{
    auto bytes = readFile(committedPackPath().parent_path() / name, limits::packBytes);
    return bytes.ok() ? *bytes : Bytes();
}

inline Json jsonOf(const char *name)
{
    auto json = codec::parseJson(fileOf(name));
    if (!json.ok())
        qFatal("%s", json.fault().detail.c_str());
    return *json;
}

inline PackPtr changed(const char *name, const Change &change)
{
    Json root = jsonOf(name);
    change(root.object());
    auto pack = Pack::load(viewOf(codec::canonicalJson(root)));
    if (!pack.ok())
        qFatal("%s", pack.fault().detail.c_str());
    return *pack;
}

inline PackPtr shipped(const char *name) { return changed(name, [](auto &) {}); }

constexpr const char *us = "us-sead4-2017-2.0.0.json", *nato = "nato-ac35-d2000-1.0.0.json", *eu = "eu-2013-488-1.0.0.json", *de = "de-sueg-1.0.0.json";

} // namespace caseward::packs::tests
