// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle from end to end: written, sealed, opened by whom it is for and by nobody else.
#include "core/base/limits.h"
#include "tests/unit/flow/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class TestBundle : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_kit;
    NoProgress m_progress;

    std::unique_ptr<SampleCase> sample(std::size_t largeDocument = 0)
    {
        auto made = std::make_unique<SampleCase>(*m_office, m_ada);
        const DocumentId report = made->addDocument("Report", {"There were unpaid debts of 11,842 dollars.", "SECRET-MARKER page two"});
        made->tie(report, "unpaid debts", "19(c)");
        // Documents that say the same, and some that say nothing because they could not be opened, share a text.
        for (const char *twin : {"Copy", "Another copy"})
            made->addDocument(twin, {"The same words."});
        for (const char *broken : {"Broken scan", "Another broken scan"})
            made->addDocument(broken, {});
        if (largeDocument > 0) {
            Bytes large(largeDocument);
            for (std::size_t at = 0; at < large.size(); ++at)
                large[at] = static_cast<std::uint8_t>((at >> 8) ^ at);
            made->addDocument("Scans", {"Many pages."}, std::move(large));
        }
        return made;
    }
    struct Sent { Path file; std::unique_ptr<SampleCase> sample; flow::WrittenBundle written; };
    Sent send(const std::vector<Member> &recipients, std::size_t largeDocument = 0)
    {
        Sent sent{m_office->fresh("out.cwb"), sample(largeDocument), {}};
        sent.written = must(writeTo(sent.file, draftBundle(*m_office, *sent.sample, m_ada, recipients), m_ada, *m_office, m_progress));
        return sent;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_kit = m_office->enrol("Kit Courier", {crypto::Role::Courier});
    }

    void arrivesWhole_data()
    {
        QTest::addColumn<qlonglong>("large");
        QTest::addColumn<int>("parts");
        QTest::newRow("one part") << qlonglong(0) << 1;
        QTest::newRow("several parts") << (9ll << 20) << 3;
    }
    void arrivesWhole()
    {
        QFETCH(qlonglong, large);
        QFETCH(int, parts);
        const Sent sent = send({m_sam}, static_cast<std::size_t>(large));
        const auto seal = must(flow::checkSeal(sent.file, m_office->trust, m_progress));
        QCOMPARE(seal.label.stream.segments.size(), std::size_t(parts));
        QVERIFY(seal.sender == m_ada.certificate());
        QVERIFY(seal.labelDigest == sent.written.labelDigest);
        QCOMPARE(seal.bytes, std::filesystem::file_size(sent.file));
        QCOMPARE(sent.written.bytes, seal.bytes);

        const auto contents = must(flow::openContents(sent.file, seal, m_sam.credential, m_office->trust, m_progress));
        QCOMPARE(contents.manifest.purpose, std::string("for review"));
        QCOMPARE(contents.cases.size(), std::size_t(1));
        QVERIFY(contents.cases[0].history == sent.sample->history.entries());
        QVERIFY(contents.packs.contains(sead4()->digest));
        const auto judged = must(flow::judgeCase(contents.cases[0], contents, seal, {}, m_office->trust));
        QCOMPARE(judged.known, std::uint64_t(0));
        QCOMPARE(judged.newDocuments.size(), sent.sample->contents.size());
        QCOMPARE(flow::verdictWords(judged, contents.cases[0].history.size()), std::string("new here"));

        std::map<Digest, Bytes> files;
        VERIFY_OK(flow::forEachFile(sent.file, seal, m_sam.credential, [&files](const flow::ManifestFile &file, Bytes content) -> Status {
            files.emplace(file.digest, std::move(content));
            return {};
        }, m_progress));
        for (const auto &state : judged.dossier.documents)
            QVERIFY(files.at(state.facts.digest) == sent.sample->contents[state.facts.document]);
    }

    void courierSeesNoNames()
    {
        const Sent sent = send({m_sam});
        const auto content = contentOf(sent.file);
        for (const char *secret : {"SECRET-MARKER", "Subject K", "PSH-26-0001", "unpaid debts", "for review"})
            QVERIFY2(textView(content).find(secret) == std::string_view::npos, secret);
        QVERIFY(textView(content).find("CUI//PRVCY") != std::string_view::npos);
        QVERIFY(textView(content).find(sent.sample->id.text()) == std::string_view::npos);
    }

    void twoRecipients()
    {
        const Member nora = m_office->enrol("Nora Next", {crypto::Role::Adjudicator});
        const Sent sent = send({m_sam, nora});
        VERIFY_OK(readWhole(sent.file, m_sam.credential, m_office->trust));
        VERIFY_OK(readWhole(sent.file, nora.credential, m_office->trust));
    }

    void forSomebodyElse()
    {
        const Sent sent = send({m_sam});
        VERIFY_OK(flow::checkSeal(sent.file, m_office->trust, m_progress)); // anybody may check the seal
        COMPARE_FAULT(readWhole(sent.file, m_kit.credential, m_office->trust), FaultCode::BundleNotForYou);
        COMPARE_FAULT(readWhole(sent.file, m_ada.credential, m_office->trust), FaultCode::BundleNotForYou);
    }

    void senderOfAnUntrustedOffice()
    {
        const Sent sent = send({m_sam});
        TestOffice elsewhere("Bureau 8");
        COMPARE_FAULT(readWhole(sent.file, m_sam.credential, elsewhere.trust), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(readWhole(sent.file, m_sam.credential, crypto::TrustStore()), FaultCode::CertificateUntrusted);
    }

    void senderWithAnExpiredCertificate()
    {
        const std::int64_t now = TestOffice::noon().milliseconds;
        const Member old = m_office->enrol("Odd Old", {crypto::Role::Adjudicator}, {{now - 400 * day}, {now - 2 * day}});
        const Member young = m_office->enrol("Yu Young", {crypto::Role::Adjudicator}, {{now + 2 * day}, {now + 40 * day}});
        for (const auto &[sender, code] : {std::pair(old, FaultCode::CertificateExpired), std::pair(young, FaultCode::CertificateNotYetValid)}) {
            const auto made = sample();
            const Path file = m_office->fresh("odd.cwb");
            must(writeTo(file, draftBundle(*m_office, *made, sender, {m_sam}), sender, *m_office, m_progress));
            COMPARE_FAULT(readWhole(file, m_sam.credential, m_office->trust), code);
        }
    }

    void notABundle()
    {
        COMPARE_FAULT(readWhole(m_office->fresh("nowhere.cwb"), m_sam.credential, m_office->trust), FaultCode::NotFound);
        COMPARE_FAULT(readWhole(m_office->root(), m_sam.credential, m_office->trust), FaultCode::NotFound);
        const Path file = m_office->fresh("x.cwb");
        putContent(file, {});
        COMPARE_FAULT(readWhole(file, m_sam.credential, m_office->trust), FaultCode::BundleTruncated);
        putContent(file, viewOf("%PDF-1.7 " + std::string(5000, 'x')));
        COMPARE_FAULT(readWhole(file, m_sam.credential, m_office->trust), FaultCode::BundleDamaged);
        putContent(file, Bytes(20'480, 0));
        const auto zeros = readWhole(file, m_sam.credential, m_office->trust);
        QVERIFY2(codeOf(zeros) == FaultCode::BundleDamaged || codeOf(zeros) == FaultCode::BundleTruncated, outcomeOf(zeros).c_str());
    }

    void cancelWritingLeavesNoFile()
    {
        const auto made = sample(9u << 20);
        const auto draft = draftBundle(*m_office, *made, m_ada, {m_sam});
        bool finished = false;
        for (int steps = 0; steps < 40 && !finished; ++steps) {
            StopAfter stop(steps);
            const Path folder = m_office->fresh("folder");
            std::filesystem::create_directory(folder);
            const auto written = writeTo(folder / "out.cwb", draft, m_ada, *m_office, stop);
            finished = written.ok();
            if (finished)
                break;
            COMPARE_FAULT(written, FaultCode::Cancelled);
            QVERIFY(std::filesystem::is_empty(folder));
        }
        QVERIFY(finished);
    }

    void cancelReading()
    {
        const Sent sent = send({m_sam}, 9u << 20);
        int refused = 0;
        for (int steps = 0; steps < 40; ++steps) {
            StopAfter stop(steps);
            const auto outcome = [&]() -> Status {
                const auto seal = TRY(flow::checkSeal(sent.file, m_office->trust, stop));
                TRY(flow::openContents(sent.file, seal, m_sam.credential, m_office->trust, stop));
                return {};
            }();
            if (outcome.ok())
                break;
            COMPARE_FAULT(outcome, FaultCode::Cancelled);
            ++refused;
        }
        QVERIFY(refused > 6 && refused < 40);
    }

    void targetExists()
    {
        const auto made = sample();
        const Path file = m_office->fresh("taken.cwb");
        putContent(file, viewOf("precious"));
        COMPARE_FAULT(writeTo(file, draftBundle(*m_office, *made, m_ada, {m_sam}), m_ada, *m_office, m_progress), FaultCode::AlreadyExists);
        QCOMPARE(toText(contentOf(file)), std::string("precious"));
    }

    void documentThatIsNotWhatTheHistorySays()
    {
        const auto made = sample();
        auto draft = draftBundle(*m_office, *made, m_ada, {m_sam});
        draft.cases[0].documentBytes = [](const DocumentId &) -> Result<Bytes> { return toBytes("something else"); };
        const Path file = m_office->fresh("bad.cwb");
        COMPARE_FAULT(writeTo(file, draft, m_ada, *m_office, m_progress), FaultCode::VaultDamaged);
        QVERIFY(!std::filesystem::exists(file));
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_flow_bundle.moc"
