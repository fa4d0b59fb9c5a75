// SPDX-License-Identifier: GPL-3.0-or-later
// What changed, in the words of the supervisor's page: one line for the list, whole sides for before and after, the
// passages it stands on, and where Review shows it. Pure; any thread.
#pragma once

#include "core/model/changes.h"
#include "core/rules/completeness.h"
#include "ui/evidence/passagefacts.h"

#include <QString>

#include <vector>

namespace caseward::ui {

// The case a change is told with. The pack may be null (not on this station).
struct ChangeContext {
    const model::Dossier &dossier;
    const packs::Pack *pack = nullptr;
    const rules::Gate &gate;
    const std::vector<packs::PackPtr> &packs;      // all of the case, that one first
};

[[nodiscard]] QString changeSign(model::Change::What what);                        // "+", "~", "−"
[[nodiscard]] QString changeVerb(model::Change::What what);                        // "Added"
[[nodiscard]] QString changeTarget(const model::Change &change);                   // ReviewNote::target: "area/key"
[[nodiscard]] QString changeLine(const model::Change &change, const ChangeContext &context);
// One side, in paragraphs; `side` is change.before or change.after.
[[nodiscard]] QString changeSide(const model::Change &change, const std::string &side, const ChangeContext &context);
[[nodiscard]] std::vector<PassageFacts> changePassages(const model::Change &change, const ChangeContext &context);
[[nodiscard]] QString changePlace(const model::Change &change, const ChangeContext &context); // for Review's goTo(); may be empty

[[nodiscard]] QString localDay(Instant instant);                                      // "22 Nov 2026", local
[[nodiscard]] QString outcomeTitle(const packs::Pack *pack, const std::string &outcome);
[[nodiscard]] QString pageRanges(const std::vector<std::uint32_t> &pages);         // "1, 3–5"; ascending input
// "Credit report: pp. 2–4" for every document with pages that were neither displayed nor waived.
[[nodiscard]] QStringList neverDisplayed(const model::Dossier &dossier);
[[nodiscard]] QStringList waivedPages(const model::Dossier &dossier);              // "Credit report, p. 4: blank"

} // namespace caseward::ui
