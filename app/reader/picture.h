// SPDX-License-Identifier: GPL-3.0-or-later
// A picture file inside the child: one frame, or the many of a TIFF. Headers are read when it is opened, pixels only when
// a page is asked for, row by row, so that memory follows what is shown and not what a header claims. One thread.
#pragma once

#include "app/reader/document.h"
#include "app/reader/picturescaler.h"

namespace caseward::reader {

struct Frame {
    std::uint32_t width = 0, height = 0; // as stored, before the orientation is applied
    int orientation = 1;                 // 1 to 8, of TIFF 6.0 and Exif
    double xDpi = 0, yDpi = 0;           // 0: the file does not say
    Status trouble = Status::Ok;         // why this frame alone cannot be shown
};

class Picture {
public:
    virtual ~Picture() = default;
    [[nodiscard]] virtual const std::vector<Frame> &frames() const = 0;
    // Gives every row of a frame, in stored order, to the scaler. Damaged, TooLarge, Failed (no memory).
    virtual Status decode(std::uint32_t frame, PictureScaler &into) = 0;
};

using OpenedPicture = Outcome<std::unique_ptr<Picture>>;

OpenedPicture openPng(BytesView file);
OpenedPicture openJpeg(BytesView file);
OpenedPicture openTiff(BytesView file);

// Sides above 0 and at most limits::pagePixelsSide; else Damaged, TooLarge.
[[nodiscard]] Status judgedSides(std::uint32_t width, std::uint32_t height);

} // namespace caseward::reader
