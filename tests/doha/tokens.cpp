// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/tokens.h"

#include "tests/doha/guidelinenames.h"
#include "tests/doha/plaintext.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace caseward::doha {

namespace {

using Kind = Token::Kind;

bool isLetter(char character)
{
    return std::isalpha(static_cast<unsigned char>(character)) != 0;
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

constexpr std::size_t kAhead = 400; // characters that a remark in brackets may have

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text), m_low(lowered(text)) {}
    std::vector<Token> all();

private:
    char at(std::size_t position) const { return position < m_low.size() ? m_low[position] : '\n'; }
    std::size_t lettersFrom(std::size_t position) const;
    std::size_t blanksFrom(std::size_t position) const;
    // Where `what` comes next, at most a few lines on; the end of those when it does not.
    std::size_t ahead(std::string_view what) const
    {
        const std::string_view lines = std::string_view(m_low).substr(m_at, kAhead);
        return m_at + std::min(lines.find(what), lines.size());
    }
    std::string_view low(std::size_t from, std::size_t to) const { return std::string_view(m_low).substr(from, to - from); }
    void add(Kind kind, std::size_t end, std::string text = {});
    bool label();
    bool nestedAfter(std::size_t &position, std::vector<std::string> &nested) const;
    bool bracket();
    bool number();
    bool decided();
    bool withoutAName(std::string_view word, std::size_t end);
    bool guideline(std::size_t wordEnd);
    // "Subparagraph s 1.a": the s of the plural, set apart
    bool isLostPlural(std::size_t end) const { return at(end) == ' ' && at(end + 1) == 's' && at(end + 2) == ' ' && isDigit(at(end + 3)); }
    void word();

    std::string_view m_text;
    std::string m_low;
    std::size_t m_at = 0;
    std::size_t m_line = 0;
    bool m_first = true;
    std::vector<Token> m_tokens;
};

std::size_t Reader::lettersFrom(std::size_t position) const
{
    while (isLetter(at(position)))
        ++position;
    return position;
}

std::size_t Reader::blanksFrom(std::size_t position) const
{
    while (position < m_low.size() && (m_low[position] == ' ' || m_low[position] == '\n'))
        ++position;
    return position;
}

void Reader::add(Kind kind, std::size_t end, std::string text)
{
    Token token;
    token.kind = kind;
    token.line = m_line;
    token.first = m_first;
    token.text = std::move(text);
    m_line += std::size_t(std::count(m_low.begin() + std::ptrdiff_t(m_at), m_low.begin() + std::ptrdiff_t(end), '\n'));
    m_tokens.push_back(std::move(token));
    m_first = false;
    m_at = end;
}

// "(1)", ".(1)", ".1", ".ii" that belong to the letters before.
bool Reader::nestedAfter(std::size_t &position, std::vector<std::string> &nested) const
{
    std::size_t from = position + (at(position) == '.' ? 1 : 0);
    const bool bracketed = at(from) == '(';
    from += bracketed ? 1 : 0;
    std::size_t end = from;
    while (isDigit(at(end)) || at(end) == 'i' || at(end) == 'v' || at(end) == 'x')
        ++end;
    const std::string_view part = low(from, end);
    const bool digits = !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos && part.size() <= 2;
    const bool roman = !part.empty() && part.find_first_of("0123456789") == std::string_view::npos && part.size() <= 4;
    const bool closed = bracketed ? at(end) == ')' : from > position && !isLetter(at(end)) && !isDigit(at(end));
    if (!(digits || roman) || !closed)
        return false;
    nested.emplace_back(part);
    position = end + (bracketed ? 1 : 0);
    return true;
}

// 1.a, 1a, 1(a), 1. a, 1:k, 2-b; l.a and i.a where a converter read the digit as a letter.
bool Reader::label()
{
    std::size_t end = m_at;
    Label label;
    while (isDigit(at(end)) && end < m_at + 2)
        label.paragraph = label.paragraph * 10 + (at(end++) - '0');
    if (end == m_at && (at(m_at) == 'l' || at(m_at) == 'i') && at(m_at + 1) == '.' && isLetter(at(m_at + 2))) {
        label.paragraph = 1;
        end = m_at + 1;
    }
    if (end == m_at || label.paragraph == 0)
        return false;
    std::size_t from = end;
    const bool bracketed = at(from) == '(';
    const bool spaced = at(from) == ' ';
    from += spaced && (at(from + 1) == '.' || at(from + 1) == '(') ? 1 : 0;
    const bool marked = at(from) == '.' || at(from) == ':' || at(from) == ',' || at(from) == '-' || at(from) == '(';
    from += marked ? 1 : 0;
    from += at(from) == '.' ? 1 : 0;
    const bool gap = at(from) == ' ' && marked && at(from - 1) != ',';
    from += gap ? 1 : 0;
    const std::size_t close = lettersFrom(from);
    label.letters = std::string(low(from, close));
    const bool same = !label.letters.empty() && label.letters.find_first_not_of(label.letters.front()) == std::string::npos;
    const bool two = label.letters.size() == 2 && !gap && (at(from - 1) == '.' || !marked || bracketed);
    if (!(same && label.letters.size() <= 4) && !two)
        return false;
    if ((bracketed && at(close) != ')') || isDigit(at(close)))
        return false;
    if (bracketed && label.letters.find_first_not_of("ivx") == std::string::npos && label.letters.size() > 1)
        return false;
    end = close + (bracketed ? 1 : 0);
    const bool upperI = close == from + 1 && m_text[from] == 'I';
    while (nestedAfter(end, label.nested)) {
    }
    add(Kind::Label, end, upperI ? "I" : "");
    m_tokens.back().label = std::move(label);
    return true;
}

// What stands in brackets is a note, unless it names the guideline or is the nested part of a label.
bool Reader::bracket()
{
    std::vector<std::string> nested;
    std::size_t end = m_at;
    if (nestedAfter(end, nested)) {
        add(Kind::Nested, end, nested.front());
        return true;
    }
    const std::size_t lineEnd = ahead("\n");
    const std::size_t paragraph = ahead("paragraph");
    const std::size_t stop = std::min(ahead(":"), paragraph);
    std::size_t close = ahead(")");
    const bool open = at(close) != ')' || close > paragraph || (stop < lineEnd && lineEnd < close);
    const bool broken = close > lineEnd && open;
    if (broken || at(close) != ')')
        close = std::min(stop, lineEnd);
    const std::string_view inside = low(m_at + 1, std::max(close, m_at + 1));
    if (inside.find("guideline") != std::string_view::npos || inside.find("criterion") != std::string_view::npos) {
        ++m_at;
        return true;
    }
    add(Kind::Note, close + (at(close) == ')' ? 1 : 0), flat(m_text.substr(m_at + 1, inside.size())));
    return true;
}

bool Reader::number()
{
    std::size_t end = m_at;
    while (isDigit(at(end)))
        ++end;
    if (end == m_at)
        return false;
    const int value = end - m_at <= 4 ? std::stoi(std::string(low(m_at, end))) : 9999;
    const bool counted = at(end) == '.' && isDigit(at(end + 1)); // E3.1.25
    while (counted && (isDigit(at(end)) || at(end) == '.'))
        ++end;
    add(counted ? Kind::Word : Kind::Number, end, std::string(low(m_at, end)));
    m_tokens.back().number = value;
    return true;
}

// "For Applicant", "AGAINST the Applicant", with the slips of a typist.
bool Reader::decided()
{
    const std::size_t end = lettersFrom(m_at);
    const std::string_view first = low(m_at, end);
    if (first == "favorable" || first == "unfavorable") {
        const Finding finding = first == "favorable" ? Finding::For : Finding::Against;
        add(Kind::Decided, end);
        m_tokens.back().finding = finding;
        return true;
    }
    const bool isFor = first == "for" || (first.size() >= 2 && first.size() <= 4 && nearly(first, "for", 1) && first != "or" && first != "of");
    const bool isAgainst = first.size() >= 5 && nearly(first, "against", 2);
    if (!isFor && !isAgainst)
        return false;
    std::size_t next = blanksFrom(end);
    std::size_t nextEnd = lettersFrom(next);
    if (low(next, nextEnd) == "the" || low(next, nextEnd) == "he" || low(next, nextEnd) == "th") {
        next = blanksFrom(nextEnd);
        nextEnd = lettersFrom(next);
    }
    const bool named = nextEnd - next >= 7 && (nearly(low(next, nextEnd), "applicant", 2) || nearly(low(next, nextEnd), "applicants", 1));
    if (!named && !(isAgainst && nearly(first, "against", 1)) && !(first == "for" && (at(end) == '\n' || at(end) == '.')))
        return false;
    add(Kind::Decided, named ? nextEnd : end);
    m_tokens.back().finding = isFor ? Finding::For : Finding::Against;
    return true;
}

// Findings that name nobody.
bool Reader::withoutAName(std::string_view word, std::size_t end)
{
    static constexpr std::array<std::string_view, 8> kWithdrawn{"withdrawn", "stricken", "deleted", "dismissed", "struck", "omitted", "withdrew", "removed"};
    static constexpr std::array<std::string_view, 9> kNeither{"duplicate", "duplicates", "duplicative", "duplication", "moot", "mooted", "merged", "subsumed", "void"};
    const auto among = [&](const auto &list) { return std::any_of(list.begin(), list.end(), [&](std::string_view one) { return word.size() >= 4 && nearly(word, one, one.size() > 7 ? 1 : 0); }); };
    const bool none = word == "no" && (low(end, end + 8) == " finding" || low(end, end + 11) == " allegation");
    if (!among(kWithdrawn) && !among(kNeither) && !none)
        return false;
    // The rest of the line is what the paper says.
    const std::size_t stop = std::min(ahead("\n"), ahead(" ("));
    const std::string said = flat(m_text.substr(m_at, stop - m_at));
    const bool plain = lowered(said) == "withdrawn" || lowered(said) == "withdrawn." || lowered(said) == "no finding";
    add(Kind::Decided, stop, plain ? "" : said);
    m_tokens.back().finding = among(kWithdrawn) ? Finding::Withdrawn : Finding::Neither;
    return true;
}

// The letter after "Guideline", with what else judges write between.
bool Reader::guideline(std::size_t wordEnd)
{
    std::size_t from = wordEnd;
    while (at(from) == ' ' || at(from) == ':' || at(from) == '-' || at(from) == '"' || at(from) == ',')
        ++from;
    const std::size_t end = lettersFrom(from);
    const bool slip = end == from + 2 && m_text[from] >= 'A' && m_text[from] <= 'M' && m_text[from + 1] >= 'a'; // "Guideline Et"
    const bool letter = (end == from + 1 || slip) && at(from) >= 'a' && at(from) <= 'm';
    add(Kind::Guideline, letter ? end : wordEnd, letter ? std::string(1, char(at(from) - 'a' + 'A')) : "");
    return true;
}

void Reader::word()
{
    const std::size_t end = lettersFrom(m_at);
    const std::string_view word = low(m_at, end);
    const auto is = [&](auto... options) { return ((word == options) || ...); };
    if (word.starts_with("subpar") || (word.size() >= 5 && word[0] == 's' && (nearly(word, "subpara", 1) || nearly(word, "subparagraph", 2) || nearly(word, "subparagraphs", 2))) || is("allegation", "allegations")
        || (word == "sub" && (low(end, end + 5) == "-para" || low(end, end + 5) == " para"))) {
        add(Kind::SubParagraph, word == "sub" ? lettersFrom(end + 1) : isLostPlural(end) ? end + 2 : end);
    } else if (word.starts_with("paragraph") || (word.size() > 8 && nearly(word, "paragraph", 1)) || is("para", "paras")) {
        add(Kind::Paragraph, end);
    } else if (is("guideline", "guidelines", "criterion", "criteria") || nearly(word, "guideline", 1)) {
        guideline(end);
    } else if (is("thru", "to", "until") || (word.size() >= 6 && nearly(word, "through", 2))) {
        add(Kind::Range, end);
    } else if (is("and", "plus", "or")) {
        add(Kind::Separator, end);
    } else if (is("except", "excluding", "excepting")) {
        add(Kind::Except, end);
    } else if (is("remaining", "all", "other", "others", "remainder")) {
        add(Kind::Remaining, end);
    } else if (word == "sor" && m_first) {
        m_at = end; // "SOR par. 1.a": the row begins behind it
    } else if (is("sor", "amended", "the", "as")) {
        add(Kind::Word, end, std::string(m_text.substr(m_at, end - m_at)));
    } else if (!decided() && !withoutAName(word, end)) {
        const bool same = word.find_first_not_of(word.front()) == std::string_view::npos;
        std::size_t close = end;
        std::vector<std::string> nested;
        if (same && word.size() <= 3 && at(end) == '(' && nestedAfter(close, nested)) { // a(1): of the paragraph it stands in
            Label label{0, std::string(word), nested};
            add(Kind::Label, close);
            m_tokens.back().label = std::move(label);
            return;
        }
        add(same && word.size() <= 3 ? Kind::Letters : Kind::Word, end, std::string(same && word.size() <= 3 ? word : m_text.substr(m_at, end - m_at)));
        if (word.size() == 1 && m_text[end - 1] == 'I')
            m_tokens.back().text = "I"; // l or i: the list decides
    }
}

std::vector<Token> Reader::all()
{
    while (m_at < m_low.size()) {
        const char character = m_low[m_at];
        if (character == '\n') {
            ++m_line;
            ++m_at;
            m_first = true;
        } else if (isDigit(character) || isLetter(character)) {
            if (!label() && !number())
                word();
        } else if (character == '(') {
            bracket();
        } else if (character == '-' || character == '~') {
            add(Kind::Range, m_at + 1);
        } else if (character == ',' || character == ';' || character == '&' || character == '/') {
            add(Kind::Separator, m_at + 1);
        } else if (character == ':') {
            add(Kind::Colon, m_at + 1);
        } else if (character == kPilcrow) {
            add(Kind::SubParagraph, m_at + 1, "pilcrow");
        } else {
            ++m_at;
        }
    }
    return std::move(m_tokens);
}

} // namespace

std::vector<Token> tokenise(std::string_view findings)
{
    return Reader(findings).all();
}

} // namespace caseward::doha
