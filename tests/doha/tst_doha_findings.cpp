// SPDX-License-Identifier: GPL-3.0-or-later
// Formal findings as judges write them, in words of our own: labels, ranges, slips, layouts, outcomes; what must be refused; what
// is read is printed and read again, and goes through a case and back.
#include "core/packs/pack.h"
#include "tests/doha/crudecount.h"
#include "tests/doha/reading.h"
#include "tests/doha/roundtrip.h"

#include <QTest>

using namespace caseward;
using namespace caseward::doha;

namespace {

constexpr const char *kOpening = "DEPARTMENT OF DEFENSE\nIn the matter of an applicant\n\nDecision\n\nThe statement of reasons alleges concerns under Guideline F.\n\n";
constexpr const char *kDenied = "\nConclusion\n\nIt is not clearly consistent with the national interest to grant a clearance. Clearance is denied.\n";

std::string paper(const std::string &rows, const std::string &end = kDenied, const std::string &opening = kOpening)
{
    return opening + "Formal Findings\n\nFormal findings for or against Applicant on the allegations set forth in the SOR are:\n\n" + rows + end;
}

// "F against 1.a+ 1.b- 1.c~w 1.d~n": one word for the paragraph, a sign for each row.
QString brief(const Reading &reading)
{
    if (const auto *refused = std::get_if<Refusal>(&reading.result))
        return QString::fromLatin1(name(refused->reason));
    QStringList words;
    const auto sign = [](Finding finding) { return finding == Finding::For ? "+" : finding == Finding::Against ? "-" : finding == Finding::Withdrawn ? "w" : "n"; };
    for (const FoundParagraph &paragraph : std::get<FormalFindings>(reading.result).paragraphs) {
        words << QString::number(paragraph.number) + QString::fromStdString(paragraph.guidelines) + (paragraph.finding ? sign(*paragraph.finding) : "?");
        for (const SubParagraph &sub : paragraph.subParagraphs)
            words << QString::fromStdString(text(sub.label)) + (sub.part.empty() ? "" : "/") + sign(sub.finding);
    }
    return words.join(' ');
}

} // namespace

class TestDohaFindings : public QObject {
    Q_OBJECT

    packs::PackPtr m_pack;

private slots:
    void initTestCase()
    {
        const auto packs = packs::loadPacks(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs");
        QVERIFY(packs.ok());
        for (const packs::PackPtr &pack : *packs)
            if (pack->id == "us-sead4-2017")
                m_pack = pack;
        QVERIFY(m_pack);
    }

    void rows_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const char *rows, const char *expected) { QTest::newRow(what) << rows << expected; };
        const std::string head = "Paragraph 1, Guideline F: AGAINST APPLICANT\n";
        row("one", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraph 1.a: Against Applicant\n", "1F- 1.a-");
        row("range", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a - 1.c: For Applicant\n", "1F+ 1.a+ 1.b+ 1.c+");
        row("dash", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a \xE2\x80\x93 1.c: For Applicant\n", "1F+ 1.a+ 1.b+ 1.c+");
        row("dash of windows", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a \x96 1.b: For Applicant\n", "1F+ 1.a+ 1.b+");
        row("soft hyphen", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a\xC2\xAD""1.b: For Applicant\n", "1F+ 1.a+ 1.b+");
        row("through", "Paragraph 1. Guideline H. FOR APPLICANT\nSubpara. 1.a. through 1.b.: For the Applicant.\n", "1H+ 1.a+ 1.b+");
        row("list", "Paragraph 1 (Guideline J): AGAINST APPLICANT\nSubparagraphs 1.a, 1.c and 1.e-1.f: Against Applicant\nSubparagraphs 1.b & 1.d: For Applicant\n",
            "1J- 1.a- 1.b+ 1.c- 1.d+ 1.e- 1.f-");
        row("wrapped", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.a, 1.c\nthrough 1.d, and\n1.f: Against Applicant\n", "1F- 1.a- 1.c- 1.d- 1.f-");
        row("finding in the middle of a list", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a, 1.b,   For Applicant\n1.d, and 1.e\nSubparagraph 1.c: For Applicant\n",
            "1F+ 1.a+ 1.b+ 1.c+ 1.d+ 1.e+");
        row("letters only", "Paragraph 2. Guideline E: AGAINST APPLICANT\nSubparagraphs a-c, e: Against Applicant\nSubparagraph d: For Applicant\n", "2E- 2.a- 2.b- 2.c- 2.d+ 2.e-");
        row("letters after the first", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a, c, and d: For Applicant\nSubparagraph 1.b \xE2\x80\x94 1.b: For Applicant\n",
            "1F+ 1.a+ 1.b+ 1.c+ 1.d+");
        row("without dots", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparas 1a-1c: For Applicant\nSubparagraph 1(d): For Applicant\n", "1F+ 1.a+ 1.b+ 1.c+ 1.d+");
        row("l for 1", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph l.a: For Applicant\nSubparagraphs 1.b-i.c: For Applicant\n", "1F+ 1.a+ 1.b+ 1.c+");
        row("I for i", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.h: For Applicant\nSubparagraph 1.I: For Applicant\n", "1F+ 1.h+ 1.i+");
        row("I for l", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.i-1.k: For Applicant\nSubparagraph 1.I: Withdrawn\n", "1F+ 1.i+ 1.j+ 1.k+ 1.lw");
        row("past z", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.y-1.bb: For Applicant\n", "1F+ 1.y+ 1.z+ 1.aa+ 1.bb+");
        row("past z as columns", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.z-1.ac: For Applicant\n", "1F+ 1.z+ 1.aa+ 1.ab+ 1.ac+");
        row("nested", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a(1): For Applicant\nSubparagraph 1.a(2)-(3): For Applicant\nSubparagraph 1.b.ii: For Applicant\n",
            "1F+ 1.a(1)+ 1.a(2)+ 1.a(3)+ 1.b(ii)+");
        row("nested end of a range", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a.-1.c.(2): For Applicant\n", "1F+ 1.a+ 1.b+ 1.c(1)+ 1.c(2)+");
        row("withdrawn", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: Withdrawn\nSubparagraph 1.b: Stricken from the SOR\nSubparagraph 1.c: For Applicant\n", "1F+ 1.aw 1.bw 1.c+");
        row("withdrawn beside", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a-1.c: For Applicant (1.a and\n1.c withdrawn)\nParagraph 2, Guideline C: FOR APPLICANT (Withdrawn)\n",
            "1F+ 1.aw 1.b+ 1.cw 2Cw");
        row("neither", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nSubparagraph 1.b: Duplicate of Subparagraph 1.a.\nSubparagraph 1.c: (no allegation)\n", "1F+ 1.a+ 1.bn 1.cn");
        row("note", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nSubparagraph 1.b: For Applicant (duplicate of 1.a)\n", "1F+ 1.a+ 1.b+");
        row("parts", "Paragraph 3, Guideline E: AGAINST APPLICANT\nSubparagraph 3.a (as to the first arrest): For Applicant\nSubparagraph 3.a (as to the second arrest): Against Applicant\n", "3E- 3.a/+ 3.a/-");
        row("parts, bracket lost", "Paragraph 3, Guideline E: AGAINST APPLICANT\nSubparagraph 3.a (cross-alleging 1.a-1.c: For Applicant\nSubparagraph 3.a (cross-alleging 2.a): Against Applicant\n",
            "3E- 3.a/+ 3.a/-");
        row("guideline by name", "Paragraph 1, Financial Considerations: AGAINST APPLICANT\nSubparagraph 1.a: Against Applicant\nParagraph 2 (Foreign Influence): FOR APPLICANT\nSubparagraph 2.a: For Applicant\n",
            "1F- 1.a- 2B+ 2.a+");
        row("guideline by a slip of a name", "Paragraph 1, Financal Cnsiderations: FOR APPLICANT\nSubparagraph 1.a: For Applicant\n", "1F+ 1.a+");
        row("guideline without paragraph", "GUIDELINE K (Handling Protected Information): FOR APPLICANT\nSubparas. 1.a and 1.b: For Applicant\n", "1K+ 1.a+ 1.b+");
        row("criterion", "Paragraph 1, Criterion J: AGAINST THE APPLICANT\nSubparagraph 1.a.: Against the Applicant\n", "1J- 1.a-");
        row("guideline from the body", "Paragraph 1: Against the Applicant.\nSubpara. 1.a.: Against the Applicant.\n", "1F- 1.a-");
        row("twice one guideline", "Paragraph 1, Guideline E: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nParagraph 2, Guideline E: AGAINST APPLICANT\nSubparagraph 2.a: Against Applicant\n", "1E+ 1.a+ 2E- 2.a-");
        row("paragraph only", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraph 1.a: Against Applicant\nParagraph 2, Guideline E: WITHDRAWN\n", "1F- 1.a- 2Ew");
        row("slips", "Paragraph 1, Guideline F: AGAINS APPLICANT\nSupara. 1.a: Agaisnt Applicatn\nSubparagrph 1.b: Against he Applicant\n", "1F- 1.a- 1.b-");
        row("mark of a footnote", "Paragraph 1, Guideline F:12   FOR APPLICANT\nSubparagraph 1.a: For Applicant3\nSubpara.1 1.b.: For Applicant\n", "1F+ 1.a+ 1.b+");
        row("letters below a heading", "Paragraph 1 (alcohol consumption): AGAINST THE APPLICANT.\na. Against the Applicant.\nb. For the Applicant.\nc-d: For the Applicant.\n", "1G- 1.a- 1.b+ 1.c+ 1.d+");
        row("nested letters below a heading", "Paragraph 1, Guideline E: FOR APPLICANT\na(1). For Applicant\na(2). For Applicant\nb. For Applicant\n", "1E+ 1.a(1)+ 1.a(2)+ 1.b+");
        row("SOR before", "SOR \xC2\xB6 1-Guideline J: FOR APPLICANT\nSOR \xC2\xB6 1.a: For Applicant\nSOR \xC2\xB6\xC2\xB6 1.b-1.c: For Applicant\n", "1J+ 1.a+ 1.b+ 1.c+");
        row("paragraph named in each row", "Paragraph 1, Guideline F: FOR APPLICANT\nParagraph 1, Subparagraph a: For Applicant\nParagraph 1, Subparagraph b: For Applicant\n", "1F+ 1.a+ 1.b+");
        row("heading again", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nParagraph 1, Guideline F (continued)\nSubparagraph 1.b: For Applicant\n", "1F+ 1.a+ 1.b+");
        row("inclusive", "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a - 1.b (inclusive): For Applicant\n", "1F+ 1.a+ 1.b+");
        row("opening of older years", "Formal findings as required by Section 3, Paragraph 7, of Enclosure 1 of the Directive are hereby rendered as follows:\nParagraph 1 (Guideline H) FOR THE APPLICANT\n"
                                      "Sub-paragraph 1.a.: FOR THE APPLICANT\n", "1H+ 1.a+");
        row("footnote between", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraph 1.a: Against Applicant\n4\n See the case of another applicant at 2-3, where SOR 1.b was found against Applicant.\n7\n"
                                "15 AG \xC2\xB6 19(a).\nSubparagraph 1.b: For Applicant\n", "1F- 1.a- 1.b+");
        row("columns", "Paragraph 1, Guideline F:\nSubparagraph 1.a.\nSubparagraph 1.b.\nAGAINST APPLICANT\nAgainst Applicant\nFor Applicant\n", "1F- 1.a- 1.b+");
        row("next line", "Paragraph 1, Guideline F:\n  FOR APPLICANT\nSubparagraphs 1.a-b:\n  For Applicant\n", "1F+ 1.a+ 1.b+");
        row("one line", "Paragraph 1, Guideline F: AGAINST APPLICANT Subparagraph 1.a: Against Applicant Subparagraph 1.b: For Applicant\n", "1F- 1.a- 1.b+");
        row("number copied", "Paragraph 1, Guideline H: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nParagraph 2, Guideline E: AGAINST APPLICANT\nSubparagraphs 1.a-1.b: Against Applicant\n", "1H+ 1.a+ 2E- 2.a- 2.b-");
        row("heading copied", "Paragraph 1, Guideline H: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nParagraph 1, Guideline E: AGAINST APPLICANT\nSubparagraph 2.a: Against Applicant\n", "1H+ 1.a+ 2E- 2.a-");
        row("number slipped", "Paragraph 1, Guideline H: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nSubparagraphs 2.b and 2.c: For Applicant\nParagraph 2, Guideline E: FOR APPLICANT\nSubparagraph 2.a: For Applicant\n",
            "1H+ 1.a+ 1.b+ 1.c+ 2E+ 2.a+");
        row("range across", "Paragraph 2, Guideline F: FOR APPLICANT\nSubparagraphs 2.a-1.b: For Applicant\n", "2F+ 2.a+ 2.b+");
        row("but one of a range", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.a through 1.d: Against Applicant\nSubparagraph 1.b: For Applicant\n", "1F- 1.a- 1.b+ 1.c- 1.d-");
        row("except", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.a - 1.d, except 1.b: Against Applicant\nSubparagraph 1.b: For Applicant\n", "1F- 1.a- 1.b+ 1.c- 1.d-");
        row("both ways", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.a-1.c: Against Applicant\nSubparagraph 1.c: For Applicant\n", "found-both-ways");
        row("remaining", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraph 1.c: For Applicant\nRemaining Subparagraphs: Against Applicant\n", "remainder-not-listed");
        row("backwards", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.d-1.a: Against Applicant\n", "impossible-range");
        row("too many", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.a-1.zzzz: Against Applicant\nSubparagraphs 1.a-1.qz: Against Applicant\n", "impossible-range");
        row("no finding", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraph 1.a\nSubparagraph 1.b: Against Applicant\n", "sub-paragraph-without-finding");
        row("a finding of nothing", "Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraph 1.a: Against Applicant\nFor Applicant\n", "findings-do-not-match");
        row("nothing", "The findings are those of the statement.\n", "cut-short");
    }
    void rows()
    {
        QFETCH(QString, rows);
        QFETCH(QString, expected);
        const std::string raw = rows.toLatin1().toStdString();
        const std::string bytes = paper(rows.contains(QChar(0x96)) ? raw : rows.toStdString());
        const Reading reading = doha::read(bytes);
        QCOMPARE(brief(reading), expected);
        if (const auto *findings = std::get_if<FormalFindings>(&reading.result)) {
            const Reading again = doha::read(print(*findings));
            QVERIFY2(std::holds_alternative<FormalFindings>(again.result), print(*findings).c_str());
            QCOMPARE(difference(*findings, std::get<FormalFindings>(again.result)), std::string());
            QVERIFY(*findings == std::get<FormalFindings>(again.result));
            QCOMPARE(throughACase(*findings, *m_pack), std::string());
        }
    }

    void whereAndHow_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("expected");
        const QString rows = "Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: For Applicant\n";
        const QString opening = kOpening, denied = kDenied;
        QTest::newRow("letters apart") << opening + "F o r m a l  F i n d i n g s\n" + rows + "C o n c l u s i o n\nClearance is granted.\n" << "1F+ 1.a+";
        QTest::newRow("slip in the heading") << opening + "Formal Findingsqas\n" + rows + "Decision\nClearance is granted.\n" << "1F+ 1.a+";
        QTest::newRow("no heading") << opening + "I make the following formal findings:\n" + rows + "Conclusions\nClearance is granted.\n" << "1F+ 1.a+";
        QTest::newRow("html") << "<html><body><p>Decision under Guideline F</p><p>FORMAL FINDINGS</p><p>Paragraph&nbsp;1, Guideline F: FOR APPLICANT<br>Subparagraph 1.a: For <b>Applicant</b></p>"
                                 "<p>DECISION</p><p>Clearance is granted.</p></body></html>" << "1F+ 1.a+";
        QTest::newRow("carriage returns") << QString(opening + "Formal Findings\n" + rows + "Conclusion\nClearance is granted.\n").replace("\n", "\r\n") << "1F+ 1.a+";
        QTest::newRow("no lines") << QString(opening + QString("Facts are found. ").repeated(200) + "Formal Findings " + rows + "Conclusion Clearance is granted.").replace("\n", " ") << "1F+ 1.a+";
        QTest::newRow("empty") << "" << "empty-text";
        QTest::newRow("first page only") << opening.repeated(3) << "cut-short";
        QTest::newRow("long, none") << QString("The applicant answered the statement of reasons at length.\n").repeated(200) << "no-findings";
        QTest::newRow("appeal") << "APPEAL BOARD DECISION\n\nThe Judge's formal findings stand.\nFormal Findings\n" + rows + denied << "appeal-decision";
        QTest::newRow("after a remand") << "Decision after the Appeal Board Decision of March remanded the case\nFormal Findings\n" + rows + "Conclusion\nClearance is granted.\n" << "1F+ 1.a+";
        QTest::newRow("no outcome") << opening + "Formal Findings\n" + rows + "Conclusion\nI have nothing to add.\n" << "no-outcome";
        QTest::newRow("outcome against everything") << opening + "Formal Findings\n" + rows + "Conclusion\nIt is clearly consistent with the national interest to grant access. Clearance is denied.\n"
                                                    << "outcome-contradicted";
        QTest::newRow("two of two not told apart") << QString("Concerns under Guideline E and Guideline F are alleged.\n").repeated(9)
                + "Formal Findings\nParagraph 1: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nParagraph 2: FOR APPLICANT\nSubparagraph 2.a: For Applicant\nConclusion\nClearance is granted.\n" << "no-guideline";
        QTest::newRow("two of two told apart") << "Paragraph 1 (Guideline F - Financial Considerations). Facts.\nParagraph 2 (Guideline E - Personal Conduct). Facts.\n" + QString("Facts are found here.\n").repeated(20)
                + "Formal Findings\nParagraph 1: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nParagraph 2: FOR APPLICANT\nSubparagraph 2.a: For Applicant\nConclusion\nClearance is granted.\n" << "1F+ 1.a+ 2E+ 2.a+";
        QTest::newRow("no guideline") << "Decision of a judge about several concerns and nothing more than that.\n" + QString("Facts are found here.\n").repeated(20)
                + "Formal Findings\nParagraph 1: FOR APPLICANT\nSubparagraph 1.a: For Applicant\nConclusion\nClearance is granted.\n" << "no-guideline";
    }
    void whereAndHow()
    {
        QFETCH(QString, paper);
        QFETCH(QString, expected);
        QCOMPARE(brief(doha::read(paper.toStdString())), expected);
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("exception");
        const auto row = [](const char *end, const char *outcome, const char *exception) { QTest::newRow(end) << end << outcome << exception; };
        row("Eligibility for access to classified information is denied.", "denied", "none");
        row("Applicant's request for a security clearance is granted.", "granted", "none");
        row("Eligibility for access to sensitive ADP information is hereby denied.", "denied", "none");
        row("Eligibility for a public trust position is, accordingly, granted.", "granted", "none");
        row("It is not clearly consistent with the national interest to grant or continue a security clearance for Applicant.", "denied", "none");
        row("It is clearly consistent with the interests of national security to grant Applicant a clearance.", "granted", "none");
        row("Clearance is granted with conditions: quarterly statements.", "granted", "conditional");
        row("Eligibility is granted under a waiver of the Bond Amendment.", "granted", "waiver");
        row("Clearance is granted. 3 In another case a clearance is denied. This does not make it conditional.", "granted", "none");
        row("Clearance denied.", "denied", "none");
        row("The matter is closed without a determination.", "other", "none");
    }
    void outcomes()
    {
        QFETCH(QString, end);
        QFETCH(QString, outcome);
        QFETCH(QString, exception);
        const Reading reading = doha::read(paper("Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: For Applicant\n", "\nConclusion\n\n" + end.toStdString() + "\n"));
        const auto *findings = std::get_if<FormalFindings>(&reading.result);
        QVERIFY2(findings, brief(reading).toLatin1());
        QCOMPARE(QString(words(findings->outcome)), outcome);
        QCOMPARE(QString(words(findings->exception)), exception);
        QCOMPARE(throughACase(*findings, *m_pack), std::string());
    }

    void whatACaseCannotSayIsSaid()
    {
        const Reading reading = doha::read(paper("Paragraph 1, Guidelines E and J: FOR APPLICANT\nSubparagraph 1.a: For Applicant\n"));
        const auto *findings = std::get_if<FormalFindings>(&reading.result);
        QVERIFY(findings);
        QCOMPARE(findings->paragraphs.front().guidelines, std::string("EJ"));
        QVERIFY(!throughACase(*findings, *m_pack).empty());
    }
    void aDifferenceIsSeen()
    {
        const Reading one = doha::read(paper("Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a: For Applicant\n"));
        FormalFindings other = std::get<FormalFindings>(one.result);
        other.paragraphs.front().subParagraphs.front().finding = Finding::Against;
        QVERIFY(!difference(std::get<FormalFindings>(one.result), other).empty());
    }
    void theCrudeCountIsNotTheGrammar()
    {
        const CrudeCount count = crudeCount(paper("Paragraph 1, Guideline F: AGAINST APPLICANT\nSubparagraphs 1.a - 1.c: Against Applicant\nSubparagraph 1.d: For Applicant\n"));
        QVERIFY(count.found);
        QCOMPARE(count.forApplicant, std::size_t(1));
        QCOMPARE(count.againstApplicant, std::size_t(2));
        QCOMPARE(count.labels, (std::set<std::string>{"1.a", "1.c", "1.d"}));
    }
    void hostileBytesAreRefusedInPeace()
    {
        for (const std::string &bytes : {std::string(1 << 20, '('), std::string(1 << 20, '<'), std::string("Formal Findings\nParagraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a(") + std::string(100'000, '1'),
                                         std::string("Formal Findings\n") + std::string(50'000, '\xFF'), std::string(4096, '\0'), paper("Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraph 1.a " + std::string(300'000, '(')), paper("Subparagraph 1.a: " + std::string(300'000, ')')), paper("Paragraph 1, Guideline F: FOR APPLICANT\nSubparagraphs 1.a" + std::string(200'000, '-'))})
            QVERIFY(std::holds_alternative<Refusal>(doha::read(bytes).result));
    }
};

QTEST_APPLESS_MAIN(TestDohaFindings)
#include "tst_doha_findings.moc"
