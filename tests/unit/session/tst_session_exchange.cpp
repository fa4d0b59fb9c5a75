// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles at the door of a station: what is refused changes nothing, what is stopped leaves nothing.
#include "core/session/custody.h"
#include "core/session/state.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestExchange : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_kit, m_old;
    Path m_desk, m_benchTemplate, m_third;
    Path m_bench;                       // of the running test
    std::unique_ptr<Session> m_sender, m_receiver;
    NoProgress m_progress;

    // What of a vault may not change when a bundle is refused: everything but its ledger, and the docket as shown.
    struct Standing {
        std::vector<std::string> files, docket;
        std::size_t exchanges = 0, contacts = 0;
        std::vector<std::vector<model::Entry>> histories;
        bool operator==(const Standing &) const = default;
    };
    static Standing standing(Session &session, const Path &vault)
    {
        Standing now;
        for (const auto &item : std::filesystem::recursive_directory_iterator(vault / "cases"))
            if (!item.path().string().ends_with("-wal") && !item.path().string().ends_with("-shm"))
                now.files.push_back(item.path().string());
        std::ranges::sort(now.files);
        for (const auto &row : must(session.docket())) {
            now.docket.push_back(row.reference + row.lastKind + std::to_string(row.custodyHere));
            now.histories.push_back(must(session.history(row.id)));
        }
        now.exchanges = must(session.exchangeRegister()).size();
        now.contacts = must(session.contacts()).size();
        return now;
    }
    Path send(const std::vector<CaseId> &cases, const Member &recipient)
    {
        const Path file = m_office->fresh("out.cwb");
        must(m_sender->exportBundle(sendTo(file, cases, recipient), m_progress));
        return file;
    }
    void refused(const Path &file, FaultCode code)
    {
        const Standing before = standing(*m_receiver, m_bench);
        COMPARE_FAULT(m_receiver->inspectBundle(file, m_progress), code);
        COMPARE_FAULT(m_receiver->importBundle(file, m_progress), code);
        QVERIFY(standing(*m_receiver, m_bench) == before);
        const auto last = must(m_receiver->stationLedger()).back();
        QCOMPARE(last.kind, std::string("bundle.refused"));
        QCOMPARE(last.body.find("reason")->string(), std::string(faultName(code)));
    }

private slots:
    void initTestCase()
    {
        const std::int64_t now = TestOffice::noon().milliseconds;
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_kit = m_office->enrol("Kit Courier", {crypto::Role::Courier});
        m_old = m_office->enrol("Odd Old", {crypto::Role::Supervisor}, {{now - 40 * day}, {now - 2 * day}});
        m_desk = m_office->makeVault("desk", {m_ada}, {m_sam, m_kit, m_old});
        m_benchTemplate = m_office->makeVault("bench", {m_sam}, {m_ada});
        m_third = m_office->makeVault("third", {m_kit}, {m_ada});
    }
    void init()
    {
        m_office->clock.set(TestOffice::noon());
        m_sender = signIn(*m_office, m_office->copyOf(m_desk), m_ada);
        m_bench = m_office->copyOf(m_benchTemplate);
        m_receiver = signIn(*m_office, m_bench, m_sam);
    }
    void cleanup()
    {
        m_sender.reset();
        m_receiver.reset();
    }

    void changedBytes()
    {
        const Path file = send({intake(*m_sender, "PSH-26-0001")}, m_sam);
        const Bytes sound = contentOf(file);
        for (std::size_t at = 3; at < sound.size(); at += sound.size() / 40) {
            Bytes changed = sound;
            changed[at] ^= 4;
            putContent(file, changed);
            const auto outcome = m_receiver->importBundle(file, m_progress);
            QVERIFY2(!outcome.ok(), std::to_string(at).c_str());
        }
        Bytes changed = sound;
        changed[sound.size() / 2] ^= 4;
        putContent(file, changed);
        refused(file, FaultCode::BundleDamaged);
        putContent(file, sound);
        VERIFY_OK(m_receiver->importBundle(file, m_progress));
    }

    void cutShort()
    {
        const Path file = send({intake(*m_sender, "PSH-26-0001")}, m_sam);
        std::filesystem::resize_file(file, std::filesystem::file_size(file) * 2 / 3);
        refused(file, FaultCode::BundleTruncated);
    }

    void forSomebodyElse() { refused(send({intake(*m_sender, "PSH-26-0001")}, m_kit), FaultCode::BundleNotForYou); }

    void seenBefore()
    {
        const Path file = send({intake(*m_sender, "PSH-26-0001")}, m_sam);
        VERIFY_OK(m_receiver->importBundle(file, m_progress));
        refused(file, FaultCode::BundleSeenBefore);
    }

    void ofAnUntrustedOffice()
    {
        TestOffice elsewhere("Bureau 8");
        const Member nora = elsewhere.enrol("Nora Next", {crypto::Role::Adjudicator});
        const Path vault = elsewhere.makeVault("north", {nora}, {m_sam}, {m_office->officePem()});
        auto north = signIn(elsewhere, vault, nora);
        const Path file = m_office->fresh("strange.cwb");
        must(north->exportBundle(sendTo(file, {intake(*north, "PSH-26-0001")}, m_sam), m_progress));
        refused(file, FaultCode::CertificateUntrusted);
    }

    void notABundle()
    {
        const Path file = m_office->fresh("holiday.cwb");
        putContent(file, viewOf(std::string(3000, 'j')));
        refused(file, FaultCode::BundleDamaged);
        refused(m_office->fresh("nowhere.cwb"), FaultCode::NotFound);
    }

    void couriersDoNotReceive()
    {
        auto courier = signIn(*m_office, m_office->copyOf(m_third), m_kit);
        const Path file = send({intake(*m_sender, "PSH-26-0001")}, m_kit);
        COMPARE_FAULT(courier->importBundle(file, m_progress), FaultCode::NotAllowed);
        QCOMPARE(must(courier->docket()).size(), std::size_t(0));
    }

    void cannotBeSent()
    {
        const CaseId id = intake(*m_sender, "PSH-26-0001");
        const auto before = must(m_sender->history(id));
        const auto refusedBy = [&](const session::ExportRequest &request, FaultCode code) {
            COMPARE_FAULT(m_sender->exportBundle(request, m_progress), code);
            QVERIFY(request.file.empty() || request.file.filename() == "taken.cwb" || !std::filesystem::exists(request.file));
            QVERIFY(must(m_sender->history(id)) == before);
        };
        const Path file = m_office->fresh("out.cwb");
        refusedBy(sendTo(file, {}, m_sam), FaultCode::Usage);
        auto request = sendTo(file, {id}, m_sam);
        request.recipients.clear();
        refusedBy(request, FaultCode::Usage);
        request.recipients = {Digest()};
        refusedBy(request, FaultCode::NotFound);
        request.recipients = {m_sam.fingerprint(), m_sam.fingerprint()};
        refusedBy(request, FaultCode::Usage);
        refusedBy(sendTo(file, {id, id}, m_sam), FaultCode::Usage);
        refusedBy(sendTo(file, {id, CaseId::make(m_office->clock, m_office->random)}, m_sam), FaultCode::NotFound);
        refusedBy(sendTo(file, {id}, m_old), FaultCode::CertificateExpired);
        refusedBy(sendTo(m_office->root() / "no" / "such" / "folder.cwb", {id}, m_sam), FaultCode::NotFound);
        request = sendTo(file, {id}, m_sam);
        request.purpose = std::string(5000, 'x'); // more than its entry may hold
        refusedBy(request, FaultCode::Malformed);
        const Path taken = m_office->fresh("folder") / "taken.cwb";
        std::filesystem::create_directory(taken.parent_path());
        putContent(taken, viewOf("precious"));
        refusedBy(sendTo(taken, {id}, m_sam), FaultCode::AlreadyExists);
        QCOMPARE(toText(contentOf(taken)), std::string("precious"));
        m_office->clock.advance(366 * day);
        refusedBy(sendTo(file, {id}, m_sam), FaultCode::CertificateExpired);
        m_office->clock.set(TestOffice::noon());
        VERIFY_OK(m_sender->exportBundle(sendTo(file, {id}, m_sam), m_progress));
    }

    void stoppedExportLeavesNothing()
    {
        const CaseId id = intake(*m_sender, "PSH-26-0001");
        const auto before = must(m_sender->history(id));
        bool finished = false;
        for (int steps = 0; steps < 40 && !finished; ++steps) {
            StopAfter stop(steps);
            const Path folder = m_office->fresh("folder");
            std::filesystem::create_directory(folder);
            const auto sent = m_sender->exportBundle(sendTo(folder / "out.cwb", {id}, m_sam), stop);
            finished = sent.ok();
            if (finished)
                break;
            COMPARE_FAULT(sent, FaultCode::Cancelled);
            QVERIFY(std::filesystem::is_empty(folder));
            QVERIFY(must(m_sender->history(id)) == before);
            QVERIFY(must(m_sender->openCase(id))->custodyHere);
            QCOMPARE(must(m_sender->exchangeRegister()).size(), std::size_t(0));
        }
        QVERIFY(finished);
    }

    void stoppedImportLeavesNothing_data()
    {
        QTest::addColumn<int>("cases");
        QTest::newRow("one case") << 1;
        QTest::newRow("two cases") << 2;
    }
    void stoppedImportLeavesNothing()
    {
        QFETCH(int, cases);
        std::vector<CaseId> ids;
        for (int index = 0; index < cases; ++index)
            ids.push_back(intake(*m_sender, "PSH-26-000" + std::to_string(index)));
        const Path file = send(ids, m_sam);
        const Standing before = standing(*m_receiver, m_bench);
        bool finished = false;
        for (int steps = 0; steps < 120 && !finished; ++steps) {
            StopAfter stop(steps);
            const auto received = m_receiver->importBundle(file, stop);
            finished = received.ok();
            if (finished)
                break;
            COMPARE_FAULT(received, FaultCode::Cancelled);
            QVERIFY(standing(*m_receiver, m_bench) == before);
        }
        QVERIFY(finished);
        QCOMPARE(must(m_receiver->docket()).size(), static_cast<std::size_t>(cases));
        for (const CaseId &id : ids)
            QVERIFY(must(m_receiver->openCase(id))->custodyHere);
        QVERIFY(must(m_receiver->checkVault(m_progress)).problems.empty());
    }

    void severalParts()
    {
        const CaseId id = intake(*m_sender, "PSH-26-0001");
        std::string large;
        for (int line = 0; large.size() < (9u << 18); ++line)
            large += "Line " + std::to_string(line) + " of a long transcript, of which every line differs.\n";
        must(m_sender->addDocument(id, textDocument("transcript.txt", large), m_progress));
        const Path file = m_office->fresh("large.cwb");
        const auto sent = must(m_sender->exportBundle(sendTo(file, {id}, m_sam), m_progress));
        QVERIFY(sent.parts >= 2);
        must(m_receiver->importBundle(file, m_progress));
        const DocumentId document = must(m_receiver->openCase(id))->documents.back().facts.document;
        QVERIFY(toText(must(m_receiver->documentBytes(id, document))) == large);
    }

    void lanesAreCounted()
    {
        const Path first = send({intake(*m_sender, "PSH-26-0001")}, m_sam);
        const Path second = send({intake(*m_sender, "PSH-26-0002")}, m_sam);
        const Path third = send({intake(*m_sender, "PSH-26-0003")}, m_sam);
        QVERIFY(must(m_receiver->importBundle(second, m_progress)).laneNote.starts_with("1 bundle(s) from this sender are missing"));
        QCOMPARE(must(m_receiver->importBundle(first, m_progress)).laneNote, std::string("older than the last bundle received from this sender"));
        QCOMPARE(must(m_receiver->importBundle(third, m_progress)).laneNote, std::string("follows the last one from this sender"));
    }

    void historiesThatGrewApart()
    {
        // The desk is put back from a copy taken before the case was sent, and goes on as if nothing had happened.
        const Path desk = m_office->copyOf(m_desk);
        m_sender = signIn(*m_office, desk, m_ada);
        const CaseId id = intake(*m_sender, "PSH-26-0001");
        m_sender->lock();
        const Path backup = m_office->copyOf(desk);
        must(unlock(*m_sender, desk, m_ada));
        VERIFY_OK(m_receiver->importBundle(send({id}, m_sam), m_progress));
        m_sender = signIn(*m_office, backup, m_ada);
        review(*m_sender, id);
        refused(send({id}, m_sam), FaultCode::Forked);
    }

    void custodyTakenBack()
    {
        const CaseId id = intake(*m_sender, "PSH-26-0990");
        COMPARE_FAULT(session::takeCustodyBack(*m_sender, id, "why not"), FaultCode::NotAllowed); // it is here
        // The program stopped between handing over and naming the bundle's file: nothing is in the register.
        auto &state = m_sender->state();
        must(state.append(*must(state.caseOf(id)), {model::CustodySent{BundleId::make(m_office->clock, m_office->random), "Bureau 7",
                                                                       {m_sam.fingerprint()}, "for review"}}));
        QVERIFY(!must(m_sender->openCase(id))->custodyHere);
        COMPARE_FAULT(session::takeCustodyBack(*m_sender, id, " "), FaultCode::Malformed);
        QVERIFY(must(session::takeCustodyBack(*m_sender, id, "the machine stopped"))->custodyHere);
        // A bundle that was sealed may be on its way.
        const Path bundle = send({id}, m_sam);
        COMPARE_FAULT(session::takeCustodyBack(*m_sender, id, "impatient"), FaultCode::NotAllowed);
        must(m_receiver->importBundle(bundle, m_progress));
        const Path back = m_office->fresh("back.cwb");
        must(m_receiver->exportBundle(sendTo(back, {id}, m_ada), m_progress));
        QVERIFY(must(session::takeCustodyBack(*m_receiver, id, "the courier's car burnt"))->custodyHere);
        QCOMPARE(must(m_receiver->stationLedger()).back().kind, std::string("custody.taken-back"));
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_session_exchange.moc"
