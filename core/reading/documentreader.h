// SPDX-License-Identifier: GPL-3.0-or-later
// The trusted side of app/reader: one sandboxed child per document, fed by a sealed memfd, answering over a
// SOCK_SEQPACKET pair with memfds that are checked and mapped read-only here. The child is killed when it is slow
// (limits::readerSeconds…), lies about a size, or this object dies. One thread at a time per object; several objects
// may run on several threads.
#pragma once

#include "core/base/files.h"
#include "core/base/limits.h"
#include "core/model/answer.h"
#include "core/reading/partfacts.h"

#include <chrono>
#include <memory>

namespace caseward::reading {

// How strongly the child is shut in on this machine.
enum class Isolation { Full, Reduced };   // Reduced: no Landlock in this kernel; seccomp and rlimits still hold

struct ReaderSetup {
    Path program;               // caseward-reader
    Path fonts;                 // directory with the pinned fonts; may be empty
    bool allowReduced = true;   // false: ReaderUnsafe when Landlock is missing
    // How long the child may think before it is killed.
    std::chrono::milliseconds timeToOpen = std::chrono::seconds(limits::readerSecondsToOpen);
    std::chrono::milliseconds timePerPage = std::chrono::seconds(limits::readerSecondsPerPage);
    std::chrono::milliseconds timePerScan = std::chrono::seconds(limits::readerSecondsPerScan);
    bool readsScans = false;    // the child brings what machineText() needs; it starts more slowly
};

// Pixels of one page: 32 bits each, 0xffRRGGBB in host order, rows of width * 4 bytes.
struct PageImage {
    std::uint32_t width = 0, height = 0;
    std::shared_ptr<const std::uint32_t> pixels;
};

struct DocumentFacts {
    model::MediaType media = model::MediaType::PlainText;
    std::vector<model::PageSize> pages;   // points; a text page has the nominal size 612 x 792
    std::string engine;                   // "poppler 22.12.0", "caseward-text 1", "caseward-mail 1 (gmime 3.2.13)"; with readsScans
                                          // what reads them: "tesseract 5.3.0"
    bool dynamicForm = false;             // XFA: what is shown may not be what was filled in
    Isolation isolation = Isolation::Full;
};

class DocumentReader {
public:
    // `name` is the file name as received: its ending must agree with the content (DocumentMislabelled).
    // DocumentEmpty, DocumentDamaged, DocumentEncrypted, DocumentTooManyPages, DocumentUnsupported, TooLarge,
    // ReaderFailed, ReaderUnsafe; NotFound when `readsScans` is asked for and this machine has no Tesseract.
    static Result<std::unique_ptr<DocumentReader>> open(const ReaderSetup &setup, BytesView untrustedDocument,
                                                        const std::string &name);
    ~DocumentReader();

    [[nodiscard]] const DocumentFacts &facts() const;
    // Page numbers are 1-based; NotFound outside. The text is valid UTF-8 without control characters but '\n' and '\t',
    // within limits, boxes finite and clipped to the page.
    Result<model::PageText> pageText(std::uint32_t page);
    // What a machine makes of the page's picture, checked like any text: for searching, and never evidence. Only with
    // ReaderSetup::readsScans; DocumentUnsupported unless model::isPictured().
    Result<model::PageText> machineText(std::uint32_t page);
    // dpi is exact, not rounded (highlights would drift); the image is at most limits::pagePixels.
    // DocumentUnsupported unless model::isPictured(): the view lays text out itself.
    Result<PageImage> renderPage(std::uint32_t page, double dpi);
    // The files that the document carries: attachments of a mail, members of an archive; none for most kinds. Asked of
    // the child once. The names are the senders' words: nothing may use one as a path, and views show shownPartName().
    Result<std::vector<PartFacts>> parts();
    // By its place in the list, from 0; NotFound outside. DocumentDamaged, TooLarge and DocumentEncrypted are about this
    // part alone.
    Result<Bytes> part(std::uint32_t place);
    // The answers of a questionnaire in the order of its text; none for any other document. TooLarge for more than
    // limits::questionnaireAnswers.
    Result<std::vector<model::Answer>> answers();

private:
    struct State;
    explicit DocumentReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// Where the reader program is when nothing else is said: beside the running program, else its libexec folder.
[[nodiscard]] Path defaultReaderProgram();

} // namespace caseward::reading
