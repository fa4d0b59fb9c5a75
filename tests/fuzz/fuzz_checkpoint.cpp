// SPDX-License-Identifier: GPL-3.0-or-later
// Any text: either refused, or exactly what encodeCheckpoint writes.
#include "core/ledger/ledger.h"

#include <cstdlib>

using namespace caseward;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = textView(BytesView(data, size));
    const auto checkpoint = ledger::decodeCheckpoint(text);
    if (checkpoint.ok() && ledger::encodeCheckpoint(*checkpoint) != text)
        std::abort();
    return 0;
}
