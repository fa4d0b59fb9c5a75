// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or a Fault, never an exception. [[nodiscard]] so that no fault is dropped by accident
// (tl::expected 1.0.0 is not). TRY(expr) gives the value or passes the fault up.
#pragma once

#include "core/base/fault.h"

#include <tl/expected.hpp>

namespace caseward {

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_it(std::move(value)) {}
    Result(Fault fault) : m_it(tl::unexpected<Fault>(std::move(fault))) {}

    [[nodiscard]] bool ok() const { return m_it.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T &value() & { return *m_it; }
    [[nodiscard]] const T &value() const & { return *m_it; }
    T &&value() && { return std::move(*m_it); } // may be dropped: TRY(f()) for its fault alone is fine
    [[nodiscard]] const Fault &fault() const { return m_it.error(); }
    T *operator->() { return &*m_it; }
    const T *operator->() const { return &*m_it; }
    T &operator*() & { return *m_it; }
    const T &operator*() const & { return *m_it; }

private:
    tl::expected<T, Fault> m_it;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Fault fault) : m_it(tl::unexpected<Fault>(std::move(fault))) {}

    [[nodiscard]] bool ok() const { return m_it.has_value(); }
    explicit operator bool() const { return ok(); }
    void value() const {}
    [[nodiscard]] const Fault &fault() const { return m_it.error(); }

private:
    tl::expected<void, Fault> m_it;
};

using Status = Result<void>;

// Makes a Fault; the detail is for logs and tests, in English.
inline Fault fail(FaultCode code, std::string detail,
                  std::vector<std::pair<std::string, std::string>> arguments = {})
{
    return Fault{code, std::move(detail), std::move(arguments)};
}

} // namespace caseward

// A GNU statement expression, which g++ and clang both take under -Wpedantic when marked __extension__. The counter
// gives each use its own name, so that TRY(f(TRY(x))) shadows nothing.
#define TRY(expression) CASEWARD_TRY_COUNTED(expression, __COUNTER__)
#define CASEWARD_TRY_COUNTED(expression, count) CASEWARD_TRY_NAMED(expression, count)
#define CASEWARD_TRY_NAMED(expression, count)                                                                        \
    __extension__({                                                                                                  \
        auto tryResult##count = (expression);                                                                        \
        if (!tryResult##count.ok())                                                                                  \
            return tryResult##count.fault();                                                                         \
        std::move(tryResult##count).value();                                                                         \
    })
