// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to say what a Result must be. For Qt Test programs.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QTest>

namespace caseward::tests {

// Unwraps, or ends the test program with the fault: for preparations that must succeed.
template <typename T>
T must(Result<T> result)
{
    if (!result.ok())
        qFatal("preparation failed: %d %s", static_cast<int>(result.fault().code), result.fault().detail.c_str());
    return std::move(result).value();
}

// "vault-damaged: the detail", or "ok".
template <typename T>
std::string outcomeOf(const Result<T> &result)
{
    return result.ok() ? std::string("ok") : std::string(faultName(result.fault().code)) + ": " + result.fault().detail;
}

// The fault's number, or 0.
template <typename T>
FaultCode codeOf(const Result<T> &result)
{
    return result.ok() ? FaultCode(0) : result.fault().code;
}

} // namespace caseward::tests

#define VERIFY_OK(expression)                                                                                        \
    do {                                                                                                             \
        const auto &verified_ = (expression);                                                                        \
        QVERIFY2(verified_.ok(), caseward::tests::outcomeOf(verified_).c_str());                                     \
    } while (false)
#define COMPARE_FAULT(expression, expected)                                                                          \
    do {                                                                                                             \
        const auto &compared_ = (expression);                                                                        \
        QVERIFY2(caseward::tests::codeOf(compared_) == (expected),                                                   \
                 ("should be " + std::string(faultName(expected)) + ", is "                                          \
                  + caseward::tests::outcomeOf(compared_)).c_str());                                                 \
    } while (false)
