// SPDX-License-Identifier: GPL-3.0-or-later
// Founding and opening a vault, and every way its folder can be wrong.
#include "core/crypto/envelope.h"
#include "core/store/vault.h"
#include "tests/support/testoffice.h"

#include <QTest>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestVault : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_stranger;
    Path m_vault;

    Result<std::unique_ptr<Vault>> open(const Path &folder) { return Vault::open(folder, m_ada.credential); }
    static void overwrite(const Path &file, std::string_view text) { putContent(file, viewOf(text)); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_stranger = m_office->enrol("Nils Nobody", {crypto::Role::Adjudicator});
        m_vault = m_office->makeVault("desk", {m_ada, m_sam}, {m_stranger});
    }

    void whatAVaultIs()
    {
        for (const char *part : {"vault.json", "key.p7m", "vault.db", "people", "cases"})
            QVERIFY2(std::filesystem::exists(m_vault / part), part);
        QCOMPARE(std::filesystem::status(m_vault).permissions(), std::filesystem::perms::owner_all);
        const VaultFacts facts = must(Vault::facts(m_vault));
        QCOMPARE(facts.name, std::string("desk"));
        QCOMPARE(facts.created.milliseconds, TestOffice::noon().milliseconds);
        const auto members = must(Vault::members(m_vault));
        QCOMPARE(members.size(), std::size_t(2));
        QCOMPARE(members[0].certificate.commonName(), std::string("Ada Adjudicator"));
        QVERIFY(std::filesystem::exists(members[0].keyFile));
    }

    void openAndClose()
    {
        const Path folder = m_office->copyOf(m_vault);
        auto vault = must(open(folder));
        QCOMPARE(vault->ledger().size(), std::uint64_t(1));
        QCOMPARE(vault->ledger().entries()[0].kind, std::string("station.founded"));
        QCOMPARE(must(vault->people()).size(), std::size_t(3));
        QCOMPARE(must(vault->trust()).anchors().size(), std::size_t(1));
        QCOMPARE(must(vault->cases()).size(), std::size_t(0));
        VERIFY_OK(vault->checkIntegrity());
        vault.reset();
        VERIFY_OK(Vault::open(folder, m_sam.credential));
    }

    void secondOpenIsLockedOut()
    {
        const Path folder = m_office->copyOf(m_vault);
        auto first = must(open(folder));
        COMPARE_FAULT(open(folder), FaultCode::VaultLocked);
        COMPARE_FAULT(Vault::open(folder, m_sam.credential), FaultCode::VaultLocked);
        first.reset();
        VERIFY_OK(open(folder));
    }

    void whoIsNotEnrolled()
    {
        COMPARE_FAULT(Vault::open(m_office->copyOf(m_vault), m_stranger.credential), FaultCode::NotEnrolled);
    }

    void notAVault()
    {
        COMPARE_FAULT(open(m_office->fresh("nowhere")), FaultCode::NotFound);
        const Path empty = m_office->fresh("empty");
        std::filesystem::create_directory(empty);
        COMPARE_FAULT(open(empty), FaultCode::VaultForeign);
        overwrite(empty / "holiday.jpg", "not ours");
        COMPARE_FAULT(open(empty), FaultCode::VaultForeign);
        COMPARE_FAULT(Vault::members(empty), FaultCode::VaultForeign);
    }

    void vaultJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &text, FaultCode code) { QTest::newRow(name) << text << static_cast<int>(code); };
        const QByteArray sound = QByteArray::fromStdString(toText(contentOf(m_vault / "vault.json")));
        row("newer format", QByteArray(sound).replace("caseward-vault/1", "caseward-vault/2"), FaultCode::VaultForeign);
        row("another program's", "{\"format\":\"something\"}", FaultCode::VaultForeign);
        row("no format", "{\"name\":\"desk\"}", FaultCode::VaultForeign);
        row("a list", "[]", FaultCode::VaultForeign);
        row("empty", "", FaultCode::VaultDamaged);
        row("cut short", sound.first(sound.size() / 2), FaultCode::VaultDamaged);
        row("not canonical", QByteArray(sound).replace(",", ", "), FaultCode::VaultDamaged);
        row("no station", QByteArray(sound).replace("station", "statiom"), FaultCode::VaultDamaged);
        row("bad date", QByteArray(sound).replace("2026-11-22T", "2026-11-32T"), FaultCode::VaultDamaged);
        row("garbage", QByteArray("\xff\xfe\x00\x01", 4), FaultCode::VaultDamaged);
    }
    void vaultJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const Path folder = m_office->copyOf(m_vault);
        overwrite(folder / "vault.json", text.toStdString());
        COMPARE_FAULT(open(folder), static_cast<FaultCode>(code));
    }

    void keyEnvelopeDamaged()
    {
        const Path folder = m_office->copyOf(m_vault);
        const Bytes sound = contentOf(folder / "key.p7m");
        int refused = 0;
        for (std::size_t at = 0; at < sound.size(); at += 5) {
            Bytes changed = sound;
            changed[at] ^= 0x21;
            putContent(folder / "key.p7m", changed);
            const auto opened = open(folder);
            // A byte of another recipient's part may change without harm to this one; never may it open something else.
            if (opened.ok())
                continue;
            ++refused;
            QVERIFY2(opened.fault().code == FaultCode::VaultDamaged || opened.fault().code == FaultCode::NotEnrolled, outcomeOf(opened).c_str());
        }
        QVERIFY(refused * 5 > static_cast<int>(sound.size()) / 3);
        putContent(folder / "key.p7m", BytesView(sound).first(sound.size() / 2));
        COMPARE_FAULT(open(folder), FaultCode::VaultDamaged);
        putContent(folder / "key.p7m", sound);
        VERIFY_OK(open(folder));
    }

    void keyOfAnotherVault()
    {
        const Path folder = m_office->copyOf(m_vault);
        putContent(folder / "key.p7m", must(crypto::sealFor(must(crypto::Secret::random(32)), {m_ada.certificate()})));
        COMPARE_FAULT(open(folder), FaultCode::VaultDamaged);
        putContent(folder / "key.p7m", must(crypto::sealFor(must(crypto::Secret::random(16)), {m_ada.certificate()})));
        COMPARE_FAULT(open(folder), FaultCode::VaultDamaged);
    }

    void missingParts_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *part : {"key.p7m", "vault.db"})
            QTest::newRow(part) << QString::fromLatin1(part);
    }
    void missingParts()
    {
        QFETCH(QString, part);
        const Path folder = m_office->copyOf(m_vault);
        std::filesystem::remove(folder / part.toStdString());
        COMPARE_FAULT(open(folder), FaultCode::VaultTruncated);
    }

    void peopleFolder()
    {
        const Path folder = m_office->copyOf(m_vault);
        std::filesystem::remove_all(folder / "people");
        COMPARE_FAULT(Vault::members(folder), FaultCode::VaultTruncated);
        std::filesystem::create_directory(folder / "people");
        overwrite(folder / "people" / "x.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        COMPARE_FAULT(Vault::members(folder), FaultCode::VaultDamaged);
    }

    void databaseDamagedOrCut()
    {
        const Path folder = m_office->copyOf(m_vault);
        const Bytes sound = contentOf(folder / "vault.db");
        for (const std::size_t at : {std::size_t(0), std::size_t(20), std::size_t(5000), sound.size() / 2, sound.size() - 9}) {
            Bytes changed = sound;
            changed[at] ^= 1;
            putContent(folder / "vault.db", changed);
            auto opened = open(folder);
            if (opened.ok())
                COMPARE_FAULT((*opened)->checkIntegrity(), FaultCode::VaultDamaged);
            else
                COMPARE_FAULT(opened, FaultCode::VaultDamaged);
        }
        for (const std::size_t left : {std::size_t(0), std::size_t(700), sound.size() - 8192, sound.size() - 1}) {
            putContent(folder / "vault.db", BytesView(sound).first(left));
            COMPARE_FAULT(open(folder), FaultCode::VaultTruncated);
        }
    }

    void databaseOfAnotherVault()
    {
        const Path other = m_office->makeVault("other", {m_ada}, {});
        const Path folder = m_office->copyOf(m_vault);
        for (const char *part : {"vault.db", "key.p7m"})
            putContent(folder / part, contentOf(other / part));
        COMPARE_FAULT(open(folder), FaultCode::VaultForeign);
    }

    void foundingIsAllOrNothing()
    {
        NewVaultFiles files;
        files.folder = m_office->fresh("founded.caseward");
        files.name = "founded";
        COMPARE_FAULT(Vault::create(files, m_office->clock, m_office->random), FaultCode::Usage);
        QVERIFY(!std::filesystem::exists(files.folder));

        // An office certificate names no person, so it cannot be a member.
        files.members = {m_office->officeCertificate()};
        files.memberKeyFiles = {Bytes()};
        QVERIFY(!Vault::create(files, m_office->clock, m_office->random).ok());
        QVERIFY(!std::filesystem::exists(files.folder));

        files.members = {m_ada.certificate()};
        VERIFY_OK(Vault::create(files, m_office->clock, m_office->random));
        const auto before = treeOf(files.folder);
        COMPARE_FAULT(Vault::create(files, m_office->clock, m_office->random), FaultCode::AlreadyExists);
        QVERIFY(treeOf(files.folder) == before);
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_store_vault.moc"
