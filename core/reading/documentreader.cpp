// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/documentreader.h"

#include "core/reading/documentlabel.h"
#include "core/reading/readerlink.h"
#include "core/reading/untrustedanswer.h"

#include <algorithm>
#include <climits>
#include <cstring>
#include <new>
#include <optional>

#include <unistd.h>

namespace caseward::reading {

struct DocumentReader::State {
    explicit State(ReaderLink reader) : link(std::move(reader)) {}

    ReaderLink link;
    DocumentFacts facts;
    std::chrono::milliseconds timePerPage{}, timePerScan{};
    bool readsScans = false;
    std::vector<std::uint32_t> textBytesOfPage; // 0: not asked yet
    std::uint64_t textBytes = 0;
    std::optional<std::vector<PartFacts>> parts; // once asked for
    std::optional<Canvas> canvas;                // from the first picture on; the child has it too

    Result<model::PageSize> sizeOf(std::uint32_t page) const;
    Result<Answer> ask(wire::Ask what, std::uint32_t page, double dpi, int attachment = -1);
    Result<Answer> askToRender(std::uint32_t page, double dpi);
    Status copyRows(const CheckedPixels &size, std::uint32_t *to);
    Status countText(std::uint32_t page, std::size_t bytes);
    // A fault about the page leaves the child alive; a lie ends it.
    template <typename T>
    Result<T> judged(Result<T> checked)
    {
        if (!checked.ok() && checked.fault().code == FaultCode::ReaderFailed)
            return link.giveUp(checked.fault());
        return checked;
    }
};

namespace {

Fault faultOf(wire::Status status, bool isNamed)
{
    switch (status) {
    case wire::Status::Unsafe:
        return fail(FaultCode::ReaderUnsafe, "the reader could not shut itself in");
    case wire::Status::Damaged:
        return fail(FaultCode::DocumentDamaged, "the reader could not make sense of the document");
    case wire::Status::Encrypted:
        return fail(FaultCode::DocumentEncrypted, "the document asks for a password");
    case wire::Status::TooManyPages:
        return fail(FaultCode::DocumentTooManyPages, "the document has too many pages");
    case wire::Status::NotText:
        return isNamed ? fail(FaultCode::DocumentMislabelled, "the name says text, the content is binary")
                       : fail(FaultCode::DocumentUnsupported, "the content is of no kind that this program opens");
    case wire::Status::TooLarge:
        return fail(FaultCode::TooLarge, "the document holds more than this program reads");
    case wire::Status::NoPages:
        return fail(FaultCode::DocumentEmpty, "the document has no pages; it may be cut off");
    case wire::Status::Unsupported:
        return fail(FaultCode::DocumentUnsupported, "the document is of a kind that this program does not open");
    case wire::Status::Ok:
    case wire::Status::Failed:
        break;
    }
    return fail(FaultCode::DocumentDamaged, "the reader gave no answer for this page");
}

// Wiped when the last holder lets go: it is a page of the case.
std::shared_ptr<std::uint32_t> pixelMemory(std::size_t pixels)
{
    std::uint32_t *memory = new (std::nothrow) std::uint32_t[pixels];
    return std::shared_ptr<std::uint32_t>(memory, [pixels](std::uint32_t *start) {
        if (start != nullptr)
            ::explicit_bzero(start, pixels * sizeof *start);
        delete[] start;
    });
}

// The child must be shut in before it sees a byte: only after its hello is the document sent.
::caseward::Status greet(ReaderLink &link, const ReaderSetup &setup, DocumentFacts &facts)
{
    const Answer hello = TRY(link.hello(setup.timeToOpen));
    if (hello.untrusted.status == wire::Status::Unsupported)
        return link.giveUp(fail(FaultCode::NotFound, "Tesseract and its English data (tesseract-ocr-eng) are not installed on this machine"));
    if (hello.untrusted.status != wire::Status::Ok || hello.untrusted.hasMemory != 0)
        return link.giveUp(faultOf(wire::Status::Unsafe, false));
    facts.isolation = hello.untrusted.first > 0 ? Isolation::Full : Isolation::Reduced;
    if (facts.isolation == Isolation::Reduced && !setup.allowReduced)
        return link.giveUp(fail(FaultCode::ReaderUnsafe, "this kernel has no Landlock, and the policy asks for it"));
    Result<std::string> engine = checkedEngine(hello);
    if (!engine.ok())
        return link.giveUp(engine.fault());
    facts.engine = std::move(engine).value();
    return {};
}

::caseward::Status handOver(ReaderLink &link, const ReaderSetup &setup, BytesView document, bool isNamed,
                            DocumentFacts &facts)
{
    const FileDescriptor memory = TRY(makeSealedMemory(
        document.size(), [&](std::uint8_t *to) { std::memcpy(to, document.data(), document.size()); }));
    wire::Request request;
    request.ask = wire::Ask::Open;
    const Answer answer = TRY(link.ask(request, memory.get(), setup.timeToOpen));
    if (answer.untrusted.status != wire::Status::Ok)
        return link.giveUp(faultOf(answer.untrusted.status, isNamed));
    auto pages = checkedPages(answer);
    if (!pages.ok())
        return link.giveUp(pages.fault());
    facts.pages = std::move(pages).value();
    facts.dynamicForm = (answer.untrusted.second & wire::flagDynamicForm) != 0;
    return {};
}

} // namespace

Result<std::unique_ptr<DocumentReader>> DocumentReader::open(const ReaderSetup &setup, BytesView untrustedDocument,
                                                             const std::string &name)
{
    const Labelled labelled = TRY(labelOf(untrustedDocument, name));
    std::vector<std::string> arguments = {std::string(kindWord(labelled.media))};
    if (!setup.fonts.empty() || setup.readsScans)
        arguments.push_back(setup.fonts.empty() ? std::string() : std::filesystem::absolute(setup.fonts).string());
    if (setup.readsScans)
        arguments.emplace_back(wire::scansArgument);
    auto state = std::make_unique<State>(ReaderLink(TRY(ChildProcess::start(setup.program, arguments))));
    state->timePerPage = setup.timePerPage;
    state->timePerScan = setup.timePerScan;
    state->readsScans = setup.readsScans;
    state->facts.media = labelled.media;
    TRY(greet(state->link, setup, state->facts));
    TRY(handOver(state->link, setup, untrustedDocument, labelled.isNamed, state->facts));
    state->textBytesOfPage.resize(state->facts.pages.size());
    return std::unique_ptr<DocumentReader>(new DocumentReader(std::move(state)));
}

DocumentReader::DocumentReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}

DocumentReader::~DocumentReader() = default;

const DocumentFacts &DocumentReader::facts() const
{
    return m_state->facts;
}

Result<model::PageSize> DocumentReader::State::sizeOf(std::uint32_t page) const
{
    if (page == 0 || page > facts.pages.size())
        return fail(FaultCode::NotFound, "the document has no page " + std::to_string(page));
    return facts.pages[page - 1];
}

Result<Answer> DocumentReader::State::ask(wire::Ask what, std::uint32_t page, double dpi, int attachment)
{
    wire::Request request;
    request.ask = what;
    request.page = page;
    request.dpi = dpi;
    Answer answer = TRY(link.ask(request, attachment, what == wire::Ask::MachineText ? timePerScan : timePerPage));
    if (answer.untrusted.status != wire::Status::Ok)
        return faultOf(answer.untrusted.status, false);
    return answer;
}

Result<Answer> DocumentReader::State::askToRender(std::uint32_t page, double dpi)
{
    if (canvas)
        return ask(wire::Ask::Render, page, dpi);
    Canvas made = TRY(makeCanvas(wire::canvasBytes));
    // Whether or not this page can be drawn, the child has it from here on.
    canvas = std::move(made);
    return ask(wire::Ask::Render, page, dpi, canvas->memory.get());
}

// The first rows are in the canvas already.
Status DocumentReader::State::copyRows(const CheckedPixels &size, std::uint32_t *to)
{
    const auto *from = static_cast<const std::uint32_t *>(static_cast<const void *>(canvas->view.start.get()));
    for (std::uint32_t row = 0; row < size.height;) {
        const std::uint32_t rows = wire::rowsOfCanvas(size.width, size.height, row);
        if (row > 0) {
            const Answer answer = TRY(ask(wire::Ask::Rows, row, 0));
            if (const Status checked = checkedRows(answer, rows); !checked.ok())
                return link.giveUp(checked.fault());
        }
        // Any pixel is as good as any other, but none is transparent.
        to = std::transform(from, from + std::size_t(rows) * size.width, to, [](std::uint32_t pixel) { return pixel | 0xff000000u; });
        row += rows;
    }
    return {};
}

// The bound on the text of all pages; a page asked for twice counts once.
Status DocumentReader::State::countText(std::uint32_t page, std::size_t bytes)
{
    std::uint32_t &counted = textBytesOfPage[page - 1];
    const std::uint64_t total = textBytes - counted + bytes;
    if (total > limits::textLayerBytes)
        return fail(FaultCode::TooLarge, "the document has more text than this program reads");
    textBytes = total;
    counted = static_cast<std::uint32_t>(bytes);
    return {};
}

Result<model::PageText> DocumentReader::pageText(std::uint32_t page)
{
    const model::PageSize size = TRY(m_state->sizeOf(page));
    const Answer answer = TRY(m_state->ask(wire::Ask::PageText, page, 0));
    model::PageText text = TRY(m_state->judged(checkedText(answer, size)));
    TRY(m_state->countText(page, text.text.size()));
    return text;
}

Result<model::PageText> DocumentReader::machineText(std::uint32_t page)
{
    const model::PageSize size = TRY(m_state->sizeOf(page));
    if (!model::isPictured(m_state->facts.media))
        return fail(FaultCode::DocumentUnsupported, "the page is text already");
    if (!m_state->readsScans)
        return fail(FaultCode::Usage, "this reader was not started to read scans");
    return m_state->judged(checkedText(TRY(m_state->ask(wire::Ask::MachineText, page, 0)), size));
}

Result<PageImage> DocumentReader::renderPage(std::uint32_t page, double dpi)
{
    const model::PageSize size = TRY(m_state->sizeOf(page));
    if (!model::isPictured(m_state->facts.media))
        return fail(FaultCode::DocumentUnsupported, "text has no pixels; the view lays it out");
    TRY(pixelSizeOf(size, dpi));
    const Answer answer = TRY(m_state->askToRender(page, dpi));
    const CheckedPixels pixels = TRY(m_state->judged(checkedPixels(answer, size, dpi)));
    const std::shared_ptr<std::uint32_t> copied = pixelMemory(std::size_t(pixels.width) * pixels.height);
    if (!copied)
        return fail(FaultCode::IoFailed, "no memory for the picture of the page");
    TRY(m_state->copyRows(pixels, copied.get()));
    return PageImage{pixels.width, pixels.height, copied};
}

Result<std::vector<PartFacts>> DocumentReader::parts()
{
    if (!m_state->parts) {
        const Answer answer = TRY(m_state->ask(wire::Ask::Parts, 0, 0));
        m_state->parts = TRY(m_state->judged(checkedParts(answer)));
    }
    return *m_state->parts;
}

Result<Bytes> DocumentReader::part(std::uint32_t place)
{
    const std::vector<PartFacts> listed = TRY(parts());
    if (place >= listed.size())
        return fail(FaultCode::NotFound, "the document has no part " + std::to_string(place));
    const Answer answer = TRY(m_state->ask(wire::Ask::Part, place, 0));
    return m_state->judged(checkedPart(answer, listed[place]));
}

Result<std::vector<model::Answer>> DocumentReader::answers()
{
    const Answer answer = TRY(m_state->ask(wire::Ask::Fields, 0, 0));
    const std::vector<FieldPlace> places = TRY(m_state->judged(checkedFields(answer, m_state->facts.pages.size())));
    std::vector<model::Answer> answers;
    answers.reserve(places.size());
    for (std::size_t first = 0; first < places.size();) {
        const std::uint32_t page = places[first].span.page;
        std::size_t last = first;
        while (last < places.size() && places[last].span.page == page)
            ++last;
        const model::PageText text = TRY(pageText(page));
        for (model::Answer &one : TRY(m_state->judged(answersAt(std::span(places).subspan(first, last - first), text.text))))
            answers.push_back(std::move(one));
        first = last;
    }
    return answers;
}

Path defaultReaderProgram()
{
    std::string self(PATH_MAX, '\0');
    const ssize_t length = ::readlink("/proc/self/exe", self.data(), self.size());
    if (length <= 0)
        return {};
    self.resize(static_cast<std::size_t>(length));
    const Path folder = Path(self).parent_path();
    const Path beside = folder / "caseward-reader";
    const Path installed = folder.parent_path() / "libexec" / "caseward" / "caseward-reader";
    return ::access(beside.c_str(), X_OK) != 0 && ::access(installed.c_str(), X_OK) == 0 ? installed : beside;
}

} // namespace caseward::reading
