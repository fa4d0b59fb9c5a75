// SPDX-License-Identifier: GPL-3.0-or-later
// A plain text cut into pages: a form feed ends one, and so do sixty lines. A long line counts as the several lines it
// will fill on paper, but is never broken, because offsets count the characters as received.
#include "app/reader/document.h"
#include "app/reader/textdecoding.h"

#include "core/base/limits.h"

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

class TextDocument final : public Document {
public:
    explicit TextDocument(std::vector<std::u32string> pages) : m_pages(std::move(pages)) {}
    [[nodiscard]] std::vector<Size> pages() const override { return std::vector<Size>(m_pages.size(), nominalPage); }
    [[nodiscard]] bool isDynamicForm() const override { return false; }
    Outcome<LaidText> text(std::uint32_t page) override
    {
        if (page == 0 || page > m_pages.size())
            return Status::Damaged;
        return LaidText{m_pages[page - 1], {}};
    }
    Outcome<Pixels> render(std::uint32_t, double) override { return Status::Failed; }

private:
    std::vector<std::u32string> m_pages;
};

} // namespace

OpenedDocument openText(BytesView document)
{
    if (document.size() > limits::textLayerBytes)
        return Status::TooLarge;
    const std::optional<std::u32string> text = decodeText(document);
    if (!text)
        return Status::NotText;
    std::vector<std::u32string> pages = paginate(*text);
    if (pages.empty())
        pages.emplace_back(); // a byte order mark alone is an empty text, and that is one empty page
    if (pages.size() >= limits::documentPages)
        return Status::TooManyPages;
    for (const std::u32string &page : pages)
        if (page.size() > limits::codePointsPerPage)
            return Status::TooLarge;
    return OpenedDocument(std::make_unique<TextDocument>(std::move(pages)));
}

} // namespace caseward::reader
