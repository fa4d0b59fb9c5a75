// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a vault that need no key, and founding a new one.
#include "core/codec/objectreader.h"
#include "core/base/limits.h"
#include "core/crypto/envelope.h"
#include "core/store/schema.h"
#include "core/store/vault.h"

#include <algorithm>

namespace caseward::store {

namespace {

constexpr const char *vaultFormat = "caseward-vault/1";
constexpr const char *tokenFormat = "caseward-token/1";
constexpr std::uint64_t tokenFileBytes = 4096;

std::string encodeFacts(const VaultFacts &facts)
{
    codec::Json::Object json;
    json["format"] = vaultFormat;
    json["vault"] = facts.vault.text();
    json["station"] = facts.station.text();
    json["name"] = facts.name;
    json["created"] = toText(facts.created);
    return codec::canonicalJson(codec::Json(std::move(json)));
}

Status createTables(Database &database, const VaultFacts &facts)
{
    TRY(foundSchema(database, vaultSchema()));
    auto insert = TRY(database.prepare("INSERT INTO meta(key, value) VALUES('format', ?), ('vault', ?)"));
    return insert.bind(1, std::string_view(vaultFormat)).bind(2, facts.vault.text()).run();
}

Status writePeople(const NewVaultFiles &files, const Path &folder)
{
    for (std::size_t index = 0; index < files.members.size(); ++index) {
        const crypto::Certificate &certificate = files.members[index];
        const std::string stem = certificate.personId();
        if (!isUuidText(stem))
            return fail(FaultCode::CertificateUnsuitable, "the certificate of " + certificate.commonName() + " has no person id");
        TRY(writeFile(folder / "people" / (stem + ".pem"), viewOf(certificate.pem())));
        if (!files.memberKeyFiles[index].empty())
            TRY(writeFile(folder / "people" / (stem + ".p8"), files.memberKeyFiles[index]));
        if (index < files.memberTokens.size() && !files.memberTokens[index].empty())
            TRY(writeFile(folder / "people" / (stem + ".token"), viewOf(encodeTokenFile(files.memberTokens[index]))));
    }
    return {};
}

// Empty when there is none.
Result<std::string> readTokenFile(const Path &file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::string();
    const auto damaged = [&file](const Fault &fault) {
        return fail(FaultCode::VaultDamaged, file.string() + ": " + fault.detail, {{"file", file.filename().string()}});
    };
    const Bytes bytes = TRY(readFile(file, tokenFileBytes));
    const auto json = codec::parseCanonicalJson(bytes);
    if (!json.ok())
        return damaged(json.fault());
    codec::ObjectReader reader(*json, file.filename().string());
    if (reader.text("format") != tokenFormat)
        reader.problem("format", "is another one");
    std::string uri = reader.text("uri");
    const Status read = reader.finish();
    if (!read.ok())
        return damaged(read.fault());
    return uri;
}

} // namespace

std::string encodeTokenFile(const std::string &uri)
{
    return codec::canonicalJson(codec::Json(codec::Json::Object{{"format", codec::Json(tokenFormat)}, {"uri", codec::Json(uri)}}));
}

Result<VaultFacts> Vault::facts(const Path &folder)
{
    std::error_code ignored;
    if (!std::filesystem::exists(folder, ignored))
        return fail(FaultCode::NotFound, "there is no vault at " + folder.string(), {{"file", folder.string()}});
    const auto foreign = [&folder](const std::string &why) {
        return fail(FaultCode::VaultForeign, folder.string() + ": " + why, {{"file", folder.string()}});
    };
    auto bytes = readFile(folder / "vault.json", 64u << 10);
    if (!bytes.ok())
        return bytes.fault().code == FaultCode::NotFound ? foreign("it has no vault.json") : bytes.fault();
    auto json = codec::parseCanonicalJson(*bytes);
    if (!json.ok())
        return fail(FaultCode::VaultDamaged, "vault.json: " + json.fault().detail, {{"file", "vault.json"}});
    const codec::Json *format = json->find("format");
    if (!format || !format->isString() || format->string() != vaultFormat)
        return foreign("vault.json names another format");
    codec::ObjectReader reader(*json, "vault.json");
    VaultFacts facts;
    reader.text("format");
    facts.vault = reader.id<VaultId>("vault");
    facts.station = reader.id<StationId>("station");
    facts.name = reader.text("name");
    facts.created = reader.instant("created");
    const Status read = reader.finish();
    if (!read.ok())
        return fail(FaultCode::VaultDamaged, read.fault().detail, {{"file", "vault.json"}});
    return facts;
}

Result<std::vector<MemberFile>> Vault::members(const Path &folder)
{
    TRY(facts(folder));
    std::vector<MemberFile> list;
    std::error_code error;
    for (const auto &item : std::filesystem::directory_iterator(folder / "people", error)) {
        if (item.path().extension() != ".pem")
            continue;
        const Bytes pem = TRY(readFile(item.path(), limits::certificateBytes));
        auto certificate = crypto::Certificate::fromPem(pem);
        if (!certificate.ok())
            return fail(FaultCode::VaultDamaged, item.path().string() + " is not a certificate",
                        {{"file", item.path().filename().string()}});
        list.push_back({std::move(certificate).value(), Path(item.path()).replace_extension(".p8"),
                        TRY(readTokenFile(Path(item.path()).replace_extension(".token")))});
    }
    if (error)
        return fail(FaultCode::VaultTruncated, (folder / "people").string() + " is missing", {{"file", "people"}});
    std::ranges::sort(list, {}, [](const MemberFile &member) { return member.certificate.commonName(); });
    return list;
}

Result<VaultFacts> Vault::create(const NewVaultFiles &files, const Clock &clock, Random &random)
{
    VaultFacts facts;
    facts.vault = VaultId::make(clock, random);
    facts.station = StationId::make(clock, random);
    facts.name = files.name;
    facts.created = clock.now();
    TRY(makeDirectory(files.folder));
    const auto build = [&]() -> Status {
        TRY(makeDirectory(files.folder / "people"));
        TRY(makeDirectory(files.folder / "cases"));
        const crypto::Secret key = TRY(crypto::Secret::random(32));
        const Bytes envelope = TRY(crypto::sealFor(key, files.members));
        TRY(writeFile(files.folder / "key.p7m", envelope));
        TRY(writePeople(files, files.folder));
        {
            auto database = TRY(Database::open(files.folder / "vault.db", key, OpenMode::Create));
            auto transaction = TRY(Transaction::begin(database));
            TRY(createTables(database, facts));
            TRY(transaction.commit());
            Vault vault(files.folder, facts, TRY(VaultLock::acquire(files.folder, Sharing::Alone)), std::move(database));
            for (const auto &anchor : files.anchors)
                TRY(vault.addAnchor(anchor));
            for (const auto &member : files.members)
                TRY(vault.addPerson(member, true));
            for (const auto &contact : files.contacts)
                TRY(vault.addPerson(contact, false));
            codec::Json::Object body;
            body["name"] = facts.name;
            const auto founder = TRY(PersonId::parse(files.members.front().personId()));
            TRY(vault.appendLedger({{facts.created, founder, "station.founded", codec::Json(std::move(body))}}));
        }
        // Last: a folder without vault.json is not a vault, so a half-made one is never mistaken for one.
        return writeFile(files.folder / "vault.json", viewOf(encodeFacts(facts)));
    };
    Status built = files.members.empty() || files.memberKeyFiles.size() != files.members.size()
                       ? Status(fail(FaultCode::Usage, "a vault needs at least one member"))
                       : build();
    if (!built.ok()) {
        std::error_code ignored;
        std::filesystem::remove_all(files.folder, ignored);
        return built.fault();
    }
    return facts;
}

} // namespace caseward::store
