// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/corpus.h"

#include "core/codec/json.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

namespace caseward::doha {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargest = 16U << 20U; // bytes of one decision; larger is none

std::string contents(const fs::path &file)
{
    std::error_code error;
    if (fs::file_size(file, error) > kLargest || error)
        return {};
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const std::string *member(const codec::Json &record, std::string_view name)
{
    const codec::Json *value = record.isObject() ? record.find(name) : nullptr;
    return value != nullptr && value->isString() ? &value->string() : nullptr;
}

template <typename Each> void eachRecord(const fs::path &file, Each each)
{
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        const Result<codec::Json> record = codec::parseJson(viewOf(line), kLargest);
        if (record)
            each(*record);
    }
}

void readIndex(const fs::path &file, Corpus &corpus)
{
    eachRecord(file, [&](const codec::Json &record) {
        const std::string *name = member(record, "file");
        const codec::Json *list = record.find("guidelines");
        if (name == nullptr || list == nullptr || !list->isArray())
            return;
        std::string &letters = corpus.guidelines[*name];
        for (const codec::Json &letter : list->array()) {
            if (letter.isString() && letter.string().size() == 1 && letters.find(letter.string()) == std::string::npos)
                letters += letter.string();
        }
        std::sort(letters.begin(), letters.end());
    });
}

} // namespace

Result<Corpus> readCorpus(const fs::path &folder, const std::function<void(const std::string &, std::string_view, const Corpus &)> &each)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(FaultCode::NotFound, "there is no folder " + folder.string());
    std::vector<fs::path> texts, records;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error)) {
        const std::string kind = entry.path().extension().string();
        if (kind == ".txt" || kind == ".html" || kind == ".htm")
            texts.push_back(entry.path());
        else if (kind == ".jsonl")
            records.push_back(entry.path());
    }
    std::sort(texts.begin(), texts.end());
    Corpus corpus;
    for (const fs::path &file : records)
        readIndex(file, corpus);
    const auto one = [&](const std::string &name, std::string_view bytes) {
        ++corpus.decisions;
        each(name, bytes, corpus);
    };
    for (const fs::path &file : texts)
        one(file.lexically_relative(folder).generic_string(), contents(file));
    for (const fs::path &file : records) {
        eachRecord(file, [&](const codec::Json &record) {
            const std::string *bytes = member(record, "text");
            const std::string *name = member(record, "file") != nullptr ? member(record, "file") : member(record, "number");
            if (bytes != nullptr)
                one(name != nullptr ? *name : "?", *bytes);
        });
    }
    return corpus;
}

} // namespace caseward::doha
