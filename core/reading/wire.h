// SPDX-License-Identifier: GPL-3.0-or-later
// What goes over the SOCK_SEQPACKET pair between core/reading and app/reader: one fixed-size packet each way, host
// byte order (both ends are built together and run on one machine). Bulk answers travel as sealed memfds, pixels by way of a
// canvas that is used again: fresh memory for every page cost more than a third of drawing it.
// core/design/formats/reader-protocol.md is the specification.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace caseward::reading::wire {

inline constexpr std::uint32_t magic = 0x31'44'52'43; // "CRD1" as bytes on a little-endian machine
inline constexpr int socketFd = 3;                    // in the child
inline constexpr int lifelineFd = 4;                  // in the child: read end of a pipe that only the parent keeps open

inline constexpr const char *scansArgument = "scans";   // third on the command line: the child is asked for MachineText too

enum class Ask : std::uint32_t { Open = 1, PageText = 2, Render = 3, Parts = 4, Part = 5, Fields = 6, MachineText = 7, Rows = 8 };

struct Request {
    std::uint32_t magic = wire::magic;
    Ask ask = Ask::Open;
    std::uint32_t sequence = 0; // 1, 2, 3 …; 0 is the child's unasked hello
    std::uint32_t page = 0;     // 1-based; for Part its place in the list, for Rows the first row, both from 0
    double dpi = 0;
};

enum class Status : std::uint32_t {
    Ok = 0,
    Unsafe = 1,      // hello only: the sandbox could not be set up
    Damaged = 2,
    Encrypted = 3,
    TooManyPages = 4,
    NotText = 5,     // binary content where text was promised
    TooLarge = 6,
    Failed = 7,      // no memory for the answer, or the engine gave nothing
    Unsupported = 8, // sound, but of a kind that nothing here opens
    NoPages = 9,
};

// Meaning of first and second by request: hello: Landlock ABI (0: absent), 0; Open: pages, flags below;
// PageText, MachineText: bytes of text, number of boxes; Render: width, height; Rows: rows copied, 0; Parts: parts, bytes of all names; Part: bytes, 0;
// Fields: fields, bytes of all paths.
struct Reply {
    std::uint32_t magic = wire::magic;
    std::uint32_t sequence = 0;
    Status status = Status::Ok;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t hasMemory = 0; // 1: exactly one sealed memfd comes with this packet
    char engine[32] = {};        // hello only: printable ASCII, NUL-terminated
};

inline constexpr std::uint32_t flagDynamicForm = 1;

struct Size {
    double width = 0, height = 0;
};
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

// One for each part; the names follow the last one, run together in the same order.
struct PartEntry {
    std::uint64_t bytes = 0;
    std::uint64_t nameBytes = 0;
};

// One for each answer of a questionnaire; the paths follow the last one, run together in the same order.
struct FieldEntry {
    std::uint32_t page = 0;             // from 1
    std::uint32_t start = 0, end = 0;   // code points of that page's text
    std::uint32_t pathBytes = 0;
};
// The parent makes it and sends it with its first Render: a memfd of this size, which can neither shrink nor grow. Render leaves the first
// rows of the page in it, Rows the next ones; every answer fills it with as many whole rows as it holds.
inline constexpr std::size_t canvasBytes = 2u << 20;
inline constexpr std::uint64_t largestAnswer = 256ull << 20; // bytes of one memfd, by RLIMIT_FSIZE in the child

static_assert(sizeof(Request) == 24 && std::is_trivially_copyable_v<Request>);
static_assert(sizeof(Reply) == 56 && std::is_trivially_copyable_v<Reply>);
static_assert(sizeof(Size) == 16 && sizeof(Box) == 32 && sizeof(PartEntry) == 16 && sizeof(FieldEntry) == 16);

// The boxes of a text answer start at the next multiple of eight after the text.
constexpr std::size_t boxesOffset(std::size_t textBytes)
{
    return (textBytes + 7) / 8 * 8;
}

constexpr std::uint32_t rowsOfCanvas(std::uint32_t width, std::uint32_t height, std::uint32_t first)
{
    const std::size_t rows = canvasBytes / (std::size_t(width) * sizeof(std::uint32_t));
    return rows < height - first ? static_cast<std::uint32_t>(rows) : height - first;
}

} // namespace caseward::reading::wire
