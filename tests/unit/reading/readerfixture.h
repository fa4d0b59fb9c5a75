// SPDX-License-Identifier: GPL-3.0-or-later
// What every test of the reader needs: the built programs and short ways to open a document and name a fault.
#pragma once

#include "core/reading/documentreader.h"

#include <string>

namespace caseward::tests {

inline reading::ReaderSetup readerSetup()
{
    reading::ReaderSetup setup;
    setup.program = Path(CASEWARD_BINARY_DIR) / "caseward-reader";
    return setup;
}

inline Result<std::unique_ptr<reading::DocumentReader>> openDocument(const std::string &content, const std::string &name)
{
    return reading::DocumentReader::open(readerSetup(), viewOf(content), name);
}

template <typename T>
std::string faultOf(const Result<T> &result);

// All pages, with "|" between them; the fault's name instead when there is one.
inline std::string pagesOf(const std::string &content, const std::string &name)
{
    const auto reader = openDocument(content, name);
    if (!reader.ok())
        return faultOf(reader);
    std::string joined;
    for (std::uint32_t page = 1; page <= (*reader)->facts().pages.size(); ++page) {
        const auto text = (*reader)->pageText(page);
        if (!text.ok())
            return faultOf(text);
        joined += (page > 1 ? "|" : "") + text->text;
    }
    return joined;
}

// The name of the fault, or "" when there is none; for QCOMPARE.
template <typename T>
std::string faultOf(const Result<T> &result)
{
    return result.ok() ? std::string() : std::string(faultName(result.fault().code));
}

inline std::string nameOf(FaultCode code)
{
    return std::string(faultName(code));
}

} // namespace caseward::tests
