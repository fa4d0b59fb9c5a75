// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of letters: what ships is sound, what is filled in is never markup, and whatever is broken, hostile or leaves out what the
// letter is for is refused with its line.
#include "core/base/files.h"
#include "core/letters/template.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::letters;
using namespace caseward::tests;

namespace {

std::string shipped(model::LetterKind kind)
{
    return toText(must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources/packs/letters" / (std::string(model::letterKindName(kind)) + ".letter"), bounds::templateBytes)));
}

// The smallest sound letter of a kind that needs little.
const std::string head = "caseward-letter/1\nkind interrogatory\nversion 1.0\ntitle Questions\n";
const std::string body = "{case} {date} {addressee} {days}\n[each questions]\n- {question.text}\n[end]\n";

Facts facts()
{
    Facts facts;
    facts.fields = {{"case", "C-1"}, {"date", "1 May 2026"}, {"addressee", "A. Person"}, {"days", "20 days"}, {"words", ""}};
    facts.lists["questions"] = {{{{"question.number", "1"}, {"question.text", "Did you {pay} **it**? [end]"}}, {}}, {{{"question.number", "2"}, {"question.text", "When?"}}, {}}};
    return facts;
}

} // namespace

class TestLetterTemplates : public QObject {
    Q_OBJECT

private slots:
    void whatShipsIsSound()
    {
        for (int kind = 0; kind < model::letterKindCount; ++kind) {
            const auto form = readTemplate(viewOf(shipped(static_cast<model::LetterKind>(kind))));
            QVERIFY2(form.ok(), form.ok() ? "" : form.fault().detail.c_str());
            QCOMPARE(static_cast<int>(form->kind), kind);
        }
    }

    void whatIsFilledInIsNeverMarkup()
    {
        const auto lines = must(fill(must(readTemplate(viewOf(head + body))), facts()));
        QCOMPARE(lines.size(), std::size_t(3));
        QCOMPARE(lines[1].runs.size(), std::size_t(1));
        QCOMPARE(lines[1].runs[0].text, std::string("Did you {pay} **it**? [end]"));
        QVERIFY(!lines[1].runs[0].bold);
        QCOMPARE(plainText(lines), std::string("C-1 1 May 2026 A. Person 20 days\n\n• Did you {pay} **it**? [end]\n• When?\n"));
    }

    void whatIsNotSaidIsLeftOut()
    {
        const std::string more = "{words}\n\n[if words]\nNever\n[end]\n[unless words]\n**Nothing** more.\n[end]\n| What | {words} |\n% a remark\n---\n";
        const auto lines = must(fill(must(readTemplate(viewOf(head + body + more))), facts()));
        QCOMPARE(lines.size(), std::size_t(5));
        QVERIFY(lines[3].runs[0].bold);
        QVERIFY(lines[4].kind == LineKind::Rule);
    }

    void broken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const std::string &text, const char *words) { QTest::newRow(name) << QString::fromStdString(text) << QString(words); };
        row("empty", "", "line 1");
        row("something else", "{\"format\":1}", "line 1");
        row("no such kind", "caseward-letter/1\nkind decree\nversion 1\ntitle T\n", "line 2");
        row("no version", "caseward-letter/1\nkind denial\nversion\ntitle T\n", "line 3");
        row("a version of two words", "caseward-letter/1\nkind denial\nversion 1 0\ntitle T\n", "line 3");
        row("fields in the title", "caseward-letter/1\nkind denial\nversion 1\ntitle {case}\n", "line 4");
        row("unknown field", head + body + "{password}\n", "line 9 of the template: there is no field {password}");
        row("field of a list outside it", head + body + "{question.text}\n", "line 9");
        row("unknown list", head + body + "[each secrets]\nx\n[end]\n", "line 9");
        row("list of another list", head + body + "[each allegations]\nx\n[end]\n", "begin [each paragraphs] first");
        row("internal", head + body + "[each notes]\n{note.text}\n[end]\n", "never stands in a letter that leaves");
        row("not closed", head + body + "[if words]\nx\n", "line 9 of the template: the block begun here");
        row("closed twice", head + body + "[end]\n", "line 9");
        row("empty block", head + body + "[if words]\n[end]\n", "is empty");
        row("unknown block", head + body + "[include /etc/passwd]\n", "there is no block");
        row("within itself", head + body + "[each questions]\n[each questions]\nx\n[end]\n[end]\n", "within itself");
        row("too deep", head + body + "[if words]\n[if words]\n[if words]\n[if words]\n[if words]\nx\n[end]\n[end]\n[end]\n[end]\n[end]\n", "more than 4");
        row("rights that may be left out", head + body + "[if words]\n[rights]\nx\n[end]\n[end]\n", "always printed");
        row("brace", head + body + "{case\n", "a { without");
        row("other brace", head + body + "case}\n", "a } without");
        row("bold", head + body + "**case\n", "** is not closed");
        row("three cells", head + body + "| a | b | c |\n", "two cells");
        row("what it is for", head + "{case} {date} {addressee} {days}\n", "[each questions]");
        row("where it is of", head + "{date} {addressee} {days}\n[each questions]\n{question.text}\n[end]\n", "{case}");
        row("turned round", head + body + "abc \u202e def\n", "one that is not seen");
        row("not seen", head + body + "ab\u200bc\n", "line 9");
        row("control", head + body + "a\x01 b\n", "line 9");
        row("long line", head + body + std::string(bounds::lineBytes + 1, 'a') + "\n", "longer than");
    }
    void broken()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto form = readTemplate(viewOf(text.toStdString()));
        QVERIFY(!form.ok());
        QCOMPARE(form.fault().code, FaultCode::Malformed);
        QVERIFY2(QString::fromStdString(form.fault().detail).contains(words), form.fault().detail.c_str());
    }

    void huge()
    {
        COMPARE_FAULT(readTemplate(viewOf(head + std::string(bounds::templateBytes, 'a'))), FaultCode::TooLarge);
        COMPARE_FAULT(readTemplate(viewOf(head + body + "\xff\xfe\n")), FaultCode::Malformed);
        Facts many = facts();
        many.lists["questions"].assign(bounds::filledLines + 1, Facts{{{"question.text", "?"}}, {}});
        COMPARE_FAULT(fill(must(readTemplate(viewOf(head + body))), many), FaultCode::TooLarge);
    }

    // Each kind says what it is for, whatever a site takes out: every line of a shipped template that can be missed is missed.
    void nothingThatMattersCanBeTakenOut()
    {
        const std::string text = shipped(model::LetterKind::StatementOfReasons);
        for (const char *needed : {"{days}", "### {allegation.label}", "{allegation.text}\n", "[rights]", "| Case | {case} |"}) {
            std::string without = text;
            const std::size_t at = without.find(needed);
            QVERIFY2(at != std::string::npos, needed);
            without.erase(at, std::string_view(needed).size());
            QVERIFY2(!readTemplate(viewOf(without)).ok(), needed);
        }
    }

    void everyKindIsWrittenOnceAndRead()
    {
        for (int kind = 0; kind < model::letterKindCount; ++kind)
            QCOMPARE(must(model::parseLetterKind(model::letterKindName(static_cast<model::LetterKind>(kind)))), static_cast<model::LetterKind>(kind));
        COMPARE_FAULT(model::parseLetterKind("decree"), FaultCode::Malformed);
        QVERIFY(!fieldNames(model::LetterKind::Denial).empty());
    }
};

QTEST_GUILESS_MAIN(TestLetterTemplates)
#include "tst_letters_template.moc"
