// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/intake/documentintake.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace caseward::flow {

namespace {

Result<store::TextLayer> readLayer(reading::DocumentReader &reader, Progress &progress)
{
    store::TextLayer layer;
    std::uint64_t bytes = 0;
    const auto &pages = reader.facts().pages;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (!progress.advance(index, pages.size()))
            return cancelled();
        store::PageLayer page{pages[index], TRY(reader.pageText(static_cast<std::uint32_t>(index + 1)))};
        bytes += page.text.text.size();
        if (bytes > limits::textLayerBytes)
            return fail(FaultCode::TooLarge, "the text of the document is larger than allowed",
                        {{"most", std::to_string(limits::textLayerBytes)}});
        layer.push_back(std::move(page));
    }
    progress.advance(pages.size(), pages.size());
    return layer;
}

} // namespace

Result<ReadDocument> readDocument(const NewDocument &untrusted, const model::Dossier &dossier,
                                  const reading::ReaderSetup &setup, const DocumentId &id, Progress &progress)
{
    ReadDocument read;
    read.content = untrusted.content;
    if (read.content.empty() && !untrusted.file.empty())
        read.content = TRY(readFile(untrusted.file, limits::documentBytes));
    const std::string name = untrusted.name.empty() ? untrusted.file.filename().string() : untrusted.name;
    if (!isUtf8(name))
        return fail(FaultCode::Malformed, "the file name is not UTF-8");
    if (read.content.empty())
        return fail(FaultCode::DocumentEmpty, name + " is empty", {{"name", name}});

    read.facts.digest = crypto::sha256(read.content);
    for (const model::DocumentState &other : dossier.documents)
        if (other.facts.digest == read.facts.digest)
            return fail(FaultCode::AlreadyExists, name + " is already in this case as '" + other.facts.title + "'",
                        {{"name", name}, {"title", other.facts.title}});

    auto reader = TRY(reading::DocumentReader::open(setup, read.content, name));
    read.layer = TRY(readLayer(*reader, progress));
    read.facts.document = id;
    read.facts.bytes = read.content.size();
    read.facts.name = name;
    read.facts.title = untrusted.title.empty() ? Path(name).stem().string() : untrusted.title;
    read.facts.kind = untrusted.kind;
    read.facts.media = reader->facts().media;
    read.facts.source = untrusted.source;
    read.facts.date = untrusted.date;
    if (!untrusted.date.empty() && !isDay(untrusted.date))
        return fail(FaultCode::Malformed, "'" + untrusted.date + "' is not a day written YYYY-MM-DD");
    read.facts.exhibit = untrusted.exhibit;
    read.facts.marking = untrusted.marking.empty() ? dossier.facts.marking : untrusted.marking;
    read.facts.pages = static_cast<std::uint32_t>(read.layer.size());
    read.facts.textDigest = store::textLayerDigest(read.layer);
    read.facts.engine = reader->facts().engine;
    return read;
}

model::DocumentKind guessKind(const std::string &name)
{
    using model::DocumentKind;
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    struct Word { const char *word; DocumentKind kind; };
    static constexpr std::array<Word, 24> words = {{
        {"questionnaire", DocumentKind::Questionnaire}, {"sf-86", DocumentKind::Questionnaire},
        {"sf86", DocumentKind::Questionnaire}, {"interrogator", DocumentKind::Interrogatory},
        {"investigation", DocumentKind::ReportOfInvestigation}, {"roi", DocumentKind::ReportOfInvestigation},
        {"credit", DocumentKind::CreditReport}, {"court", DocumentKind::CourtRecord},
        {"judgment", DocumentKind::CourtRecord}, {"docket", DocumentKind::CourtRecord},
        {"police", DocumentKind::PoliceRecord}, {"arrest", DocumentKind::PoliceRecord},
        {"tax", DocumentKind::TaxRecord}, {"irs", DocumentKind::TaxRecord},
        {"medical", DocumentKind::MedicalRecord}, {"psych", DocumentKind::MedicalRecord},
        {"transcript", DocumentKind::Transcript}, {"reply", DocumentKind::SubjectStatement},
        {"statement", DocumentKind::SubjectStatement}, {"mail", DocumentKind::Email},
        {".eml", DocumentKind::Email}, {"letter", DocumentKind::Letter},
        {"decision", DocumentKind::Decision}, {"psh-", DocumentKind::Decision},
    }};
    for (const Word &entry : words)
        if (lower.find(entry.word) != std::string::npos)
            return entry.kind;
    return DocumentKind::Other;
}

} // namespace caseward::flow
