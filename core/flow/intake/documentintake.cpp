// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/intake/documentintake.h"

#include "core/base/blanktext.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/crypto/digest.h"
#include "core/model/layernotes.h"

#include "core/reading/partfacts.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

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

namespace {

// What a fault of the reader says about the document and not about this machine.
bool isAboutTheDocument(FaultCode code)
{
    switch (code) {
    case FaultCode::DocumentDamaged:
    case FaultCode::DocumentEmpty:
    case FaultCode::DocumentTooManyPages:
    case FaultCode::DocumentMislabelled:
    case FaultCode::DocumentUnsupported:
    case FaultCode::DocumentEncrypted:
    case FaultCode::TooLarge:
    case FaultCode::ReaderFailed:
        return true;
    default:
        return false;
    }
}

bool hasWords(const store::TextLayer &layer)
{
    return std::ranges::any_of(layer, [](const store::PageLayer &page) { return !isBlank(page.text.text); });
}

model::LayerNote noteOf(const reading::DocumentFacts &facts, const store::TextLayer &layer)
{
    if (facts.dynamicForm)
        return model::LayerNote::DynamicForm;
    return model::isPictured(facts.media) && !hasWords(layer) ? model::LayerNote::NoWords : model::LayerNote::None;
}

class Intake {
public:
    Intake(const IntakeSetup &setup, Progress &progress) : m_setup(setup), m_progress(progress)
    {
        for (const model::DocumentState &document : setup.dossier.documents)
            m_there.emplace(document.facts.digest, document.facts.title);
    }

    Result<DocumentId> take(const NewDocument &untrusted)
    {
        NewDocument document = untrusted;
        if (document.content.empty() && !document.file.empty())
            document.content = TRY(readFile(document.file, limits::documentBytes));
        if (document.name.empty())
            document.name = document.file.filename().string();
        if (!isUtf8(document.name))
            return fail(FaultCode::Malformed, "the file name is not UTF-8");
        if (document.content.empty())
            return fail(FaultCode::DocumentEmpty, document.name + " is empty", {{"name", document.name}});
        if (!document.date.empty() && !isDay(document.date))
            return fail(FaultCode::Malformed, "'" + document.date + "' is not a day written YYYY-MM-DD");
        const Digest digest = crypto::sha256(document.content);
        const auto there = m_there.find(digest);
        if (there != m_there.end())
            return fail(FaultCode::AlreadyExists, document.name + " is already in this case as '" + there->second + "'",
                        {{"name", document.name}, {"title", there->second}});
        return takeOne(std::move(document), digest, Place());
    }

private:
    // Where a document came from: nowhere, or out of another one.
    struct Place {
        std::optional<DocumentId> parent;
        std::string part;
        int depth = 0;
    };
    struct Opened {
        std::unique_ptr<reading::DocumentReader> reader;
        store::TextLayer layer;
    };
    Result<Opened> readOnce(const Bytes &content, const std::string &name)
    {
        Opened opened;
        opened.reader = TRY(reading::DocumentReader::open(m_setup.reader, content, name));
        opened.layer = TRY(readLayer(*opened.reader, m_progress));
        return opened;
    }
    Result<Opened> read(const Bytes &content, const std::string &name)
    {
        Result<Opened> opened = readOnce(content, name);
        for (int start = 1; start < limits::readerStarts && !opened.ok() && opened.fault().code == FaultCode::ReaderFailed; ++start)
            opened = readOnce(content, name);
        return opened;
    }
    Result<DocumentId> takeOne(NewDocument document, const Digest &digest, const Place &place)
    {
        Result<Opened> opened = read(document.content, document.name);
        const bool keepsIt = document.unreadable == NewDocument::Unreadable::Keep;
        if (!opened.ok() && !(keepsIt && isAboutTheDocument(opened.fault().code)))
            return opened.fault();
        ReadDocument made;
        made.facts = factsOf(document, digest, place);
        if (opened.ok()) {
            made.layer = std::move(opened->layer);
            const auto note = noteOf(opened->reader->facts(), made.layer);
            made.facts.media = opened->reader->facts().media;
            made.facts.engine = model::notedEngine(opened->reader->facts().engine, note);
            made.facts.pages = static_cast<std::uint32_t>(made.layer.size());
        } else {
            made.facts.media = model::MediaType::Unknown;
            made.facts.unreadable = std::string(faultName(opened.fault().code));
        }
        made.facts.textDigest = store::textLayerDigest(made.layer);
        made.content = std::exchange(document.content, {});
        const DocumentId id = made.facts.document;
        m_there.emplace(made.facts.digest, made.facts.title);
        TRY(m_setup.keep(std::move(made)));
        if (opened.ok())
            TRY(takeParts(*opened->reader, document, id, place.depth + 1));
        return id;
    }
    Status takeParts(reading::DocumentReader &reader, const NewDocument &carrier, const DocumentId &id, int depth) // depth: of the parts
    {
        const auto parts = TRY(reader.parts());
        for (std::uint32_t place = 0; place < parts.size(); ++place) {
            const std::string name = reading::shownPartName(parts[place].untrustedName);
            if (parts[place].bytes == 0)
                continue;
            if (depth > limits::partDepth)
                return fail(FaultCode::TooLarge, carrier.name + " carries files in files deeper than allowed", {{"name", carrier.name}});
            auto content = reader.part(place);
            if (!content.ok()) {
                // The carrier's text lists it; without its bytes there is nothing to keep.
                if (content.fault().code == FaultCode::DocumentEncrypted || carrier.unreadable == NewDocument::Unreadable::Keep)
                    continue;
                return fail(content.fault().code, name + " in " + carrier.name + ": " + content.fault().detail, {{"name", name}});
            }
            const Digest digest = crypto::sha256(*content);
            if (m_there.contains(digest))
                continue;
            NewDocument document = carrier;
            document.content = std::move(*content);
            document.name = name;
            document.title.clear();
            document.exhibit.clear();
            document.kind = guessKind(name);
            document.unreadable = NewDocument::Unreadable::Keep; // one attachment must not keep the mail out
            TRY(takeOne(std::move(document), digest, {id, parts[place].untrustedName, depth}));
        }
        return {};
    }
    [[nodiscard]] model::DocumentAdded factsOf(const NewDocument &document, const Digest &digest, const Place &place) const
    {
        model::DocumentAdded facts;
        facts.document = m_setup.newId();
        facts.digest = digest;
        facts.bytes = document.content.size();
        facts.name = document.name;
        facts.title = document.title.empty() ? Path(document.name).stem().string() : document.title;
        facts.kind = document.kind;
        facts.source = document.source;
        facts.agency = document.agency;
        facts.custody = document.custody;
        facts.date = document.date;
        facts.exhibit = document.exhibit;
        facts.marking = document.marking.empty() ? m_setup.dossier.facts.marking : document.marking;
        facts.parent = place.parent;
        facts.part = place.part;
        return facts;
    }

    const IntakeSetup &m_setup;
    Progress &m_progress;
    std::map<Digest, std::string> m_there;             // documents of the case, and those taken in now
};

} // namespace

Result<DocumentId> takeIn(const NewDocument &untrusted, const IntakeSetup &setup, Progress &progress)
{
    return Intake(setup, progress).take(untrusted);
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
