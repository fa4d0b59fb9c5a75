// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/documentlabel.h"

#include "core/base/limits.h"
#include "core/reading/firstbytes.h"

#include <algorithm>

namespace caseward::reading {

namespace {

using model::MediaType;

struct KnownEnding {
    std::string_view ending;
    MediaType media;
};

constexpr KnownEnding endings[] = {
    {"pdf", MediaType::Pdf},     {"txt", MediaType::PlainText}, {"text", MediaType::PlainText}, {"md", MediaType::PlainText},
    {"log", MediaType::PlainText}, {"png", MediaType::Png},     {"jpg", MediaType::Jpeg},       {"jpeg", MediaType::Jpeg},
    {"jpe", MediaType::Jpeg},    {"jfif", MediaType::Jpeg},     {"tif", MediaType::Tiff},       {"tiff", MediaType::Tiff},
    {"eml", MediaType::Mail},    {"docx", MediaType::Docx},     {"odt", MediaType::Odt},        {"rtf", MediaType::Rtf},
    {"csv", MediaType::Csv},
    {"tsv", MediaType::Csv},     {"htm", MediaType::Html},      {"html", MediaType::Html},      {"xhtml", MediaType::Html},
    {"zip", MediaType::Zip},     {"xml", MediaType::Questionnaire},
};

// The part after the last dot, in lower case (ASCII); empty for "name", "name." and ".name".
std::string endingOf(const std::string &name)
{
    const std::size_t slash = name.find_last_of('/');
    const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
    const std::size_t dot = last.find_last_of('.');
    if (dot == std::string::npos || dot == 0)
        return {};
    std::string ending = last.substr(dot + 1);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending;
}

MediaType mediaOfEnding(const std::string &ending)
{
    for (const KnownEnding &known : endings)
        if (known.ending == ending)
            return known.media;
    return MediaType::Unknown;
}

Fault mislabelled(const std::string &name)
{
    return fail(FaultCode::DocumentMislabelled, "the content is not what the name says", {{"name", name}});
}

// Whether content with these first bytes may be of the kind that the name says.
bool agrees(MediaType said, const FirstBytes &first)
{
    switch (said) {
    case MediaType::Pdf:
        return first.hasPdfMarker;
    case MediaType::Png:
    case MediaType::Jpeg:
    case MediaType::Tiff:
    case MediaType::Rtf:
        return first.kind == said;
    case MediaType::Zip:
        return first.isZip;
    // Not every writer puts its marker first; the child looks for the members.
    case MediaType::Docx:
        return first.isZip && first.kind != MediaType::Odt;
    case MediaType::Odt:
        return first.isZip && first.kind != MediaType::Docx;
    case MediaType::Mail:
        return first.kind == MediaType::Unknown && first.hasHeaderLine;
    case MediaType::Questionnaire:
        return first.beginsAsXml;
    default:
        // Text of some kind: whether the bytes are text at all is for the child to say.
        return first.kind == MediaType::Unknown && !first.isZip;
    }
}

// A name without an ending, or with one that we do not know.
Result<Labelled> labelOfContent(const FirstBytes &first, bool hasEnding, const std::string &name)
{
    if (first.isZip && (hasEnding || first.isOtherOffice))
        return fail(FaultCode::DocumentUnsupported, "an archive of a kind that nothing here opens", {{"name", name}});
    if (first.kind != MediaType::Unknown) {
        // An unknown ending on a PDF is a wrong label; a name without any ending says nothing wrong.
        if (hasEnding)
            return mislabelled(name);
        return Labelled{first.kind, false};
    }
    return Labelled{!hasEnding && first.beginsAsHtml ? MediaType::Html : MediaType::PlainText, false};
}

} // namespace

Result<Labelled> labelOf(BytesView untrustedDocument, const std::string &name)
{
    if (untrustedDocument.empty())
        return fail(FaultCode::DocumentEmpty, "the document has no bytes", {{"name", name}});
    if (untrustedDocument.size() > limits::documentBytes)
        return fail(FaultCode::TooLarge, "the document is larger than this program reads", {{"name", name}});
    const FirstBytes first = firstBytesOf(untrustedDocument);
    const std::string ending = endingOf(name);
    const MediaType said = mediaOfEnding(ending);
    // Word processors have long written RTF under the ending of their own files.
    if (ending == "doc" && first.kind == MediaType::Rtf)
        return Labelled{MediaType::Rtf, true};
    if (said == MediaType::Unknown)
        return labelOfContent(first, !ending.empty(), name);
    if (said == MediaType::Docx && isLockedOffice(untrustedDocument))
        return fail(FaultCode::DocumentEncrypted, "the document asks for a password", {{"name", name}});
    if (!agrees(said, first))
        return mislabelled(name);
    return Labelled{said, true};
}

std::string_view kindWord(MediaType media)
{
    switch (media) {
    case MediaType::Pdf:
        return "pdf";
    case MediaType::Png:
    case MediaType::Jpeg:
    case MediaType::Tiff:
        return "image";
    case MediaType::Mail:
        return "mail";
    case MediaType::Docx:
    case MediaType::Odt:
        return "word";
    case MediaType::Rtf:
        return "richtext";
    case MediaType::Csv:
        return "table";
    case MediaType::Html:
        return "page";
    case MediaType::Zip:
        return "archive";
    case MediaType::Questionnaire:
        return "form";
    case MediaType::PlainText:
    case MediaType::Unknown:
        break;
    }
    return "text";
}

} // namespace caseward::reading
