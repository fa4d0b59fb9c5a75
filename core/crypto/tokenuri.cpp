// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/tokenuri.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace caseward::crypto {

namespace {

constexpr std::string_view scheme = "pkcs11:";
constexpr std::size_t uriBytes = 2048;

bool isUnreserved(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' || c == '~';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Result<Bytes> decoded(std::string_view text)
{
    Bytes bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c != '%') {
            // Beside the unreserved ones, RFC 7512 lets these stand for themselves in a path attribute.
            if (!isUnreserved(c) && std::string_view(":[]@!$'()*+,=&").find(text[at]) == std::string_view::npos)
                return fail(FaultCode::Malformed, "a card address holds a character that must be percent-encoded");
            bytes.push_back(c);
            continue;
        }
        const int high = at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hexDigit(text[at + 2]) : -1;
        if (high < 0 || low < 0)
            return fail(FaultCode::Malformed, "a card address holds a broken percent-encoding");
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
        at += 2;
    }
    return bytes;
}

Result<std::string> decodedText(std::string_view text)
{
    const Bytes bytes = TRY(decoded(text));
    std::string words = toText(bytes);
    if (!isUtf8(words) || std::ranges::any_of(words, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return fail(FaultCode::Malformed, "a card address that is not readable text");
    return words;
}

std::string encoded(BytesView bytes, bool everything)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        if (!everything && isUnreserved(byte))
            text.push_back(static_cast<char>(byte));
        else
            text.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return text;
}

} // namespace

Result<TokenUri> TokenUri::parse(std::string_view untrustedUri)
{
    if (untrustedUri.size() > uriBytes)
        return fail(FaultCode::TooLarge, "a card address is longer than 2 KiB");
    if (!untrustedUri.starts_with(scheme))
        return fail(FaultCode::Malformed, "a card address begins with pkcs11:");
    if (untrustedUri.find('?') != std::string_view::npos)
        return fail(FaultCode::Malformed, "a card address must name no PIN and no module");
    TokenUri uri;
    std::string seen = ";";
    for (std::string_view rest = untrustedUri.substr(scheme.size()); !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos)
            return fail(FaultCode::Malformed, "a card address holds an attribute without a value");
        const std::string name(part.substr(0, equals));
        const std::string_view value = part.substr(equals + 1);
        if (seen.find(";" + name + ";") != std::string::npos)
            return fail(FaultCode::Malformed, "a card address names " + name + " twice");
        seen += name + ";";
        if (name == "id")
            uri.id = TRY(decoded(value));
        else if (name == "token")
            uri.token = TRY(decodedText(value));
        else if (name == "manufacturer")
            uri.manufacturer = TRY(decodedText(value));
        else if (name == "model")
            uri.model = TRY(decodedText(value));
        else if (name == "serial")
            uri.serial = TRY(decodedText(value));
        else if (name == "object")
            uri.object = TRY(decodedText(value));
        else if (name != "type") // always the private key; other tools print it
            return fail(FaultCode::Malformed, "a card address with an attribute that is not taken: " + name);
    }
    return uri;
}

std::string TokenUri::text() const
{
    std::string text;
    const auto add = [&text](const char *name, const std::string &value) {
        if (!value.empty())
            text += (text.empty() ? "" : ";") + std::string(name) + "=" + encoded(viewOf(value), false);
    };
    add("token", token);
    add("manufacturer", manufacturer);
    add("model", model);
    add("serial", serial);
    add("object", object);
    if (!id.empty())
        text += (text.empty() ? "id=" : ";id=") + encoded(id, true);
    return std::string(scheme) + text;
}

} // namespace caseward::crypto
