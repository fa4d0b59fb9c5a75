// SPDX-License-Identifier: GPL-3.0-or-later
// What a vault keeps: cases under their own keys, people, packs, the exchange register, the station ledger.
#include "core/store/vault.h"
#include "tests/support/testoffice.h"

#include <QTest>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestVaultRows : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_template;

    std::unique_ptr<Vault> open(const Path &folder) { return must(Vault::open(folder, m_ada.credential)); }
    CaseId newCaseId() { return CaseId::make(m_office->clock, m_office->random); }
    Draft draft(const std::string &kind) const
    {
        return {m_office->clock.now(), m_ada.files.id, kind, codec::Json(codec::Json::Object{})};
    }
    Status fill(CaseFile &file)
    {
        const auto facts = must(Vault::facts(m_template));
        return file.append(file.history().next({draft("test.noted")}, facts.station));
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_template = m_office->makeVault("desk", {m_ada, m_sam}, {});
    }

    void casesAreUnderTheirOwnKey()
    {
        const Path folder = m_office->copyOf(m_template);
        const CaseId id = newCaseId();
        {
            auto vault = open(folder);
            auto file = must(vault->createCase(id, {m_ada.certificate()}, TestOffice::noon(), [this](CaseFile &one) { return fill(one); }, {"{\"a\":1}", {}}));
            QCOMPARE(file->history().size(), std::uint64_t(1));
        }
        auto vault = open(folder);
        const auto rows = must(vault->cases());
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].id, id);
        QCOMPARE(rows[0].summary, std::string("{\"a\":1}"));
        VERIFY_OK(vault->docket().put({id, "PSH-1", "line"}, "{\"a\":2}"));
        QCOMPARE(must(vault->cases())[0].summary, std::string("{\"a\":2}"));
        QCOMPARE(must(vault->openCase(id, m_ada.credential))->history().size(), std::uint64_t(1));
        // Sam may open the vault, but has no need to know this case.
        COMPARE_FAULT(vault->openCase(id, m_sam.credential), FaultCode::NotEnrolled);
        COMPARE_FAULT(vault->openCase(newCaseId(), m_ada.credential), FaultCode::NotFound);
    }

    void failedCaseLeavesNothing()
    {
        const Path folder = m_office->copyOf(m_template);
        auto vault = open(folder);
        const CaseId id = newCaseId();
        const auto failing = [](CaseFile &) -> Status { return fail(FaultCode::DiskFull, "no room"); };
        COMPARE_FAULT(vault->createCase(id, {m_ada.certificate()}, TestOffice::noon(), failing, {"{}", {}}), FaultCode::DiskFull);
        QVERIFY(!std::filesystem::exists(vault->caseFolder(id)));
        QCOMPARE(must(vault->cases()).size(), std::size_t(0));

        VERIFY_OK(vault->createCase(id, {m_ada.certificate()}, TestOffice::noon(), [this](CaseFile &one) { return fill(one); }, {"{}", {}}));
        COMPARE_FAULT(vault->createCase(id, {m_ada.certificate()}, TestOffice::noon(), failing, {"{}", {}}), FaultCode::AlreadyExists);
        VERIFY_OK(vault->openCase(id, m_ada.credential));
    }

    // What a program stopped in the middle of an import leaves: a folder that the register does not know.
    void folderOfAStoppedProgramIsMovedAside()
    {
        const Path folder = m_office->copyOf(m_template);
        auto vault = open(folder);
        const CaseId id = newCaseId();
        const auto make = [&] {
            return vault->createCase(id, {m_ada.certificate()}, TestOffice::noon(), [this](CaseFile &one) { return fill(one); }, {"{}", {}});
        };
        const Path left = vault->caseFolder(id);
        for (int stopped = 1; stopped <= 2; ++stopped) {
            std::filesystem::create_directories(left / "documents");
            VERIFY_OK(writeFile(left / "case.db", viewOf("stopped " + std::to_string(stopped))));
            VERIFY_OK(make());
            QCOMPARE(must(vault->openCase(id, m_ada.credential))->history().size(), std::uint64_t(1));
            // Nothing is thrown away unasked, however often.
            for (int n = 1; n <= stopped; ++n)
                QCOMPARE(must(readFile(left.string() + ".left-" + std::to_string(n) + "/case.db", 100)),
                         toBytes("stopped " + std::to_string(n)));
            // As if it had been stopped again.
            std::filesystem::remove_all(left);
            auto forget = must(vault->database().prepare("DELETE FROM cases"));
            VERIFY_OK(forget.run());
            VERIFY_OK(vault->database().execute("DELETE FROM docket; DELETE FROM access;"));
        }
    }

    void peopleAndAnchorsOnce()
    {
        TestOffice elsewhere("Bureau 8");
        const Member nora = elsewhere.enrol("Nora Next", {crypto::Role::Supervisor});
        const Path folder = m_office->copyOf(m_template);
        {
            auto vault = open(folder);
            for (int twice = 0; twice < 2; ++twice) {
                VERIFY_OK(vault->addPerson(nora.certificate(), false));
                VERIFY_OK(vault->addPerson(m_ada.certificate(), false));
                VERIFY_OK(vault->addAnchor(elsewhere.officeCertificate()));
            }
        }
        auto vault = open(folder);
        const auto people = must(vault->people());
        QCOMPARE(people.size(), std::size_t(3));
        QVERIFY(people[0].certificate == m_ada.certificate());
        QVERIFY(people[0].member); // meeting a member in a bundle does not shut them out
        QVERIFY(!people[2].member);
        QCOMPARE(must(vault->trust()).anchors().size(), std::size_t(2));
    }

    void packsByDigest()
    {
        auto vault = open(m_office->copyOf(m_template));
        const Digest digest = crypto::sha256(viewOf("{}"));
        COMPARE_FAULT(vault->packText(digest), FaultCode::NotFound);
        VERIFY_OK(vault->storePack({"test", "1", digest}, "{}"));
        VERIFY_OK(vault->storePack({"test", "1", digest}, "something else"));
        QCOMPARE(must(vault->packText(digest)), std::string("{}"));
    }

    void exchangeRegister()
    {
        const Path folder = m_office->copyOf(m_template);
        auto vault = open(folder);
        const auto record = [&](bool sent, const std::string &lane, std::uint64_t number) {
            const BundleId bundle = BundleId::make(m_office->clock, m_office->random);
            must(vault->recordExchange({bundle, sent, lane, number, crypto::sha256(viewOf(bundle.text())), m_office->clock.now(), "{}"}));
            return bundle;
        };
        QVERIFY(!must(vault->lastOnLane(true, "north")).has_value());
        record(true, "north", 1);
        const BundleId second = record(true, "north", 2);
        record(true, "south", 9);
        const BundleId received = record(false, "north", 4);

        const auto last = must(vault->lastOnLane(true, "north"));
        QVERIFY(last.has_value());
        QCOMPARE(last->number, std::uint64_t(2));
        QCOMPARE(last->bundle, second);
        QVERIFY(last->label == crypto::sha256(viewOf(second.text())));
        QCOMPARE(must(vault->lastOnLane(false, "north"))->number, std::uint64_t(4));
        QVERIFY(must(vault->hasSeen(received)));
        QVERIFY(!must(vault->hasSeen(second))); // sent, not received
        const auto all = must(vault->exchange());
        QCOMPARE(all.size(), std::size_t(4));
        QCOMPARE(all.front().bundle, received); // newest first
        QVERIFY(!all.front().sent);
    }

    void ledgerGoesOn()
    {
        const Path folder = m_office->copyOf(m_template);
        {
            auto vault = open(folder);
            VERIFY_OK(vault->appendLedger({draft("session.opened"), draft("session.closed")}));
        }
        auto vault = open(folder);
        QCOMPARE(vault->ledger().size(), std::uint64_t(3));
        QCOMPARE(vault->ledger().entries()[2].kind, std::string("session.closed"));
        QCOMPARE(vault->ledger().entries()[2].station, vault->facts().station);
    }

    void namesOfCasesAreNotInClear()
    {
        const Path folder = m_office->copyOf(m_template);
        {
            auto vault = open(folder);
            VERIFY_OK(vault->createCase(newCaseId(), {m_ada.certificate()}, TestOffice::noon(), [this](CaseFile &one) { return fill(one); },
                                        {"{\"subject\":\"MARKER-SUBJECT\"}", {}}));
        }
        for (const auto &[name, content] : treeOf(folder))
            QVERIFY2(textView(content).find("MARKER-SUBJECT") == std::string_view::npos, name.c_str());
    }
};

QTEST_GUILESS_MAIN(TestVaultRows)
#include "tst_store_vaultrows.moc"
