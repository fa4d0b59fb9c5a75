// SPDX-License-Identifier: GPL-3.0-or-later
// Whose keys open the vault and its cases, and how that changes.
#include "core/base/limits.h"
#include "core/crypto/envelope.h"
#include "core/store/rekey.h"
#include "core/store/vault.h"

namespace caseward::store {

namespace {

Result<crypto::Secret> keyOf(const Path &folder, const crypto::Credential &credential)
{
    return crypto::openEnvelope(TRY(readFile(folder / "key.p7m", limits::cmsBytes)), credential);
}

Status replaceEnvelope(const Path &folder, const crypto::Secret &key, const std::vector<crypto::Certificate> &holders)
{
    return writeFile(folder / "key.p7m", TRY(crypto::sealFor(key, holders)), Overwrite::Replace);
}

} // namespace

Result<std::vector<crypto::Certificate>> Vault::keyHolders()
{
    const Bytes envelope = TRY(readFile(m_folder / "key.p7m", limits::cmsBytes));
    std::vector<crypto::Certificate> holders;
    for (const PersonRow &row : TRY(people()))
        if (TRY(crypto::isRecipient(envelope, row.certificate)))
            holders.push_back(row.certificate);
    return holders;
}

Status Vault::resealKey(const crypto::Credential &credential, const std::vector<crypto::Certificate> &holders)
{
    return replaceEnvelope(m_folder, TRY(keyOf(m_folder, credential)), holders);
}

Status Vault::changeKey(const crypto::Credential &credential, const std::vector<crypto::Certificate> &holders, bool &lost)
{
    const Path file = m_folder / "vault.db";
    const crypto::Secret key = TRY(keyOf(m_folder, credential));
    const crypto::Secret next = TRY(crypto::Secret::random(32));
    TRY(m_database.foldLog());
    m_database.close();
    Status changed = prepareRekeyed(file, key, next);
    if (changed.ok())
        changed = replaceEnvelope(m_folder, next, holders); // from here the new key counts
    const crypto::Secret &counts = changed.ok() ? next : key;
    Status settled = settleRekeyed(file, counts);
    auto again = settled.ok() ? Database::open(file, counts, OpenMode::Existing) : Result<Database>(settled.fault());
    lost = !again.ok();
    if (lost)
        return again.fault();
    m_database = std::move(again).value();
    return changed;
}

Status Vault::keepMember(const crypto::Certificate &certificate, const KeptKey &key)
{
    const std::string stem = certificate.personId();
    if (!isUuidText(stem))
        return fail(FaultCode::CertificateUnsuitable, "the certificate of " + certificate.commonName() + " has no person id");
    TRY(addPerson(certificate, true));
    auto update = TRY(m_database.prepare("UPDATE people SET member=1 WHERE fingerprint=?"));
    TRY(update.bind(1, certificate.fingerprint().hex()).run());
    const Path file = m_folder / "people" / (stem + ".p8"), token = m_folder / "people" / (stem + ".token");
    std::error_code ignored;
    if (!key.file.empty()) {
        TRY(writeFile(file, key.file, Overwrite::Replace));
        std::filesystem::remove(token, ignored);
    } else if (!key.tokenUri.empty()) {
        TRY(writeFile(token, viewOf(encodeTokenFile(key.tokenUri)), Overwrite::Replace));
        std::filesystem::remove(file, ignored);
    }
    return writeFile(m_folder / "people" / (stem + ".pem"), viewOf(certificate.pem()), Overwrite::Replace);
}

Status Vault::retire(const crypto::Certificate &certificate)
{
    auto update = TRY(m_database.prepare("UPDATE people SET member=0 WHERE fingerprint=?"));
    return update.bind(1, certificate.fingerprint().hex()).run();
}

Status Vault::dropMember(const PersonId &person)
{
    for (const PersonRow &row : TRY(people()))
        if (row.certificate.personId() == person.text())
            TRY(retire(row.certificate));
    for (const char *suffix : {".pem", ".p8", ".token"}) {
        const Path file = m_folder / "people" / (person.text() + suffix);
        std::error_code error;
        std::filesystem::remove(file, error);
        if (error)
            return faultFromErrno(error.value(), "removing", file);
    }
    return syncDirectory(m_folder / "people");
}

Result<Bytes> Vault::caseEnvelope(const CaseId &id)
{
    auto row = TRY(m_database.prepare("SELECT key FROM cases WHERE id=?"));
    row.bind(1, id.text());
    if (!TRY(row.step()))
        return fail(FaultCode::NotFound, "no case " + id.text(), {{"case", id.text()}});
    return row.blob(0);
}

Result<Opening> Vault::openingOf(const CaseId &id)
{
    auto row = TRY(m_database.prepare("SELECT two_person FROM cases WHERE id=?"));
    row.bind(1, id.text());
    if (!TRY(row.step()))
        return fail(FaultCode::NotFound, "no case " + id.text(), {{"case", id.text()}});
    return row.number(0) != 0 ? Opening::TwoPeople : Opening::OnePerson;
}

Result<crypto::Secret> Vault::caseKey(const CaseId &id, const Keyring &keyring)
{
    return openCaseKey(TRY(caseEnvelope(id)), TRY(openingOf(id)), keyring);
}

Status Vault::resealCase(const CaseId &id, const crypto::Secret &key, const KeyHolders &holders, const std::vector<AccessRow> &rows)
{
    const Bytes envelope = TRY(sealCaseKey(key, holders));
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(access().removeCase(id));
    for (const AccessRow &row : rows)
        TRY(access().put(row));
    auto update = TRY(m_database.prepare("UPDATE cases SET key=?, two_person=? WHERE id=?"));
    update.bind(1, BytesView(envelope)).bind(2, static_cast<std::int64_t>(!holders.second.empty())).bind(3, id.text());
    TRY(update.run());
    return transaction.commit();
}

Status Vault::keepRoster(const SignedRoster &roster, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(rosters().add(roster));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

Status Vault::fillAccess(Instant at)
{
    constexpr const char *done = "access-filled";
    if (TRY(settings().text(done, "")) == "1")
        return {};
    const auto known = TRY(people());
    auto transaction = TRY(Transaction::begin(m_database));
    for (const CaseRow &row : TRY(cases())) {
        if (!TRY(access().ofCase(row.id)).empty())
            continue;
        const Bytes envelope = TRY(caseEnvelope(row.id));
        for (const PersonRow &person : known) {
            const auto holds = crypto::isRecipient(envelope, person.certificate);
            if (holds.ok() && *holds) // a damaged envelope is found when its case is opened or checked
                TRY(access().put({row.id, TRY(PersonId::parse(person.certificate.personId())), person.certificate.fingerprint(), "", {}, "",
                                  at, Part::Whole}));
        }
    }
    TRY(settings().set(done, "1"));
    return transaction.commit();
}

Status Vault::changeCaseKey(const CaseId &id, const crypto::Secret &key, const KeyHolders &holders, const std::vector<AccessRow> &rows)
{
    const Path file = caseFolder(id) / "case.db";
    const crypto::Secret next = TRY(crypto::Secret::random(32));
    TRY(prepareRekeyed(file, key, next));
    const Status counts = resealCase(id, next, holders, rows); // from here the new key counts
    if (!counts.ok()) {
        static_cast<void>(settleRekeyed(file, key)); // removes the copy
        return counts;
    }
    return settleRekeyed(file, next);
}

} // namespace caseward::store
