// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback.h"
#include "ui/paper/decisionpaper.h"

#include <QFile>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;

namespace {

Digest digestOf(std::uint8_t fill)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(fill);
    return Digest(bytes);
}

class Fixture {
public:
    Fixture()
    {
        Result<std::vector<packs::PackPtr>> packs = packs::loadPacks(CASEWARD_SOURCE_DIR "/resources/packs");
        if (packs)
            pack = packs::newestOf(*packs, "us-sead4-2017");
        adjudicator = PersonId::make(m_clock, m_random);
        supervisor = PersonId::make(m_clock, m_random);
        fillFacts();
        fillWeighing();
        fillSignature();
    }

    packs::PackPtr pack;
    model::Dossier dossier;
    session::DecisionFiles files;
    PersonId adjudicator, supervisor;

    model::Anchor anchor(const char *quote, std::uint32_t page) const
    {
        model::Anchor made;
        made.document = dossier.documents.front().facts.document;
        made.span = {page, 0, 10};
        made.quote = quote;
        return made;
    }
    PassageId tie(const char *quote, std::uint32_t page, const char *condition, const char *note)
    {
        model::Tie made;
        made.id = PassageId::make(m_clock, m_random);
        made.anchor = anchor(quote, page);
        made.condition = {pack->id, condition};
        made.weight = model::Weight::Substantial;
        made.note = note;
        dossier.ties.push_back(made);
        return made.id;
    }

private:
    void fillFacts()
    {
        dossier.facts.caseId = CaseId::make(m_clock, m_random);
        dossier.facts.reference = "DEMO-26-0001";
        dossier.facts.subject = "S-4471-D";
        dossier.facts.type = "initial";
        dossier.facts.access = "Top Secret";
        dossier.facts.marking = "CUI//PRVCY";
        dossier.facts.demonstration = true;
        dossier.facts.pack = pack->ref();
        dossier.people[adjudicator] = {"A. Rivera", {"adjudicator"}, toBytes("certificate of Rivera")};
        dossier.people[supervisor] = {"M. Lee", {"supervisor"}, toBytes("certificate of Lee")};
        model::DocumentState document;
        document.facts.document = DocumentId::make(m_clock, m_random);
        document.facts.title = "Report of investigation";
        document.facts.exhibit = "Ex. 2";
        document.facts.source = "Region 3";
        document.facts.pages = 9;
        document.facts.digest = digestOf(0xd0);
        dossier.documents.push_back(document);
        dossier.size = 44;
        dossier.head = digestOf(0xbe);
    }
    void fillWeighing()
    {
        tie("nobody cites this sentence", 7, "20(d)", "uncited note");
        const PassageId cited = tie("the answer on the form was wrong", 3, "16(a)", "a note of the adjudicator");
        dossier.conditions[{pack->id, "16(a)"}] = {model::ConditionFinding::Established, "because she knew", {}};
        dossier.conditions[{pack->id, "17(a)"}] = {model::ConditionFinding::DoesNotApply, "nothing was corrected", {}};
        dossier.guidelines[{pack->id, "E"}] = {model::GuidelineFinding::AgainstSubject, "reason on guideline E", {}};
        dossier.factors[{pack->id, "2(d)(3)"}] = {"once, lately", {}};
        dossier.reasons = {{"The first paragraph of the reasons.", {cited}}};
        dossier.proposal = model::Proposal{{"grant-with-exception", "C", {"Proof each quarter."}}, {}};
        dossier.explained[{"outcome-against-findings", "grant-with-exception"}] = "the exception manages it";
        dossier.contradictions.push_back({{}, anchor("she said no", 1), anchor("it was yes", 2), "no against yes", "yes is right", {}, {}});
        dossier.gaps.push_back({{}, "employment", "2021-11-01", "2022-02-27", {}, "nothing listed", "cared for her father", {}, {}});
    }
    void fillSignature()
    {
        files.decision = R"({"history":{"root":"aabbccdd","size":43}})";
        model::SignedDecision decision;
        decision.what.digest = digestOf(0x5a);
        decision.what.decision = files.decision;
        decision.what.outcome = "grant-with-exception";
        decision.when = {43, {1795338902114}, adjudicator};
        dossier.decisions.push_back(decision);
        dossier.status = model::CaseStatus::Signed;
    }

    FixedClock m_clock{{1795338902114}};
    SeededRandom m_random{7};
};

Result<Bytes> print(const Fixture &it, const DecisionPaper &options = {"P. Novak", {1795348902114}, {}, PaperSize::A4})
{
    return decisionPdf(it.files, it.dossier, *it.pack, options);
}

} // namespace

class TestDecisionPaper final : public QObject {
    Q_OBJECT
private slots:
    void saysEverything();
    void everyPageCarriesMarkingAndDigest();
    void citesAreNumberedFromTheReasons();
    void aPartOfAPictureSaysWhichOne();
    void theStatementOfReasonsIsThere();
    void countersignatureIsShown();
    void eachPackAnswersForItself();
    void refusals();
    void keepAPicture();
};

void TestDecisionPaper::saysEverything()
{
    const Fixture it;
    QVERIFY(it.pack);
    const Result<Bytes> pdf = print(it);
    QVERIFY(pdf.ok());
    const QString all = ReadBack(*pdf).all();
    for (const char *wanted : {"DEMO-26-0001", "S-4471-D", "Top Secret", "Grant eligibility with an exception", "Exception C, condition",
                               "Proof each quarter.", "Guideline E, Personal Conduct: against subject", "reason on guideline E",
                               "because she knew", "does not apply", "nothing was corrected", "once, lately",
                               "The first paragraph of the reasons.", "she said no", "it was yes", "yes is right", "cared for her father",
                               "the exception manages it", "the answer on the form was wrong", "Ex. 2, Report of investigation, page 3",
                               "a note of the adjudicator", "nobody cites this sentence", "A. Rivera, adjudicator", "2026-11-22",
                               "not yet; this decision takes effect only when it is", "43 entries", "aabbccdd", "Region 3",
                               "decision.json holds", "openssl cms -verify", "Disqualifying", "Mitigating", "▲ 16(a)", "▼ 17(a)",
                               "Printed by P. Novak"})
        QVERIFY2(all.contains(QString::fromUtf8(wanted)), wanted);
    const QString joined = QString(all).remove(QLatin1Char(' ')); // digests wrap in their column
    for (const Digest &digest : {it.dossier.documents[0].facts.digest, it.pack->digest, it.dossier.head})
        QVERIFY(joined.contains(QString::fromStdString(digest.hex())));
}

void TestDecisionPaper::everyPageCarriesMarkingAndDigest()
{
    Fixture it;
    for (int i = 0; i < 40; ++i)
        it.tie("a sentence of the record that takes its place on the paper", 4, "19(c)", "note");
    const Result<Bytes> pdf = print(it);
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    QVERIFY(back.pages() >= 4);
    for (int page = 0; page < back.pages(); ++page) {
        const QString text = back.text(page);
        QCOMPARE(text.count(QStringLiteral("CUI//PRVCY · DEMONSTRATION RECORD")), 2);
        QVERIFY(text.contains(QStringLiteral("decision.json SHA-256 ") + QString::fromStdString(digestOf(0x5a).hex())));
        QVERIFY(text.contains(QStringLiteral("Case DEMO-26-0001")));
        QCOMPARE(back.image(page).pixelColor(3, 8), QColor(0x50, 0x2b, 0x85));
    }
}

void TestDecisionPaper::aPartOfAPictureSaysWhichOne()
{
    Fixture it;
    for (model::Anchor *anchor : {&it.dossier.ties[1].anchor, &it.dossier.contradictions[0].found}) {
        anchor->span = {3, 0, 0};
        anchor->quote.clear();
        anchor->rects = {{72, 144, 283.46, 36}};
    }
    const Result<Bytes> pdf = print(it);
    QVERIFY(pdf.ok());
    const QString all = ReadBack(*pdf).all();
    QVERIFY2(all.contains(QStringLiteral("page 3 (part of the picture)")), qPrintable(all));
    QVERIFY(all.count(QStringLiteral("25 mm from the left and 51 mm from the top")) == 2);
    QVERIFY(!all.contains(QStringLiteral("“”")));
}

void TestDecisionPaper::theStatementOfReasonsIsThere()
{
    Fixture fixture;
    QVERIFY(!ReadBack(print(fixture).value()).all().contains(QStringLiteral("Statement of reasons")));
    const auto alleged = [&fixture](const char *label, const char *text) {
        model::AllegationState it;
        it.id = AllegationId::parse(std::string("0193aaaa-0000-7000-8000-00000000000") + label[2]).value();
        it.states = {label, fixture.pack->id, "E", text, "", "", false, {}, {}, {}};
        fixture.dossier.allegations.push_back(it);
    };
    alleged("1.b", "You told the investigator that nothing was owed.");
    alleged("1.a", "You did not list your work.");
    alleged("1.c", "");
    model::AllegationState &second = fixture.dossier.allegations[0], &first = fixture.dossier.allegations[1], &third = fixture.dossier.allegations[2];
    first.states.evidence = {fixture.dossier.ties[1].id};
    first.answer = {{first.id, model::AllegationAnswer::AdmittedInPart, "not all"}, {}};
    first.finding = {{first.id, model::AllegationFinding::Against, {"16(a)"}, "deliberate"}, {}};
    first.mitigators["17(a)"] = {{first.id, "17(a)", model::MitigatorStanding::Refuted, {}, "too late"}, {}};
    second.dropped = {"a twin", {}};
    third.states.repeats = {first.id};
    first.states.from = "2019";
    first.states.to = "2021-04";
    first.states.about = true;
    first.states.conditions = {"16(a)", "16(b)"};
    second.states.from = second.states.to = "2022";
    const QString text = ReadBack(print(fixture).value()).all();
    for (const char *said : {"Statement of reasons", "Paragraph 1, Guideline E, Personal Conduct", "You did not list your work. [1]", "17(a) refuted: too late",
                             "admitted in part:", "against the subject;", "establishes 16(a).", "withdrawn: a twin", "As set out in 1.a.", "no finding", "2021-04, about.", "Raises 16(a), 16(b).", "Conduct: 2022."})
        QVERIFY2(text.contains(QLatin1String(said)), said);
    QVERIFY(text.indexOf(QStringLiteral("You did not")) < text.indexOf(QStringLiteral("You told")));
}

void TestDecisionPaper::citesAreNumberedFromTheReasons()
{
    const Fixture it;
    const Result<Bytes> pdf = print(it);
    QVERIFY(pdf.ok());
    const QString all = ReadBack(*pdf).all();
    QVERIFY(all.contains(QStringLiteral("The first paragraph of the reasons. [1]")));
    QVERIFY(all.contains(QStringLiteral("[1] Ex. 2, Report of investigation, page 3")));
    QVERIFY(all.contains(QStringLiteral("[2] Ex. 2, Report of investigation, page 7")));
}

void TestDecisionPaper::countersignatureIsShown()
{
    Fixture it;
    it.dossier.status = model::CaseStatus::Countersigned;
    it.dossier.decisions.back().countersignature = model::DecisionCountersigned{digestOf(0x5a), toBytes("signature")};
    it.dossier.decisions.back().countersigned = model::Trace{46, {1795348902114}, it.supervisor};
    it.dossier.reviews.push_back({true, digestOf(0x5a), "I concur with the exception", {}, {45, {1795348900000}, it.supervisor}});
    const Result<Bytes> pdf = print(it);
    QVERIFY(pdf.ok());
    const QString all = ReadBack(*pdf).all();
    QVERIFY(all.contains(QStringLiteral("M. Lee, supervisor")));
    QVERIFY(all.contains(QStringLiteral("I concur with the exception")));
    QVERIFY(!all.contains(QStringLiteral("not yet;")));
}

// Two checklists on one case, the first moved to a newer version since the case began: both findings are there, under their own names.
void TestDecisionPaper::eachPackAnswersForItself()
{
    Fixture it;
    const auto packs = packs::loadPacks(CASEWARD_SOURCE_DIR "/resources/packs");
    QVERIFY(packs.ok());
    const packs::PackPtr nato = packs::newestOf(*packs, "nato-ac35-d2000");
    it.dossier.facts.pack.digest = digestOf(1);              // what it began with
    it.dossier.packs = {it.pack->ref(), nato->ref()};
    it.dossier.conditions[{nato->id, "NATO-e"}] = {model::ConditionFinding::Established, "lied in the interview", {}};
    it.dossier.conditions[{nato->id, "NATO-e/for"}] = {model::ConditionFinding::Applies, "told them the next day", {}};
    it.dossier.guidelines[{nato->id, "e"}] = {model::GuidelineFinding::ForSubject, "reason under the other pack", {}};
    it.dossier.factors[{nato->id, nato->factors.front().id}] = {"weighed under the other pack", {}};
    const Result<Bytes> pdf = print(it, {"P. Novak", {1795348902114}, {}, PaperSize::A4, {it.pack, nato}});
    QVERIFY(pdf.ok());
    const QString all = ReadBack(*pdf).all();
    for (const char *wanted : {"Guideline E, Personal Conduct: against subject", "Findings under nato-ac35-d2000 1.0.0",
                               "Guideline e, Withheld or false information: for subject", "reason under the other pack", "lied in the interview",
                               "told them the next day", "Criterion", "For the person", "Further pack", "The whole person under nato-ac35-d2000 1.0.0",
                               "weighed under the other pack"})
        QVERIFY2(all.contains(QString::fromUtf8(wanted)), wanted);
    const auto factors = all.indexOf(QStringLiteral("The whole person under"));
    QVERIFY(all.indexOf(QStringLiteral("once, lately")) < factors && all.indexOf(QStringLiteral("weighed under the other pack")) > factors);
}

void TestDecisionPaper::refusals()
{
    Fixture unsignedCase;
    unsignedCase.dossier.decisions.clear();
    QCOMPARE(print(unsignedCase).fault().code, FaultCode::NotFound);
    Fixture otherFile;
    otherFile.files.decision += ' ';
    QCOMPARE(print(otherFile).fault().code, FaultCode::HistoryBroken);
    Fixture otherPack;
    otherPack.dossier.facts.pack.digest = digestOf(1);
    QCOMPARE(print(otherPack).fault().code, FaultCode::PackMismatch);
    Fixture returned;
    returned.dossier.status = model::CaseStatus::Returned;
    QCOMPARE(print(returned).fault().code, FaultCode::NotAllowed);
}

// With CASEWARD_PAPER_OUT=FOLDER the paper is left there to be looked at.
void TestDecisionPaper::keepAPicture()
{
    const QString folder = qEnvironmentVariable("CASEWARD_PAPER_OUT");
    if (folder.isEmpty())
        QSKIP("CASEWARD_PAPER_OUT is not set: nobody wants to look");
    const Result<Bytes> pdf = print(Fixture());
    QVERIFY(pdf.ok());
    QFile file(folder + QStringLiteral("/decision.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(reinterpret_cast<const char *>(pdf->data()), static_cast<qint64>(pdf->size())), static_cast<qint64>(pdf->size()));
}

QTEST_MAIN(TestDecisionPaper)
#include "tst_decisionpaper.moc"
