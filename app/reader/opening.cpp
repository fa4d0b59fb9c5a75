// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/opening.h"

#include "app/reader/warmup.h"

namespace caseward::reader {

namespace {

std::vector<std::string> nothingToWarm(const std::string &)
{
    return {};
}

// Of a kind that is known and not opened: the document is kept, and the person is told.
OpenedDocument notOpened(BytesView)
{
    return Status::Unsupported;
}

const Opening openings[] = {
    {"pdf", warmUpPdf, pdfEngineName, openPdf},
    {"text", nothingToWarm, [] { return std::string("caseward-text 1"); }, openText},
    {"image", nothingToWarm, [] { return std::string("caseward-image 1"); }, notOpened},
    {"mail", nothingToWarm, [] { return std::string("caseward-mail 1"); }, notOpened},
    {"word", nothingToWarm, [] { return std::string("caseward-word 1"); }, notOpened},
    {"table", nothingToWarm, [] { return std::string("caseward-table 1"); }, notOpened},
    {"page", nothingToWarm, [] { return std::string("caseward-page 1"); }, notOpened},
    {"archive", nothingToWarm, [] { return std::string("caseward-archive 1"); }, notOpened},
    {"form", nothingToWarm, [] { return std::string("caseward-form 1"); }, notOpened},
};

} // namespace

const Opening *openingOf(std::string_view kind)
{
    for (const Opening &opening : openings)
        if (opening.kind == kind)
            return &opening;
    return nullptr;
}

} // namespace caseward::reader
