// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF read back for tests: words with single spaces, and pixels.
#pragma once

#include "core/base/bytes.h"

#include <QImage>
#include <QString>

#include <poppler-qt6.h>

#include <map>
#include <memory>

namespace caseward::ui {

class ReadBack {
public:
    explicit ReadBack(const Bytes &pdf)
        : m_document(Poppler::Document::loadFromData(QByteArray(reinterpret_cast<const char *>(pdf.data()), static_cast<qsizetype>(pdf.size()))))
    {
    }
    [[nodiscard]] int pages() const { return m_document ? m_document->numPages() : 0; }
    [[nodiscard]] const QString &text(int page) const
    {
        const auto known = m_texts.find(page);
        return known != m_texts.end() ? known->second
                                      : m_texts.emplace(page, m_document->page(page)->text(QRectF()).simplified()).first->second;
    }
    [[nodiscard]] QString all() const
    {
        QString text;
        for (int page = 0; page < pages(); ++page)
            text += this->text(page) + QLatin1Char(' ');
        return text;
    }
    [[nodiscard]] QImage image(int page) const { return m_document->page(page)->renderToImage(72, 72); }
    [[nodiscard]] QSizeF size(int page) const { return m_document->page(page)->pageSizeF(); }

private:
    std::unique_ptr<Poppler::Document> m_document;
    mutable std::map<int, QString> m_texts;
};

} // namespace caseward::ui
