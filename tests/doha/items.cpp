// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/items.h"

#include "tests/doha/guidelinenames.h"
#include "tests/doha/labellist.h"
#include "tests/doha/plaintext.h"

#include <algorithm>

namespace caseward::doha {

namespace {

using Kind = Token::Kind;

constexpr int kMostParagraphs = 20; // "Paragraph 25 of Enclosure 3" is no heading

class Rows {
public:
    explicit Rows(const std::vector<Token> &tokens) : m_tokens(tokens) {}
    std::variant<std::vector<Item>, Refusal> all();

private:
    bool more() const { return m_at < m_tokens.size(); }
    bool is(std::size_t at, Kind kind) const { return at < m_tokens.size() && m_tokens[at].kind == kind; }
    const Token &now() const { return m_tokens[m_at]; }
    bool beginsGroup() const;
    bool beginsHeading() const;
    void heading();
    void group();
    void finding(Item &item);
    void saidInstead(Item &item);
    void continued(Item &item);
    void column();

    const std::vector<Token> &m_tokens;
    std::size_t m_at = 0;
    std::vector<Item> m_items;
    std::optional<Refusal> m_refusal;
};

bool Rows::beginsGroup() const
{
    if (now().kind == Kind::Label)
        return now().first;
    if (now().kind == Kind::Letters && now().first && !m_items.empty()) // "a. Against the Applicant" below a heading
        return (is(m_at + 1, Kind::Decided) || is(m_at + 1, Kind::Colon) || is(m_at + 1, Kind::Range) || is(m_at + 1, Kind::Separator)) && !m_tokens[m_at + 1].first;
    if (now().kind == Kind::Paragraph)
        return is(m_at + 1, Kind::Label);
    if (now().kind != Kind::SubParagraph)
        return false;
    // A pilcrow is used in citations as well: it begins a row only where the line begins.
    if (now().text == "pilcrow" && !now().first)
        return false;
    std::size_t next = m_at + 1;
    while (is(next, Kind::Colon) || is(next, Kind::Separator) || is(next, Kind::SubParagraph) || (is(next, Kind::Number) && is(next + 1, Kind::Label)))
        ++next;
    return is(next, Kind::Label) || is(next, Kind::Letters);
}

bool Rows::beginsHeading() const
{
    if (now().kind == Kind::Guideline)
        return true;
    const bool numbered = now().kind == Kind::Number && now().first && is(m_at + 1, Kind::Guideline);
    const bool pilcrow = now().kind == Kind::SubParagraph && now().first && is(m_at + 1, Kind::Number);
    return now().kind == Kind::Paragraph || numbered || pilcrow;
}

void Rows::heading()
{
    Item item;
    item.heading = true;
    item.line = now().line;
    std::string said;
    const std::size_t from = m_at;
    bool guideline = false;
    for (; more() && now().kind != Kind::Decided; ++m_at) {
        const bool fresh = m_at > from && now().first;
        if (m_at > from && (beginsGroup() || now().kind == Kind::Paragraph || now().kind == Kind::SubParagraph || (fresh && guideline && now().kind != Kind::Note)))
            break;
        if (now().kind == Kind::Number && item.number == 0 && !guideline && now().number <= kMostParagraphs)
            item.number = now().number;
        else if (now().kind == Kind::Guideline) {
            guideline = true;
            item.guidelines += now().text;
        } else if (now().kind == Kind::Letters && guideline && is(m_at - 1, Kind::Separator) && now().text.size() == 1 && now().text[0] <= 'm')
            item.guidelines += char(now().text[0] - 'a' + 'A');
        else if (now().kind == Kind::Word || now().kind == Kind::Note)
            said += ' ' + lowered(now().text);
        if (now().kind == Kind::Note && is(m_at + 1, Kind::Word) && m_tokens[m_at + 1].first)
            break;
    }
    item.named = guidelineNamed(said);
    if (item.number == 0 && item.guidelines.empty() && item.named == 0)
        return;
    if (more() && now().kind == Kind::Decided && now().line <= item.line + 1 && now().line == m_tokens[m_at - 1].line)
        finding(item);
    m_items.push_back(std::move(item));
}

// The finding at the cursor, and what stands beside it on its line.
void Rows::finding(Item &item)
{
    item.finding = item.found = now().finding;
    std::string beside = now().text;
    const std::size_t line = now().line;
    for (++m_at; more() && now().line == line && (now().kind == Kind::Note || now().kind == Kind::Word || now().kind == Kind::Number); ++m_at) {
        if (now().kind == Kind::Number)
            continue; // the mark of a footnote
        beside += (beside.empty() ? "" : " ") + now().text;
    }
    const std::string low = lowered(beside);
    if (low.find("withdrawn") != std::string::npos || low.find("stricken") != std::string::npos) {
        item.withdrawn = labelsIn(beside);
        if (item.withdrawn.empty() && *item.finding != Finding::Withdrawn) {
            beside = std::string(words(*item.finding)) + ", " + beside;
            item.finding = Finding::Withdrawn;
        }
    }
    item.note = beside;
}

// A row without one of the usual findings: what it says is kept word for word.
void Rows::saidInstead(Item &item)
{
    const std::size_t line = m_tokens[m_at - 1].line;
    std::string said;
    std::size_t end = m_at;
    for (; end < m_tokens.size() && m_tokens[end].line == line && (m_tokens[end].kind == Kind::Word || m_tokens[end].kind == Kind::Note || m_tokens[end].kind == Kind::Number); ++end)
        said += (said.empty() ? "" : " ") + m_tokens[end].text;
    if (is(end, Kind::Decided) && m_tokens[end].line == line) {
        item.part = said;
        m_at = end;
        finding(item);
    } else if (lettersIn(said) >= 4) {
        item.finding = lowered(said).find("withdrawn") != std::string::npos ? Finding::Withdrawn : Finding::Neither;
        item.note = said;
        m_at = end;
    }
}

// "1.d, 1.g,   For Applicant" and on the next line "1.n and 1.o": a list broken around its finding.
void Rows::continued(Item &item)
{
    if (!more() || now().kind != Kind::Label || !now().first)
        return;
    LabelList rest = readLabels(m_tokens, m_at);
    const bool ownFinding = rest.end < m_tokens.size() && m_tokens[rest.end].kind == Kind::Decided && m_tokens[rest.end].line == m_tokens[rest.end - 1].line;
    if (!rest.refused.empty() || ownFinding)
        return;
    item.labels.insert(item.labels.end(), rest.labels.begin(), rest.labels.end());
    item.within.insert(item.within.end(), rest.within.begin(), rest.within.end());
    m_at = rest.end;
}

void Rows::group()
{
    Item item;
    item.line = now().line;
    const bool follows = !m_items.empty() && !m_items.back().labels.empty();
    LabelList list = readLabels(m_tokens, m_at, follows ? m_items.back().labels.back() : Label());
    if (!list.refused.empty()) {
        m_refusal = Refusal{Reason::ImpossibleRange, list.refused};
        return;
    }
    item.labels = std::move(list.labels);
    item.within = std::move(list.within);
    item.part = list.note;
    m_at = list.end;
    const std::size_t line = m_tokens[m_at - 1].line;
    if (more() && now().kind == Kind::Decided && now().line == line) {
        finding(item);
        if (list.unfinished)
            continued(item);
    } else if (more() && now().line == line) {
        saidInstead(item);
    } else if (!item.part.empty()) {
        // "1.j: (no allegation)": what is in brackets stands for the finding
        item.finding = Finding::Neither;
        std::swap(item.note, item.part);
    }
    m_items.push_back(std::move(item));
}

// Findings on lines of their own: one for the last row, or one for each of the rows before.
void Rows::column()
{
    std::size_t open = m_items.size();
    while (open > 0 && !m_items[open - 1].finding)
        --open;
    std::vector<Item> found;
    while (more() && now().kind == Kind::Decided) {
        found.emplace_back();
        finding(found.back());
    }
    if (m_items.empty())
        return; // the last words of a sentence before the first row
    if (open == m_items.size()) {
        m_refusal = Refusal{Reason::FindingsDoNotMatch, "a finding of no row"};
        return;
    }
    const std::size_t rows = m_items.size() - open;
    if (found.size() != rows && found.size() != 1) {
        m_refusal = Refusal{Reason::FindingsDoNotMatch, std::to_string(found.size()) + " findings, " + std::to_string(rows) + " rows"};
        return;
    }
    const std::size_t first = found.size() == rows ? open : m_items.size() - 1;
    for (std::size_t at = 0; at < found.size(); ++at) {
        m_items[first + at].finding = found[at].finding;
        m_items[first + at].found = found[at].found;
        m_items[first + at].note = found[at].note;
    }
}

std::variant<std::vector<Item>, Refusal> Rows::all()
{
    while (more() && !m_refusal) {
        if (now().kind == Kind::Remaining && is(m_at + 1, Kind::SubParagraph) && !m_items.empty())
            m_refusal = Refusal{Reason::RemainderNotListed, now().text};
        else if (beginsGroup())
            group();
        else if (beginsHeading())
            heading();
        else if (now().kind == Kind::Decided)
            column();
        else
            ++m_at;
    }
    if (m_refusal)
        return *m_refusal;
    for (const Item &item : m_items) {
        if (!item.heading && !item.finding)
            return Refusal{Reason::SubParagraphWithoutFinding, item.labels.empty() ? "" : text(item.labels.front())};
    }
    return std::move(m_items);
}

} // namespace

std::variant<std::vector<Item>, Refusal> readItems(const std::vector<Token> &tokens)
{
    return Rows(tokens).all();
}

} // namespace caseward::doha
