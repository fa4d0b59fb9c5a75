// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/letters/template.h"

namespace caseward::letters {

namespace {

class Filler {
public:
    explicit Filler(const Facts &facts) : m_scopes{&facts} {}

    Status put(const std::vector<Part> &parts)
    {
        for (const Part &part : parts)
            TRY(put(part));
        return {};
    }
    std::vector<Line> take() { return std::move(m_lines); }

private:
    [[nodiscard]] const std::string *field(const std::string &name) const
    {
        for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope)
            if (const auto found = (*scope)->fields.find(name); found != (*scope)->fields.end())
                return &found->second;
        return nullptr;
    }

    [[nodiscard]] const std::vector<Facts> *list(const std::string &name) const
    {
        for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope)
            if (const auto found = (*scope)->lists.find(name); found != (*scope)->lists.end())
                return &found->second;
        return nullptr;
    }

    [[nodiscard]] bool isSaid(const std::string &name) const
    {
        const std::vector<Facts> *items = list(name);
        const std::string *words = field(name);
        return (items && !items->empty()) || (words && !words->empty());
    }

    Status put(const Part &part)
    {
        switch (part.what) {
        case Part::What::Line: return line(part);
        case Part::What::If: return isSaid(part.name) ? put(part.parts) : Status();
        case Part::What::Unless: return isSaid(part.name) ? Status() : put(part.parts);
        case Part::What::Rights: return put(part.parts);
        case Part::What::Each: break;
        }
        const std::vector<Facts> *items = list(part.name);
        if (!items)
            return {};
        for (const Facts &item : *items) {
            m_scopes.push_back(&item);
            const Status done = put(part.parts);
            m_scopes.pop_back();
            TRY(done);
        }
        return {};
    }

    // `empty` is set when fields were asked for and none of them says anything.
    [[nodiscard]] std::vector<Run> runs(const std::vector<Piece> &pieces, bool &empty) const
    {
        std::vector<Run> made;
        bool asked = false, said = false;
        for (const Piece &piece : pieces) {
            const std::string *words = piece.isField ? field(piece.text) : &piece.text;
            asked = asked || piece.isField;
            said = said || (piece.isField && words && !words->empty());
            if (words && !words->empty())
                made.push_back({*words, piece.bold});
        }
        empty = asked && !said;
        return made;
    }

    Status line(const Part &part)
    {
        if (m_lines.size() >= bounds::filledLines)
            return fail(FaultCode::TooLarge, "the letter has more than " + std::to_string(bounds::filledLines) + " lines");
        bool empty = false, unused = false;
        Line line{part.kind, runs(part.label, unused), runs(part.pieces, empty)};
        if (!empty)
            m_lines.push_back(std::move(line));
        return {};
    }

    std::vector<const Facts *> m_scopes;
    std::vector<Line> m_lines;
};

std::string wordsOf(const std::vector<Run> &runs)
{
    std::string text;
    for (const Run &run : runs)
        text += run.text;
    return text;
}

} // namespace

Result<std::vector<Line>> fill(const Template &form, const Facts &facts)
{
    Filler filler(facts);
    TRY(filler.put(form.parts));
    return filler.take();
}

std::string plainText(const std::vector<Line> &lines)
{
    std::string text;
    LineKind before = LineKind::Title;
    for (const Line &line : lines) {
        const bool together = line.kind == before && (line.kind == LineKind::Row || line.kind == LineKind::Bullet);
        text += text.empty() ? "" : together ? "\n" : "\n\n";
        const std::string words = wordsOf(line.runs);
        switch (line.kind) {
        case LineKind::Row: text += wordsOf(line.label) + ": " + words; break;
        case LineKind::Bullet: text += "• " + words; break;
        case LineKind::Rule:
        case LineKind::PageBreak: text += "----"; break;
        default: text += words;
        }
        before = line.kind;
    }
    return text + "\n";
}

} // namespace caseward::letters
