// SPDX-License-Identifier: GPL-3.0-or-later
// What a page view shows: sizes, stored text and pixels of one document, all of it asked for now and delivered later.
// Between the view and the session so that tests bring pages of their own. GUI thread only; implementations work
// elsewhere and answer through signals. A page that fails says why in words for people; the others go on.
#pragma once

#include "core/model/spot.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace caseward::ui {

struct ImageRequest {
    std::uint32_t page = 1;
    double dpi = 96;             // exact, device pixels; never rounded
    bool operator==(const ImageRequest &) const = default;
};

using PageTextPtr = std::shared_ptr<const model::PageText>;

class PageSource : public QObject {
    Q_OBJECT
public:
    enum class State { Opening, Ready, Failed };
    using QObject::QObject;

    [[nodiscard]] virtual QString key() const = 0;               // unique a document; of the page cache
    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual QString problem() const = 0;           // words, when Failed
    [[nodiscard]] virtual bool isPlainText() const = 0;          // laid out by the view, no images
    [[nodiscard]] virtual const std::vector<model::PageSize> &sizes() const = 0;   // once Ready

    [[nodiscard]] virtual PageTextPtr text(std::uint32_t page) = 0;   // null until textReady(page)
    virtual void wantText(std::uint32_t page) = 0;
    // Replaces what this client asked for before, so that stale work vanishes; most urgent first.
    virtual void wantImages(const void *client, std::vector<ImageRequest> wanted) = 0;
    virtual void retry() = 0;                                    // after Failed or a failed page
    // All places of `needle` in the document (case and white space do not matter), in order; answers with found(). A place in what a
    // machine read in a scan is a part of the page's picture: it can be shown, and has no words to quote.
    virtual void find(const QString &needle) = 0;

signals:
    void stateChanged();
    void textReady(quint32 page);
    void textFailed(quint32 page, const QString &words);
    void imageReady(quint32 page, double dpi, const QImage &image);
    void imageFailed(quint32 page, double dpi, const QString &words);
    void found(const QString &needle, const std::vector<caseward::model::Spot> &places);
};

} // namespace caseward::ui
