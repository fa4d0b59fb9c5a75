// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a document of any kind, opened as the reader child opens it, but without the sandbox: either refused, or pages whose text and
// pixels, and parts whose bytes, can be asked for. The first byte chooses the kind.
#include "app/reader/opening.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace caseward::reader;

namespace {

constexpr std::array<std::string_view, 9> kinds = {"text", "image", "mail", "word", "table", "page", "archive", "form", "richtext"};

void readAll(Document &document)
{
    const auto pages = document.pages();
    for (std::uint32_t page = 1; page <= pages.size() && page <= 3; ++page) {
        static_cast<void>(document.text(page));
        const auto pixels = document.render(page, 20.0);
        if (const auto *painted = std::get_if<Pixels>(&pixels)) {
            std::vector<std::uint32_t> room(std::size_t{painted->width} * painted->height);
            painted->write(room.data());
        }
    }
    const auto parts = document.parts();
    for (std::uint32_t place = 0; place < parts.size() && place < 3; ++place) {
        const auto part = document.part(place);
        // What is given is as long as was said.
        if (const auto *bytes = std::get_if<caseward::Bytes>(&part); bytes && bytes->size() != parts[place].bytes)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    for (const std::string_view kind : kinds)
        openingOf(kind)->warmUp("");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const auto opened = openingOf(kinds[data[0] % kinds.size()])->open({data + 1, size - 1});
    if (const auto *document = std::get_if<std::unique_ptr<Document>>(&opened))
        readAll(**document);
    return 0;
}
