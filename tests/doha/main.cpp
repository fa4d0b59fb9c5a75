// SPDX-License-Identifier: GPL-3.0-or-later
// caseward-doha FOLDER: how many of a folder of decisions give their formal findings, and why the rest do not.
#include "tests/doha/corpus.h"
#include "tests/doha/tally.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace caseward::doha;

constexpr const char *kUsage = "caseward-doha FOLDER [--reasons] [--sample N REASON] [--packs FOLDER]\n"
                               "caseward-doha --show FILE…\n\n"
                               "Reads every .txt, .htm, .html and .jsonl below FOLDER and says how many give their formal findings, become a case and come\n"
                               "back identical; --reasons names the files of the rest. --packs: where us-sead4-2017.json is.\n";

int show(int count, char **names)
{
    for (int at = 0; at < count; ++at) {
        std::ifstream in(names[at], std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        const Reading reading = read(bytes);
        std::cout << "== " << names[at] << '\n';
        if (const auto *refused = std::get_if<Refusal>(&reading.result))
            std::cout << name(refused->reason) << ' ' << refused->where << '\n';
        else
            std::cout << print(std::get<FormalFindings>(reading.result));
    }
    return 0;
}

struct Options {
    std::string folder;
    std::string sample;
    std::size_t most = 0;
    std::string packs = CASEWARD_RESOURCES "/packs";
    bool reasons = false;
};

bool parse(int count, char **words, Options &options)
{
    for (int at = 1; at < count; ++at) {
        const std::string word = words[at];
        if (word == "--reasons") {
            options.reasons = true;
        } else if (word == "--packs" && at + 1 < count) {
            options.packs = words[++at];
        } else if (word == "--sample" && at + 2 < count) {
            options.most = std::strtoul(words[++at], nullptr, 10);
            options.sample = words[++at];
        } else if (options.folder.empty() && !word.starts_with("--")) {
            options.folder = word;
        } else {
            return false;
        }
    }
    return !options.folder.empty();
}

} // namespace

int main(int count, char **words)
{
    if (count > 2 && std::string(words[1]) == "--show")
        return show(count - 2, words + 2);
    Options options;
    if (!parse(count, words, options)) {
        std::cerr << kUsage;
        return 2;
    }
    const auto packs = caseward::packs::loadPacks(options.packs);
    const auto pack = packs ? std::ranges::find_if(*packs, [](const auto &one) { return one->id == "us-sead4-2017"; }) : decltype(packs->begin())();
    if (!packs || pack == packs->end()) {
        std::cerr << "there is no us-sead4-2017 in " << options.packs << '\n';
        return 1;
    }
    Tally tally(*pack);
    const auto corpus = readCorpus(options.folder, [&](const std::string &file, std::string_view bytes, const Corpus &known) {
        const auto index = known.guidelines.find(file);
        tally.add(file, bytes, read(bytes), index == known.guidelines.end() ? std::string() : index->second);
    });
    if (!corpus) {
        std::cerr << corpus.fault().detail << '\n';
        return 1;
    }
    std::cout << tally.report(options.reasons);
    for (const std::string &file : tally.sample(options.sample, options.most))
        std::cout << file << '\n';
    return 0;
}
