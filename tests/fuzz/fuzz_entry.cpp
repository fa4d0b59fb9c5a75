// SPDX-License-Identifier: GPL-3.0-or-later
// A case history as a stranger may send it: entries, one a line. What decodes must encode to the same bytes, and
// folding must end in a dossier or a fault.
#include "core/model/changes.h"

#include <cstdlib>

using namespace caseward;
using namespace caseward::model;

namespace {

void must(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest = textView(BytesView(data, size));
    std::vector<Entry> entries;
    while (!rest.empty() && entries.size() < 100) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
        auto entry = decodeEntry(line);
        if (!entry.ok())
            continue;
        must(encodeEntry(*entry) == line);
        const auto event = decodeEvent(entry->kind, entry->body);
        if (event.ok()) {
            must(eventKind(*event) == entry->kind);
            must(encodeEvent(*event) == entry->body);
            must(checkEvent(*event).ok() == isKnownKind(entry->kind));
        } else {
            must(event.fault().code == FaultCode::Malformed);
        }
        entry->seq = entries.size(); // so that what is wrong with the order does not hide the fold
        entries.push_back(std::move(*entry));
    }
    const auto dossier = foldHistory(entries);
    must(!dossier.ok() || dossier->size == entries.size());
    if (dossier.ok())
        must(changesSince(entries, 0).ok());
    return 0;
}
