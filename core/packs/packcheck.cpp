// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/packreader.h"

#include <algorithm>
#include <set>

namespace caseward::packs {

Fault malformed(const std::string &where, const std::string &field, const std::string &what)
{
    return fail(FaultCode::Malformed, where + ": \"" + field + "\" " + what, {{"where", where}, {"field", field}});
}

bool isPackId(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool isVersion(std::string_view text)
{
    int parts = 1;
    bool digit = false;
    for (const char c : text) {
        if (c == '.') {
            if (!digit)
                return false;
            ++parts;
            digit = false;
        } else if (c >= '0' && c <= '9') {
            digit = true;
        } else {
            return false;
        }
    }
    return digit && parts == 3;
}

namespace {

bool isLowerCase(std::string_view text)
{
    return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Ids of one kind of thing; the second of two equal ones is refused.
class Ids {
public:
    Status add(const std::string &where, const std::string &field, const std::string &id)
    {
        if (!m_seen.insert(id).second)
            return malformed(where, field, "is there twice: \"" + id + "\"");
        return {};
    }

private:
    std::set<std::string> m_seen;
};

Status checkConditions(const Pack &pack)
{
    Ids letters, ids;
    for (const Guideline &guideline : pack.guidelines)
        TRY(letters.add("guidelines", "letter", guideline.letter));
    for (const Condition *condition : pack.allConditions()) {
        const std::string where = "condition " + condition->id;
        TRY(ids.add("conditions", "id", condition->id));
        for (const SubItem &item : condition->subItems)
            TRY(ids.add(where, "subItems", item.id));
        if (!std::all_of(condition->keywords.begin(), condition->keywords.end(), isLowerCase))
            return malformed(where, "keywords", "has a word that is empty or not in lower case");
    }
    return {};
}

Status checkOutcomes(const Pack &pack)
{
    Ids ids, confirmations, codes;
    for (const ExceptionCode &exception : pack.exceptions)
        TRY(codes.add("exceptions", "code", exception.code));
    for (const Outcome &outcome : pack.outcomes) {
        TRY(ids.add("outcomes", "id", outcome.id));
        TRY(confirmations.add("outcome " + outcome.id, "confirmWord", outcome.confirmWord));
        if (outcome.needsException && pack.exceptions.empty())
            return malformed("outcome " + outcome.id, "needsException", "is true, but the pack has no exceptions");
    }
    if (pack.outcomes.empty())
        return malformed("pack", "outcomes", "is empty");
    return {};
}

Status checkCounts(const Pack &pack, const Counts &counts)
{
    const std::vector<const Condition *> all = pack.allConditions();
    const auto count = [&all](ConditionKind kind) {
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [kind](const Condition *it) { return it->kind == kind; }));
    };
    const auto hold = [](const char *field, std::size_t said, std::size_t found) -> Status {
        if (said != found)
            return malformed("counts", field, "says " + std::to_string(said) + ", but there are " + std::to_string(found));
        return {};
    };
    TRY(hold("guidelines", counts.guidelines, pack.guidelines.size()));
    TRY(hold("disqualifying", counts.disqualifying, count(ConditionKind::Disqualifying)));
    TRY(hold("criteria", counts.criteria, count(ConditionKind::Criterion)));
    return hold("mitigating", counts.mitigating, count(ConditionKind::Mitigating));
}

} // namespace

Status checkPack(const Pack &untrustedPack, const Counts &counts)
{
    if (!isPackId(untrustedPack.id))
        return malformed("pack", "id", "has more than lower-case letters, digits and hyphens");
    if (!isVersion(untrustedPack.version))
        return malformed("pack", "version", "is not three numbers like 1.0.0");
    TRY(checkConditions(untrustedPack));
    TRY(checkOutcomes(untrustedPack));
    Ids factors, bars;
    for (const Factor &factor : untrustedPack.factors)
        TRY(factors.add("factors", "id", factor.id));
    for (const StatutoryBar &bar : untrustedPack.statutoryBars)
        TRY(bars.add("statutoryBars", "id", bar.id));
    return checkCounts(untrustedPack, counts);
}

} // namespace caseward::packs
