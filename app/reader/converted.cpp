// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that become running text: word processor files, tables, web pages, archives (a list of what lies in them, and the
// members as parts) and questionnaires.
#include "app/reader/csvtable.h"
#include "app/reader/htmlpage.h"
#include "app/reader/paginatedtext.h"
#include "app/reader/questionnaire.h"
#include "app/reader/rtftext.h"
#include "app/reader/wordtext.h"
#include "app/reader/zipmembers.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <memory>

namespace caseward::reader {

namespace {

OpenedDocument asPages(Outcome<std::u32string> text)
{
    if (const Status *trouble = std::get_if<Status>(&text))
        return *trouble;
    return paginatedText(std::move(std::get<std::u32string>(text)));
}

std::string listOf(const std::vector<ZipMember> &members)
{
    std::string text = "Archive of " + std::to_string(members.size()) + (members.size() == 1 ? " file" : " files") + "\n\n";
    for (const ZipMember &member : members)
        text += member.name + "  " + std::to_string(member.bytes) + " bytes" + (member.encrypted ? "  encrypted" : "") + "\n";
    return text;
}

} // namespace

OpenedDocument openWord(BytesView document)
{
    const auto opened = ZipMembers::open(document);
    if (const Status *trouble = std::get_if<Status>(&opened))
        return *trouble;
    const ZipMembers &zip = std::get<ZipMembers>(opened);
    return asPages(zip.find("content.xml") ? odtText(zip) : docxText(zip));
}

OpenedDocument openRtf(BytesView document) { return asPages(rtfText(document)); }

OpenedDocument openCsv(BytesView document) { return asPages(csvText(document)); }

OpenedDocument openHtml(BytesView document) { return asPages(htmlText(document, {})); }

OpenedDocument openZip(BytesView document)
{
    auto opened = ZipMembers::open(document);
    if (const Status *trouble = std::get_if<Status>(&opened))
        return *trouble;
    const auto zip = std::make_shared<const ZipMembers>(std::move(std::get<ZipMembers>(opened)));
    std::uint64_t total = 0;
    std::vector<Part> parts;
    for (const ZipMember &member : zip->members()) {
        parts.push_back({member.name, member.bytes});
        total += member.bytes;
    }
    const bool allEncrypted = !parts.empty() && std::all_of(zip->members().begin(), zip->members().end(), [](const ZipMember &one) { return one.encrypted; });
    if (allEncrypted)
        return Status::Encrypted;
    if (total > limits::documentBytes)
        return Status::TooLarge;
    const auto text = toCodePoints(listOf(zip->members()));
    if (!text.ok())
        return Status::Damaged;
    return paginatedText(*text, std::move(parts), [zip](std::uint32_t place) -> Outcome<Bytes> {
        if (place >= zip->members().size())
            return Status::Damaged;
        auto content = zip->read(place, zip->members()[place].bytes);
        if (const Bytes *bytes = std::get_if<Bytes>(&content); bytes && bytes->size() != zip->members()[place].bytes)
            return Status::Damaged;
        return content;
    });
}

OpenedDocument openQuestionnaire(BytesView document)
{
    auto read = readQuestionnaire(document);
    // XML of another kind is read as the text it is.
    if (const Status *trouble = std::get_if<Status>(&read))
        return *trouble == Status::Damaged ? openText(document) : OpenedDocument(*trouble);
    Questionnaire &form = std::get<Questionnaire>(read);
    return paginatedText(std::move(form.text), std::move(form.answers));
}

} // namespace caseward::reader
