// SPDX-License-Identifier: GPL-3.0-or-later
// Words looked for in a whole case: everything said in the record is searched, and each hit knows where to go.
#include "core/evidence/casesearch.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::evidence;
using namespace caseward::tests;

namespace {

const auto firstDocument = "019aa1b2-0000-7000-8000-0000000000a1", passageId = "019aa1b2-0000-7000-8000-0000000000b1",
           contradictionId = "019aa1b2-0000-7000-8000-0000000000c1", gapId = "019aa1b2-0000-7000-8000-0000000000d1",
           allegationId = "019aa1b2-0000-7000-8000-0000000000e1";

model::Anchor place(std::uint32_t page)
{
    model::Anchor anchor;
    anchor.document = must(DocumentId::parse(firstDocument));
    anchor.span = {page, 4, 9};
    return anchor;
}

// Every string of a record that somebody may look for, each with a word of its own.
model::Dossier record()
{
    model::Dossier dossier;
    model::DocumentState document;
    model::DocumentAdded &facts = document.facts;
    facts.document = must(DocumentId::parse(firstDocument));
    facts.title = "alpha";
    facts.exhibit = "Ex. bravo";
    facts.source = "charlie";
    facts.agency = "delta";
    facts.date = "2024-03-02";
    facts.marking = "foxtrot";
    facts.custody = "golf";
    facts.name = "hotel.pdf";
    facts.part = "india.txt";
    facts.pages = 9;
    document.waived[3] = "juliett";
    dossier.documents.push_back(document);
    model::Tie tie;
    tie.id = must(PassageId::parse(passageId));
    tie.anchor = place(2);
    tie.note = "kilo";
    dossier.ties.push_back(tie);
    model::Contradiction contradiction;
    contradiction.id = must(ContradictionId::parse(contradictionId));
    contradiction.claimed = place(5);
    contradiction.note = "lima";
    contradiction.resolution = "mike";
    dossier.contradictions.push_back(contradiction);
    model::Gap gap;
    gap.id = must(GapId::parse(gapId));
    gap.note = "november";
    gap.explanation = "oscar";
    dossier.gaps.push_back(gap);
    dossier.conditions[{"pack", "16(a)"}].reason = "papa";
    dossier.guidelines[{"pack", "E"}].reason = "quebec";
    dossier.factors[{"pack", "age"}].text = "romeo";
    dossier.explained[{"reasons.cite", "4"}] = "sierra";
    dossier.reasons = {{"nothing", {}}, {"tango", {}}};
    model::AllegationState alleged;
    alleged.id = must(AllegationId::parse(allegationId));
    alleged.states.label = "1.a";
    alleged.states.text = "whiskey";
    alleged.dropped = {"xray", {}};
    alleged.answer = {{alleged.id, model::AllegationAnswer::Denied, "yankee"}, {}};
    alleged.appraisal.view = "zulu";
    alleged.appraisal.recency = "amber";
    alleged.mitigators["17(a)"] = {{alleged.id, "17(a)", model::MitigatorStanding::Claimed, {}, "bronze"}, {}};
    alleged.finding = {{alleged.id, model::AllegationFinding::For, {}, "copper"}, {}};
    dossier.allegations.push_back(alleged);
    model::Review review;
    review.reason = "uniform";
    review.notes = {{"16(a)", "victor"}};
    dossier.reviews.push_back(review);
    return dossier;
}

} // namespace

class CaseSearchTest : public QObject {
    Q_OBJECT
private slots:
    void everythingSaidIsSearched_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("where");      // in, field, target, page
        const auto row = [](const char *words, const char *where) { QTest::newRow(words) << words << where; };
        row("ALPHA", "fact title  0");
        row("bravo", "fact exhibit  0");
        row("charlie", "fact source  0");
        row("delta", "fact agency  0");
        row("2024-03", "fact date  0");
        row("foxtrot", "fact marking  0");
        row("golf", "fact custody  0");
        row("hotel", "fact name  0");
        row("india", "fact part  0");
        row("juliett", "fact waived  3");
        row("kilo", "passage note 019aa1b2-0000-7000-8000-0000000000b1 2");
        row("lima", "contradiction note 019aa1b2-0000-7000-8000-0000000000c1 5");
        row("mike", "contradiction resolution 019aa1b2-0000-7000-8000-0000000000c1 5");
        row("november", "gap note 019aa1b2-0000-7000-8000-0000000000d1 0");
        row("oscar", "gap explanation 019aa1b2-0000-7000-8000-0000000000d1 0");
        row("papa", "finding condition 16(a) 0");
        row("quebec", "finding guideline E 0");
        row("romeo", "finding factor age 0");
        row("sierra", "finding explained reasons.cite 0");
        row("tango", "reasons paragraph 2 0");
        row("uniform", "review reason  0");
        row("victor", "review note 16(a) 0");
        const auto ofTheStatement = [&row](const char *words, const char *field) {
            row(words, qPrintable(QStringLiteral("allegation %1 %2 0").arg(QLatin1String(field), QLatin1String(allegationId))));
        };
        ofTheStatement("whiskey", "text");
        ofTheStatement("xray", "withdrawn");
        ofTheStatement("yankee", "answer");
        ofTheStatement("zulu", "view");
        ofTheStatement("amber", "recency");
        ofTheStatement("bronze", "mitigator");
        ofTheStatement("copper", "finding");
    }

    void everythingSaidIsSearched()
    {
        QFETCH(QString, words);
        QFETCH(QString, where);
        const auto hits = findInRecord(record(), WordsToFind(words.toStdString()), 99);
        QCOMPARE(hits.size(), std::size_t(1));
        const CaseHit &hit = hits.front();
        QCOMPARE(QString::fromStdString(std::string(hitInName(hit.in)) + " " + hit.field + " " + hit.target + " " + std::to_string(hit.span.page)), where);
        QCOMPARE(QString::fromStdString(hit.match).toLower(), words.toLower());
        const bool ofADocument = hit.in == HitIn::Fact || hit.in == HitIn::Passage || hit.in == HitIn::Contradiction;
        QCOMPARE(!hit.document.isNull(), ofADocument);
        QCOMPARE(hit.label, std::string(hit.in == HitIn::Allegation ? "1.a" : ""));
    }

    void whatAMachineReadIsAPartOfThePicture()
    {
        model::PageText read{"the acc0unt of\nan account", {}};
        for (std::size_t at = 0; at < read.text.size(); ++at)
            read.boxes.push_back(at < 14 ? model::Rect{10 + 6.0 * double(at), 20, 6, 12} : model::Rect{10 + 6.0 * (double(at) - 15), 40, at == 14 ? 0.0 : 6.0, 12});
        const auto hits = findOnScan(must(DocumentId::parse(firstDocument)), 4, read, WordsToFind("account"), 9);
        QCOMPARE(hits.size(), std::size_t(1));
        QVERIFY(hits[0].in == HitIn::Scan);
        QCOMPARE(std::string(hitInName(hits[0].in)), std::string("scan"));
        QVERIFY((hits[0].span == model::Span{4, 0, 0}));      // there are no words to quote
        QVERIFY((hits[0].area == model::Rect{28, 40, 42, 12}));
        QCOMPARE(hits[0].match, std::string("account"));
        // Over the end of a line: all of it, from the first to the last.
        const auto broken = findOnScan({}, 4, read, WordsToFind("acc0unt of an"), 9);
        QCOMPARE(broken.size(), std::size_t(1));
        QVERIFY((broken[0].area == model::Rect{10, 20, 84, 32}));
    }

    void whereAMachineSaysNoPlaceThePageIsLeft()
    {
        for (const auto &boxes : {std::vector<model::Rect>(), std::vector<model::Rect>(2), std::vector<model::Rect>(7)}) {
            const auto hits = findOnScan({}, 4, {"account", boxes}, WordsToFind("account"), 9);
            QCOMPARE(hits.size(), std::size_t(1));
            QVERIFY((hits[0].span == model::Span{4, 0, 0}) && !hits[0].area);
        }
    }

    void theMostIsKept()
    {
        QCOMPARE(findInRecord(record(), WordsToFind("a"), 4).size(), std::size_t(4));
        QVERIFY(findInRecord(record(), WordsToFind("a"), 0).empty());
        QVERIFY(findInRecord(record(), WordsToFind("  "), 99).empty());
        QVERIFY(findInRecord({}, WordsToFind("a"), 99).empty());
    }

    void contextIsWholeCharacters()
    {
        const std::string text = "\U0001F600 " + std::string(100, 'b') + " unpaid\n debts " + std::string(100, 'c');
        const auto hits = findOnPage(must(DocumentId::parse(firstDocument)), 7, text, WordsToFind("unpaid debts"), 9);
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(hits[0].match, std::string("unpaid\n debts"));
        QCOMPARE(hits[0].before, std::string(39, 'b') + " ");
        QCOMPARE(hits[0].after, " " + std::string(79, 'c'));
        QVERIFY((hits[0].span == model::Span{7, 103, 116}));
        const auto first = findOnPage({}, 1, "\U0001F600x", WordsToFind("x"), 9);
        QCOMPARE(first[0].before, std::string("\U0001F600"));
        QVERIFY(first[0].after.empty());
        QVERIFY(findOnPage({}, 1, "\xff", WordsToFind("x"), 9).empty());
    }
};

QTEST_APPLESS_MAIN(CaseSearchTest)
#include "tst_evidence_search.moc"
