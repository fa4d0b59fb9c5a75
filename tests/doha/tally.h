// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a folder of decisions, in counts and with the files to look at. One thread.
#pragma once

#include "core/packs/pack.h"
#include "tests/doha/reading.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace caseward::doha {

class Tally {
public:
    explicit Tally(packs::PackPtr pack) : m_pack(std::move(pack)) {} // the pack of the cases
    // One decision; `index` is what an index says of its guidelines, empty when it says nothing.
    void add(const std::string &file, std::string_view bytes, const Reading &reading, const std::string &index);

    [[nodiscard]] std::size_t decisions() const { return m_decisions; }
    [[nodiscard]] std::size_t withFindings() const { return m_withFindings; }
    [[nodiscard]] std::size_t read() const { return m_read; }
    [[nodiscard]] std::size_t backFromPrint() const { return m_back; }
    [[nodiscard]] std::size_t crudeAgrees() const { return m_crudeAgrees; }
    [[nodiscard]] std::size_t backFromACase() const { return m_backFromACase; }
    // Of decisions with formal findings, those that became a case and came back identical, 0 … 1; 1 when there are none.
    [[nodiscard]] double rate() const;

    // Lines for people. `reasons`: also the files behind every reason, all of them.
    [[nodiscard]] std::string report(bool reasons) const;
    [[nodiscard]] std::vector<std::string> sample(const std::string &reason, std::size_t most) const;

private:
    void note(const std::string &name, const std::string &file) { m_files[name].push_back(file); }
    void compare(const std::string &file, std::string_view bytes, const Reading &reading, const std::string &index);

    packs::PackPtr m_pack;
    std::size_t m_decisions = 0;
    std::size_t m_withFindings = 0;
    std::size_t m_read = 0;
    std::size_t m_back = 0;
    std::size_t m_backFromACase = 0;
    std::size_t m_crudeAgrees = 0;
    std::size_t m_indexed = 0;
    std::size_t m_indexAgrees = 0;
    std::map<std::string, std::vector<std::string>> m_files; // reason or notice -> files
};

} // namespace caseward::doha
