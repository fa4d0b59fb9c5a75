// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/labellist.h"

#include <algorithm>
#include <cctype>

namespace caseward::doha {

namespace {

using Kind = Token::Kind;

class List {
public:
    List(const std::vector<Token> &tokens, std::size_t at, const Label &previous) : m_tokens(tokens), m_previous(previous), m_at(at) {}
    LabelList all();

private:
    bool take(Label label, bool unsureLetter);
    void letterOrDigit(Label &label, bool unsureLetter) const;
    bool one();
    bool continues() const;

    const std::vector<Token> &m_tokens;
    const Label &m_previous;
    std::size_t m_at;
    LabelList m_list;
    std::vector<Label> m_excepted;
    bool m_open = true; // a label may follow: at the beginning, after a separator or a range
    bool m_range = false;
    bool m_except = false;
};

// A capital I is the i that a word processor made a capital of, or an l that a converter misread: the list before it settles it.
void List::letterOrDigit(Label &label, bool unsureLetter) const
{
    if (!unsureLetter)
        return;
    label.letters = "i";
    const auto beyond = [&](const Label &one) { return one.letters >= "i" && one.letters.size() == 1 && (one.paragraph == label.paragraph || label.paragraph == 0); };
    if (std::any_of(m_list.labels.begin(), m_list.labels.end(), beyond) || (m_list.labels.empty() && beyond(m_previous)))
        label.letters = "l";
}

bool List::take(Label label, bool unsureLetter)
{
    std::vector<Label> &into = m_except ? m_excepted : m_list.labels;
    if (label.paragraph == 0 && !m_list.labels.empty())
        label.paragraph = m_list.labels.back().paragraph;
    letterOrDigit(label, unsureLetter);
    if (!m_range || into.empty()) {
        into.push_back(std::move(label));
    } else {
        const Label first = into.back();
        if (label.paragraph != first.paragraph)
            label.paragraph = first.paragraph; // "2.a - 1.b": a range stays in its paragraph
        const std::vector<Label> between = range(first, label);
        if (between.empty()) {
            m_list.refused = text(first) + " - " + text(label);
            return false;
        }
        into.insert(into.end(), between.begin() + 1, between.end());
        if (!m_except && between.size() > 2)
            m_list.within.insert(m_list.within.end(), between.begin() + 1, between.end() - 1);
    }
    m_range = false;
    m_open = false;
    return true;
}

bool List::one()
{
    const Token &token = m_tokens[m_at];
    if (token.kind == Kind::Label)
        return take(token.label, token.text == "I");
    if (token.kind == Kind::Letters)
        return take({0, token.text == "I" ? "i" : token.text, {}}, token.text == "I");
    if (m_list.labels.empty())
        return false;
    Label label = m_list.labels.back(); // Nested: another part of the same letter
    if (label.nested.empty()) {
        label.nested.push_back(token.text);
        if (!m_range)
            m_list.labels.pop_back();
    }
    label.nested.back() = token.text;
    return take(std::move(label), false);
}

bool List::continues() const
{
    const Token &token = m_tokens[m_at];
    const bool after = m_open || m_range;
    switch (token.kind) {
    case Kind::Label:
        return after || !token.first || m_list.labels.empty() || m_tokens[m_at - 1].kind == Kind::Label;
    case Kind::Letters:
    case Kind::Nested:
        return after;
    case Kind::Separator:
    case Kind::Range:
    case Kind::Except:
        return true;
    case Kind::SubParagraph:
    case Kind::Paragraph:
        return after;
    case Kind::Colon:
        return true;
    case Kind::Number: // the mark of a footnote
        return true;
    case Kind::Note:
        return m_list.note.empty() && !m_list.labels.empty() && !m_open && token.line == m_tokens[m_at - 1].line;
    case Kind::Word:
        return after && (token.text == "SOR" || token.text == "the") && !token.first;
    default:
        return false;
    }
}

LabelList List::all()
{
    for (; m_at < m_tokens.size() && continues(); ++m_at) {
        const Token &token = m_tokens[m_at];
        if (token.kind == Kind::Label || token.kind == Kind::Letters || token.kind == Kind::Nested) {
            if (!one())
                break;
        } else if (token.kind == Kind::Range) {
            m_range = m_open = true;
        } else if (token.kind == Kind::Separator) {
            m_open = true;
        } else if (token.kind == Kind::Except) {
            m_except = m_open = true;
        } else if (token.kind == Kind::Note) {
            m_list.note = token.text == "inclusive" ? std::string() : token.text;
        }
    }
    std::erase_if(m_list.labels, [&](const Label &label) { return std::find(m_excepted.begin(), m_excepted.end(), label) != m_excepted.end(); });
    m_list.unfinished = m_open && !m_list.labels.empty() && !m_range;
    m_list.end = m_at;
    return std::move(m_list);
}

} // namespace

LabelList readLabels(const std::vector<Token> &tokens, std::size_t at, const Label &previous)
{
    return List(tokens, at, previous).all();
}

std::vector<Label> labelsIn(std::string_view remark)
{
    const std::vector<Token> tokens = tokenise(remark);
    const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token &token) { return token.kind == Kind::Label; });
    const bool onlyLabels = std::all_of(tokens.begin(), first, [](const Token &token) { return token.kind == Kind::SubParagraph || token.text == "SOR"; });
    if (first == tokens.end() || !onlyLabels)
        return {};
    const LabelList list = readLabels(tokens, std::size_t(first - tokens.begin()));
    return list.refused.empty() ? list.labels : std::vector<Label>{};
}

std::size_t lettersIn(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char character) { return std::isalpha(static_cast<unsigned char>(character)) != 0; }));
}

} // namespace caseward::doha
