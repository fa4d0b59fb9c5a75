// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/demojob.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace caseward::ui {

namespace {

constexpr std::size_t shortestQuote = 40, longestQuote = 240;   // characters
constexpr std::size_t paragraphCites = 8;
// Both kinds of two guidelines in turn; nothing about the document decides which.
constexpr std::array<const char *, 4> turns{"19(c)", "20(d)", "16(a)", "17(d)"};

// Runs of white space as one space: what anchorOf() takes a quote as.
std::u32string oneSpaced(const std::u32string &text)
{
    std::u32string made;
    for (const char32_t c : text) {
        const bool space = c == U' ' || c == U'\n' || c == U'\t' || c == U'\u00a0';
        if (space && (made.empty() || made.back() == U' '))
            continue;
        made += space ? U' ' : c;
    }
    if (!made.empty() && made.back() == U' ')
        made.pop_back();
    return made;
}

// The first stretch between full stops that is long enough, cut at a word; else the page's beginning; else nothing.
std::string firstSentence(const std::string &pageText)
{
    const Result<std::u32string> points = toCodePoints(pageText);
    if (!points)
        return {};
    const std::u32string text = oneSpaced(*points);
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = text.find(U". ", start);
        end = end == std::u32string::npos ? text.size() : end + 1;
        std::u32string sentence = text.substr(start, end - start);
        if (sentence.size() > longestQuote)
            sentence.resize(std::min(longestQuote, sentence.rfind(U' ', longestQuote)));
        if (sentence.size() >= shortestQuote)
            return toUtf8(sentence);
        start = end + 1;
    }
    return {};
}

Status addTies(session::Session &session, const CaseId &id, ScriptedReview &review)
{
    const session::DossierPtr dossier = TRY(session.openCase(id));
    for (const model::DocumentState &document : dossier->documents) {
        for (std::uint32_t page = 1; page <= document.facts.pages; ++page) {
            const model::PageText text = TRY(session.pageText(id, document.facts.document, page));
            const std::string quote = firstSentence(text.text);
            if (quote.empty())
                continue;
            const std::string key = document.facts.document.text();
            review.ties.push_back({key, {key, page, quote}, turns[review.ties.size() % turns.size()], model::Weight::Slight, mechanicalWords});
            break;
        }
    }
    if (review.ties.empty())
        return fail(FaultCode::NotFound, "no document of the case has text to tie");
    return {};
}

void addFindings(const packs::Pack &pack, ScriptedReview &review)
{
    for (const char *letter : {"E", "F"}) {
        const packs::Guideline *guideline = pack.guideline(letter);
        if (!guideline)
            continue;
        for (const packs::Condition &condition : guideline->disqualifying)
            review.conditions.push_back({condition.id, model::ConditionFinding::NotEstablished, mechanicalWords});
        for (const packs::Condition &condition : guideline->mitigating)
            review.conditions.push_back({condition.id, model::ConditionFinding::NoEvidence, mechanicalWords});
        review.guidelines.push_back({letter, model::GuidelineFinding::ForSubject, mechanicalWords});
    }
    for (const packs::Factor &factor : pack.factors) {
        if (factor.required)
            review.factors.push_back({factor.id, mechanicalWords});
    }
}

void addReasons(ScriptedReview &review)
{
    ScriptedParagraph paragraph;
    for (std::size_t i = 0; i < review.ties.size(); ++i) {
        paragraph.cites.push_back(review.ties[i].key);
        if (paragraph.cites.size() == paragraphCites || i + 1 == review.ties.size()) {
            paragraph.text = std::string(mechanicalWords) + " Nobody has weighed this case; the passages cited here were taken because each is the "
                             "first sentence of its document, and they show only that the record can be read, cited, signed and carried. "
                             "Guidelines E and F and the whole person are named here because the gate asks for it.";
            review.reasons.push_back(paragraph);
            paragraph = {};
        }
    }
}

} // namespace

Result<ScriptedReview> mechanicalReview(session::Session &session, const CaseId &id)
{
    ScriptedReview review;
    TRY(addTies(session, id, review));
    const packs::PackPtr pack = TRY(session.packOf(id));
    addFindings(*pack, review);
    addReasons(review);
    review.outcome = {"no-determination", "", {}};
    return review;
}

} // namespace caseward::ui
