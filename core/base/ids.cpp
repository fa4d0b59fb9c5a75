// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <algorithm>

namespace caseward {

namespace {

constexpr std::size_t uuidLength = 36;

bool isDashPosition(std::size_t at)
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

bool isLowerHex(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}

} // namespace

// RFC 9562 section 5.7: 48 bits of Unix milliseconds, version 7, 12 random bits, variant 10, 62 random bits.
std::string newUuidText(const Clock &clock, Random &random)
{
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    const auto milliseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, clock.now().milliseconds));
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i) & 0xffu);
    bytes[6] = static_cast<std::uint8_t>(0x70u | (bytes[6] & 0x0fu));
    bytes[8] = static_cast<std::uint8_t>(0x80u | (bytes[8] & 0x3fu));

    std::string text = toHex(bytes);
    for (const std::size_t dash : {8u, 13u, 18u, 23u})
        text.insert(dash, 1, '-');
    return text;
}

bool isUuidText(std::string_view text)
{
    if (text.size() != uuidLength)
        return false;
    for (std::size_t i = 0; i < uuidLength; ++i) {
        const bool good = isDashPosition(i) ? text[i] == '-' : isLowerHex(text[i]);
        if (!good)
            return false;
    }
    const std::string_view variants = "89ab";
    return text[14] == '7' && variants.find(text[19]) != std::string_view::npos;
}

Result<Digest> Digest::parseHex(std::string_view text)
{
    if (text.size() != 64)
        return fail(FaultCode::Malformed, "a digest has 64 hexadecimal digits");
    return fromBytes(TRY(fromHex(text)));
}

Result<Digest> Digest::fromBytes(BytesView bytes)
{
    std::array<std::uint8_t, 32> copy{};
    if (bytes.size() != copy.size())
        return fail(FaultCode::Malformed, "a digest has 32 bytes");
    std::copy(bytes.begin(), bytes.end(), copy.begin());
    return Digest(copy);
}

} // namespace caseward
