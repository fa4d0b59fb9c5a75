// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/firstbytes.h"

#include <algorithm>

namespace caseward::reading {

namespace {

using namespace std::string_view_literals;
using model::MediaType;

constexpr std::string_view pdfMarker = "%PDF-";
constexpr std::size_t markerRange = 1024; // ISO 32000-1, annex H.3, implementation note 13
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
// Of a local file header (APPNOTE 4.3.7): where the name's length stands, and where the name begins.
constexpr std::size_t zipNameLength = 26, zipName = 30;

std::string_view withoutMark(std::string_view head)
{
    return head.starts_with(byteOrderMark) ? head.substr(byteOrderMark.size()) : head;
}

std::string_view withoutBlanks(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// ASCII in UTF-16 as ASCII: every other byte, after a mark.
std::string asAscii(std::string_view head)
{
    const bool little = head.starts_with("\xff\xfe"), big = head.starts_with("\xfe\xff");
    std::string out;
    if (!little && !big)
        return std::string(withoutMark(head));
    for (std::size_t i = little ? 2 : 3; i < head.size(); i += 2)
        out += head[i];
    return out;
}

bool beginsInAnyCase(std::string_view text, std::string_view lowerCase)
{
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; };
    return text.size() >= lowerCase.size() && std::equal(lowerCase.begin(), lowerCase.end(), text.begin(),
                                                         [&](char b, char a) { return same(a, b); });
}

// RFC 5322, 2.2: printable ASCII but colon and blank, then a colon.
bool isHeaderLine(std::string_view text)
{
    constexpr std::size_t longestName = 100;
    const std::size_t colon = text.substr(0, longestName).find(':');
    if (text.starts_with("From "))
        return true;
    return colon != std::string_view::npos && colon > 0
        && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) { return c > 0x20 && c < 0x7f; });
}

// The first member's name, as long as the header says or the range reaches.
std::string_view firstMember(std::string_view head)
{
    if (head.size() < zipName)
        return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(head[i]); };
    return head.substr(zipName, std::size_t(byte(zipNameLength)) | std::size_t(byte(zipNameLength + 1)) << 8);
}

void lookIntoZip(std::string_view head, FirstBytes &found)
{
    const std::string_view member = firstMember(head);
    found.isZip = true;
    found.kind = MediaType::Zip;
    if (member == "[Content_Types].xml")
        found.kind = MediaType::Docx;
    if (member != "mimetype")
        return;
    // Stored, so its content follows in the clear (ODF 1.2, part 3, 3.3).
    constexpr std::size_t reach = 128;
    const std::string_view content = head.substr(zipName + member.size(), reach);
    const bool isText = content.find("application/vnd.oasis.opendocument.text") != std::string_view::npos
        && content.find("opendocument.text-") == std::string_view::npos;
    found.isOtherOffice = !isText;
    if (isText)
        found.kind = MediaType::Odt;
}

MediaType pictureKind(std::string_view head)
{
    if (head.starts_with("\x89PNG\r\n\x1a\n"sv))
        return MediaType::Png;
    if (head.starts_with("\xff\xd8\xff"sv))
        return MediaType::Jpeg;
    for (const std::string_view mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
        if (head.starts_with(mark))
            return MediaType::Tiff;
    return MediaType::Unknown;
}

} // namespace

FirstBytes firstBytesOf(BytesView untrustedDocument)
{
    const std::string_view head = textView(untrustedDocument.first(std::min(untrustedDocument.size(), markerRange)));
    FirstBytes found;
    const std::size_t marker = head.find(pdfMarker);
    found.hasPdfMarker = marker != std::string_view::npos;
    found.kind = pictureKind(head);
    if (head.starts_with("{\\rtf"))
        found.kind = MediaType::Rtf;
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        lookIntoZip(head, found);
    // A letter may talk about "%PDF-"; only where a line begins is it the start of a PDF.
    if (found.kind == MediaType::Unknown && found.hasPdfMarker
        && (marker == 0 || head[marker - 1] == '\n' || head[marker - 1] == '\r' || head.substr(0, marker) == byteOrderMark))
        found.kind = MediaType::Pdf;
    const std::string ascii = asAscii(head);
    const std::string_view start = withoutBlanks(ascii);
    found.hasHeaderLine = isHeaderLine(start);
    found.beginsAsXml = start.starts_with("<?xml") || start.starts_with("<XMP");
    found.beginsAsHtml = beginsInAnyCase(start, "<!doctype html") || beginsInAnyCase(start, "<html");
    return found;
}

bool isLockedOffice(BytesView untrustedDocument)
{
    constexpr std::string_view container = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    constexpr std::string_view stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    const std::string_view whole = textView(untrustedDocument);
    return whole.starts_with(container) && whole.find(stream) != std::string_view::npos;
}

} // namespace caseward::reading
