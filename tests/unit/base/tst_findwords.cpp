// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/casefolding.h"
#include "core/base/findwords.h"
#include "core/base/utf8.h"

#include <QTest>

using namespace caseward;

namespace {

std::vector<std::string> found(const std::string &text, const std::string &words, std::size_t most = 99)
{
    std::vector<std::string> list;
    for (const auto &place : WordsToFind(words).in(text, most))
        list.push_back(codePointSlice(text, place.start, place.end));
    return list;
}

using List = std::vector<std::string>;

} // namespace

class FindWordsTest : public QObject {
    Q_OBJECT
private slots:
    void lettersOfEveryScriptLoseTheirCase()
    {
        QCOMPARE(foldedCase(U'A'), U'a');
        QCOMPARE(foldedCase(U'z'), U'z');
        QCOMPARE(foldedCase(U'É'), U'é');
        QCOMPARE(foldedCase(U'×'), U'×');       // not a letter, between letters
        QCOMPARE(foldedCase(U'Ÿ'), U'ÿ');
        QCOMPARE(foldedCase(U'Ł'), U'ł');
        QCOMPARE(foldedCase(U'ς'), U'σ');
        QCOMPARE(foldedCase(U'Ж'), U'ж');
        QCOMPARE(foldedCase(U'Ա'), U'ա');
        QCOMPARE(foldedCase(U'ẞ'), U'ß');
        QCOMPARE(foldedCase(U'Ａ'), U'ａ');
        QCOMPARE(foldedCase(U'\U00010400'), U'\U00010428');
        QCOMPARE(foldedCase(U'\U0010FFFF'), U'\U0010FFFF');
        // A letter folded once stays as it is.
        for (char32_t c = 0; c < 0x20000; ++c)
            QVERIFY2(foldedCase(foldedCase(c)) == foldedCase(c), QByteArray::number(c, 16));
    }

    void caseDoesNotMatter()
    {
        QCOMPARE(found("Größe ÉTÉ Ζωή Москва été\nζωή", "ÉTÉ"), (List{"ÉTÉ", "été"}));
        QCOMPARE(found("Größe", "GRÖẞE"), List{"Größe"});
        QCOMPARE(found("Москва", "МОСКВА"), List{"Москва"});
    }

    void aPhraseIsFoundOverLinesAndSpaces()
    {
        QCOMPARE(found("no\n   other\t\u00a0income", "no other income"), List{"no\n   other\t\u00a0income"});
        QCOMPARE(found("no other", " no   other "), List{"no other"});
        QVERIFY(found("foo bar", "foobar").empty());
    }

    void aWordBrokenAtTheEndOfALineIsFoundWhole()
    {
        QCOMPARE(found("the investi-\n  gator asked", "investigator asked"), List{"investi-\n  gator asked"});
        QCOMPARE(found("self-\nemployed", "self-employed"), List{"self-\nemployed"});
        QCOMPARE(found("self-\nemployed", "selfemployed"), List{"self-\nemployed"});
        QCOMPARE(found("a - \n b", "ab"), List());                          // a dash between words is no broken word
        QCOMPARE(found("in\u00advesti\u200bgator", "investigator"), List{"in\u00advesti\u200bgator"});
    }

    void quotesDashesAndLigaturesAreWhatIsTyped()
    {
        QCOMPARE(found("it’s “so”", "it's \"so\""), List{"it’s “so”"});
        QCOMPARE(found("2016–17", "2016-17"), List{"2016–17"});
        QCOMPARE(found("the oﬃce ﬁle", "office file"), List{"oﬃce ﬁle"});
        QCOMPARE(found("oﬃce", "fi"), List{"ﬃ"});                           // a part of a ligature is all of it
    }

    void placesDoNotOverlapAndStopAtTheMost()
    {
        QCOMPARE(found("aaaaa", "aa").size(), std::size_t(2));
        QCOMPARE(found("aaaaa", "a", 3).size(), std::size_t(3));
        QCOMPARE(found("a a-\na a", "a a", 0).size(), std::size_t(0));
        // Whole and broken both stand there: each once.
        QCOMPARE(found("income in-\ncome income", "income"), (List{"income", "in-\ncome", "income"}));
    }

    void whatIsNoTextHasNoWords()
    {
        for (const char *words : {"", " ", "\n\t", "\xff\xfe", "\u200b"}) {
            QVERIFY2(WordsToFind(words).isEmpty(), words);
            QVERIFY2(found("anything at all", words).empty(), words);
        }
        QVERIFY(found("\xff\xfe", "a").empty());
        QVERIFY(found("", "a").empty());
        // Far too long: cut, and nothing worse.
        const std::string endless(5'000'000, 'a');
        QCOMPARE(found(std::string(WordsToFind::mostCharacters, 'a'), endless).size(), std::size_t(1));
        QVERIFY(found(endless, "b").empty());
        // Nothing but hyphens and line ends.
        std::string hyphens;
        for (int i = 0; i < 200'000; ++i)
            hyphens += "-\n";
        QVERIFY(found(hyphens, "a").empty());
    }
};

QTEST_APPLESS_MAIN(FindWordsTest)
#include "tst_findwords.moc"
