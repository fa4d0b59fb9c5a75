// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/pack.h"

#include "core/codec/json.h"
#include "core/crypto/digest.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <system_error>

namespace caseward::packs {

Result<std::shared_ptr<const Pack>> Pack::load(BytesView untrustedJson)
{
    const codec::Json root = TRY(codec::parseJson(untrustedJson, limits::packBytes));
    auto pack = std::make_shared<Pack>();
    TRY(readPack(root, *pack));
    const Counts counts = TRY(readCounts(root));
    TRY(checkPack(*pack, counts));
    pack->canonical = codec::canonicalJson(root);
    pack->digest = crypto::sha256(viewOf(pack->canonical));
    return std::shared_ptr<const Pack>(std::move(pack));
}

const Condition *Pack::condition(std::string_view conditionId) const
{
    for (const Guideline &candidate : guidelines) {
        for (const Condition &it : candidate.disqualifying)
            if (it.id == conditionId)
                return &it;
        for (const Condition &it : candidate.mitigating)
            if (it.id == conditionId)
                return &it;
    }
    return nullptr;
}

const Guideline *Pack::guideline(std::string_view letter) const
{
    for (const Guideline &candidate : guidelines)
        if (candidate.letter == letter)
            return &candidate;
    return nullptr;
}

const Outcome *Pack::outcome(std::string_view outcomeId) const
{
    for (const Outcome &candidate : outcomes)
        if (candidate.id == outcomeId)
            return &candidate;
    return nullptr;
}

std::vector<const Condition *> Pack::allConditions() const
{
    std::vector<const Condition *> all;
    for (const Guideline &candidate : guidelines) {
        for (const Condition &it : candidate.disqualifying)
            all.push_back(&it);
        for (const Condition &it : candidate.mitigating)
            all.push_back(&it);
    }
    return all;
}

Result<std::vector<PackPtr>> loadPacks(const Path &folder)
{
    std::error_code error;
    std::vector<Path> files;
    std::filesystem::directory_iterator it(folder, error);
    for (; !error && it != std::filesystem::directory_iterator(); it.increment(error))
        if (it->path().extension() == ".json")
            files.push_back(it->path());
    if (error)
        return faultFromErrno(error.value(), "list", folder);
    std::sort(files.begin(), files.end()); // the same order on every machine

    std::vector<PackPtr> packs;
    for (const Path &file : files) {
        const Bytes bytes = TRY(readFile(file, limits::packBytes));
        auto loaded = Pack::load(bytes);
        if (!loaded.ok()) {
            Fault fault = loaded.fault();
            fault.detail = file.filename().string() + ": " + fault.detail;
            fault.arguments.emplace_back("file", file.string());
            return fault;
        }
        for (const PackPtr &other : packs)
            if (other->id == (*loaded)->id && other->version == (*loaded)->version)
                return fail(FaultCode::Malformed, file.filename().string() + ": pack " + other->id + " " + other->version
                                                      + " is there twice", {{"file", file.string()}});
        packs.push_back(std::move(loaded).value());
    }
    return packs;
}

} // namespace caseward::packs
