// SPDX-License-Identifier: GPL-3.0-or-later
// A trusted person who lies: labels round a stranger's content, archives that are not what their manifest says, histories
// rewritten before sealing.
#include "tests/unit/flow/forgery.h"

#include <QTest>

#include <functional>

using namespace caseward;
using namespace caseward::tests;

class TestBundleHostile : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_mal;
    std::unique_ptr<SampleCase> m_case;

    Forgery forged()
    {
        m_case = std::make_unique<SampleCase>(*m_office, m_ada);
        const DocumentId report = m_case->addDocument("Report", {"There were unpaid debts of 11,842 dollars."});
        m_case->addDocument("Letter", {"Dear office."});
        m_case->tie(report, "unpaid debts", "19(c)");
        m_case->add(m_case->sign(m_ada, {}));
        return forge(*m_office, *m_case, m_ada, {m_sam});
    }
    Status read(Forgery &forgery) { return readWhole(forgery.write(*m_office), m_sam.credential, m_office->trust); }
    // The history with entry `seq` changed and everything after it chained anew: what a dishonest sender can do.
    std::vector<model::Entry> rewritten(std::uint64_t seq, const std::function<void(model::Entry &)> &change)
    {
        auto entries = m_case->history.entries();
        change(entries.at(seq));
        for (std::size_t index = seq + 1; index < entries.size(); ++index)
            entries[index].prev = ledger::leafHash(viewOf(model::encodeEntry(entries[index - 1])));
        return entries;
    }
    std::uint64_t seqOf(const std::string &kind)
    {
        for (const model::Entry &entry : m_case->history.entries())
            if (entry.kind == kind)
                return entry.seq;
        qFatal("the sample has no %s", kind.c_str());
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_mal = m_office->enrol("Mal Ice", {crypto::Role::Adjudicator});
    }

    void theForgeryIsSoundToBeginWith()
    {
        Forgery forgery = forged();
        VERIFY_OK(read(forgery));
    }

    // ---- a new label round a stranger's key and parts --------------------------------------------------------------

    void relabelled_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("as one's own") << 0;
        QTest::newRow("as one's own, for an accomplice") << 1;
        QTest::newRow("in the name of the true sender") << 2;
        QTest::newRow("for an accomplice, in the name of the true sender") << 3;
    }
    void relabelled()
    {
        QFETCH(int, how);
        Forgery forgery = forged();
        const Path sound = forgery.write(*m_office);
        Bytes envelope;
        std::vector<Bytes> parts;
        NoProgress progress;
        const auto seal = must(flow::checkSeal(sound, m_office->trust, progress));
        envelope = seal.envelope;
        auto archive = must(codec::TarReader::open([content = contentOf(sound), at = std::size_t(0)](std::span<std::uint8_t> buffer) mutable -> Result<std::size_t> {
            const std::size_t size = std::min(buffer.size(), content.size() - at);
            std::copy_n(content.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
            at += size;
            return size;
        }));
        while (const auto member = must(archive.next()))
            if (member->name.starts_with("part-"))
                parts.push_back(must(archive.readAll(1u << 26)));

        const Member accomplice = m_office->enrol("Kai Complice", {crypto::Role::Supervisor});
        const bool forAccomplice = how == 1 || how == 3;
        forgery.sealer = m_mal;
        if (how < 2)
            forgery.label.from = {m_mal.certificate().organisation(), m_mal.fingerprint(), 0, {}};
        if (forAccomplice)
            forgery.label.to = {{"Bureau 7", accomplice.fingerprint(), 1, {}}};
        const Path path = forgery.pack(*m_office, envelope, parts);
        COMPARE_FAULT(readWhole(path, (forAccomplice ? accomplice : m_sam).credential, m_office->trust), FaultCode::BundleMismatch);
        if (forAccomplice)
            COMPARE_FAULT(readWhole(path, m_sam.credential, m_office->trust), how == 3 ? FaultCode::BundleMismatch : FaultCode::BundleNotForYou);
    }

    void labelOfAnotherOffice()
    {
        Forgery forgery = forged();
        forgery.label.from.office = "Ministry";
        COMPARE_FAULT(read(forgery), FaultCode::BundleMismatch);
    }

    void labelThatCountsOtherwise()
    {
        Forgery forgery = forged();
        forgery.label.cases = 2;
        COMPARE_FAULT(read(forgery), FaultCode::BundleMismatch);
        forgery = forged();
        forgery.manifest.bundle = BundleId::make(m_office->clock, m_office->random);
        COMPARE_FAULT(read(forgery), FaultCode::BundleMismatch);
    }

    // ---- an archive that is not what its manifest says -------------------------------------------------------------

    void archives_data()
    {
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, FaultCode code) { QTest::newRow(name) << static_cast<int>(code); };
        row("manifest last", FaultCode::BundleMismatch);
        row("file not listed", FaultCode::BundleMismatch);
        row("file missing", FaultCode::BundleMismatch);
        row("files exchanged", FaultCode::BundleMismatch);
        row("other size", FaultCode::BundleMismatch);
        row("other bytes", FaultCode::BundleDamaged);
        row("no history", FaultCode::BundleMismatch);
        row("no checkpoint", FaultCode::BundleMismatch);
        row("no document", FaultCode::BundleMismatch);
        row("no text layer", FaultCode::BundleMismatch);
        row("document under another digest", FaultCode::BundleMismatch);
        row("text under another digest", FaultCode::BundleMismatch);
        row("pack under another digest", FaultCode::BundleMismatch);
        row("another reference", FaultCode::BundleMismatch);
        row("another case id", FaultCode::BundleMismatch);
    }
    void archives()
    {
        QFETCH(int, code);
        const std::string tag = QTest::currentDataTag();
        Forgery it = forged();
        const auto list = [&it] {
            it.manifest.files.clear();
            for (const auto &[name, bytes] : it.files)
                it.manifest.files.push_back({name, bytes.size(), crypto::sha256(bytes)});
            it.listAsFound = false;
        };
        if (tag == "manifest last") {
            it.manifestFirst = false;
        } else if (tag == "file not listed") {
            list();
            it.files.emplace_back("cases/surprise", toBytes("x"));
        } else if (tag == "file missing") {
            list();
            it.files.pop_back();
        } else if (tag == "files exchanged") {
            list();
            std::swap(it.files[1], it.files[2]);
        } else if (tag == "other size") {
            list();
            it.files.back().second.push_back('x');
        } else if (tag == "other bytes") {
            list();
            it.files.back().second.back() ^= 1;
        } else if (tag == "no history") {
            it.remove("history.jsonl");
        } else if (tag == "no checkpoint") {
            it.remove("checkpoint.p7s");
        } else if (tag == "no document") {
            it.files.erase(it.files.end() - 2);
        } else if (tag == "no text layer") {
            it.files.pop_back();
        } else if (tag == "document under another digest") {
            (it.files.end() - 2)->second = toBytes("something else");
        } else if (tag == "text under another digest") {
            it.files.back().second = toBytes(store::encodeTextLayer({{{612, 792}, {"Dear enemy.", {}}}}));
        } else if (tag == "pack under another digest") {
            it.name("packs/") = "packs/" + std::string(64, '0') + ".json";
        } else if (tag == "another reference") {
            it.manifest.cases[0].reference = "PSH-26-0002";
        } else if (tag == "another case id") {
            it.manifest.cases[0].id = CaseId::make(m_office->clock, m_office->random);
        } else {
            QFAIL("no such row");
        }
        COMPARE_FAULT(read(it), static_cast<FaultCode>(code));
    }

    void textLayerWithAnotherNumberOfPages()
    {
        Forgery it = forged();
        const store::TextLayer layer = {{{612, 792}, {"Dear office.", {}}}, {{612, 792}, {"", {}}}};
        auto entries = rewritten(seqOf("document.added") + 1, [&layer](model::Entry &entry) {
            entry.body.object()["textDigest"] = store::textLayerDigest(layer).hex();
        });
        it.files.back() = {it.files.back().first.substr(0, it.files.back().first.size() - 64) + store::textLayerDigest(layer).hex(),
                           toBytes(store::encodeTextLayer(layer))};
        it.putHistory(entries, m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::BundleMismatch);
    }

    // ---- histories ------------------------------------------------------------------------------------------------

    void historyChangedUnderItsCheckpoint()
    {
        Forgery it = forged();
        std::string text = toText(it.file("history.jsonl"));
        const std::size_t at = text.find("unpaid debts");
        QVERIFY(at != std::string::npos);
        text.replace(at, 12, "unpaid bills");
        it.file("history.jsonl") = toBytes(text);
        COMPARE_FAULT(read(it), FaultCode::HistoryBroken);
    }

    void historyCutUnderItsCheckpoint()
    {
        Forgery it = forged();
        auto entries = m_case->history.entries();
        entries.pop_back();
        it.file("history.jsonl") = toBytes(flow::joinHistory(entries));
        COMPARE_FAULT(read(it), FaultCode::HistoryBroken);
    }

    void checkpointOfAnotherPerson()
    {
        Forgery it = forged();
        it.putHistory(m_case->history.entries(), m_mal, *m_office);
        COMPARE_FAULT(read(it), FaultCode::HistoryBroken);
    }

    void checkpointOfAnotherCase()
    {
        Forgery it = forged();
        ledger::Checkpoint checkpoint = m_case->checkpoint();
        checkpoint.origin = "caseward/case/" + CaseId::make(m_office->clock, m_office->random).text();
        it.putCheckpoint(checkpoint, m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::HistoryBroken);
    }

    void historyRewrittenBeforeItsDecision()
    {
        Forgery it = forged();
        const auto entries = rewritten(seqOf("passage.tied"), [](model::Entry &entry) { entry.body.object()["note"] = "another note"; });
        it.putHistory(entries, m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::HistoryBroken);
    }

    void decisionRewrittenInTheHistory()
    {
        Forgery it = forged();
        const auto entries = rewritten(seqOf("decision.signed"), [](model::Entry &entry) {
            std::string decision = entry.body.find("decision")->string();
            decision.replace(decision.find("Subject K"), 9, "Subject X");
            entry.body.object()["digest"] = crypto::sha256(viewOf(decision)).hex();
            entry.body.object()["decision"] = decision;
        });
        it.putHistory(entries, m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::SignatureInvalid);
    }

    void historyThatDoesNotHandOver()
    {
        Forgery it = forged();
        auto entries = m_case->history.entries();
        entries.pop_back();
        it.putHistory(entries, m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::BundleMismatch);

        it = forged();
        it.putHistory(rewritten(seqOf("custody.sent"), [this](model::Entry &entry) {
            entry.body.object()["bundle"] = BundleId::make(m_office->clock, m_office->random).text();
        }), m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::BundleMismatch);

        it = forged();
        it.putHistory(rewritten(seqOf("custody.sent"), [this](model::Entry &entry) {
            entry.body.object()["toCertificates"] = codec::Json::Array{codec::Json(m_mal.fingerprint().hex())};
        }), m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::BundleMismatch);
    }

    void historyThatDoesNotFold()
    {
        Forgery it = forged();
        it.putHistory(rewritten(seqOf("passage.tied"), [this](model::Entry &entry) {
            entry.body.object()["anchor"].object()["document"] = DocumentId::make(m_office->clock, m_office->random).text();
        }), m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::HistoryBroken);
    }

    void historyOfANewerCaseward()
    {
        Forgery it = forged();
        auto entries = rewritten(seqOf("passage.tied"), [](model::Entry &entry) { entry.kind = "passage.dreamt"; });
        it.putHistory(entries, m_ada, *m_office);
        COMPARE_FAULT(read(it), FaultCode::VaultForeign);
    }
};

QTEST_GUILESS_MAIN(TestBundleHostile)
#include "tst_flow_bundlehostile.moc"
