// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/document.h"

#include "core/base/limits.h"

#include <poppler-qt6.h>

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace caseward::reader {

namespace {

constexpr Size nominalPage = {612, 792};

bool isUsable(const QSizeF &size)
{
    const auto side = [](double points) {
        return std::isfinite(points) && points > 0 && points <= limits::pagePointsSide;
    };
    return side(size.width()) && side(size.height());
}

// A rectangle clipped to the page; what lies outside keeps its place on the border with no extent.
Box clipped(const QRectF &rect, const QSizeF &page)
{
    const auto inside = [](double value, double most) { return std::isfinite(value) ? std::clamp(value, 0.0, most) : 0.0; };
    const double left = inside(rect.left(), page.width());
    const double top = inside(rect.top(), page.height());
    const double right = inside(rect.right(), page.width());
    const double bottom = inside(rect.bottom(), page.height());
    return {left, top, std::max(0.0, right - left), std::max(0.0, bottom - top)};
}

char32_t cleaned(char32_t c)
{
    // A break inside a word would tear the quote apart on the way back.
    if (c == U'\n' || c == U'\t')
        return U' ';
    return isForbiddenControl(c) ? U'\ufffd' : c;
}

// Poppler has one box for each code point (ligatures are spread), but drops what UTF-8 cannot say: then the counts
// differ and the word's box is shared out evenly instead.
void appendWord(LaidText &out, const Poppler::TextBox &word, const QSizeF &page)
{
    const std::u32string text = word.text().toStdU32String();
    const int count = static_cast<int>(text.size());
    const bool matches = count > 0 && !word.charBoundingBox(count - 1).isNull() && word.charBoundingBox(count).isNull();
    const QRectF whole = word.boundingBox();
    for (int i = 0; i < count; ++i) {
        out.text.push_back(cleaned(text[static_cast<std::size_t>(i)]));
        const QRectF share(whole.left() + whole.width() * i / count, whole.top(), whole.width() / count, whole.height());
        out.boxes.push_back(clipped(matches ? word.charBoundingBox(i) : share, page));
    }
}

void appendGap(LaidText &out, char32_t gap, double left, double right, const QRectF &word, const QSizeF &page)
{
    out.text.push_back(gap);
    out.boxes.push_back(clipped(QRectF(left, word.top(), std::max(0.0, right - left), word.height()), page));
}

class PdfDocument final : public Document {
public:
    PdfDocument(std::unique_ptr<Poppler::Document> document, std::vector<Size> sizes, std::vector<bool> present)
        : m_document(std::move(document)), m_sizes(std::move(sizes)), m_present(std::move(present))
    {
    }

    [[nodiscard]] std::vector<Size> pages() const override { return m_sizes; }
    [[nodiscard]] bool isDynamicForm() const override { return m_document->formType() == Poppler::Document::XfaForm; }
    Outcome<LaidText> text(std::uint32_t page) override;
    Outcome<Pixels> render(std::uint32_t page, double dpi) override;

private:
    std::unique_ptr<Poppler::Page> pageAt(std::uint32_t page);

    std::unique_ptr<Poppler::Document> m_document;
    std::vector<Size> m_sizes;
    std::vector<bool> m_present;
};

std::unique_ptr<Poppler::Page> PdfDocument::pageAt(std::uint32_t page)
{
    if (page == 0 || page > m_sizes.size() || !m_present[page - 1])
        return nullptr;
    return m_document->page(static_cast<int>(page) - 1);
}

Outcome<LaidText> PdfDocument::text(std::uint32_t page)
{
    const std::unique_ptr<Poppler::Page> at = pageAt(page);
    if (!at)
        return Status::Damaged;
    const QSizeF size = at->pageSizeF();
    const std::vector<std::unique_ptr<Poppler::TextBox>> words = at->textList();
    LaidText out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Poppler::TextBox &word = *words[i];
        appendWord(out, word, size);
        if (out.text.size() > limits::codePointsPerPage)
            return Status::TooLarge;
        if (i + 1 == words.size())
            break;
        const QRectF here = word.boundingBox();
        // Poppler chains the words of one line; the chain ends with the line.
        if (word.nextWord() != words[i + 1].get())
            appendGap(out, U'\n', here.right(), here.right(), here, size);
        else if (word.hasSpaceAfter())
            appendGap(out, U' ', here.right(), words[i + 1]->boundingBox().left(), here, size);
    }
    return out;
}

Outcome<Pixels> PdfDocument::render(std::uint32_t page, double dpi)
{
    const std::unique_ptr<Poppler::Page> at = pageAt(page);
    if (!at)
        return Status::Damaged;
    const QImage image = at->renderToImage(dpi, dpi);
    // The Splash backend hands out RGB32 as it is; a conversion would start threads, which the sandbox forbids.
    if (image.isNull() || (image.format() != QImage::Format_RGB32 && image.format() != QImage::Format_ARGB32_Premultiplied))
        return Status::Failed;
    Pixels pixels;
    pixels.width = static_cast<std::uint32_t>(image.width());
    pixels.height = static_cast<std::uint32_t>(image.height());
    pixels.copyRows = [image](std::uint32_t first, std::uint32_t count, std::uint32_t *to) {
        const auto width = static_cast<std::size_t>(image.width());
        for (std::uint32_t y = first; y < first + count; ++y, to += width)
            std::memcpy(to, image.constScanLine(static_cast<int>(y)), width * sizeof *to);
    };
    return pixels;
}

} // namespace

OpenedDocument openPdf(BytesView document)
{
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(document.data()),
                                                     static_cast<qsizetype>(document.size()));
    std::unique_ptr<Poppler::Document> opened = Poppler::Document::loadFromData(bytes);
    if (!opened)
        return Status::Damaged;
    if (opened->isLocked())
        return Status::Encrypted;
    const int count = opened->numPages();
    if (count <= 0)
        return Status::NoPages;
    if (static_cast<std::uint32_t>(count) >= limits::documentPages)
        return Status::TooManyPages;
    opened->setRenderBackend(Poppler::Document::SplashBackend);
    opened->setRenderHint(Poppler::Document::Antialiasing);
    opened->setRenderHint(Poppler::Document::TextAntialiasing);

    std::vector<Size> sizes;
    std::vector<bool> present;
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<Poppler::Page> page = opened->page(i);
        const bool usable = page && isUsable(page->pageSizeF());
        sizes.push_back(usable ? Size{page->pageSizeF().width(), page->pageSizeF().height()} : nominalPage);
        present.push_back(usable);
    }
    if (std::find(present.begin(), present.end(), true) == present.end())
        return Status::Damaged;
    return OpenedDocument(std::make_unique<PdfDocument>(std::move(opened), std::move(sizes), std::move(present)));
}

} // namespace caseward::reader
