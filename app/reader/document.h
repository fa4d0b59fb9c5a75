// SPDX-License-Identifier: GPL-3.0-or-later
// A document inside the child, whatever its kind. Created only after lock-down; one thread.
// A failed call gives a wire::Status, the child's whole vocabulary of trouble.
#pragma once

#include "core/base/bytes.h"
#include "core/reading/wire.h"

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace caseward::reader {

using reading::wire::Box;
using reading::wire::Size;
using reading::wire::Status;

template <typename T>
using Outcome = std::variant<T, Status>;

struct LaidText {
    std::u32string text;
    std::vector<Box> boxes; // empty, or one per code point
};

struct Pixels {
    std::uint32_t width = 0, height = 0;
    // Copies `count` rows from row `first` on, each width pixels; the highest byte of a pixel is of no meaning.
    std::function<void(std::uint32_t first, std::uint32_t count, std::uint32_t *to)> copyRows;
};

// An attachment or a member: a file of its own that the document carries. The size is exact: part() gives as many bytes,
// or Damaged. At most limits::documentParts, each at most wire::largestAnswer, all at most limits::documentBytes.
struct Part {
    std::string name; // as received; the service makes it UTF-8 without control characters, and cuts it
    std::uint64_t bytes = 0;
};

// An answer of a questionnaire and where it stands; within the text of its page.
struct Field {
    std::string path; // UTF-8 without control characters; the service bounds it
    std::uint32_t page = 0, start = 0, end = 0;
};

class Document {
public:
    virtual ~Document() = default;
    [[nodiscard]] virtual std::vector<Size> pages() const = 0;
    [[nodiscard]] virtual bool isDynamicForm() const = 0;
    virtual Outcome<LaidText> text(std::uint32_t page) = 0;
    virtual Outcome<Pixels> render(std::uint32_t page, double dpi) = 0;
    [[nodiscard]] virtual std::vector<Part> parts() const { return {}; }
    virtual Outcome<Bytes> part(std::uint32_t) { return Status::Damaged; } // by its place in parts(), from 0
    [[nodiscard]] virtual std::vector<Field> fields() const { return {}; }
};

using OpenedDocument = Outcome<std::unique_ptr<Document>>;

// The bytes outlive the document: an opener may keep a view of them. Which of these there are: opening.cpp.
OpenedDocument openPdf(BytesView document);
OpenedDocument openText(BytesView document);
OpenedDocument openImage(BytesView document);
OpenedDocument openMail(BytesView document);
OpenedDocument openWord(BytesView document);  // DOCX or ODT, by its members
OpenedDocument openRtf(BytesView document);
OpenedDocument openCsv(BytesView document);
OpenedDocument openHtml(BytesView document);
OpenedDocument openZip(BytesView document);
OpenedDocument openQuestionnaire(BytesView document);

// What "control character" means on both sides: C0, DEL and C1, except line feed and tab.
constexpr bool isForbiddenControl(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c < 0xa0);
}

} // namespace caseward::reader
