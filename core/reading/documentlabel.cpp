// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/documentlabel.h"

#include "core/base/limits.h"

#include <algorithm>

namespace caseward::reading {

namespace {

constexpr std::string_view pdfMarker = "%PDF-";
constexpr std::size_t markerRange = 1024; // ISO 32000-1, annex H.3, implementation note 13

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

Label labelOfEnding(const std::string &ending)
{
    if (ending == "pdf")
        return Label::Pdf;
    for (const char *text : {"txt", "text", "eml", "md", "log"})
        if (ending == text)
            return Label::PlainText;
    return Label::Silent;
}

} // namespace

Result<Labelled> labelOf(BytesView untrustedDocument, const std::string &name)
{
    if (untrustedDocument.empty())
        return fail(FaultCode::DocumentEmpty, "the document has no bytes", {{"name", name}});
    if (untrustedDocument.size() > limits::documentBytes)
        return fail(FaultCode::TooLarge, "the document is larger than this program reads", {{"name", name}});
    const std::string_view head = textView(untrustedDocument.first(std::min(untrustedDocument.size(), markerRange)));
    const std::size_t marker = head.find(pdfMarker);
    const bool hasMarker = marker != std::string_view::npos;
    // A letter may talk about "%PDF-"; only where a line begins is it the start of a PDF.
    const bool beginsAsPdf = hasMarker && (marker == 0 || head[marker - 1] == '\n' || head[marker - 1] == '\r'
                                           || head.substr(0, marker) == "\xef\xbb\xbf");

    const std::string ending = endingOf(name);
    const Label label = labelOfEnding(ending);
    if (label == Label::Pdf && !hasMarker)
        return fail(FaultCode::DocumentMislabelled, "the name says PDF, the content does not", {{"name", name}});
    if (label == Label::PlainText && beginsAsPdf)
        return fail(FaultCode::DocumentMislabelled, "the name says text, the content is a PDF", {{"name", name}});
    // An unknown ending such as .docx on a PDF is a wrong label; a name without any ending says nothing wrong.
    if (label == Label::Silent && beginsAsPdf && !ending.empty())
        return fail(FaultCode::DocumentMislabelled, "the content is a PDF, the name says something else", {{"name", name}});
    Labelled labelled;
    labelled.label = label;
    labelled.media = label == Label::Pdf || (label == Label::Silent && beginsAsPdf) ? model::MediaType::Pdf
                                                                                     : model::MediaType::PlainText;
    return labelled;
}

} // namespace caseward::reading
