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
