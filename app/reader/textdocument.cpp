// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/paginatedtext.h"
#include "app/reader/textdecoding.h"

#include "core/base/limits.h"

namespace caseward::reader {

OpenedDocument openText(BytesView document)
{
    if (document.size() > limits::textLayerBytes)
        return Status::TooLarge;
    std::optional<std::u32string> text = decodeText(document);
    if (!text)
        return Status::NotText;
    return paginatedText(*std::move(text));
}

} // namespace caseward::reader
