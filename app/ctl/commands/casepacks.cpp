// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"
#include "core/session/casepacks.h"

namespace caseward::ctl {

namespace {

std::string told(const std::string &pack, const session::ConcernSide &side)
{
    return pack + " " + side.letter + " " + side.title + (side.finding.empty() ? side.raised ? " (raised)" : "" : " (" + side.finding + ")");
}

Json factsOf(const session::ConcernSide &side)
{
    return Json::Object{{"guideline", Json(side.letter)}, {"title", Json(side.title)}, {"raised", Json(side.raised)}, {"finding", Json(side.finding)}};
}

} // namespace

Command casePacks()
{
    return {"case packs", "", "the packs of a case, where two are about the same concern, and which of their rules asks more", {caseOption()}, true,
            [](Call &call) -> Result<Reply> {
                session::CasePacks desk(*TRY(call.session()), TRY(call.caseId()));
                Json::Array list, concerns, rules;
                std::string lines;
                for (const packs::PackPtr &pack : TRY(desk.packs())) {
                    list.emplace_back(Json::Object{{"id", Json(pack->id)}, {"version", Json(pack->version)}, {"digest", Json(pack->digest.hex())}});
                    lines += pack->id + "  " + pack->version + "  " + pack->instrument + "\n";
                }
                for (const session::SharedConcern &one : TRY(desk.sharedConcerns())) {
                    concerns.emplace_back(Json::Object{{"pack", Json(one.pack)}, {"other", Json(one.other)}, {"one", factsOf(one.one)}, {"two", factsOf(one.two)}, {"by", Json(one.by)}});
                    lines += "  " + told(one.pack, one.one) + "  =  " + told(one.other, one.two) + (one.by.empty() ? "" : "  by " + one.by) + "\n";
                }
                for (const packs::RuleComparison &row : TRY(desk.rules())) {
                    Json::Array sides;
                    lines += row.topic + "\n";
                    for (const packs::RuleSide &side : row.sides) {
                        sides.emplace_back(Json::Object{{"pack", Json(side.pack)}, {"words", Json(side.words)}, {"stricter", Json(side.stricter)}});
                        lines += "  " + side.pack + ": " + side.words + (side.stricter ? "  (stricter)" : "") + "\n";
                    }
                    rules.emplace_back(Json::Object{{"topic", Json(row.topic)}, {"sides", Json(std::move(sides))}});
                }
                return Reply{{{"packs", Json(std::move(list))}, {"concerns", Json(std::move(concerns))}, {"rules", Json(std::move(rules))}}, lines};
            }};
}

} // namespace caseward::ctl
