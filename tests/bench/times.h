// SPDX-License-Identifier: GPL-3.0-or-later
// How the bench keeps time, and how it stops when something fails: a figure for work that was not done is worth nothing.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

namespace caseward::bench {

template <typename T>
T need(Result<T> result, const char *what)
{
    if (!result.ok()) {
        std::fprintf(stderr, "caseward-bench: %s: %s\n", what, result.fault().detail.c_str());
        std::exit(1);
    }
    return std::move(result).value();
}
inline void need(const Status &status, const char *what)
{
    if (!status.ok()) {
        std::fprintf(stderr, "caseward-bench: %s: %s\n", what, status.fault().detail.c_str());
        std::exit(1);
    }
}

class Times {
public:
    static constexpr const char *processor = " | processor";

    // Runs `work`, notes how long it took, hands on what it gave.
    template <typename Work>
    auto of(const std::string &step, Work work)
    {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t worked = std::clock();
        auto outcome = work();
        valuesOf(step).push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        // Of all threads of this process: what other programs do at the same time does not show in it.
        valuesOf(step + processor).push_back(static_cast<double>(std::clock() - worked) * 1000.0 / CLOCKS_PER_SEC);
        if constexpr (std::is_same_v<decltype(outcome), Status>)
            need(outcome, step.c_str());
        else
            return need(std::move(outcome), step.c_str());
    }
    void note(const std::string &step, double value) { valuesOf(step).push_back(value); }
    void print() const
    {
        std::printf("{");
        const char *comma = "";
        for (const auto &[step, values] : m_steps) {
            std::printf("%s\"%s\":[", comma, step.c_str());
            for (std::size_t i = 0; i < values.size(); ++i)
                std::printf("%s%.4f", i ? "," : "", values[i]);
            std::printf("]");
            comma = ",";
        }
        std::printf("}\n");
    }

private:
    std::vector<double> &valuesOf(const std::string &step)
    {
        for (auto &[name, values] : m_steps)
            if (name == step)
                return values;
        return m_steps.emplace_back(step, std::vector<double>()).second;
    }
    std::vector<std::pair<std::string, std::vector<double>>> m_steps;   // in the order of the job
};

} // namespace caseward::bench
