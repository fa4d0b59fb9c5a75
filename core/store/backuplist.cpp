// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backuplist.h"

#include "core/codec/objectreader.h"

#include <algorithm>

namespace caseward::store {

namespace {

constexpr const char *backupFormat = "caseward-backup/1";
constexpr std::size_t nameBytes = 200;

// A name that stays inside the folder it is put in, wherever that is.
bool isSafeName(const std::string &name)
{
    if (name.empty() || name.size() > nameBytes || name.front() == '/' || name.back() == '/')
        return false;
    char before = '/';
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '-' && c != '_' && c != '.' && c != '/')
            return false;
        if (before == '/' && (c == '.' || c == '/'))
            return false;
        before = c;
    }
    return true;
}

} // namespace

std::uint64_t BackupList::bytes() const
{
    std::uint64_t sum = 0;
    for (const BackupFile &file : files)
        sum += file.bytes;
    return sum;
}

const BackupFile *BackupList::find(const std::string &fileName) const
{
    const auto found = std::ranges::lower_bound(files, fileName, {}, &BackupFile::name);
    return found != files.end() && found->name == fileName ? &*found : nullptr;
}

std::string encodeBackupList(const BackupList &list)
{
    codec::Json::Array files;
    for (const BackupFile &file : list.files)
        files.emplace_back(codec::Json::Object{{"bytes", codec::Json(file.bytes)}, {"name", codec::Json(file.name)}, {"sha256", codec::Json(file.digest.hex())}});
    codec::Json::Object json;
    json["format"] = backupFormat;
    json["vault"] = list.vault.text();
    json["station"] = list.station.text();
    json["name"] = list.name;
    json["created"] = toText(list.created);
    json["by"] = list.madeBy;
    json["ledger"] = codec::Json::Object{{"root", codec::Json(list.ledgerRoot.hex())}, {"size", codec::Json(list.ledgerSize)}};
    json["files"] = std::move(files);
    return codec::canonicalJson(codec::Json(std::move(json)));
}

Result<BackupList> decodeBackupList(std::string_view untrusted)
{
    const auto damaged = [](const std::string &why) { return fail(FaultCode::BackupDamaged, "backup.json: " + why, {{"file", "backup.json"}}); };
    auto json = codec::parseCanonicalJson(viewOf(untrusted));
    if (!json.ok())
        return damaged(json.fault().detail);
    codec::ObjectReader reader(*json, "backup.json");
    if (reader.text("format") != backupFormat)
        return damaged("it is of another format");
    BackupList list;
    list.vault = reader.id<VaultId>("vault");
    list.station = reader.id<StationId>("station");
    list.name = reader.text("name");
    list.created = reader.instant("created");
    list.madeBy = reader.text("by");
    const codec::Json ledger{reader.object("ledger")};
    const codec::Json::Array files = reader.array("files");
    const Status read = reader.finish();
    codec::ObjectReader ledgerReader(ledger, "backup.json");
    list.ledgerRoot = ledgerReader.digest("root");
    list.ledgerSize = static_cast<std::uint64_t>(ledgerReader.integer("size", 0, 1'000'000'000));
    const Status ledgerRead = ledgerReader.finish();
    if (!read.ok() || !ledgerRead.ok())
        return damaged(read.ok() ? ledgerRead.fault().detail : read.fault().detail);
    for (const codec::Json &item : files) {
        codec::ObjectReader one(item, "backup.json");
        BackupFile file;
        file.name = one.text("name");
        file.bytes = static_cast<std::uint64_t>(one.integer("bytes", 0, std::int64_t{1} << 50));
        file.digest = one.digest("sha256");
        const Status fileRead = one.finish();
        if (!fileRead.ok())
            return damaged(fileRead.fault().detail);
        if (!isSafeName(file.name) || (!list.files.empty() && !(list.files.back().name < file.name)))
            return damaged("a file name is not one of a vault, or out of order");
        list.files.push_back(std::move(file));
    }
    if (!list.find("vault.json") || !list.find("vault.db") || !list.find("key.p7m"))
        return damaged("a part of every vault is not in it");
    return list;
}

} // namespace caseward::store
