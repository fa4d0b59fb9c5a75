// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/charset.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <vector>

#include <iconv.h>

namespace caseward::reader {

namespace {

// Preferred MIME names of the IANA registry that e-mail and web pages use, as glibc knows them.
constexpr const char *names[] = {
    "US-ASCII", "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5",
    "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16",
    "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258",
    "KOI8-R", "KOI8-U", "MACINTOSH", "IBM437", "IBM850", "IBM852", "IBM866", "SHIFT_JIS", "CP932", "CP949", "EUC-JP", "ISO-2022-JP", "GBK", "GB2312", "GB18030", "BIG5", "EUC-KR", "TIS-620"};

std::map<std::string, iconv_t> &converters()
{
    static std::map<std::string, iconv_t> opened;
    return opened;
}

std::string upper(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    // Names that are common and not glibc's.
    if (name == "CP1252" || name == "X-CP1252")
        return "WINDOWS-1252";
    if (name == "LATIN1" || name == "ISO8859-1")
        return "ISO-8859-1";
    return name == "UTF8" ? "UTF-8" : name == "ASCII" ? "US-ASCII" : name;
}

} // namespace

void openCharsets()
{
    if (!converters().empty())
        return;
    for (const char *name : names) {
        const iconv_t converter = ::iconv_open("UTF-32LE", name);
        if (converter != reinterpret_cast<iconv_t>(-1))
            converters().emplace(name, converter);
    }
}

std::optional<std::u32string> decodeCharset(BytesView bytes, const std::string &charset)
{
    const auto found = converters().find(upper(charset));
    if (found == converters().end())
        return std::nullopt;
    const iconv_t converter = found->second;
    ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
    std::u32string out;
    std::vector<char32_t> room(4096);
    std::string input(textView(bytes));                // iconv takes no const
    char *in = input.data();
    std::size_t left = input.size();
    while (left > 0) {
        char *to = reinterpret_cast<char *>(room.data());
        std::size_t free = room.size() * sizeof(char32_t);
        const std::size_t done = ::iconv(converter, &in, &left, &to, &free);
        out.append(room.data(), room.size() - free / sizeof(char32_t));
        if (done != static_cast<std::size_t>(-1) || errno == E2BIG)
            continue;
        out.push_back(U'\ufffd');                      // EILSEQ; EINVAL: cut off at the end
        if (errno == EINVAL)
            break;
        ++in;
        --left;
    }
    return out;
}

} // namespace caseward::reader
