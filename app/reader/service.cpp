// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/service.h"

#include "app/reader/textdecoding.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/reading/sealedmemory.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace caseward::reader {

namespace {

using reading::FileDescriptor;
using reading::makeSealedMemory;
using reading::wire::Ask;
using reading::wire::Reply;
using reading::wire::Request;

bool sendReply(int socket, Reply reply, int memory)
{
    reply.hasMemory = memory >= 0 ? 1 : 0;
    iovec part = {&reply, sizeof reply};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    if (memory >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &memory, sizeof memory);
    }
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(sizeof reply);
}

struct Received {
    bool good = false;
    Request request;
    FileDescriptor attachment;
};

Received receiveRequest(int socket)
{
    Received received;
    iovec part = {&received.request, sizeof received.request};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    ssize_t size = 0;
    do {
        size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    received.good = size == static_cast<ssize_t>(sizeof received.request) && received.request.magic == reading::wire::magic;
    const cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (size > 0 && header != nullptr && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
        received.attachment = FileDescriptor(fd);
    }
    return received;
}

// The document stays mapped as long as the process lives.
BytesView mapDocument(const FileDescriptor &attachment)
{
    struct stat status = {};
    if (!attachment.isOpen() || ::fstat(attachment.get(), &status) != 0 || status.st_size <= 0)
        return {};
    const std::size_t size = static_cast<std::size_t>(status.st_size);
    void *address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, attachment.get(), 0);
    if (address == MAP_FAILED)
        return {};
    return {static_cast<const std::uint8_t *>(address), size};
}

struct Prepared {
    Reply reply;
    FileDescriptor memory;
};

Prepared trouble(Status status)
{
    Prepared prepared;
    prepared.reply.status = status;
    return prepared;
}

Prepared withMemory(Reply reply, std::size_t size, const std::function<void(std::uint8_t *)> &fill)
{
    Prepared prepared;
    prepared.reply = reply;
    if (size == 0)
        return prepared;
    auto memory = makeSealedMemory(size, fill);
    if (!memory.ok())
        return trouble(Status::Failed);
    prepared.memory = std::move(memory).value();
    return prepared;
}

Prepared answerPages(const Document &document)
{
    const std::vector<Size> pages = document.pages();
    Reply reply;
    reply.first = static_cast<std::uint32_t>(pages.size());
    reply.second = document.isDynamicForm() ? reading::wire::flagDynamicForm : 0;
    const std::size_t size = pages.size() * sizeof(Size);
    return withMemory(reply, size, [&](std::uint8_t *to) { std::memcpy(to, pages.data(), size); });
}

Prepared answerText(const Outcome<LaidText> &outcome)
{
    if (const Status *status = std::get_if<Status>(&outcome))
        return trouble(*status);
    const LaidText &laid = std::get<LaidText>(outcome);
    const std::string text = toUtf8(laid.text);
    Reply reply;
    reply.first = static_cast<std::uint32_t>(text.size());
    reply.second = static_cast<std::uint32_t>(laid.boxes.size());
    const std::size_t boxBytes = laid.boxes.size() * sizeof(Box);
    const std::size_t offset = reading::wire::boxesOffset(text.size());
    return withMemory(reply, offset + boxBytes, [&](std::uint8_t *to) {
        std::memcpy(to, text.data(), text.size());
        if (boxBytes > 0)
            std::memcpy(to + offset, laid.boxes.data(), boxBytes);
    });
}

// The picture being handed over, and the memory it goes through.
struct Canvas {
    std::uint32_t *pixels = nullptr;
    std::optional<Pixels> shown;

    // Once; it stays mapped as long as the process lives.
    bool take(const FileDescriptor &memory)
    {
        struct stat status = {};
        if (pixels != nullptr || ::fstat(memory.get(), &status) != 0 || status.st_size != static_cast<off_t>(reading::wire::canvasBytes))
            return false;
        void *address = ::mmap(nullptr, reading::wire::canvasBytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
        pixels = address == MAP_FAILED ? nullptr : static_cast<std::uint32_t *>(address);
        return pixels != nullptr;
    }
    // From row `first` on, as many as it holds; after the last one the picture is let go.
    std::uint32_t copyFrom(std::uint32_t first)
    {
        const std::uint32_t rows = reading::wire::rowsOfCanvas(shown->width, shown->height, first);
        shown->copyRows(first, rows, pixels);
        if (first + rows == shown->height)
            shown.reset();
        return rows;
    }
};

static_assert(limits::pagePixelsSide * sizeof(std::uint32_t) <= reading::wire::canvasBytes);

Prepared answerPixels(Document &document, Canvas &canvas, std::uint32_t page, double dpi)
{
    Outcome<Pixels> outcome = document.render(page, dpi);
    if (const Status *status = std::get_if<Status>(&outcome))
        return trouble(*status);
    canvas.shown = std::move(std::get<Pixels>(outcome));
    Prepared prepared;
    prepared.reply.first = canvas.shown->width;
    prepared.reply.second = canvas.shown->height;
    canvas.copyFrom(0);
    return prepared;
}

Prepared answerRows(Canvas &canvas, std::uint32_t first)
{
    Prepared prepared;
    prepared.reply.first = canvas.copyFrom(first);
    return prepared;
}

// A name is whatever a stranger wrote: made UTF-8 without control characters, never empty, never longer than the bound.
std::string presentableName(const std::string &received, std::size_t place)
{
    std::u32string name = decodeName(received);
    for (char32_t &c : name)
        if (isForbiddenControl(c) || c == U'\n' || c == U'\t')
            c = U'\ufffd';
    constexpr std::size_t bytesOfCodePoint = 4;
    // The end says what kind of file it is: a long name loses its middle.
    constexpr std::size_t most = limits::partNameBytes / bytesOfCodePoint;
    if (name.size() > most)
        name.erase(most / 2, name.size() - most);
    return name.empty() ? "part " + std::to_string(place + 1) : toUtf8(name);
}

Prepared answerParts(const Document &document)
{
    const std::vector<Part> parts = document.parts();
    if (parts.size() > limits::documentParts)
        return trouble(Status::TooLarge);
    std::vector<reading::wire::PartEntry> entries;
    std::string names;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string name = presentableName(parts[i].name, i);
        entries.push_back({parts[i].bytes, name.size()});
        names += name;
        bytes += std::min(parts[i].bytes, limits::documentBytes);
        if (parts[i].bytes > reading::wire::largestAnswer || bytes > limits::documentBytes)
            return trouble(Status::TooLarge);
    }
    Reply reply;
    reply.first = static_cast<std::uint32_t>(entries.size());
    reply.second = static_cast<std::uint32_t>(names.size());
    const std::size_t entryBytes = entries.size() * sizeof(reading::wire::PartEntry);
    return withMemory(reply, entryBytes + names.size(), [&](std::uint8_t *to) {
        std::memcpy(to, entries.data(), entryBytes);
        names.copy(static_cast<char *>(static_cast<void *>(to + entryBytes)), names.size());
    });
}

Prepared answerPart(Document &document, std::uint32_t place)
{
    const Outcome<Bytes> outcome = document.part(place);
    if (const Status *status = std::get_if<Status>(&outcome))
        return trouble(*status);
    const Bytes &bytes = std::get<Bytes>(outcome);
    if (bytes.size() > reading::wire::largestAnswer)
        return trouble(Status::TooLarge);
    Reply reply;
    reply.first = static_cast<std::uint32_t>(bytes.size());
    return withMemory(reply, bytes.size(), [&](std::uint8_t *to) { std::memcpy(to, bytes.data(), bytes.size()); });
}

// A path is made of names of elements, which an XML parser let through: made UTF-8 without control characters, one line.
std::string presentablePath(const std::string &received)
{
    std::u32string path = decodeName(received);
    for (char32_t &c : path)
        if (isForbiddenControl(c) || c == U'\n' || c == U'\t')
            c = U'\ufffd';
    return toUtf8(path);
}

Prepared answerFields(const Document &document)
{
    const std::vector<Field> fields = document.fields();
    if (fields.size() > limits::questionnaireAnswers)
        return trouble(Status::TooLarge);
    std::vector<reading::wire::FieldEntry> entries;
    std::string paths;
    for (const Field &field : fields) {
        const std::string path = presentablePath(field.path);
        if (path.empty() || path.size() > limits::answerPathBytes)
            return trouble(Status::TooLarge);
        entries.push_back({field.page, field.start, field.end, static_cast<std::uint32_t>(path.size())});
        paths += path;
    }
    Reply reply;
    reply.first = static_cast<std::uint32_t>(entries.size());
    reply.second = static_cast<std::uint32_t>(paths.size());
    const std::size_t entryBytes = entries.size() * sizeof(reading::wire::FieldEntry);
    return withMemory(reply, entryBytes + paths.size(), [&](std::uint8_t *to) {
        if (entryBytes > 0)
            std::memcpy(to, entries.data(), entryBytes);
        paths.copy(static_cast<char *>(static_cast<void *>(to + entryBytes)), paths.size());
    });
}

} // namespace

bool sayHello(int socket, Status status, std::uint32_t landlockAbi, const std::string &engine)
{
    Reply reply;
    reply.status = status;
    reply.first = landlockAbi;
    engine.copy(reply.engine, sizeof reply.engine - 1);
    return sendReply(socket, reply, -1);
}

void serve(const Service &service)
{
    std::unique_ptr<Document> document;
    Canvas canvas;
    for (;;) {
        Received received = receiveRequest(service.socket);
        if (!received.good)
            return;
        Prepared prepared;
        if (received.request.ask == Ask::Open && !document) {
            const BytesView bytes = mapDocument(received.attachment);
            OpenedDocument opened = service.open(bytes);
            if (auto *made = std::get_if<std::unique_ptr<Document>>(&opened)) {
                document = std::move(*made);
                prepared = answerPages(*document);
            } else {
                prepared = trouble(std::get<Status>(opened));
            }
        } else if (received.request.ask == Ask::PageText && document) {
            prepared = answerText(document->text(received.request.page));
        } else if (received.request.ask == Ask::MachineText && document && service.scans != nullptr) {
            prepared = answerText(service.scans->read(*document, received.request.page));
        } else if (received.request.ask == Ask::Render && document &&
                   (received.attachment.isOpen() ? canvas.take(received.attachment) : canvas.pixels != nullptr)) {
            prepared = answerPixels(*document, canvas, received.request.page, received.request.dpi);
        } else if (received.request.ask == Ask::Rows && canvas.shown && received.request.page < canvas.shown->height) {
            prepared = answerRows(canvas, received.request.page);
        } else if (received.request.ask == Ask::Parts && document) {
            prepared = answerParts(*document);
        } else if (received.request.ask == Ask::Part && document) {
            prepared = answerPart(*document, received.request.page);
        } else if (received.request.ask == Ask::Fields && document) {
            prepared = answerFields(*document);
        } else {
            return;
        }
        prepared.reply.sequence = received.request.sequence;
        if (!sendReply(service.socket, prepared.reply, prepared.memory.get()))
            return;
    }
}

} // namespace caseward::reader
