// SPDX-License-Identifier: GPL-3.0-or-later
// The only way to a PDF (UI.md section 12): every page carries the marking in colour and in words at its top and at its
// bottom, the case, "page n of m", who printed it and when, and a line for a digest. PDF/A-1b, made in memory; nothing
// is written to a file. Needs a QGuiApplication; one thread at a time.
#pragma once

#include "core/base/bytes.h"
#include "ui/paper/paperblock.h"

#include <QSizeF>

namespace caseward::ui {

// "%p" and "%n" in the four corners become the page and the number of pages.
struct PaperFrame {
    QString banner;                 // "CUI//PRVCY"
    QColor bannerGround, bannerText;
    QString headLeft, headRight, footLeft, footRight;
    QString digestLine;             // under the foot, in the mono face; may be empty
};

struct PaperOptions {
    PaperSize size = PaperSize::A4;
    PaperFace face = PaperFace::Sans;
    double points = 9.8;
    QString title;                  // of the PDF, for its reader's window
};

class BannerPaginator {
public:
    BannerPaginator(PaperFrame frame, PaperOptions options);
    // IoFailed when the PDF engine gives up, Internal without a QGuiApplication. At least one page, even when there are no blocks.
    [[nodiscard]] Result<Bytes> print(const std::vector<PaperBlock> &blocks) const;

private:
    PaperFrame m_frame;
    PaperOptions m_options;
};

} // namespace caseward::ui
