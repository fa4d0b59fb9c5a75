// SPDX-License-Identifier: GPL-3.0-or-later
// The decisions of ../shared/corpus/doha, when they are there: 97 of 100 that contain formal findings become a case and come back
// identical; fifty of them through a vault on disk, locked and opened again between.
#include "tests/doha/casebuilder.h"
#include "tests/doha/corpus.h"
#include "tests/doha/roundtrip.h"
#include "tests/doha/tally.h"
#include "tests/support/testoffice.h"

#include <QTest>

using namespace caseward;
using namespace caseward::doha;
using namespace caseward::tests;

class TestDohaCorpus : public QObject {
    Q_OBJECT

    static Path folder() { return Path(CASEWARD_SOURCE_DIR) / ".." / "shared" / "corpus" / "doha"; }
    static packs::PackPtr sead4()
    {
        for (const packs::PackPtr &pack : must(packs::loadPacks(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs")))
            if (pack->id == "us-sead4-2017")
                return pack;
        return nullptr;
    }
    // As a case of a session: made, recorded in one transaction, locked, opened again.
    static std::string throughAVault(const TestOffice &office, const Path &vault, const Member &ada, const std::string &reference, const FormalFindings &findings)
    {
        CaseId id;
        {
            const auto session = signIn(office, vault, ada);
            session::NewCase facts;
            facts.reference = reference;
            facts.subject = "S-1";
            facts.access = "Secret";
            id = must(session->createCase(facts));
            SystemRandom random;
            must(session->record(id, must(caseEvents(findings, *must(session->packOf(id)), [&] { return AllegationId::make(office.clock, random); }))));
        }
        const auto session = signIn(office, vault, ada);
        return difference(findings, must(findingsOf(*must(session->openCase(id)))));
    }

private slots:
    void initTestCase()
    {
        if (!std::filesystem::is_directory(folder()))
            QSKIP("../shared/corpus/doha is not here");
    }

    void ofAHundredWithFormalFindings97ComeBack()
    {
        Tally tally(sead4());
        const auto corpus = readCorpus(folder(), [&](const std::string &file, std::string_view bytes, const Corpus &known) {
            const auto index = known.guidelines.find(file);
            tally.add(file, bytes, doha::read(bytes), index == known.guidelines.end() ? std::string() : index->second);
        });
        QVERIFY(corpus.ok());
        qInfo("%s", tally.report(false).c_str());
        QVERIFY2(tally.withFindings() > 0 && tally.rate() >= 0.97, tally.report(true).c_str());
        // What is read is read rightly: it prints and reads the same, and a count that knows no grammar agrees nearly always.
        QCOMPARE(tally.backFromPrint(), tally.read());
        QVERIFY2(double(tally.crudeAgrees()) >= 0.97 * double(tally.read()), tally.report(true).c_str());
        QVERIFY2(tally.withFindings() * 10 >= tally.decisions() * 7, "too few decisions are said to contain findings at all");
    }

    void fiftyGoThroughAVault()
    {
        TestOffice office;
        const Member ada = office.enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        const Path vault = office.makeVault("desk", {ada}, {});
        std::size_t seen = 0, through = 0;
        const auto corpus = readCorpus(folder(), [&](const std::string &file, std::string_view bytes, const Corpus &) {
            if (seen++ % 70 != 0 || through == 50)
                return;
            const Reading reading = doha::read(bytes);
            if (const auto *findings = std::get_if<FormalFindings>(&reading.result)) {
                const std::string why = throughAVault(office, vault, ada, "DOHA-" + std::to_string(++through), *findings);
                QVERIFY2(why.empty(), (file + ": " + why).c_str());
            }
        });
        QVERIFY(corpus.ok());
        QVERIFY(through >= 40);
    }
};

QTEST_GUILESS_MAIN(TestDohaCorpus)
#include "tst_doha_corpus.moc"
