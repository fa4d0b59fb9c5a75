// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: either refused, or encode(decode(x)) is stable, and equal to x when taken as canonical.
#include "core/codec/json.h"

#include <cstdlib>

using namespace caseward;
using namespace caseward::codec;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView input(data, size);
    const auto value = parseJson(input);
    const auto canonical = parseCanonicalJson(input);
    if (canonical.ok() && canonicalJson(*canonical) != textView(input))
        std::abort();
    if (!value.ok())
        return canonical.ok() ? (std::abort(), 0) : 0;
    const std::string written = canonicalJson(*value);
    const auto again = parseCanonicalJson(viewOf(written));
    if (!again.ok() || !(*again == *value))
        std::abort();
    const auto pretty = parseJson(viewOf(prettyJson(*value)));
    if (!pretty.ok() || !(*pretty == *value))
        std::abort();
    return 0;
}
