// SPDX-License-Identifier: GPL-3.0-or-later
// The same findings in the layouts of other years and judges: whatever the form, the same value is read. Findings are made by a
// seeded generator, with nested parts, labels past z, withdrawn rows and notes.
#include "tests/doha/reading.h"
#include "tests/doha/roundtrip.h"

#include <QTest>

#include <algorithm>
#include <cctype>
#include <random>

using namespace caseward::doha;

namespace {

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return text;
}

std::string said(Finding finding, const std::string &note)
{
    return words(finding) + (note.empty() ? std::string() : " (" + note + ")");
}
std::string said(const FoundParagraph &paragraph) { return paragraph.finding ? said(*paragraph.finding, paragraph.note) : std::string(); }
std::string said(const SubParagraph &sub) { return said(sub.finding, sub.note); }
std::string lettersOf(const SubParagraph &sub) { return text(sub.label).substr(text(sub.label).find('.') + 1); }

using Heading = std::string (*)(const FoundParagraph &);
using Row = std::string (*)(const FoundParagraph &, const SubParagraph &);

struct Layout {
    const char *name;
    Heading heading;
    Row row;
};

std::string number(const FoundParagraph &paragraph) { return std::to_string(paragraph.number); }

const Layout kLayouts[] = {
    {"usual", [](const FoundParagraph &p) { return "Paragraph " + number(p) + ", Guideline " + p.guidelines + ": " + upper(said(p)); },
     [](const FoundParagraph &, const SubParagraph &s) { return "    Subparagraph " + text(s.label) + ":    " + said(s); }},
    {"dots", [](const FoundParagraph &p) { return "Paragraph " + number(p) + ". Guideline " + p.guidelines + ". " + said(p) + "."; },
     [](const FoundParagraph &, const SubParagraph &s) { return "Subpara. " + text(s.label) + ".: " + said(s) + "."; }},
    {"a cell a line", [](const FoundParagraph &p) { return "Paragraph " + number(p) + ", Guideline " + p.guidelines + ":\n\n" + said(p) + "\n"; },
     [](const FoundParagraph &, const SubParagraph &s) { return "Subparagraph " + text(s.label) + ":\n\n" + said(s) + "\n"; }},
    {"capitals and tabs", [](const FoundParagraph &p) { return "PARAGRAPH " + number(p) + "\tGUIDELINE " + p.guidelines + "\t" + upper(said(p)); },
     [](const FoundParagraph &, const SubParagraph &s) { return "\tSUBPARAGRAPH " + text(s.label) + "\t\t" + said(s); }},
    {"pilcrows", [](const FoundParagraph &p) { return "SOR \xC2\xB6 " + number(p) + "-Guideline " + p.guidelines + ": " + said(p); },
     [](const FoundParagraph &, const SubParagraph &s) { return "SOR \xC2\xB6 " + text(s.label) + ": " + said(s); }},
    {"without the word", [](const FoundParagraph &p) { return number(p) + ". Guideline " + p.guidelines + ": " + said(p); },
     [](const FoundParagraph &, const SubParagraph &s) { return text(s.label) + ". " + said(s); }},
    {"letters", [](const FoundParagraph &p) { return "Paragraph " + number(p) + " (Guideline " + p.guidelines + "): " + said(p); },
     [](const FoundParagraph &, const SubParagraph &s) { return lettersOf(s) + ". " + said(s); }},
    {"paragraph in each row", [](const FoundParagraph &p) { return "Paragraph " + number(p) + ", Criterion " + p.guidelines + ": " + said(p); },
     [](const FoundParagraph &p, const SubParagraph &s) { return "Paragraph " + number(p) + ", Subparagraph " + lettersOf(s) + ": " + said(s); }},
    {"headings without numbers", [](const FoundParagraph &p) { return "GUIDELINE " + p.guidelines + " (AS ALLEGED): " + said(p); },
     [](const FoundParagraph &, const SubParagraph &s) { return "Sub-paragraph " + text(s.label) + " " + said(s); }},
};

std::string written(const FormalFindings &findings, const Layout &layout)
{
    std::string rows;
    for (const FoundParagraph &paragraph : findings.paragraphs) {
        rows += layout.heading(paragraph) + '\n';
        for (const SubParagraph &sub : paragraph.subParagraphs)
            rows += layout.row(paragraph, sub) + '\n';
    }
    return "Decision\n\nFORMAL FINDINGS\n\nFormal Findings as required by Section 3, Paragraph 7, of Enclosure 1 of the Directive are hereby\nrendered as follows:\n\n" + rows
        + "\nDECISION\n\nIn light of all the circumstances presented by the record, clearance is denied.\n";
}

// All labels of a paragraph, then all findings: a table that a converter read column by column.
std::string inColumns(const FormalFindings &findings)
{
    std::string rows;
    for (const FoundParagraph &paragraph : findings.paragraphs) {
        std::string right = said(paragraph) + '\n';
        rows += "Paragraph " + number(paragraph) + ", Guideline " + paragraph.guidelines + ":\n";
        for (const SubParagraph &sub : paragraph.subParagraphs) {
            rows += "Subparagraph " + text(sub.label) + ":\n";
            right += said(sub) + '\n';
        }
        rows += right;
    }
    return "Formal Findings\n" + rows + "Conclusion\nClearance is denied.\n";
}

FormalFindings made(unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return int(random() % unsigned(most)); };
    const auto finding = [&] { return static_cast<Finding>(upTo(3)); };
    FormalFindings findings;
    findings.outcome = Outcome::Denied;
    std::string letters = "ABCDEFGHIJKLM";
    std::shuffle(letters.begin(), letters.end(), random);
    for (int count = 1 + upTo(4), at = 0; at < count; ++at) {
        FoundParagraph paragraph;
        paragraph.number = at + 1;
        paragraph.guidelines = std::string(1, letters[std::size_t(at)]);
        paragraph.finding = finding();
        Label label{paragraph.number, "a", {}};
        const std::vector<Label> labels = range(label, {paragraph.number, upTo(6) == 0 ? "cc" : std::string(1, char('a' + upTo(20))), {}});
        for (const Label &one : labels) {
            if (upTo(12) == 0) {
                Label first = one, second = one;
                first.nested = {"1"};
                second.nested = {"2"};
                paragraph.subParagraphs.push_back({first, {}, finding(), {}});
                paragraph.subParagraphs.push_back({second, {}, finding(), {}});
            } else {
                const Finding said = finding();
                paragraph.subParagraphs.push_back({one, {}, said, said == Finding::For && upTo(8) == 0 ? "duplicate of 1.a" : ""});
            }
        }
        findings.paragraphs.push_back(std::move(paragraph));
    }
    return findings;
}

} // namespace

class TestDohaLayouts : public QObject {
    Q_OBJECT

    static void same(const FormalFindings &findings, const std::string &paper)
    {
        const Reading reading = caseward::doha::read(paper);
        const auto *back = std::get_if<FormalFindings>(&reading.result);
        QVERIFY2(back, (std::string(back ? "" : name(std::get<Refusal>(reading.result).reason)) + "\n" + paper).c_str());
        QVERIFY2(*back == findings, (difference(findings, *back) + "\n" + paper).c_str());
    }

private slots:
    void everyLayoutSaysTheSame_data()
    {
        QTest::addColumn<int>("layout");
        for (int at = 0; at < int(std::size(kLayouts)); ++at)
            QTest::newRow(kLayouts[at].name) << at;
        QTest::newRow("columns") << -1;
    }
    void everyLayoutSaysTheSame()
    {
        QFETCH(int, layout);
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const FormalFindings findings = made(seed);
            same(findings, layout < 0 ? inColumns(findings) : written(findings, kLayouts[layout]));
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_APPLESS_MAIN(TestDohaLayouts)
#include "tst_doha_layouts.moc"
