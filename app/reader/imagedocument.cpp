// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as a document: each frame is a page of pixels without text.
#include "app/reader/picture.h"

#include "core/base/limits.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace caseward::reader {

namespace {

// Nothing said, or nothing that a scanner or a camera could mean: a screen's 96 dots an inch. A screenshot then has the
// size that it had on the screen; scanners say what they scanned with.
constexpr double screenDpi = 96, leastDpi = 20, mostDpi = 4800, mostStretch = 4;
constexpr double pointsPerInch = 72;
constexpr Size nominalPage = {612, 792};

bool isTurned(int orientation)
{
    return orientation >= 5;
}

Size pageSize(const Frame &frame)
{
    if (frame.trouble != Status::Ok)
        return nominalPage;
    const auto plausible = [](double dpi) { return std::isfinite(dpi) && dpi >= leastDpi && dpi <= mostDpi; };
    const bool isSaid = plausible(frame.xDpi) && plausible(frame.yDpi) && frame.xDpi <= frame.yDpi * mostStretch
        && frame.yDpi <= frame.xDpi * mostStretch;
    Size size = {frame.width * pointsPerInch / (isSaid ? frame.xDpi : screenDpi),
                 frame.height * pointsPerInch / (isSaid ? frame.yDpi : screenDpi)};
    // The largest page there is; a picture that would be larger on paper is shown smaller.
    const double fit = std::min(1.0, limits::pagePointsSide / std::max(size.width, size.height));
    size = {size.width * fit, size.height * fit};
    if (isTurned(frame.orientation))
        std::swap(size.width, size.height);
    return size;
}

// Where the pixel that is shown at (x, y) is stored, in a picture of width w and height h as stored.
std::size_t storedAt(int orientation, std::size_t x, std::size_t y, std::size_t w, std::size_t h)
{
    switch (orientation) {
    case 2:
        return y * w + (w - 1 - x);
    case 3:
        return (h - 1 - y) * w + (w - 1 - x);
    case 4:
        return (h - 1 - y) * w + x;
    case 5:
        return x * w + y;
    case 6:
        return (h - 1 - x) * w + y;
    case 7:
        return (h - 1 - x) * w + (w - 1 - y);
    case 8:
        return x * w + (w - 1 - y);
    default:
        return y * w + x;
    }
}

class ImageDocument final : public Document {
public:
    explicit ImageDocument(std::unique_ptr<Picture> picture) : m_picture(std::move(picture)) {}
    [[nodiscard]] std::vector<Size> pages() const override
    {
        std::vector<Size> sizes;
        for (const Frame &frame : m_picture->frames())
            sizes.push_back(pageSize(frame));
        return sizes;
    }
    [[nodiscard]] bool isDynamicForm() const override { return false; }
    Outcome<LaidText> text(std::uint32_t page) override
    {
        if (page == 0 || page > m_picture->frames().size())
            return Status::Damaged;
        return LaidText{};
    }
    Outcome<Pixels> render(std::uint32_t page, double dpi) override;

private:
    std::unique_ptr<Picture> m_picture;
};

Outcome<Pixels> ImageDocument::render(std::uint32_t page, double dpi)
{
    if (page == 0 || page > m_picture->frames().size())
        return Status::Damaged;
    const Frame &frame = m_picture->frames()[page - 1];
    if (frame.trouble != Status::Ok)
        return frame.trouble;
    const Size size = pageSize(frame);
    const auto side = [&](double points) { return std::max(1.0, std::round(points * dpi / pointsPerInch)); };
    const double width = side(size.width), height = side(size.height);
    if (!(width <= limits::pagePixelsSide && height <= limits::pagePixelsSide && width * height <= double(limits::pagePixels)))
        return Status::TooLarge;
    Pixels shown;
    shown.width = static_cast<std::uint32_t>(width);
    shown.height = static_cast<std::uint32_t>(height);
    const bool turned = isTurned(frame.orientation);
    PictureScaler scaler(turned ? shown.height : shown.width, turned ? shown.width : shown.height);
    if (const Status status = m_picture->decode(page - 1, scaler); status != Status::Ok)
        return status;
    if (!scaler.isComplete())
        return Status::Damaged;
    const auto stored = std::make_shared<const std::vector<std::uint32_t>>(scaler.takePixels());
    shown.copyRows = [stored, width = shown.width, orientation = frame.orientation, w = scaler.width(), h = scaler.height()](
                         std::uint32_t first, std::uint32_t count, std::uint32_t *to) {
        for (std::size_t y = first; y < std::size_t(first) + count; ++y)
            for (std::size_t x = 0; x < width; ++x)
                *to++ = (*stored)[storedAt(orientation, x, y, w, h)];
    };
    return shown;
}

OpenedPicture openPicture(BytesView file)
{
    if (file.size() >= 2 && file[0] == 0xff && file[1] == 0xd8)
        return openJpeg(file);
    if (!file.empty() && file[0] == 0x89)
        return openPng(file);
    return openTiff(file);
}

} // namespace

Status judgedSides(std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0)
        return Status::Damaged;
    return width > limits::pagePixelsSide || height > limits::pagePixelsSide ? Status::TooLarge : Status::Ok;
}

OpenedDocument openImage(BytesView document)
{
    OpenedPicture opened = openPicture(document);
    auto *picture = std::get_if<std::unique_ptr<Picture>>(&opened);
    if (picture == nullptr)
        return std::get<Status>(opened);
    const std::vector<Frame> &frames = (*picture)->frames();
    const auto isShown = [](const Frame &frame) { return frame.trouble == Status::Ok; };
    if (frames.empty())
        return Status::Damaged;
    if (std::none_of(frames.begin(), frames.end(), isShown))
        return frames.front().trouble;
    return OpenedDocument(std::make_unique<ImageDocument>(std::move(*picture)));
}

} // namespace caseward::reader
