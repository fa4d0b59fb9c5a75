// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/paginatedtext.h"

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

// Collects lines into pages.
class Paginator {
public:
    void addLine(std::u32string_view line)
    {
        const std::size_t taken = linesTaken(line.size());
        if (m_lines > 0 && m_lines + taken > linesPerPage)
            endPage();
        if (m_lines > 0)
            m_page.push_back(U'\n');
        m_page.append(line);
        m_lines += taken;
    }
    void endPage()
    {
        m_pages.push_back(std::move(m_page));
        m_page.clear();
        m_lines = 0;
    }
    [[nodiscard]] bool hasOpenPage() const { return m_lines > 0; }
    std::vector<std::u32string> take() { return std::move(m_pages); }

private:
    std::vector<std::u32string> m_pages;
    std::u32string m_page;
    std::size_t m_lines = 0;
};

std::vector<std::u32string> paginate(std::u32string_view text)
{
    Paginator paginator;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find_first_of(U"\n\f", start), text.size());
        const bool feed = end < text.size() && text[end] == U'\f';
        // The empty rest of a line before or after a form feed is no line of its own.
        if (!feed || end > start)
            paginator.addLine(text.substr(start, end - start));
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

class PaginatedText final : public Document {
public:
    PaginatedText(std::vector<std::u32string> pages, std::vector<Part> parts, PartReader readPart)
        : m_pages(std::move(pages)), m_parts(std::move(parts)), m_readPart(std::move(readPart))
    {
    }
    [[nodiscard]] std::vector<Size> pages() const override { return std::vector<Size>(m_pages.size(), nominalPage); }
    [[nodiscard]] bool isDynamicForm() const override { return false; }
    Outcome<LaidText> text(std::uint32_t page) override
    {
        if (page == 0 || page > m_pages.size())
            return Status::Damaged;
        return LaidText{m_pages[page - 1], {}};
    }
    Outcome<Pixels> render(std::uint32_t, double) override { return Status::Failed; }
    [[nodiscard]] std::vector<Part> parts() const override { return m_parts; }
    Outcome<Bytes> part(std::uint32_t place) override
    {
        if (place >= m_parts.size())
            return Status::Damaged;
        Outcome<Bytes> outcome = m_readPart(place);
        // What the list says of a size is a promise, on which the parent insists.
        if (const Bytes *bytes = std::get_if<Bytes>(&outcome); bytes != nullptr && bytes->size() != m_parts[place].bytes)
            return Status::Damaged;
        return outcome;
    }

private:
    std::vector<std::u32string> m_pages;
    std::vector<Part> m_parts;
    PartReader m_readPart;
};

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

} // namespace

OpenedDocument paginatedText(std::u32string text)
{
    return paginatedText(std::move(text), {}, {});
}

OpenedDocument paginatedText(std::u32string text, std::vector<Part> parts, PartReader readPart)
{
    if (text.size() > limits::textLayerBytes || !areWithinBounds(parts))
        return Status::TooLarge;
    for (char32_t &c : text)
        if (isForbiddenControl(c) && c != U'\f')
            c = U'\ufffd';
    std::vector<std::u32string> pages = paginate(text);
    if (pages.empty())
        pages.emplace_back(); // a byte order mark alone is an empty text, and that is one empty page
    if (pages.size() >= limits::documentPages)
        return Status::TooManyPages;
    for (const std::u32string &page : pages)
        if (page.size() > limits::codePointsPerPage)
            return Status::TooLarge;
    return OpenedDocument(std::make_unique<PaginatedText>(std::move(pages), std::move(parts), std::move(readPart)));
}

} // namespace caseward::reader
