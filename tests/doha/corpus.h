// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of decisions: every .txt, .htm and .html below it, the records of any .jsonl that carry a "text", and the guidelines that
// an index.jsonl gives for files. Names come out sorted. Any thread; files that cannot be read come as empty texts.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace caseward::doha {

struct Corpus {
    std::size_t decisions = 0;
    std::map<std::string, std::string> guidelines; // file below the folder -> letters in order, "" when the index does not say
};

// Calls `each` with the name of the file below the folder and its bytes. NotFound when there is no such folder.
[[nodiscard]] Result<Corpus> readCorpus(const std::filesystem::path &folder,
                                        const std::function<void(const std::string &, std::string_view, const Corpus &)> &each);

} // namespace caseward::doha
