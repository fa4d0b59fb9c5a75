// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/pack.h"

#include "core/codec/json.h"
#include "core/crypto/digest.h"
#include "core/packs/datafolder.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <array>

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
    const std::vector<PackPtr> packs = TRY(loadFolder(folder, Pack::load));
    for (auto one = packs.begin(); one != packs.end(); ++one)
        if (std::any_of(packs.begin(), one, [one](const PackPtr &other) { return other->id == (*one)->id && other->version == (*one)->version; }))
            return fail(FaultCode::Malformed, "pack " + (*one)->id + " " + (*one)->version + " is there twice", {{"folder", folder.string()}});
    return packs;
}

} // namespace caseward::packs
