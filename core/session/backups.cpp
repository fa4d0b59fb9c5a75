// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/backups.h"

#include "core/base/limits.h"
#include "core/crypto/signature.h"
#include "core/session/certificatefile.h"
#include "core/session/state.h"
#include "core/store/backup.h"

#include <algorithm>
#include <charconv>

namespace caseward::session {

namespace {

constexpr const char *listName = "backup.json", *signatureName = "backup.p7s", *vaultName = "vault";
constexpr const char *folderKey = "backup.folder", *keepKey = "backup.keep", *hoursKey = "backup.hours";
constexpr const char *madeKind = "backup.made";
constexpr std::int64_t hour = 3'600'000;

std::uint32_t wholeNumber(const std::string &text, std::uint32_t otherwise)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

Result<store::BackupList> readList(const Path &backup)
{
    return store::decodeBackupList(toText(TRY(readFile(backup / listName, limits::jsonBytes))));
}

// "desk-20261122T184500123Z": of the vault's name, what is safe on every file system.
std::string folderNameOf(const std::string &name, Instant at)
{
    std::string safe;
    for (const char c : name)
        safe += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ? c : '-';
    std::string stamp = toText(at);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':' || c == '.'; });
    return safe.substr(0, 80) + "-" + stamp;
}

// Empty stays empty; a working directory that is gone leaves the path as it is.
Path fullPath(const Path &path)
{
    std::error_code error;
    const Path found = path.empty() ? Path() : std::filesystem::absolute(path, error);
    return error ? path : found;
}

bool isInside(const Path &path, const Path &folder)
{
    std::error_code ignored;
    const Path a = std::filesystem::weakly_canonical(path, ignored), b = std::filesystem::weakly_canonical(folder, ignored);
    return std::mismatch(b.begin(), b.end(), a.begin(), a.end()).first == b.end();
}

Status checkRoot(const Path &root, const Path &vault)
{
    std::error_code ignored;
    if (root.empty())
        return fail(FaultCode::Usage, "no folder for backups is set");
    if (!std::filesystem::is_directory(root, ignored))
        return fail(FaultCode::NotFound, "there is no folder " + root.string() + " for backups; is its medium connected?", {{"path", root.string()}});
    if (isInside(root, vault))
        return fail(FaultCode::Usage, "a backup does not belong inside the vault it saves");
    return {};
}

// Takes a half-made backup away unless it was finished.
class Making {
public:
    explicit Making(Path folder) : m_folder(std::move(folder)) {}
    Making(const Making &) = delete;
    Making &operator=(const Making &) = delete;
    ~Making()
    {
        std::error_code ignored;
        if (!m_done)
            std::filesystem::remove_all(m_folder, ignored);
    }
    void done() { m_done = true; }

private:
    Path m_folder;
    bool m_done = false;
};

store::OpenDatabases openDatabases(Session::State &state)
{
    store::OpenDatabases open;
    if (state.vault->isReadOnly())
        return open; // its files are at rest, and a log there is copied as it is
    open["vault.db"] = &state.vault->database();
    for (auto &[id, target] : state.open)
        open["cases/" + id.text() + "/case.db"] = &target.file->database();
    return open;
}

store::BackupList newList(const Session::State &state, Instant now, std::vector<store::BackupFile> files)
{
    store::BackupList list;
    list.vault = state.vault->facts().vault;
    list.station = state.vault->facts().station;
    list.name = state.vault->facts().name;
    list.created = now;
    list.madeBy = state.who.person.text();
    list.ledgerSize = state.vault->ledger().size();
    list.ledgerRoot = state.vault->ledger().root();
    list.files = std::move(files);
    return list;
}

// Oldest first, never the one just made; one that is in the way of nobody is left when it cannot be removed.
std::vector<Path> rotate(const std::vector<BackupRow> &newestFirst, const Path &justMade, std::uint32_t keep)
{
    std::vector<Path> removed;
    std::uint32_t kept = 1;
    for (const BackupRow &row : newestFirst) {
        if (row.folder == justMade || !row.problem.empty() || ++kept <= keep)
            continue;
        // First another name: half a backup must not look like one.
        const Path going = row.folder.parent_path() / (".caseward-going-" + row.folder.filename().string());
        std::error_code error;
        std::filesystem::rename(row.folder, going, error);
        if (error)
            continue;
        std::filesystem::remove_all(going, error);
        removed.push_back(row.folder);
    }
    return removed;
}

Result<crypto::TrustStore> trustOf(const std::vector<Path> &offices)
{
    crypto::TrustStore trust;
    for (const Path &path : offices)
        trust.add(TRY(readCertificate(path)));
    return trust;
}

struct Proven { store::BackupList list; BackupChecked facts; };

Result<Proven> prove(const Path &backup, const crypto::TrustStore &trust, Progress &progress)
{
    const auto part = [&](const char *name) -> Result<Bytes> {
        auto bytes = readFile(backup / name, limits::jsonBytes);
        if (!bytes.ok() && bytes.fault().code == FaultCode::NotFound)
            return fail(FaultCode::BackupDamaged, backup.string() + " has no " + name + ": it is no finished backup", {{"file", name}});
        return bytes;
    };
    const Bytes text = TRY(part(listName));
    const Bytes signature = TRY(part(signatureName));
    auto verified = crypto::verifyDetached(signature, text, trust);
    if (!verified.ok()) {
        const FaultCode code = verified.fault().code;
        const bool changed = code == FaultCode::Malformed || code == FaultCode::SignatureInvalid;
        return fail(changed ? FaultCode::BackupDamaged : code, std::string(signatureName) + ": " + verified.fault().detail, {{"file", signatureName}});
    }
    Proven proven{TRY(store::decodeBackupList(toText(text))), {}};
    if (verified->signer.personId() != proven.list.madeBy)
        return fail(FaultCode::BackupDamaged, "the list was signed by somebody else than it says", {{"file", signatureName}});
    TRY(store::verifyBackup(backup / vaultName, proven.list, progress));
    proven.facts = {proven.list.name, proven.list.created, verified->signer.commonName(), verified->signingTime,
                    proven.list.files.size(), proven.list.bytes()};
    return proven;
}

} // namespace

Result<BackupSettings> Backups::settings()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    BackupSettings settings;
    settings.folder = TRY(state.vault->settings().text(folderKey, ""));
    settings.keep = std::max(1u, wholeNumber(TRY(state.vault->settings().text(keepKey, "")), settings.keep));
    settings.hours = wholeNumber(TRY(state.vault->settings().text(hoursKey, "")), settings.hours);
    return settings;
}

Status Backups::setSettings(const BackupSettings &settings)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    TRY(state.vault->needWritable());
    if (settings.keep == 0)
        return fail(FaultCode::Usage, "at least one backup is kept");
    Path folder = settings.folder;
    if (!folder.empty()) {
        folder = fullPath(folder);
        TRY(checkRoot(folder, state.vault->folder()));
    }
    TRY(state.note("backup.settings", {{"folder", codec::Json(folder.string())}, {"hours", codec::Json(settings.hours)}, {"keep", codec::Json(settings.keep)}}));
    TRY(state.vault->settings().set(folderKey, folder.string()));
    TRY(state.vault->settings().set(keepKey, std::to_string(settings.keep)));
    return state.vault->settings().set(hoursKey, std::to_string(settings.hours));
}

Result<std::vector<BackupRow>> Backups::list(const Path &root)
{
    Session::State &state = m_session.state();
    const BackupSettings set = TRY(settings());
    const Path folder = root.empty() ? set.folder : root;
    TRY(checkRoot(folder, state.vault->folder()));
    std::vector<BackupRow> rows;
    std::error_code error;
    for (const auto &item : std::filesystem::directory_iterator(folder, error)) {
        std::error_code ignored;
        if (item.path().filename().string().starts_with(".") || !std::filesystem::exists(item.path() / listName, ignored))
            continue;
        const auto list = readList(item.path());
        if (!list.ok())
            rows.push_back({item.path(), {}, 0, 0, list.fault().detail});
        else if (list->vault == state.vault->facts().vault)
            rows.push_back({item.path(), list->created, list->files.size(), list->bytes(), {}});
    }
    if (error)
        return faultFromErrno(error.value(), "read", folder);
    std::ranges::sort(rows, [](const BackupRow &a, const BackupRow &b) { return b.created < a.created; });
    return rows;
}

Result<BackupMade> Backups::create(const Path &root, Progress &progress)
{
    Session::State &state = m_session.state();
    const BackupSettings set = TRY(settings());
    const Path folder = fullPath(root.empty() ? set.folder : root);
    TRY(checkRoot(folder, state.vault->folder()));
    TRY(state.trust.check(state.who.certificate, state.env.clock.now()));
    const auto earlier = TRY(list(folder));
    const auto newest = std::ranges::find(earlier, std::string(), &BackupRow::problem);
    std::optional<store::BackupList> earlierList;
    if (newest != earlier.end())
        earlierList = TRY(readList(newest->folder));
    const Instant now = state.env.clock.now();
    const Path final = folder / folderNameOf(state.vault->facts().name, now);
    const Path making = folder / (".caseward-making-" + final.filename().string());
    Making guard(making);
    TRY(makeDirectory(making));
    TRY(makeDirectory(making / vaultName));
    auto copied = TRY(store::copyVault(state.vault->folder(), openDatabases(state), making / vaultName,
                                       earlierList ? newest->folder / vaultName : Path(), earlierList ? &*earlierList : nullptr, progress));
    const store::BackupList made = newList(state, now, std::move(copied.files));
    const std::string text = store::encodeBackupList(made);
    TRY(writeFile(making / listName, viewOf(text)));
    TRY(writeFile(making / signatureName, TRY(crypto::signDetached(viewOf(text), state.credential, now, state.chain()))));
    TRY(store::syncAll(making));
    TRY(store::publishFolder(making, final));
    guard.done();

    BackupMade answer{final, made.files.size(), made.bytes(), copied.linked, {}, {}};
    if (!state.vault->isReadOnly()) {
        // Where the vault's own disk is full, this is the moment a backup matters most.
        const Status noted = state.note(madeKind, {{"backup", codec::Json(final.filename().string())}, {"list", codec::Json(crypto::sha256(viewOf(text)).hex())},
                                  {"files", codec::Json(answer.files)}, {"bytes", codec::Json(answer.bytes)}});
        if (!noted.ok())
            answer.warning = "the backup is made, but the ledger could not be told: " + noted.fault().detail;
    }
    answer.removed = rotate(TRY(list(folder)), final, set.keep);
    return answer;
}

Result<BackupChecked> Backups::check(const Path &backup, Progress &progress)
{
    TRY(m_session.state().needUnlocked());
    return TRY(prove(backup, m_session.state().trust, progress)).facts;
}

std::optional<Instant> Backups::last()
{
    Session::State &state = m_session.state();
    if (!state.vault)
        return std::nullopt;
    const auto &entries = state.vault->ledger().entries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        if (entry->kind == madeKind)
            return entry->at;
    return std::nullopt;
}

Result<bool> Backups::isDue()
{
    const BackupSettings set = TRY(settings());
    if (set.folder.empty() || m_session.state().vault->isReadOnly())
        return false;
    const auto before = last();
    return !before || before->milliseconds + static_cast<std::int64_t>(set.hours) * hour <= m_session.state().env.clock.now().milliseconds;
}

Result<std::optional<BackupMade>> Backups::createIfDue(Progress &progress)
{
    if (!TRY(isDue()))
        return std::optional<BackupMade>();
    return std::optional<BackupMade>(TRY(create({}, progress)));
}

Result<BackupChecked> checkBackup(const Path &backup, const std::vector<Path> &offices, Progress &progress)
{
    return TRY(prove(backup, TRY(trustOf(offices)), progress)).facts;
}

Result<BackupChecked> restoreBackup(const Path &backup, const Path &vault, const std::vector<Path> &offices, Progress &progress)
{
    std::error_code ignored;
    if (std::filesystem::exists(vault, ignored))
        return fail(FaultCode::AlreadyExists, vault.string() + " exists; a vault is never written over", {{"path", vault.string()}});
    const Proven proven = TRY(prove(backup, TRY(trustOf(offices)), progress));
    TRY(store::putBack(backup / vaultName, proven.list, vault, progress));
    return proven.facts;
}

} // namespace caseward::session
