// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors: offsets in code points, exact words around them, one rectangle a line; and what a quote finds.
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/evidence/anchors.h"
#include "tests/support/outcomes.h"

#include <QTest>

#include <limits>

using namespace caseward;
using namespace caseward::evidence;
using namespace caseward::tests;

namespace {

model::DocumentAdded document()
{
    model::DocumentAdded facts;
    facts.document = must(DocumentId::parse("019aa1b2-0000-7000-8000-0000000000a1"));
    facts.digest = must(Digest::parseHex(std::string(64, 'a')));
    facts.title = "Questionnaire";
    facts.pages = 3;
    return facts;
}

// Text with boxes of 6 x 10 points, each line 14 below the one before; line breaks have no width, as an engine gives them.
model::PageText boxed(const std::string &text)
{
    model::PageText page{text, {}};
    double x = 72, y = 72;
    for (const char32_t c : must(toCodePoints(text))) {
        page.boxes.push_back({x, y, c == U'\n' ? 0.0 : 6.0, 10});
        x = c == U'\n' ? 72 : x + 6;
        y = c == U'\n' ? y + 14 : y;
    }
    return page;
}

std::optional<model::Span> find(const std::string &text, const std::string &quote, std::uint32_t occurrence = 1)
{
    return findQuote(text, 1, quote, occurrence);
}

std::string at(const std::string &text, const model::Span &span)
{
    return codePointSlice(text, span.start, span.end);
}

} // namespace

class TestAnchors : public QObject {
    Q_OBJECT

private slots:
    void quotesAreFoundAcrossWhiteSpace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("found");
        QTest::newRow("as it stands") << "I answered No." << "answered" << "answered";
        QTest::newRow("line break for a space") << "I answered\nNo." << "answered No" << "answered\nNo";
        QTest::newRow("run in the text") << "I answered \t\n  No." << "answered No" << "answered \t\n  No";
        QTest::newRow("run in the quote") << "I answered No." << "answered \n\t No" << "answered No";
        QTest::newRow("no-break and thin spaces") << QStringLiteral("1\u00a0500\u2009dollars") << "1 500 dollars" << QStringLiteral("1\u00a0500\u2009dollars");
        QTest::newRow("space at the end of the quote") << "one two" << "two  " << "two";
        QTest::newRow("beyond the first plane") << QStringLiteral("a \U0001D11E b \U0001F600 c") << QStringLiteral("b \U0001F600") << QStringLiteral("b \U0001F600");
        QTest::newRow("accents") << QStringLiteral("Zo\u00eb and na\u00efve") << QStringLiteral("na\u00efve") << QStringLiteral("na\u00efve");
    }
    void quotesAreFoundAcrossWhiteSpace()
    {
        QFETCH(QString, text);
        QFETCH(QString, quote);
        QFETCH(QString, found);
        const auto span = find(text.toStdString(), quote.toStdString());
        QVERIFY(span.has_value());
        QCOMPARE(QString::fromStdString(at(text.toStdString(), *span)), found);
    }

    void quotesThatAreNotThere()
    {
        for (const char *quote : {"", " ", "\n", "answered no", "I answered No. More", "\xff\xfe"})
            QVERIFY2(!find("I answered No.", quote).has_value(), quote);
        QVERIFY(!find("", "a").has_value());
        QVERIFY(!find("foo bar", "foobar").has_value());
    }

    void occurrencesAreCountedOverPages()
    {
        const std::string page = "debt and debt and debt";
        QCOMPARE(find(page, "debt", 1)->start, 0u);
        QCOMPARE(find(page, "debt", 2)->start, 9u);
        QCOMPARE(find(page, "debt", 3)->start, 18u);
        std::uint32_t left = 5;
        QVERIFY(!findQuote(page, 1, "debt", left).has_value());
        QCOMPARE(left, 2u); // the second on the page after
        const auto span = findQuote(page, 2, "debt", left);
        QCOMPARE(span->page, 2u);
        QCOMPARE(span->start, 9u);
    }

    void overlappingOccurrences() { QCOMPARE(find("aaaa", "aa", 3)->start, 2u); }

    void contextIsThirtyTwoCharacters()
    {
        const std::string before = "\U0001D11E" + std::string(40, 'b'), after = std::string(33, 'a');
        const std::string text = before + "QUOTE" + after;
        const auto anchor = must(makeAnchor(document(), {text, {}}, *find(text, "QUOTE")));
        QCOMPARE(anchor.quote, std::string("QUOTE"));
        QCOMPARE(anchor.before, std::string(32, 'b'));
        QCOMPARE(anchor.after, std::string(32, 'a'));
        QCOMPARE(anchor.span.start, 41u);
        QVERIFY(anchor.rects.empty());
        QVERIFY(anchor.documentDigest == document().digest);

        const std::string small = "\U0001F600 q \U0001F601";
        const auto edge = must(makeAnchor(document(), {small, {}}, *find(small, "q")));
        QCOMPARE(edge.before, std::string("\U0001F600 "));
        QCOMPARE(edge.after, std::string(" \U0001F601"));
    }

    void oneRectangleALine()
    {
        const auto page = boxed("first line\nsecond\nthird");
        const auto anchor = must(makeAnchor(document(), page, *find(page.text, "line second third")));
        QCOMPARE(anchor.rects.size(), std::size_t(3));
        QCOMPARE(anchor.rects[0], (model::Rect{72 + 6 * 6, 72, 24, 10}));
        QCOMPARE(anchor.rects[1], (model::Rect{72, 86, 36, 10}));
        QCOMPARE(anchor.rects[2], (model::Rect{72, 100, 30, 10}));
    }

    void rectanglesAreRounded()
    {
        model::PageText page{"ab", {{1.23456, 2, 3.0001, 4}, {4.2345600001, 2.001, 3, 4}}};
        const auto anchor = must(makeAnchor(document(), page, {1, 0, 2}));
        QCOMPARE(anchor.rects.size(), std::size_t(1));
        QCOMPARE(anchor.rects[0], (model::Rect{1.23, 2, 6, 4}));
    }

    void impossiblePlaces()
    {
        const model::PageText page{"0123456789", {}};
        for (const model::Span &span : {model::Span{1, 3, 3}, {1, 5, 4}, {1, 0, 11}, {1, 10, 11}, {1, 4'000'000'000u, 4'100'000'000u}})
            COMPARE_FAULT(makeAnchor(document(), page, span), FaultCode::QuoteNotFound);
        VERIFY_OK(makeAnchor(document(), page, {1, 0, 10}));
        const std::string large(limits::quoteCharacters + 1, 'x');
        const auto most = static_cast<std::uint32_t>(limits::quoteCharacters);
        COMPARE_FAULT(makeAnchor(document(), {large, {}}, {1, 0, most + 1}), FaultCode::TooLarge);
        VERIFY_OK(makeAnchor(document(), {large, {}}, {1, 0, most}));
    }

    void anchorsAreCheckedWordForWord()
    {
        const model::PageText page{"He said No, and later he said Yes.", {}};
        const auto sound = must(makeAnchor(document(), page, *find(page.text, "said No")));
        VERIFY_OK(checkAnchor(sound, document(), page, {}));

        auto bent = sound;
        bent.quote = "said So";
        COMPARE_FAULT(checkAnchor(bent, document(), page, {}), FaultCode::QuoteNotFound);
        bent = sound;
        bent.before = "She ";
        COMPARE_FAULT(checkAnchor(bent, document(), page, {}), FaultCode::QuoteNotFound);
        bent = sound;
        bent.after.pop_back();
        COMPARE_FAULT(checkAnchor(bent, document(), page, {}), FaultCode::QuoteNotFound);
        bent = sound;
        ++bent.span.start;
        ++bent.span.end;
        COMPARE_FAULT(checkAnchor(bent, document(), page, {}), FaultCode::QuoteNotFound);
        bent = sound;
        bent.documentDigest = Digest();
        COMPARE_FAULT(checkAnchor(bent, document(), page, {}), FaultCode::QuoteNotFound);
        // The same words on a page that has changed elsewhere near by are not the same place.
        COMPARE_FAULT(checkAnchor(sound, document(), {"He said No, but later he said Yes.", {}}, {}), FaultCode::QuoteNotFound);
    }

    void aPartOfAPictureIsWithinItsPage()
    {
        model::DocumentAdded scan = document();
        scan.media = model::MediaType::Tiff;
        const model::PageSize size{612, 792};
        const auto made = [&](const model::Rect &area) { return makeArea(scan, size, {2, area}); };
        const model::Anchor anchor = must(made({72.004, 90, 200.126, 36}));
        QCOMPARE(anchor.span, (model::Span{2, 0, 0}));
        QVERIFY(anchor.quote.empty() && anchor.before.empty() && anchor.after.empty());
        QCOMPARE(anchor.rects, (std::vector<model::Rect>{{72, 90, 200.13, 36}}));
        QVERIFY(model::isArea(anchor));
        QVERIFY(checkAnchor(anchor, scan, {}, size).ok());
        QVERIFY(made({0, 0, 612, 792}).ok());
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const model::Rect &area : std::vector<model::Rect>{{-1, 0, 10, 10}, {0, -1, 10, 10}, {600, 0, 13, 10}, {0, 790, 10, 3}, {5, 5, 1, 10}, {5, 5, 10, 0},
                                                                {5, 5, -10, 10}, {nan, 5, 10, 10}, {5, 5, nan, 10}, {-1e300, -1e300, 1e308, 1e308}}) {
            QVERIFY(codeOf(made(area)) == FaultCode::QuoteNotFound);
            model::Anchor hostile = anchor;                        // written by hand into a history
            hostile.rects = {area};
            QVERIFY(codeOf(checkAnchor(hostile, scan, {}, size)) == FaultCode::QuoteNotFound);
        }
        // A letter in plain text is laid out anew in every window: there is no picture to take a part of.
        const model::DocumentAdded letter = document();
        QVERIFY(codeOf(makeArea(letter, size, {2, model::Rect{1, 1, 10, 10}})) == FaultCode::QuoteNotFound);
        QVERIFY(codeOf(checkAnchor(anchor, letter, {}, size)) == FaultCode::QuoteNotFound);
        // Other bytes, or words where there are none: refused.
        model::DocumentAdded other = scan;
        other.digest = must(Digest::parseHex(std::string(64, 'b')));
        QVERIFY(codeOf(checkAnchor(anchor, other, {}, size)) == FaultCode::QuoteNotFound);
        model::Anchor quoting = anchor;
        quoting.quote = "x";
        QVERIFY(codeOf(checkAnchor(quoting, scan, {"x", {}}, size)) == FaultCode::QuoteNotFound);
    }
};

QTEST_GUILESS_MAIN(TestAnchors)
#include "tst_evidence_anchors.moc"
