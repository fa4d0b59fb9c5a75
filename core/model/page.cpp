// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/page.h"

#include <cmath>

namespace caseward::model {

namespace {

struct NamedMedia {
    MediaType type;
    std::string_view name;
};

// Part of the format: never change a name, only add.
constexpr NamedMedia medias[] = {
    {MediaType::Pdf, "application/pdf"},
    {MediaType::PlainText, "text/plain"},
    {MediaType::Png, "image/png"},
    {MediaType::Jpeg, "image/jpeg"},
    {MediaType::Tiff, "image/tiff"},
    {MediaType::Mail, "message/rfc822"},
    {MediaType::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {MediaType::Odt, "application/vnd.oasis.opendocument.text"},
    {MediaType::Rtf, "application/rtf"},
    {MediaType::Csv, "text/csv"},
    {MediaType::Html, "text/html"},
    {MediaType::Zip, "application/zip"},
    {MediaType::Questionnaire, "application/xml"},
    {MediaType::Unknown, "application/octet-stream"},
};

} // namespace

std::string_view mediaTypeName(MediaType type)
{
    for (const NamedMedia &media : medias)
        if (media.type == type)
            return media.name;
    return {};
}

bool isPictured(MediaType type)
{
    return type == MediaType::Pdf || type == MediaType::Png || type == MediaType::Jpeg || type == MediaType::Tiff;
}

Result<MediaType> parseMediaType(std::string_view name)
{
    for (const NamedMedia &media : medias)
        if (media.name == name)
            return media.type;
    return fail(FaultCode::Malformed, "not a media type of ours: " + std::string(name));
}

Rect roundedToHundredths(const Rect &rect)
{
    // Adding 0.0 turns -0.0 into 0.0, so that a rectangle and what JSON keeps of it compare equal.
    const auto rounded = [](double value) { return std::round(value * 100.0) / 100.0 + 0.0; };
    return {rounded(rect.x), rounded(rect.y), rounded(rect.width), rounded(rect.height)};
}

} // namespace caseward::model
