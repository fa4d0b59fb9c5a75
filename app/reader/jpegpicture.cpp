// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG by libjpeg-turbo. Its errors jump: every function that calls it holds nothing that would need a destructor, and
// what is allocated belongs to the object.
#include "app/reader/exif.h"
#include "app/reader/onepicture.h"

#include "core/base/limits.h"

#include <csetjmp>
#include <cstdio>
#include <cstring>

#include <jpeglib.h>
#include <jerror.h>

namespace caseward::reader {

namespace {

constexpr unsigned exifMarker = JPEG_APP0 + 1;
constexpr std::string_view exifName = std::string_view("Exif\0\0", 6);
constexpr int mostScans = 200;                  // of a progressive picture: honest ones have about ten
constexpr double centimetresPerInch = 2.54;

// After the first scan begins, FF D9 stands only where the picture ends: anything else has its FF followed by 00.
bool hasEnd(BytesView file)
{
    const std::string_view bytes = textView(file);
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && file[at] == 0xff && file[at + 1] != 0xda) {
        if (file[at + 1] == 0xff) // fill byte
            ++at;
        else
            at += 2 + (std::size_t(file[at + 2]) << 8 | file[at + 3]);
    }
    return at < bytes.size() && bytes.find("\xff\xd9", at) != std::string_view::npos;
}

// One pass through the file.
class JpegReader {
public:
    explicit JpegReader(BytesView file);
    ~JpegReader() { jpeg_destroy_decompress(&m_jpeg); }
    JpegReader(const JpegReader &) = delete;
    JpegReader &operator=(const JpegReader &) = delete;

    Status readHeader(Frame &frame);
    Status readRows(PictureScaler &into);

private:
    struct Errors {
        jpeg_error_mgr base; // first: libjpeg knows only this
        std::jmp_buf back;
        bool isOutOfMemory;
    };
    [[noreturn]] static void fail(j_common_ptr jpeg);
    static void warn(j_common_ptr jpeg, int level);
    static void watchScans(j_common_ptr jpeg);
    void readMarkers(Frame &frame) const;
    void chooseScale(const PictureScaler &into);
    void convertRow();
    [[nodiscard]] Status failure() const { return m_errors.isOutOfMemory ? Status::TooLarge : Status::Damaged; }

    BytesView m_file;
    jpeg_decompress_struct m_jpeg = {};
    Errors m_errors = {};
    jpeg_progress_mgr m_progress = {};
    std::vector<std::uint8_t> m_stored, m_rgb; // a row
};

JpegReader::JpegReader(BytesView file) : m_file(file)
{
    m_jpeg.err = jpeg_std_error(&m_errors.base);
    m_errors.base.error_exit = fail;
    m_errors.base.emit_message = warn;
    m_errors.base.output_message = [](j_common_ptr) {};
    m_progress.progress_monitor = watchScans;
}

void JpegReader::fail(j_common_ptr jpeg)
{
    auto *errors = static_cast<Errors *>(static_cast<void *>(jpeg->err));
    errors->isOutOfMemory = jpeg->err->msg_code == JERR_OUT_OF_MEMORY;
    std::longjmp(errors->back, 1);
}

// Where data ends early or does not decode, libjpeg would go on in grey. Stray bytes between segments are harmless.
void JpegReader::warn(j_common_ptr jpeg, int level)
{
    if (level < 0 && jpeg->err->msg_code != JWRN_EXTRANEOUS_DATA && jpeg->err->msg_code != JWRN_ADOBE_XFORM
        && jpeg->err->msg_code != JWRN_JFIF_MAJOR)
        fail(jpeg);
}

void JpegReader::watchScans(j_common_ptr jpeg)
{
    if (jpeg->is_decompressor && static_cast<j_decompress_ptr>(static_cast<void *>(jpeg))->input_scan_number > mostScans)
        fail(jpeg);
}

Status JpegReader::readHeader(Frame &frame)
{
    if (setjmp(m_errors.back) != 0)
        return failure();
    jpeg_create_decompress(&m_jpeg);
    m_jpeg.progress = &m_progress;
    jpeg_mem_src(&m_jpeg, m_file.data(), m_file.size());
    jpeg_save_markers(&m_jpeg, exifMarker, 0xffff);
    if (jpeg_read_header(&m_jpeg, TRUE) != JPEG_HEADER_OK)
        return Status::Damaged;
    frame.width = m_jpeg.image_width;
    frame.height = m_jpeg.image_height;
    readMarkers(frame);
    return Status::Ok;
}

void JpegReader::readMarkers(Frame &frame) const
{
    ExifFacts exif;
    for (jpeg_saved_marker_ptr marker = m_jpeg.marker_list; marker != nullptr; marker = marker->next) {
        const BytesView data = {marker->data, marker->data_length};
        if (textView(data).starts_with(exifName)) {
            exif = exifFacts(data.subspan(exifName.size()));
            break;
        }
    }
    frame.orientation = exif.orientation;
    const double perInch = m_jpeg.density_unit == 1 ? 1 : m_jpeg.density_unit == 2 ? centimetresPerInch : 0;
    const bool isSaid = m_jpeg.saw_JFIF_marker && perInch > 0;
    frame.xDpi = isSaid ? m_jpeg.X_density * perInch : exif.xDpi;
    frame.yDpi = isSaid ? m_jpeg.Y_density * perInch : exif.yDpi;
}

// The decoder can give an eighth to seven eighths at once, which is far cheaper; never less than is wanted.
void JpegReader::chooseScale(const PictureScaler &into)
{
    m_jpeg.scale_denom = 8;
    for (m_jpeg.scale_num = 1; m_jpeg.scale_num < 8; m_jpeg.scale_num *= 2) {
        jpeg_calc_output_dimensions(&m_jpeg);
        if (m_jpeg.output_width >= into.width() && m_jpeg.output_height >= into.height())
            return;
    }
}

// Four inks to light; Adobe stores them the other way round.
void JpegReader::convertRow()
{
    const bool isInverted = m_jpeg.saw_Adobe_marker;
    for (std::size_t x = 0; x < m_jpeg.output_width; ++x) {
        const auto ink = [&](std::size_t i) {
            const unsigned value = m_stored[x * 4 + i];
            return isInverted ? value : 255 - value;
        };
        for (std::size_t channel = 0; channel < 3; ++channel)
            m_rgb[x * 3 + channel] = static_cast<std::uint8_t>(ink(channel) * ink(3) / 255);
    }
}

Status JpegReader::readRows(PictureScaler &into)
{
    if (setjmp(m_errors.back) != 0)
        return failure();
    // All coefficients of a progressive picture are held until its last scan: two bytes each.
    const std::uint64_t coefficients = std::uint64_t(m_jpeg.image_width) * m_jpeg.image_height * static_cast<unsigned>(m_jpeg.num_components);
    if (jpeg_has_multiple_scans(&m_jpeg) && coefficients * 2 > limits::readerMemory / 4)
        return Status::TooLarge;
    const bool hasInks = m_jpeg.jpeg_color_space == JCS_CMYK || m_jpeg.jpeg_color_space == JCS_YCCK;
    m_jpeg.out_color_space = hasInks ? JCS_CMYK : JCS_RGB;
    chooseScale(into);
    jpeg_start_decompress(&m_jpeg);
    m_rgb.resize(std::size_t(m_jpeg.output_width) * 3);
    if (hasInks)
        m_stored.resize(std::size_t(m_jpeg.output_width) * 4);
    into.begin(m_jpeg.output_width, m_jpeg.output_height);
    while (m_jpeg.output_scanline < m_jpeg.output_height) {
        JSAMPROW row = hasInks ? m_stored.data() : m_rgb.data();
        if (jpeg_read_scanlines(&m_jpeg, &row, 1) != 1)
            return Status::Damaged;
        if (hasInks)
            convertRow();
        into.addRow(m_rgb.data());
    }
    return Status::Ok;
}

} // namespace

OpenedPicture openJpeg(BytesView file)
{
    if (!hasEnd(file))
        return Status::Damaged;
    return OnePicture<JpegReader>::open(file);
}

} // namespace caseward::reader
