// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/intake/documentintake.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <cctype>
#include <string_view>

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

bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Short words count only when they stand alone: "first" is not about the IRS, and a heroine is no ROI.
bool hasWord(std::string_view name, std::string_view word)
{
    constexpr std::size_t shortWord = 4;
    for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool alone = (at == 0 || !isLetter(name[at - 1])) && (end == name.size() || !isLetter(name[end]));
        if (word.size() >= shortWord || alone)
            return true;
    }
    return false;
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
    struct Word { std::string_view word; DocumentKind kind; };
    // In order: the first word found decides. What a person wrote in answer to something is theirs, whatever it answers.
    static constexpr Word words[] = {
        {"questionnaire", DocumentKind::Questionnaire}, {"qnsp", DocumentKind::Questionnaire},
        {"sf-86", DocumentKind::Questionnaire}, {"sf86", DocumentKind::Questionnaire},
        {"tax", DocumentKind::TaxRecord}, {"irs", DocumentKind::TaxRecord},
        {"reply", DocumentKind::SubjectStatement}, {"response", DocumentKind::SubjectStatement},
        {"interrogator", DocumentKind::Interrogatory}, {"loi", DocumentKind::Interrogatory},
        {"investigation", DocumentKind::ReportOfInvestigation}, {"roi", DocumentKind::ReportOfInvestigation},
        {"credit", DocumentKind::CreditReport}, {"court", DocumentKind::CourtRecord},
        {"judgment", DocumentKind::CourtRecord}, {"docket", DocumentKind::CourtRecord},
        {"police", DocumentKind::PoliceRecord}, {"arrest", DocumentKind::PoliceRecord},
        {"medical", DocumentKind::MedicalRecord}, {"psych", DocumentKind::MedicalRecord},
        {"evaluation", DocumentKind::MedicalRecord}, {"transcript", DocumentKind::Transcript},
        {"hearing", DocumentKind::Transcript}, {"statement", DocumentKind::SubjectStatement},
        {"mail", DocumentKind::Email}, {".eml", DocumentKind::Email}, {"letter", DocumentKind::Letter},
        {"decision", DocumentKind::Decision}, {"finding", DocumentKind::Decision},
        {"psh", DocumentKind::Decision}, {"isl", DocumentKind::Decision},
    };
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const Word &entry : words)
        if (hasWord(lower, entry.word))
            return entry.kind;
    return DocumentKind::Other;
}

} // namespace caseward::flow
