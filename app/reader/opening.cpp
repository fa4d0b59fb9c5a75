// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/opening.h"

#include "app/reader/charset.h"
#include "app/reader/htmlpage.h"
#include "app/reader/maildocument.h"
#include "app/reader/warmup.h"

#include <clocale>

namespace caseward::reader {

namespace {

std::vector<std::string> nothingToWarm(const std::string &)
{
    return {};
}

// Names of members in ZIP archives are UTF-8, and libarchive asks the locale; glibc has this one built in.
std::vector<std::string> warmUpArchives(const std::string &)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    return {};
}

std::vector<std::string> warmUpPages(const std::string &)
{
    warmUpHtml();
    return {};
}

std::vector<std::string> warmUpCharsets(const std::string &)
{
    openCharsets();
    return {};
}

const Opening openings[] = {
    {"pdf", warmUpPdf, pdfEngineName, openPdf},
    {"text", nothingToWarm, [] { return std::string("caseward-text 1"); }, openText},
    {"image", nothingToWarm, [] { return std::string("caseward-image 1"); }, openImage},
    {"mail", warmUpMail, mailEngineName, openMail},
    {"word", warmUpArchives, [] { return std::string("caseward-word 1"); }, openWord},
    {"richtext", warmUpCharsets, [] { return std::string("caseward-richtext 1"); }, openRtf},
    {"table", nothingToWarm, [] { return std::string("caseward-table 1"); }, openCsv},
    {"page", warmUpPages, [] { return std::string("caseward-page 1"); }, openHtml},
    {"archive", warmUpArchives, [] { return std::string("caseward-archive 1"); }, openZip},
    {"form", nothingToWarm, [] { return std::string("caseward-form 1"); }, openQuestionnaire},
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
