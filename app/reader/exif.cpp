// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/exif.h"

namespace caseward::reader {

namespace {

// TIFF 6.0, section 2; Exif 2.3, 4.6.
constexpr std::uint16_t tagOrientation = 0x112, tagXResolution = 0x11a, tagYResolution = 0x11b, tagResolutionUnit = 0x128;
constexpr std::size_t entryBytes = 12, entryValue = 8;
constexpr unsigned unitInch = 2, unitCentimetre = 3;

// Numbers out of a block in its own byte order; 0 beyond its end.
class Reader {
public:
    Reader(BytesView bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const
    {
        std::uint32_t value = 0;
        if (at > m_bytes.size() || m_bytes.size() - at < size)
            return 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | m_bytes[at + (m_bigEndian ? i : size - 1 - i)];
        return value;
    }
    [[nodiscard]] double ratio(std::size_t at) const
    {
        const std::uint32_t divisor = number(at + 4, 4);
        return divisor == 0 ? 0 : double(number(at, 4)) / divisor;
    }

private:
    BytesView m_bytes;
    bool m_bigEndian;
};

} // namespace

double dotsPerInch(double resolution, unsigned unit)
{
    constexpr double centimetresPerInch = 2.54;
    if (unit == unitCentimetre)
        return resolution * centimetresPerInch;
    return unit == unitInch ? resolution : 0;
}

ExifFacts exifFacts(BytesView tiff)
{
    const bool isBig = tiff.size() > 1 && tiff[0] == 'M' && tiff[1] == 'M';
    const Reader reader(tiff, isBig);
    const std::size_t directory = reader.number(4, 4);
    const std::size_t count = reader.number(directory, 2);
    ExifFacts facts;
    unsigned unit = unitInch;
    double x = 0, y = 0;
    for (std::size_t i = 0; i < count && directory + 2 + (i + 1) * entryBytes <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + i * entryBytes;
        const std::size_t value = entry + entryValue;
        const std::uint32_t tag = reader.number(entry, 2);
        if (tag == tagOrientation)
            facts.orientation = static_cast<int>(reader.number(value, 2));
        else if (tag == tagResolutionUnit)
            unit = reader.number(value, 2);
        else if (tag == tagXResolution)
            x = reader.ratio(reader.number(value, 4));
        else if (tag == tagYResolution)
            y = reader.ratio(reader.number(value, 4));
    }
    if (facts.orientation < 1 || facts.orientation > 8)
        facts.orientation = 1;
    facts.xDpi = dotsPerInch(x, unit);
    facts.yDpi = dotsPerInch(y, unit);
    return facts;
}

} // namespace caseward::reader
