// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/letters/template.h"
#include "core/letters/vocabulary.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace caseward::letters {

namespace {

constexpr std::string_view format = "caseward-letter/1";

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// Letters that are not seen, or that turn the order of others round.
bool misleads(char32_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
           c == 0xfeff || (c >= 0xe0000 && c <= 0xe0fff);
}

// `## text`: longest marks first.
struct Mark { std::string_view mark; LineKind kind; };
constexpr Mark marks[] = {{"### ", LineKind::Subheading}, {"## ", LineKind::Heading}, {"# ", LineKind::Title}, {"- ", LineKind::Bullet}, {"> ", LineKind::Quote}, {"~ ", LineKind::Small}};

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<Template> read()
    {
        TRY(head());
        while (m_at < m_text.size())
            TRY(line(next()));
        endParagraph();
        if (m_open.size() > 0)
            return wrong(m_open.back().line, "the block begun here is never closed with [end]");
        TRY(complete());
        m_made.parts = std::move(m_parts.front());
        m_made.text = std::string(m_text);
        return std::move(m_made);
    }

private:
    struct Open { Part part; std::size_t line; };

    static Fault wrong(std::size_t line, const std::string &what)
    {
        return fail(FaultCode::Malformed, "line " + std::to_string(line) + " of the template: " + what, {{"line", std::to_string(line)}});
    }
    [[nodiscard]] Fault wrong(const std::string &what) const { return wrong(m_line, what); }

    std::string_view next()
    {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        const std::string_view line = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        ++m_line;
        return line;
    }

    // "kind statement-of-reasons"
    Result<std::string> value(std::string_view name)
    {
        const std::string_view line = m_at < m_text.size() ? next() : std::string_view();
        if (!line.starts_with(name) || line.size() <= name.size() + 1 || line[name.size()] != ' ')
            return wrong("must be \"" + std::string(name) + " …\"");
        return std::string(trimmed(line.substr(name.size())));
    }

    Status head()
    {
        if (next() != format)
            return wrong("a template begins with " + std::string(format));
        const std::string kind = TRY(value("kind"));
        const auto parsed = model::parseLetterKind(kind);
        if (!parsed.ok())
            return wrong(parsed.fault().detail);
        m_made.kind = *parsed;
        m_made.version = TRY(value("version"));
        if (m_made.version.size() > 40 || !std::ranges::all_of(m_made.version, [](char c) { return c > 0x20 && c < 0x7f; }))
            return wrong("a version is a word of at most 40 letters, digits and points");
        m_made.title = TRY(value("title"));
        if (m_made.title.find_first_of("{}[]*") != std::string::npos || m_made.title.size() > 120)
            return wrong("a title is up to 120 bytes of words alone");
        return {};
    }

    Status line(std::string_view raw)
    {
        if (raw.size() > bounds::lineBytes)
            return wrong("is longer than " + std::to_string(bounds::lineBytes) + " bytes");
        const std::string_view text = trimmed(raw);
        if (text.empty()) {
            endParagraph();
            return {};
        }
        if (text.front() == '%')
            return {}; // a remark
        if (text.front() == '[') {
            endParagraph();
            return directive(text);
        }
        if (text == "---" || text == "===") {
            add({Part::What::Line, text == "---" ? LineKind::Rule : LineKind::PageBreak, {}, {}, {}, {}, m_line});
            return {};
        }
        if (text.front() == '|')
            return row(text);
        for (const Mark &mark : marks)
            if (text.starts_with(mark.mark))
                return one(mark.kind, trimmed(text.substr(mark.mark.size())));
        auto pieces = TRY(piecesOf(text));
        if (!m_paragraph) {
            m_paragraph = Part{Part::What::Line, LineKind::Paragraph, {}, std::move(pieces), {}, {}, m_line};
            return {};
        }
        m_paragraph->pieces.push_back({" "});
        m_paragraph->pieces.insert(m_paragraph->pieces.end(), std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
        return {};
    }

    Status one(LineKind kind, std::string_view text)
    {
        auto pieces = TRY(piecesOf(text));
        add({Part::What::Line, kind, {}, std::move(pieces), {}, {}, m_line});
        return {};
    }

    // | label | words |
    Status row(std::string_view text)
    {
        const std::size_t middle = text.find('|', 1);
        if (text.size() < 3 || text.back() != '|' || middle == std::string_view::npos || middle == text.size() - 1 || text.find('|', middle + 1) != text.size() - 1)
            return wrong("a row is | label | words |, two cells");
        auto label = TRY(piecesOf(trimmed(text.substr(1, middle - 1))));
        auto pieces = TRY(piecesOf(trimmed(text.substr(middle + 1, text.size() - middle - 2))));
        add({Part::What::Line, LineKind::Row, std::move(label), std::move(pieces), {}, {}, m_line});
        return {};
    }

    Result<std::vector<Piece>> piecesOf(std::string_view text)
    {
        std::vector<Piece> pieces;
        bool bold = false;
        std::string words;
        const auto flush = [&] {
            if (!words.empty())
                pieces.push_back({std::exchange(words, {}), false, bold});
        };
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '}')
                return wrong("a } without its {");
            if (text.substr(at, 2) == "**") {
                flush();
                bold = !bold;
                ++at;
            } else if (text[at] == '{') {
                const std::size_t close = text.find('}', at);
                if (close == std::string_view::npos)
                    return wrong("a { without its }");
                flush();
                const std::string name(text.substr(at + 1, close - at - 1));
                TRY(knownField(name));
                pieces.push_back({name, true, bold});
                at = close;
            } else {
                words += text[at];
            }
        }
        if (bold)
            return wrong("** is not closed");
        flush();
        return pieces;
    }

    Status knownField(const std::string &name)
    {
        bool known = std::ranges::find(letterFields(), name) != letterFields().end();
        for (const Open &open : m_open)
            if (open.part.what == Part::What::Each) {
                const auto &fields = listNamed(open.part.name)->fields;
                known = known || std::ranges::find(fields, name) != fields.end();
            }
        if (!known)
            return wrong("there is no field {" + name + "} here");
        m_used.insert(name);
        return {};
    }

    Status directive(std::string_view text)
    {
        if (text.back() != ']')
            return wrong("a block is begun or ended on a line of its own: [each …], [if …], [unless …], [rights], [end]");
        const std::string_view inner = trimmed(text.substr(1, text.size() - 2));
        if (inner == "end")
            return close();
        const std::size_t space = inner.find(' ');
        const std::string_view word = inner.substr(0, space);
        const std::string name(space == std::string_view::npos ? std::string_view() : trimmed(inner.substr(space)));
        Part part;
        part.line = m_line;
        part.name = name;
        if (word == "each")
            TRY(each(name));
        else if (word == "if" || word == "unless")
            TRY(listNamed(name) ? each(name) : knownField(name));
        else if (word != "rights" || !name.empty())
            return wrong("there is no block [" + std::string(inner) + "]");
        part.what = word == "each" ? Part::What::Each : word == "if" ? Part::What::If : word == "unless" ? Part::What::Unless : Part::What::Rights;
        if (m_open.size() >= bounds::depth)
            return wrong("more than " + std::to_string(bounds::depth) + " blocks within blocks");
        if (part.what == Part::What::Rights && !m_open.empty())
            return wrong("the notice of rights stands in no other block: it is always printed");
        m_open.push_back({std::move(part), m_line});
        m_parts.emplace_back();
        return {};
    }

    Status each(const std::string &name)
    {
        const ListWords *list = listNamed(name);
        if (!list)
            return wrong("there is no list '" + name + "'");
        if (list->internal && model::isReleased(m_made.kind))
            return wrong("'" + name + "' is internal and never stands in a letter that leaves");
        const bool inside = list->within.empty() || std::ranges::any_of(m_open, [&](const Open &it) { return it.part.what == Part::What::Each && it.part.name == list->within; });
        if (!inside)
            return wrong("'" + name + "' is of each item of '" + std::string(list->within) + "': begin [each " + std::string(list->within) + "] first");
        if (std::ranges::any_of(m_open, [&](const Open &it) { return it.part.what == Part::What::Each && it.part.name == name; }))
            return wrong("'" + name + "' within itself");
        m_used.insert(name);
        return {};
    }

    Status close()
    {
        if (m_open.empty())
            return wrong("[end] without a block");
        Part part = std::move(m_open.back().part);
        part.parts = std::move(m_parts.back());
        m_open.pop_back();
        m_parts.pop_back();
        if (part.parts.empty())
            return wrong("the block begun on line " + std::to_string(part.line) + " is empty");
        if (part.what == Part::What::Rights)
            m_used.insert("rights");
        m_parts.back().push_back(std::move(part));
        return {};
    }

    void add(Part part)
    {
        endParagraph();
        m_parts.back().push_back(std::move(part));
    }

    void endParagraph()
    {
        if (m_paragraph)
            m_parts.back().push_back(std::move(*m_paragraph));
        m_paragraph.reset();
    }

    // What the letter is for stands in it, whatever a site changes.
    [[nodiscard]] Status complete() const
    {
        for (const std::string_view name : requiredWords(m_made.kind))
            if (!m_used.contains(std::string(name)))
                return wrong("the template ends without " + std::string(name == "rights" ? "the notice of rights: [rights] … [end]"
                                                                         : listNamed(name) ? "[each " + std::string(name) + "]" : "{" + std::string(name) + "}") +
                             ", which a " + std::string(model::letterKindName(m_made.kind)) + " needs");
        return {};
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_line = 0;
    Template m_made;
    std::vector<std::vector<Part>> m_parts{1};
    std::vector<Open> m_open;
    std::optional<Part> m_paragraph;
    std::set<std::string> m_used;
};

} // namespace

Result<Template> readTemplate(BytesView untrustedText)
{
    if (untrustedText.size() > bounds::templateBytes)
        return fail(FaultCode::TooLarge, "a template has at most " + std::to_string(bounds::templateBytes) + " bytes");
    const std::string_view text = textView(untrustedText);
    const auto points = toCodePoints(text);
    if (!points.ok())
        return fail(FaultCode::Malformed, "a template is UTF-8 text");
    std::size_t line = 1;
    for (const char32_t c : *points) {
        line += c == '\n';
        if (misleads(c))
            return fail(FaultCode::Malformed, "line " + std::to_string(line) + " of the template: holds a control character, or one that is not seen", {{"line", std::to_string(line)}});
    }
    return Reader(text).read();
}

} // namespace caseward::letters
