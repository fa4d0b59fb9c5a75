// SPDX-License-Identifier: GPL-3.0-or-later
// The same engine without a sandbox, as the measure of what the sandbox must not change.
#pragma once

#include <poppler-qt6.h>
#include <poppler-version.h>

#include <QByteArray>
#include <QImage>
#include <QVariant>

#include <memory>
#include <string>

namespace caseward::tests {

class PlainPoppler {
public:
    explicit PlainPoppler(const std::string &content)
    {
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
        m_document = Poppler::Document::loadFromData(QByteArray(content.data(), static_cast<qsizetype>(content.size())));
        if (m_document) {
            m_document->setRenderHint(Poppler::Document::Antialiasing);
            m_document->setRenderHint(Poppler::Document::TextAntialiasing);
        }
    }
    bool isOpen() const { return m_document && !m_document->isLocked(); }
    int pages() const { return m_document->numPages(); }

    // Poppler's words as they come, run together; control characters are left out.
    QString letters(int page) const
    {
        QString out;
        const std::unique_ptr<Poppler::Page> at = m_document->page(page - 1);
        if (!at)
            return out;
        for (const auto &word : at->textList())
            out += word->text();
        return onlyLetters(out);
    }
    QImage image(int page, double dpi) const
    {
        const std::unique_ptr<Poppler::Page> at = m_document->page(page - 1);
        return at ? at->renderToImage(dpi, dpi) : QImage();
    }
    // Without white space, and without what the reader replaces.
    static QString onlyLetters(const QString &text)
    {
        QString out;
        for (const QChar c : text)
            if (!c.isSpace() && c.category() != QChar::Other_Control && c != QChar::ReplacementCharacter)
                out += c;
        return out;
    }

private:
    std::unique_ptr<Poppler::Document> m_document;
};

// Number of pixels that differ, or -1 when the sizes do.
inline qint64 differingPixels(const QImage &plain, std::uint32_t width, std::uint32_t height, const std::uint32_t *pixels)
{
    if (plain.width() != static_cast<int>(width) || plain.height() != static_cast<int>(height))
        return -1;
    qint64 differing = 0;
    for (int y = 0; y < plain.height(); ++y) {
        for (int x = 0; x < plain.width(); ++x)
            differing += plain.pixel(x, y) != pixels[std::size_t(y) * width + static_cast<std::size_t>(x)] ? 1 : 0;
    }
    return differing;
}

} // namespace caseward::tests
