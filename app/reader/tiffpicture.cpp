// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF by libtiff, from memory. Only the compressions that scanners and faxes use are let near the decoders.
#include "app/reader/exif.h"
#include "app/reader/picture.h"

#include "core/base/limits.h"
#include "core/reading/wire.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>

namespace caseward::reader {

namespace {

constexpr std::uint16_t compressions[] = {COMPRESSION_NONE, COMPRESSION_CCITTRLE, COMPRESSION_CCITTRLEW, COMPRESSION_CCITTFAX3,
                                          COMPRESSION_CCITTFAX4, COMPRESSION_LZW, COMPRESSION_JPEG, COMPRESSION_ADOBE_DEFLATE,
                                          COMPRESSION_DEFLATE, COMPRESSION_PACKBITS};

// The file as libtiff wants it: a thing that is read and moved about in.
struct Source {
    BytesView file;
    std::uint64_t at = 0;
    bool hasFailed = false; // an error was reported since this was last cleared
};

Source &sourceOf(thandle_t handle)
{
    return *static_cast<Source *>(handle);
}

tmsize_t give(thandle_t handle, void *to, tmsize_t size)
{
    Source &source = sourceOf(handle);
    const std::uint64_t left = source.at < source.file.size() ? source.file.size() - source.at : 0;
    const std::size_t given = static_cast<std::size_t>(std::min<std::uint64_t>(left, size > 0 ? static_cast<std::uint64_t>(size) : 0));
    if (given > 0)
        std::memcpy(to, source.file.data() + source.at, given);
    source.at += given;
    return static_cast<tmsize_t>(given);
}

toff_t move(thandle_t handle, toff_t offset, int from)
{
    Source &source = sourceOf(handle);
    source.at = from == SEEK_CUR ? source.at + offset : from == SEEK_END ? source.file.size() + offset : offset;
    return source.at;
}

int note(TIFF *, void *source, const char *, const char *, va_list)
{
    static_cast<Source *>(source)->hasFailed = true;
    return 1; // and no further handler
}

int ignore(TIFF *, void *, const char *, const char *, va_list)
{
    return 1;
}

TIFF *openFrom(Source &source)
{
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, static_cast<tmsize_t>(reading::wire::largestAnswer));
    TIFFOpenOptionsSetErrorHandlerExtR(options, note, &source);
    TIFFOpenOptionsSetWarningHandlerExtR(options, ignore, nullptr);
    TIFF *tiff = TIFFClientOpenExt(
        "document", "rm", &source, give, [](thandle_t, void *, tmsize_t) { return tmsize_t(-1); }, move,
        [](thandle_t) { return 0; }, [](thandle_t handle) { return toff_t(sourceOf(handle).file.size()); }, nullptr, nullptr, options);
    TIFFOpenOptionsFree(options);
    return tiff;
}

template <typename T>
T tagOr(TIFF *tiff, std::uint32_t tag, T otherwise)
{
    T value = otherwise;
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 ? value : otherwise;
}

// Every strip or tile lies within the file: one that was cut off is not shown in part, as if that were all.
bool isWhole(TIFF *tiff, std::uint64_t fileBytes)
{
    const std::uint32_t count = TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
    if (count == 0)
        return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        int failed = 0;
        const std::uint64_t offset = TIFFGetStrileOffsetWithErr(tiff, i, &failed);
        const std::uint64_t bytes = TIFFGetStrileByteCountWithErr(tiff, i, &failed);
        if (failed != 0 || offset > fileBytes || bytes > fileBytes - offset || bytes == 0)
            return false;
    }
    return true;
}

Status judged(TIFF *tiff, const Frame &frame, std::uint64_t fileBytes)
{
    if (const Status sides = judgedSides(frame.width, frame.height); sides != Status::Ok)
        return sides;
    const std::uint16_t compression = tagOr<std::uint16_t>(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    if (std::find(std::begin(compressions), std::end(compressions), compression) == std::end(compressions))
        return Status::Unsupported;
    return isWhole(tiff, fileBytes) ? Status::Ok : Status::Damaged;
}

Frame frameOf(TIFF *tiff, std::uint64_t fileBytes)
{
    Frame frame;
    frame.width = tagOr<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0);
    frame.height = tagOr<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0);
    frame.orientation = tagOr<std::uint16_t>(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    if (frame.orientation < 1 || frame.orientation > 8)
        frame.orientation = 1;
    const unsigned unit = tagOr<std::uint16_t>(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    frame.xDpi = dotsPerInch(double(tagOr<float>(tiff, TIFFTAG_XRESOLUTION, 0)), unit);
    frame.yDpi = dotsPerInch(double(tagOr<float>(tiff, TIFFTAG_YRESOLUTION, 0)), unit);
    frame.trouble = judged(tiff, frame, fileBytes);
    return frame;
}

// Small copies for previews and masks are no pages.
bool isPage(TIFF *tiff)
{
    return (tagOr<std::uint32_t>(tiff, TIFFTAG_SUBFILETYPE, 0) & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
}

class TiffPicture final : public Picture {
public:
    explicit TiffPicture(BytesView file) { m_source.file = file; }
    ~TiffPicture() override
    {
        if (m_tiff != nullptr)
            TIFFClose(m_tiff);
    }
    TiffPicture(const TiffPicture &) = delete;
    TiffPicture &operator=(const TiffPicture &) = delete;

    Status readDirectories();
    [[nodiscard]] const std::vector<Frame> &frames() const override { return m_frames; }
    Status decode(std::uint32_t frame, PictureScaler &into) override;

private:
    [[nodiscard]] bool hasLines() const;
    Status readLines(const Frame &frame, PictureScaler &into);
    Status readBands(const Frame &frame, PictureScaler &into);
    Status readBands(TIFFRGBAImage &image, const Frame &frame, PictureScaler &into);

    Source m_source;
    TIFF *m_tiff = nullptr;
    std::vector<Frame> m_frames;
    std::vector<std::uint64_t> m_offsets; // of the frames' directories
};

Status TiffPicture::readDirectories()
{
    m_tiff = openFrom(m_source);
    if (m_tiff == nullptr)
        return Status::Damaged;
    for (;;) {
        if (m_frames.size() + 1 >= limits::documentPages)
            return Status::TooManyPages;
        if (isPage(m_tiff)) {
            m_frames.push_back(frameOf(m_tiff, m_source.file.size()));
            m_offsets.push_back(TIFFCurrentDirOffset(m_tiff));
        }
        if (TIFFLastDirectory(m_tiff) != 0)
            return Status::Ok;
        // A chain that does not end with a zero has more pages than can be shown, or bites its own tail.
        if (TIFFReadDirectory(m_tiff) != 1)
            return Status::Damaged;
    }
}

// What most scans are can be read line by line, however tall a strip is: one bit or eight, grey or red, green and blue.
bool TiffPicture::hasLines() const
{
    const auto bits = tagOr<std::uint16_t>(m_tiff, TIFFTAG_BITSPERSAMPLE, 1);
    const auto samples = tagOr<std::uint16_t>(m_tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    const auto colours = tagOr<std::uint16_t>(m_tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_SEPARATED);
    const bool isGrey = samples == 1 && (bits == 1 || bits == 8) && (colours == PHOTOMETRIC_MINISWHITE || colours == PHOTOMETRIC_MINISBLACK);
    const bool isRgb = samples == 3 && bits == 8 && colours == PHOTOMETRIC_RGB
        && tagOr<std::uint16_t>(m_tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) == PLANARCONFIG_CONTIG;
    return TIFFIsTiled(m_tiff) == 0 && (isGrey || isRgb);
}

Status TiffPicture::readLines(const Frame &frame, PictureScaler &into)
{
    const auto bits = tagOr<std::uint16_t>(m_tiff, TIFFTAG_BITSPERSAMPLE, 1);
    const auto samples = tagOr<std::uint16_t>(m_tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    const bool isInverted = tagOr<std::uint16_t>(m_tiff, TIFFTAG_PHOTOMETRIC, 0) == PHOTOMETRIC_MINISWHITE;
    const std::size_t lineBytes = (std::size_t(frame.width) * bits * samples + 7) / 8;
    if (TIFFScanlineSize64(m_tiff) != lineBytes)
        return Status::Damaged;
    std::vector<std::uint8_t> line(lineBytes), rgb(std::size_t(frame.width) * 3);
    into.begin(frame.width, frame.height);
    for (std::uint32_t y = 0; y < frame.height; ++y) {
        if (TIFFReadScanline(m_tiff, line.data(), y) != 1 || m_source.hasFailed)
            return Status::Damaged;
        if (samples == 3) {
            into.addRow(line.data());
            continue;
        }
        for (std::size_t x = 0; x < frame.width; ++x) {
            const unsigned value = bits == 8 ? line[x] : (line[x / 8] >> (7 - x % 8) & 1u) * 255u;
            std::fill_n(rgb.begin() + static_cast<std::ptrdiff_t>(x * 3), 3, static_cast<std::uint8_t>(isInverted ? 255 - value : value));
        }
        into.addRow(rgb.data());
    }
    return Status::Ok;
}

// Everything else goes through libtiff's own conversion, one row of strips or tiles at a time.
Status TiffPicture::readBands(TIFFRGBAImage &image, const Frame &frame, PictureScaler &into)
{
    const auto strip = tagOr<std::uint32_t>(m_tiff, TIFFTAG_ROWSPERSTRIP, frame.height);
    const std::uint32_t band = std::min(frame.height, TIFFIsTiled(m_tiff) != 0 ? tagOr<std::uint32_t>(m_tiff, TIFFTAG_TILELENGTH, 0) : strip);
    if (band == 0)
        return Status::Damaged;
    if (std::uint64_t(band) * frame.width > limits::pagePixels)
        return Status::TooLarge;
    std::vector<std::uint32_t> raster(std::size_t(band) * frame.width);
    std::vector<std::uint8_t> rgb(std::size_t(frame.width) * 3);
    into.begin(frame.width, frame.height);
    for (std::uint32_t top = 0; top < frame.height; top += band) {
        const std::uint32_t rows = std::min(band, frame.height - top);
        image.row_offset = static_cast<int>(top);
        if (TIFFRGBAImageGet(&image, raster.data(), frame.width, rows) != 1 || m_source.hasFailed)
            return Status::Damaged;
        for (std::size_t y = 0; y < rows; ++y) {
            for (std::size_t x = 0; x < frame.width; ++x) {
                // Colours come multiplied by their alpha; the rest is white, as paper.
                const std::uint32_t pixel = raster[y * frame.width + x];
                const unsigned white = 255 - TIFFGetA(pixel);
                rgb[x * 3] = static_cast<std::uint8_t>(std::min(255u, TIFFGetR(pixel) + white));
                rgb[x * 3 + 1] = static_cast<std::uint8_t>(std::min(255u, TIFFGetG(pixel) + white));
                rgb[x * 3 + 2] = static_cast<std::uint8_t>(std::min(255u, TIFFGetB(pixel) + white));
            }
            into.addRow(rgb.data());
        }
    }
    return Status::Ok;
}

Status TiffPicture::readBands(const Frame &frame, PictureScaler &into)
{
    TIFFRGBAImage image = {};
    char why[1024] = {};
    if (TIFFRGBAImageOK(m_tiff, why) != 1)
        return Status::Unsupported;
    if (TIFFRGBAImageBegin(&image, m_tiff, 1, why) != 1)
        return Status::Damaged;
    image.req_orientation = image.orientation; // rows as they are stored
    const Status status = readBands(image, frame, into);
    TIFFRGBAImageEnd(&image);
    return status;
}

Status TiffPicture::decode(std::uint32_t frame, PictureScaler &into)
{
    m_source.hasFailed = false;
    if (TIFFSetSubDirectory(m_tiff, m_offsets[frame]) != 1)
        return Status::Damaged;
    return hasLines() ? readLines(m_frames[frame], into) : readBands(m_frames[frame], into);
}

} // namespace

OpenedPicture openTiff(BytesView file)
{
    auto picture = std::make_unique<TiffPicture>(file);
    if (const Status status = picture->readDirectories(); status != Status::Ok)
        return status;
    return OpenedPicture(std::move(picture));
}

} // namespace caseward::reader
