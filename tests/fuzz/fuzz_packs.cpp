// SPDX-License-Identifier: GPL-3.0-or-later
// A pack, of either edition, a forms file, questions of reciprocity or holidays read from any bytes: refused with a fault, or a whole that holds
// together. A pack that was read says the same when it is read from its own canonical text.
#include "core/packs/forms.h"
#include "core/packs/holidays.h"
#include "core/packs/pack.h"
#include "core/packs/reciprocity.h"

using namespace caseward;

namespace {

void must(bool holds)
{
    if (!holds)
        __builtin_trap();
}

void checkPack(BytesView bytes)
{
    const auto pack = packs::Pack::load(bytes);
    if (!pack.ok())
        return;
    const auto again = packs::Pack::load(viewOf((*pack)->canonical));
    must(again.ok() && (*again)->digest == (*pack)->digest && (*again)->canonical == (*pack)->canonical);
    must(!(*pack)->outcomes.empty());
    for (const packs::Outcome &outcome : (*pack)->outcomes)
        must((*pack)->outcome(outcome.id) != nullptr);
    for (const packs::Guideline &guideline : (*pack)->guidelines) {
        must((*pack)->guideline(guideline.letter) == &guideline);
        for (const auto *side : {&guideline.disqualifying, &guideline.mitigating})
            for (const packs::Condition &condition : *side)
                must((*pack)->condition(condition.id) == &condition && condition.guideline == guideline.letter);
    }
}

void checkData(BytesView bytes)
{
    if (const auto forms = packs::Forms::load(bytes); forms.ok())
        for (const packs::Form &form : (*forms)->forms)
            for (const packs::AskedSection &asked : form.sections)
                must((*forms)->section(asked.section) != nullptr);
    if (const auto rules = packs::ReciprocityRules::load(bytes); rules.ok())
        for (const packs::ReciprocityQuestion &question : (*rules)->questions)
            must((*rules)->question(question.id) == &question);
    if (const auto holidays = packs::Holidays::load(bytes); holidays.ok())
        for (const std::int64_t day : {std::int64_t(-719'162), std::int64_t(0), std::int64_t(20'780), std::int64_t(2'932'896)}) // the first and the last that can be written
            (void)(*holidays)->titleOn(day);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView bytes(data, size);
    checkPack(bytes);
    checkData(bytes);
    return 0;
}
