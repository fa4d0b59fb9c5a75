// SPDX-License-Identifier: GPL-3.0-or-later
// The statement of reasons: labels, and sub-paragraphs through the fold, with undo.
#include "core/model/allegationlabel.h"
#include "core/model/changes.h"
#include "tests/unit/model/samples.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Story;

class TestModelAllegations : public QObject {
    Q_OBJECT

    static Story begun()
    {
        Story story;
        story.add(samples::documentAdded(1, 12));
        story.add(samples::tied(1, "19(a)"));
        story.add(AllegationMade{idOf<AllegationId>(1), samples::allegation("1.a")});
        return story;
    }
    static Dossier folded(const Story &story)
    {
        auto dossier = story.fold();
        if (!dossier.ok())
            qFatal("%s", dossier.fault().detail.c_str());
        return *dossier;
    }
    static bool isBroken(const Story &story)
    {
        const auto dossier = story.fold();
        return !dossier.ok() && dossier.fault().code == FaultCode::HistoryBroken;
    }

private slots:
    void labels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char *good : {"1", "1.a", "12.z", "1.aa", "1.bb", "1.ab", "3.b(2)", "3.b(2)(c)"})
            QTest::newRow(good) << good << true;
        for (const char *bad : {"", "a", "0.a", "01.a", "100.a", "1.", "1.A", "1.a.", "1.aaaa", "1a", "1.a(", "1.a()", "1.a(2", "1.a2", "1.a(0)", "1.a(B)", "1.a(1)(1)(1)(1)", "2(1)",
                                "l.a", "1.a ", "1.\xC3\xA9"})
            QTest::newRow(*bad ? bad : "empty") << bad << false;
    }
    void labels()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto label = parseAllegationLabel(text.toStdString());
        QCOMPARE(label.ok(), good);
        if (good)
            QCOMPARE(QString::fromStdString(label->text()), text);
        else
            QVERIFY(label.fault().code == FaultCode::Malformed);
    }

    void labelsAreInTheOrderOfReading()
    {
        const std::vector<const char *> order = {"1", "1.a", "1.b", "1.b(2)", "1.b(10)", "1.b(a)", "1.z", "1.aa", "1.bb", "2.a", "10.a"};
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = 0; j < order.size(); ++j) {
                const AllegationLabel a = *parseAllegationLabel(order[i]), b = *parseAllegationLabel(order[j]);
                QCOMPARE(a < b, i < j);
                QCOMPARE(a == b, i == j);
            }
    }

    void nextLabels()
    {
        const std::vector<std::pair<const char *, const char *>> rows = {{"2", "2.a"}, {"2.a", "2.b"}, {"1.z", "1.aa"}, {"1.c(3)", "1.d"}};
        for (const auto &[from, to] : rows)
            QCOMPARE(nextLabel(*parseAllegationLabel(from)).text(), std::string(to));
    }

    void aSubParagraphIsAmendedAnsweredAndFound()
    {
        Story story = begun();
        story.add(AllegationMade{idOf<AllegationId>(2), samples::allegation("1.b")});
        story.add(AllegationAmended{idOf<AllegationId>(1), samples::allegation("1.a", "You owe 4,000"), "the sum"});
        story.add(AllegationAnswered{idOf<AllegationId>(1), AllegationAnswer::Denied, "paid"});
        story.add(AllegationAppraised{idOf<AllegationId>(1), "C", "slight", "old", Frequency::Once});
        story.add(MitigatorWeighed{idOf<AllegationId>(1), "20(b)", MitigatorStanding::Claimed, {}, ""});
        story.add(MitigatorWeighed{idOf<AllegationId>(1), "20(b)", MitigatorStanding::Refuted, {idOf<PassageId>(1)}, "no proof"});
        story.add(AllegationFound{idOf<AllegationId>(1), AllegationFinding::Against, {"19(a)"}, "unpaid"});
        story.add(AllegationDropped{idOf<AllegationId>(2), "a twin"});
        const Dossier dossier = folded(story);
        QCOMPARE(dossier.allegations.size(), std::size_t(2));
        const AllegationState &first = *dossier.allegation(idOf<AllegationId>(1));
        QCOMPARE(first.states.text, std::string("You owe 4,000"));
        QVERIFY(first.amended && first.answer && first.finding && first.isAlleged());
        QVERIFY(first.answer->first.answer == AllegationAnswer::Denied);
        QCOMPARE(first.appraisal.given, std::string("C"));
        QVERIFY(first.mitigators.at("20(b)").weighed.standing == MitigatorStanding::Refuted);
        QVERIFY(first.finding->first.finding == AllegationFinding::Against);
        QVERIFY(!dossier.allegation(idOf<AllegationId>(2))->isAlleged());
        QVERIFY(dossier.authors.count(idOf<PersonId>(2)) == 1);
    }

    void undoneItIsAsIfItHadNeverBeen()
    {
        Story story = begun();
        const auto foundAt = story.add(AllegationFound{idOf<AllegationId>(1), AllegationFinding::For, {}, ""});
        story.add(EntryWithdrawn{foundAt, "too early"});
        QVERIFY(!folded(story).allegations.front().finding);
        story.add(EntryWithdrawn{3, "not to be alleged"});
        QVERIFY(folded(story).allegations.empty());
        story.add(AllegationFound{idOf<AllegationId>(1), AllegationFinding::For, {}, ""}); // passed over in silence
        QVERIFY(folded(story).allegations.empty());
        story.add(AllegationMade{idOf<AllegationId>(1), samples::allegation("1.b")});
        QVERIFY(isBroken(story));
    }

    void whatNeverWasIsRefused()
    {
        const auto brokenBy = [](const Event &event) {
            Story story = begun();
            story.add(event);
            return isBroken(story);
        };
        const auto gone = idOf<AllegationId>(9);
        QVERIFY(brokenBy(AllegationMade{idOf<AllegationId>(1), samples::allegation("1.b")}));
        Allegation other = samples::allegation("1.b");
        other.evidence = {idOf<PassageId>(9)};
        QVERIFY(brokenBy(AllegationMade{idOf<AllegationId>(2), other}));
        other.evidence.clear();
        other.repeats = {gone};
        QVERIFY(brokenBy(AllegationMade{idOf<AllegationId>(2), other}));
        QVERIFY(brokenBy(AllegationAmended{gone, samples::allegation("1.a"), ""}));
        QVERIFY(brokenBy(AllegationDropped{gone, "r"}));
        QVERIFY(brokenBy(AllegationAnswered{gone, AllegationAnswer::Admitted, ""}));
        QVERIFY(brokenBy(AllegationAppraised{gone, "", "", "", Frequency::NotSaid}));
        QVERIFY(brokenBy(MitigatorWeighed{gone, "20(b)", MitigatorStanding::Claimed, {}, ""}));
        QVERIFY(brokenBy(MitigatorWeighed{idOf<AllegationId>(1), "20(b)", MitigatorStanding::Claimed, {idOf<PassageId>(9)}, ""}));
        QVERIFY(brokenBy(AllegationFound{gone, AllegationFinding::For, {}, ""}));
    }

    void packsJoinOnceAndMove()
    {
        Story story;
        const PackRef first = folded(story).facts.pack;
        QVERIFY(folded(story).packs == std::vector<PackRef>{first});
        const PackRef nato{"nato-ac35-d2000", "1.0.0", samples::digestOf(3)};
        story.add(PackJoined{nato, "joint"});
        story.add(PackJoined{{nato.id, "9.0.0", samples::digestOf(4)}, "again"});
        QVERIFY((folded(story).packs == std::vector<PackRef>{first, nato}));
        PackRef newer = first;
        newer.version = "7.0.0";
        const auto movedAt = story.add(PackMoved{first, newer, "new directive"});
        QVERIFY((folded(story).packs == std::vector<PackRef>{newer, nato}));
        QVERIFY(folded(story).facts.pack == first);
        story.add(EntryWithdrawn{movedAt, "not yet"});
        QVERIFY((folded(story).packs == std::vector<PackRef>{first, nato}));
    }

    void theSupervisorSeesWhatChanged()
    {
        Story story = begun();
        const auto then = story.entries().back().seq;
        story.add(AllegationFound{idOf<AllegationId>(1), AllegationFinding::Against, {"19(a)"}, "unpaid still"});
        const auto changes = changesSince(story.entries(), then);
        QVERIFY(changes.ok());
        QCOMPARE(changes->size(), std::size_t(1));
        QCOMPARE(changes->front().area, std::string("allegation"));
        QVERIFY(changes->front().after.find("found: Against; establishes: 19(a); reason: unpaid still") != std::string::npos);
        QVERIFY(changes->front().before.find("found") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestModelAllegations)
#include "tst_model_allegations.moc"
