// SPDX-License-Identifier: GPL-3.0-or-later
// A reader child in the hands of its document: follows the protocol until the moment of its lie, which is named by the
// last part of its second argument (where the font directory stands). Never shipped.
#include "lyinglink.h"

#include <cmath>
#include <csignal>
#include <cstdio>
#include <limits>
#include <string>

using namespace caseward;
using namespace caseward::reading;
using tests::answer;
using tests::memoryOf;
using tests::unsealedOf;

namespace {

constexpr double width = 72, height = 144;

std::string lie;

bool tells(const char *name)
{
    return lie == name;
}

void hang()
{
    for (;;)
        ::pause();
}

void hello()
{
    wire::Reply reply;
    reply.first = tells("hello-reduced") ? 0 : 7;
    std::snprintf(reply.engine, sizeof reply.engine, "lies 1");
    if (tells("hello-hang"))
        hang();
    if (tells("hello-exit"))
        ::_exit(3);
    if (tells("hello-crash"))
        ::raise(SIGSEGV);
    if (tells("hello-unsafe"))
        reply.status = wire::Status::Unsafe;
    if (tells("hello-magic"))
        reply.magic = 1;
    if (tells("hello-sequence"))
        reply.sequence = 5;
    if (tells("hello-engine-empty"))
        reply.engine[0] = 0;
    if (tells("hello-engine-endless"))
        std::memset(reply.engine, 'x', sizeof reply.engine);
    if (tells("hello-engine-control"))
        reply.engine[1] = '\x1b';
    answer(reply, {}, tells("hello-short") ? 20 : sizeof reply);
}

void openAnswer(wire::Reply reply)
{
    wire::Size size = {width, height};
    reply.first = 1;
    reply.hasMemory = 1;
    if (tells("open-size-nan"))
        size.width = std::numeric_limits<double>::quiet_NaN();
    if (tells("open-size-negative"))
        size.height = -1;
    if (tells("open-size-huge"))
        size.width = 1e9;
    if (tells("open-zero-pages"))
        reply.first = 0;
    if (tells("open-many-pages"))
        reply.first = 4'000'000'000;
    if (tells("open-two-pages"))
        reply.first = 2;
    if (tells("open-crash"))
        ::raise(SIGABRT);
    if (tells("open-status"))
        reply.status = static_cast<wire::Status>(77);
    if (tells("open-unsupported"))
        reply.status = wire::Status::Unsupported;
    const FileDescriptor memory = memoryOf(&size, sizeof size);
    if (tells("open-unsealed"))
        answer(reply, {unsealedOf(sizeof size).get()});
    else if (tells("open-socket"))
        answer(reply, {wire::socketFd});
    else if (tells("open-device"))
        answer(reply, {FileDescriptor(::open("/dev/zero", O_RDONLY)).get()});
    else if (tells("open-many-descriptors"))
        answer(reply, {memory.get(), memory.get(), memory.get(), memory.get()});
    else if (tells("open-no-descriptor"))
        answer(reply, {});
    else
        answer(reply, {memory.get()});
}

void textAnswer(wire::Reply reply)
{
    std::string text = "ab";
    std::vector<wire::Box> boxes = {{1, 2, 3, 4}, {4, 2, 3, 4}};
    if (tells("text-hang"))
        hang();
    if (tells("text-exit"))
        ::_exit(0);
    if (tells("text-kill"))
        ::raise(SIGKILL);
    if (tells("text-sequence"))
        reply.sequence -= 1;
    if (tells("text-broken-utf8"))
        text = "a\xff";
    if (tells("text-surrogate"))
        text = "\xed\xa0\x80";
    if (tells("text-escape"))
        text = "a\x1b";
    if (tells("text-nul"))
        text = std::string("a\0", 2);
    if (tells("text-c1"))
        text = "a\xc2\x9b";
    if (tells("text-box-nan"))
        boxes[1].y = std::numeric_limits<double>::quiet_NaN();
    if (tells("text-box-infinite"))
        boxes[1].width = std::numeric_limits<double>::infinity();
    if (tells("text-box-inside-out"))
        boxes[1].height = -4;
    if (tells("text-box-outside"))
        boxes[1] = {-10, 100, 1e300, 1e300};
    if (tells("text-few-boxes"))
        boxes.pop_back();
    std::vector<std::uint8_t> bytes(wire::boxesOffset(text.size()) + boxes.size() * sizeof(wire::Box));
    std::memcpy(bytes.data(), text.data(), text.size());
    std::memcpy(bytes.data() + wire::boxesOffset(text.size()), boxes.data(), boxes.size() * sizeof(wire::Box));
    const FileDescriptor memory = tells("text-unsealed") ? unsealedOf(bytes.size()) : memoryOf(bytes.data(), bytes.size());
    reply.first = static_cast<std::uint32_t>(text.size());
    reply.second = static_cast<std::uint32_t>(boxes.size());
    reply.hasMemory = 1;
    if (tells("text-more-than-there-is"))
        reply.first = 1'000'000;
    if (tells("text-endless"))
        reply.first = 0xffff'ffff;
    if (tells("text-damaged"))
        reply = {reply.magic, reply.sequence, wire::Status::Damaged, 0, 0, 0, {}};
    if (tells("text-damaged"))
        answer(reply, {});
    else
        answer(reply, {memory.get()});
}

void pixelAnswer(wire::Reply reply, double dpi)
{
    reply.first = static_cast<std::uint32_t>(std::lround(width * dpi / 72));
    reply.second = static_cast<std::uint32_t>(std::lround(height * dpi / 72));
    if (tells("pixels-hang"))
        hang();
    if (tells("pixels-crash"))
        ::raise(SIGILL);
    if (tells("pixels-wide"))
        reply.first += 2;
    if (tells("pixels-huge"))
        reply.first = reply.second = 0xffff'ffff;
    if (tells("pixels-none"))
        reply.first = 0;
    if (tells("pixels-memory")) {
        reply.hasMemory = 1;
        return answer(reply, {memoryOf("1234", 4).get()});
    }
    answer(reply, {});
}

// Every page is drawn in colour 0x00123456; the canvas holds a batch of rows of it from the beginning.
void takeCanvas(int canvas)
{
    if (tells("pixels-shrink") && (::ftruncate(canvas, 0) == 0 || ::ftruncate(canvas, 1) == 0))
        ::_exit(9);
    auto *pixels = static_cast<std::uint32_t *>(::mmap(nullptr, wire::canvasBytes, PROT_READ | PROT_WRITE, MAP_SHARED, canvas, 0));
    for (std::size_t i = 0; i < wire::canvasBytes / sizeof *pixels; ++i)
        pixels[i] = 0x00123456;
}

void rowsAnswer(wire::Reply reply, std::uint32_t first, double dpi)
{
    const auto across = static_cast<std::uint32_t>(std::lround(width * dpi / 72)), down = static_cast<std::uint32_t>(std::lround(height * dpi / 72));
    reply.first = wire::rowsOfCanvas(across, down, first);
    if (tells("rows-hang"))
        hang();
    if (tells("rows-crash"))
        ::raise(SIGSEGV);
    if (tells("rows-fewer"))
        reply.first -= 1;
    if (tells("rows-endless"))
        reply.first = 0xffff'ffff;
    if (tells("rows-damaged"))
        reply.status = wire::Status::Damaged;
    if (tells("rows-memory")) {
        reply.hasMemory = 1;
        return answer(reply, {memoryOf("1234", 4).get()});
    }
    answer(reply, {});
}

// Two parts, "a/b.txt" of 3 bytes and "c" of none, and then the lie about them.
void partsAnswer(wire::Reply reply)
{
    std::vector<wire::PartEntry> entries = {{3, 7}, {0, 1}};
    std::string names = "a/b.txtc";
    if (tells("parts-hang"))
        hang();
    if (tells("parts-huge"))
        entries[0].bytes = wire::largestAnswer + 1;
    if (tells("parts-huge-together"))
        entries = {{wire::largestAnswer, 3}, {wire::largestAnswer, 4}, {1, 1}};
    if (tells("parts-wrap"))
        entries[1].bytes = 0xffff'ffff'ffff'fffe;
    if (tells("parts-name-empty"))
        entries = {{3, 8}, {0, 0}};
    if (tells("parts-name-long")) {
        names = std::string(1'500, 'x');
        entries = {{3, 1'499}, {0, 1}};
    }
    if (tells("parts-name-beyond"))
        entries[1].nameBytes = 500;
    if (tells("parts-name-wrap"))
        entries[1].nameBytes = 0xffff'ffff'ffff'ffff;
    if (tells("parts-name-left-over"))
        entries[0].nameBytes = 6;
    if (tells("parts-name-broken"))
        names[1] = '\xff';
    if (tells("parts-name-line"))
        names[1] = '\n';
    if (tells("parts-name-escape"))
        names[1] = '\x1b';
    if (tells("parts-name-split")) {
        names = "a/b.tx\xc3\xa9"; // one letter over two names
        entries = {{3, 7}, {0, 1}};
    }
    std::string bytes(reinterpret_cast<const char *>(entries.data()), entries.size() * sizeof(wire::PartEntry));
    bytes += names;
    reply.first = static_cast<std::uint32_t>(entries.size());
    reply.second = static_cast<std::uint32_t>(names.size());
    reply.hasMemory = 1;
    if (tells("parts-many"))
        reply.first = 501;
    if (tells("parts-endless"))
        reply.first = reply.second = 0xffff'ffff;
    if (tells("parts-more-than-there-are"))
        reply.first = 3;
    if (tells("parts-memory-of-none"))
        reply.first = reply.second = 0;
    if (tells("parts-unsealed"))
        answer(reply, {unsealedOf(bytes.size()).get()});
    else
        answer(reply, {memoryOf(bytes.data(), bytes.size()).get()});
}

void partAnswer(wire::Reply reply, std::uint32_t place)
{
    std::string bytes = place == 0 ? "xyz" : "";
    if (tells("part-hang"))
        hang();
    if (tells("part-long"))
        bytes = "xyzx";
    if (tells("part-short"))
        bytes = "xy";
    reply.first = static_cast<std::uint32_t>(bytes.size());
    if (tells("part-memory-of-nothing"))
        bytes = "x";
    if (tells("part-memory-short"))
        bytes = "xy";
    if (tells("part-damaged"))
        reply.status = wire::Status::Damaged;
    reply.hasMemory = bytes.empty() || tells("part-damaged") ? 0 : 1;
    if (reply.hasMemory == 0)
        answer(reply, {});
    else if (tells("part-unsealed"))
        answer(reply, {unsealedOf(bytes.size()).get()});
    else
        answer(reply, {memoryOf(bytes.data(), bytes.size()).get()});
}

// Two answers, "a" at [0,1) and "b" at [1,2) of the page "ab", and then the lie about them.
void fieldsAnswer(wire::Reply reply)
{
    std::vector<wire::FieldEntry> entries = {{1, 0, 1, 3}, {1, 1, 2, 1}};
    std::string paths = "A/BC";
    if (tells("fields-hang"))
        hang();
    if (tells("fields-no-page"))
        entries[0].page = 0;
    if (tells("fields-page-beyond"))
        entries[1].page = 2;
    if (tells("fields-empty"))
        entries[0].end = 0;
    if (tells("fields-inside-out"))
        entries[1] = {1, 2, 1, 1};
    if (tells("fields-overlap"))
        entries[1].start = 0;
    if (tells("fields-end-beyond"))
        entries[1].end = 3;
    if (tells("fields-end-endless"))
        entries[1].end = 0xffff'ffff;
    if (tells("fields-path-empty"))
        entries = {{1, 0, 1, 4}, {1, 1, 2, 0}};
    if (tells("fields-path-long")) {
        paths = std::string(1'500, 'x');
        entries = {{1, 0, 1, 1'499}, {1, 1, 2, 1}};
    }
    if (tells("fields-path-beyond"))
        entries[1].pathBytes = 500;
    if (tells("fields-path-left-over"))
        entries[0].pathBytes = 2;
    if (tells("fields-path-broken"))
        paths[1] = '\xff';
    if (tells("fields-path-line"))
        paths[1] = '\n';
    if (tells("fields-path-escape"))
        paths[1] = '\x1b';
    std::string bytes(reinterpret_cast<const char *>(entries.data()), entries.size() * sizeof(wire::FieldEntry));
    bytes += paths;
    reply.first = static_cast<std::uint32_t>(entries.size());
    reply.second = static_cast<std::uint32_t>(paths.size());
    reply.hasMemory = 1;
    if (tells("fields-many"))
        reply.first = 100'001;
    if (tells("fields-endless"))
        reply.first = reply.second = 0xffff'ffff;
    if (tells("fields-more-than-there-are"))
        reply.first = 3;
    if (tells("fields-memory-of-none"))
        reply.first = reply.second = 0;
    if (tells("fields-unsealed"))
        answer(reply, {unsealedOf(bytes.size()).get()});
    else
        answer(reply, {memoryOf(bytes.data(), bytes.size()).get()});
}

} // namespace

int main(int argc, char **argv)
{
    lie = argc >= 3 ? argv[2] : "";
    lie = lie.substr(lie.find_last_of('/') + 1);
    hello();
    if (tells("quits-after-hello"))
        return 0;
    double drawnAt = 0;
    for (;;) {
        wire::Request request;
        const FileDescriptor attachment = tests::receive(request);
        if (request.sequence == 0)
            return 0;
        wire::Reply reply;
        reply.sequence = request.sequence;
        if (request.ask == wire::Ask::Open)
            openAnswer(reply);
        else if (request.ask == wire::Ask::PageText)
            textAnswer(reply);
        else if (request.ask == wire::Ask::Parts)
            partsAnswer(reply);
        else if (request.ask == wire::Ask::Part)
            partAnswer(reply, request.page);
        else if (request.ask == wire::Ask::Fields)
            fieldsAnswer(reply);
        else if (request.ask == wire::Ask::Rows)
            rowsAnswer(reply, request.page, drawnAt);
        else {
            if (attachment.isOpen())
                takeCanvas(attachment.get());
            pixelAnswer(reply, drawnAt = request.dpi);
        }
        if (tells("quits-after-open"))
            return 0;
    }
}
