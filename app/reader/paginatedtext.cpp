// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/paginatedtext.h"

#include "app/reader/questionnaire.h"

#include "core/base/limits.h"

#include <algorithm>

namespace caseward::reader {

namespace {

constexpr Size nominalPage = {612, 792};
constexpr std::size_t linesPerPage = 60;
constexpr std::size_t charactersPerLine = 100;

std::size_t linesTaken(std::size_t characters)
{
    return characters <= charactersPerLine ? 1 : (characters + charactersPerLine - 1) / charactersPerLine;
}

// A page is one piece of the whole text, which begins at `origin` there.
struct PieceOfText {
    std::u32string text;
    std::size_t origin = 0;
};

// Collects lines into pages.
class Paginator {
public:
    void addLine(std::u32string_view line, std::size_t origin)
    {
        const std::size_t taken = linesTaken(line.size());
        if (m_lines > 0 && m_lines + taken > linesPerPage)
            endPage();
        if (m_lines > 0)
            m_page.text.push_back(U'\n');
        else
            m_page.origin = origin;
        m_page.text.append(line);
        m_lines += taken;
    }
    void endPage()
    {
        m_pages.push_back(std::move(m_page));
        m_page = {};
        m_lines = 0;
    }
    [[nodiscard]] bool hasOpenPage() const { return m_lines > 0; }
    std::vector<PieceOfText> take() { return std::move(m_pages); }

private:
    std::vector<PieceOfText> m_pages;
    PieceOfText m_page;
    std::size_t m_lines = 0;
};

std::vector<PieceOfText> paginate(std::u32string_view text)
{
    Paginator paginator;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find_first_of(U"\n\f", start), text.size());
        const bool feed = end < text.size() && text[end] == U'\f';
        // The empty rest of a line before or after a form feed is no line of its own.
        if (!feed || end > start)
            paginator.addLine(text.substr(start, end - start), start);
        if (feed) {
            paginator.endPage();
            if (end + 1 < text.size() && text[end + 1] == U'\n')
                start = end + 2;
            else
                start = end + 1;
            continue;
        }
        start = end + 1;
    }
    if (paginator.hasOpenPage())
        paginator.endPage();
    return paginator.take();
}

// What a document brings beside its text.
struct Carried {
    std::vector<Part> parts;
    PartReader readPart;
    std::vector<Field> fields;
};

class PaginatedText final : public Document {
public:
    PaginatedText(std::vector<PieceOfText> pages, Carried carried) : m_pages(std::move(pages)), m_carried(std::move(carried)) {}
    [[nodiscard]] std::vector<Size> pages() const override { return std::vector<Size>(m_pages.size(), nominalPage); }
    [[nodiscard]] bool isDynamicForm() const override { return false; }
    Outcome<LaidText> text(std::uint32_t page) override
    {
        if (page == 0 || page > m_pages.size())
            return Status::Damaged;
        return LaidText{m_pages[page - 1].text, {}};
    }
    Outcome<Pixels> render(std::uint32_t, double) override { return Status::Failed; }
    [[nodiscard]] std::vector<Part> parts() const override { return m_carried.parts; }
    Outcome<Bytes> part(std::uint32_t place) override
    {
        if (place >= m_carried.parts.size())
            return Status::Damaged;
        Outcome<Bytes> outcome = m_carried.readPart(place);
        // What the list says of a size is a promise, on which the parent insists.
        if (const Bytes *bytes = std::get_if<Bytes>(&outcome); bytes != nullptr && bytes->size() != m_carried.parts[place].bytes)
            return Status::Damaged;
        return outcome;
    }
    [[nodiscard]] std::vector<Field> fields() const override { return m_carried.fields; }

private:
    std::vector<PieceOfText> m_pages;
    Carried m_carried;
};

// The places of answers, counted from the start of the whole text, as places on its pages. One that a page break divides
// would have no single place, and is left out; no break falls into a line.
std::vector<Field> placed(std::vector<Answer> answers, const std::vector<PieceOfText> &pages)
{
    std::vector<Field> fields;
    fields.reserve(answers.size());
    std::size_t page = 0;
    for (Answer &answer : answers) {
        while (page + 1 < pages.size() && pages[page + 1].origin <= answer.start)
            ++page;
        const PieceOfText &piece = pages[page];
        if (answer.start >= piece.origin && answer.start < answer.end && answer.end - piece.origin <= piece.text.size())
            fields.push_back({std::move(answer.path), static_cast<std::uint32_t>(page + 1), static_cast<std::uint32_t>(answer.start - piece.origin),
                              static_cast<std::uint32_t>(answer.end - piece.origin)});
    }
    return fields;
}

bool areWithinBounds(const std::vector<Part> &parts)
{
    std::uint64_t bytes = 0;
    for (const Part &part : parts) {
        if (part.bytes > reading::wire::largestAnswer)
            return false;
        bytes += part.bytes;
    }
    return parts.size() <= limits::documentParts && bytes <= limits::documentBytes;
}

OpenedDocument paginated(std::u32string text, std::vector<Part> parts, PartReader readPart, std::vector<Answer> answers)
{
    if (text.size() > limits::textLayerBytes || !areWithinBounds(parts))
        return Status::TooLarge;
    for (char32_t &c : text)
        if (isForbiddenControl(c) && c != U'\f')
            c = U'\ufffd';
    std::vector<PieceOfText> pages = paginate(text);
    if (pages.empty())
        pages.emplace_back(); // a byte order mark alone is an empty text, and that is one empty page
    if (pages.size() >= limits::documentPages)
        return Status::TooManyPages;
    for (const PieceOfText &page : pages)
        if (page.text.size() > limits::codePointsPerPage)
            return Status::TooLarge;
    Carried carried{std::move(parts), std::move(readPart), placed(std::move(answers), pages)};
    return OpenedDocument(std::make_unique<PaginatedText>(std::move(pages), std::move(carried)));
}

} // namespace

OpenedDocument paginatedText(std::u32string text)
{
    return paginated(std::move(text), {}, {}, {});
}

OpenedDocument paginatedText(std::u32string text, std::vector<Part> parts, PartReader readPart)
{
    return paginated(std::move(text), std::move(parts), std::move(readPart), {});
}

OpenedDocument paginatedText(std::u32string text, std::vector<Answer> answers)
{
    return paginated(std::move(text), {}, {}, std::move(answers));
}

} // namespace caseward::reader
