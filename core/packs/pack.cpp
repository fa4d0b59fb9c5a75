// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/pack.h"

#include "core/codec/json.h"
#include "core/crypto/digest.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace caseward::packs {

Result<std::shared_ptr<const Pack>> Pack::load(BytesView untrustedJson)
{
    const codec::Json root = TRY(codec::parseJson(untrustedJson, limits::packBytes));
    auto pack = std::make_shared<Pack>();
    TRY(checkLimits(root));
    TRY(readPack(root, *pack));
    const Counts counts = TRY(readCounts(root, pack->edition));
    TRY(checkPack(*pack, counts));
    TRY(checkExtras(*pack));
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

bool Pack::hasCriteria() const
{
    return std::any_of(guidelines.begin(), guidelines.end(), [](const Guideline &guideline) {
        return std::any_of(guideline.disqualifying.begin(), guideline.disqualifying.end(),
                           [](const Condition &condition) { return condition.kind == ConditionKind::Criterion; });
    });
}

std::string_view kindName(ConditionKind kind)
{
    switch (kind) {
    case ConditionKind::Disqualifying: return "disqualifying";
    case ConditionKind::Mitigating: return "mitigating";
    case ConditionKind::Criterion: return "criterion";
    case ConditionKind::Counterweight: break;
    }
    return "counterweight";
}

std::string_view outcomeClassName(OutcomeClass outcomeClass)
{
    switch (outcomeClass) {
    case OutcomeClass::Favourable: return "favourable";
    case OutcomeClass::Adverse: return "adverse";
    case OutcomeClass::Interim: return "interim";
    case OutcomeClass::Administrative: break;
    }
    return "administrative";
}

bool isNewer(std::string_view version, std::string_view than)
{
    const auto partsOf = [](std::string_view text) {
        std::array<std::string_view, 3> parts;
        for (std::string_view &part : parts) {
            const std::size_t dot = std::min(text.find('.'), text.size());
            part = text.substr(0, dot);
            part.remove_prefix(std::min(part.find_first_not_of('0'), part.size()));
            text.remove_prefix(std::min(dot + 1, text.size()));
        }
        return parts;
    };
    const auto left = partsOf(version), right = partsOf(than);
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i] != right[i]) // numbers of any length: the longer one is the greater
            return left[i].size() != right[i].size() ? left[i].size() > right[i].size() : left[i] > right[i];
    return false;
}

PackPtr newestOf(const std::vector<PackPtr> &packs, std::string_view id)
{
    PackPtr newest;
    for (const PackPtr &pack : packs)
        if (pack->id == id && (!newest || isNewer(pack->version, newest->version)))
            newest = pack;
    return newest;
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
