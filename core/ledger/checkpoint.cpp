// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

#include <algorithm>
#include <charconv>

namespace caseward::ledger {

namespace {

constexpr std::size_t originBytes = 200;

// C2SP signed-note: a key name has no space and no plus; we narrow it to printable ASCII.
bool isOrigin(std::string_view text)
{
    return !text.empty() && text.size() <= originBytes && std::all_of(text.begin(), text.end(), [](char character) {
        return character > ' ' && character <= '~' && character != '+';
    });
}

// Takes one line off the front; false when no newline is left.
bool takeLine(std::string_view &text, std::string_view &line)
{
    const std::size_t newline = text.find('\n');
    if (newline == std::string_view::npos)
        return false;
    line = text.substr(0, newline);
    text.remove_prefix(newline + 1);
    return true;
}

} // namespace

std::string encodeCheckpoint(const Checkpoint &checkpoint)
{
    return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' + toBase64(checkpoint.root.bytes()) + '\n';
}

Result<Checkpoint> decodeCheckpoint(std::string_view untrustedText)
{
    std::string_view origin;
    std::string_view size;
    std::string_view root;
    std::string_view rest = untrustedText;
    if (!takeLine(rest, origin) || !takeLine(rest, size) || !takeLine(rest, root) || !rest.empty())
        return fail(FaultCode::Malformed, "a checkpoint has three lines");
    if (!isOrigin(origin))
        return fail(FaultCode::Malformed, "a checkpoint without a proper origin");
    Checkpoint checkpoint;
    checkpoint.origin = origin;
    const auto read = std::from_chars(size.data(), size.data() + size.size(), checkpoint.size);
    const bool leadingZero = size.size() > 1 && size.front() == '0';
    if (size.empty() || read.ec != std::errc() || read.ptr != size.data() + size.size() || leadingZero)
        return fail(FaultCode::Malformed, "a checkpoint whose size is not a decimal number");
    checkpoint.root = TRY(Digest::fromBytes(TRY(fromBase64(root))));
    return checkpoint;
}

} // namespace caseward::ledger
