// SPDX-License-Identifier: GPL-3.0-or-later
// The table of stages: that it is sound, that what follows from acts is in it, and that steps against it are refused in words.
#include "core/rules/clocks.h"
#include "core/rules/stages.h"
#include "samplecase.h"
#include "tests/unit/model/samples.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace caseward;
using namespace caseward::rules;
using model::Dossier;
using model::Stage;
using model::StageMoved;
using model::samples::idOf;
using model::samples::Story;

namespace {

const Actor ada{samplecase::adjudicator(), {"adjudicator"}};
const Actor sam{samplecase::reviewer(), {"supervisor"}};

DayNumber day(const std::string &text)
{
    const auto number = dayNumber(text);
    return number.ok() ? *number : 0;
}
const DayNumber today = day("2026-11-23");

Dossier at(Stage stage)
{
    Dossier dossier = samplecase::complete();
    dossier.proceedings.stage = stage;
    return dossier;
}

model::StageStep reached(Stage to, const std::string &on)
{
    return {Stage::Received, to, Stage::Received, true, on, "r", samplecase::by(samplecase::adjudicator())};
}

Status move(const Dossier &dossier, const Actor &actor, Stage to, const std::string &reason = "a reason", const std::string &on = "2026-11-20")
{
    return mayMove(dossier, actor, {dossier.proceedings.stage, to, on, reason}, today);
}

std::string words(const Status &status) { return status.ok() ? std::string() : status.fault().detail; }

} // namespace

class TestRulesStages : public QObject {
    Q_OBJECT

    static Dossier folded(const Story &story)
    {
        auto dossier = story.fold();
        if (!dossier.ok())
            qFatal("%s", dossier.fault().detail.c_str());
        return *dossier;
    }

private slots:
    void rowsAreDistinctAndLeadSomewhere()
    {
        std::set<std::tuple<Stage, Stage, Act>> rows;
        std::set<Stage> from, to;
        for (const StageRow &row : stageTable()) {
            QVERIFY2(rows.insert({row.from, row.to, row.act}).second, std::string(model::stageName(row.from)).c_str());
            QVERIFY(row.from != row.to);
            QVERIFY(!row.roles.empty());
            QCOMPARE(row.before == Before::Nothing, beforeWords(row.before).empty());
            from.insert(row.from);
            to.insert(row.to);
        }
        for (int i = 0; i < model::stageCount; ++i) {
            const auto stage = static_cast<Stage>(i);
            QVERIFY2(from.contains(stage), std::string(model::stageName(stage)).c_str()); // nothing is a dead end
            QVERIFY2(stage == Stage::Received || to.contains(stage), std::string(model::stageName(stage)).c_str());
        }
    }

    // Nobody denies or revokes alone, and no administrative end is reached as if it were one.
    void adverseNeedsTheSecondLevel()
    {
        for (const StageRow &row : stageTable())
            if (row.to == Stage::Denied || row.to == Stage::Revoked)
                QVERIFY(row.act == Act::Countersign || row.act == Act::Proceed);
        for (const StageRow &row : stageTable())
            if ((row.to == Stage::Denied || row.to == Stage::Revoked) && row.act == Act::Proceed)
                QVERIFY(row.from == Stage::Suspended); // only back to where it stood
        for (const StageRow &row : stageTable())
            if (model::isAdministrative(row.from))
                QVERIFY(row.to == Stage::Reopened || row.act == Act::Return);
    }

    // Whatever signing, returning and countersigning do in the fold is a row of the table.
    void whatFollowsFromActsIsInTheTable()
    {
        const std::vector<std::pair<std::string, std::string>> outcomes = {
            {"favourable", "grant"}, {"adverse", "deny"}, {"adverse", "revoke"}, {"interim", "suspend"}, {"administrative", "loss-of-jurisdiction"},
            {"administrative", "no-determination"}, {"administrative", "discontinued"}, {"administrative", "cancelled"}, {"administrative", "lapse"}};
        std::size_t steps = 0;
        for (const Stage begin : {Stage::Received, Stage::Assigned, Stage::InReview, Stage::FinalReview, Stage::Reopened, Stage::Remanded})
            for (const auto &[outcomeClass, outcome] : outcomes)
                for (const int levels : {1, 2}) {
                    Story story;
                    if (begin != Stage::Received)
                        story.add(StageMoved{Stage::Received, begin, "", "r"});
                    story.add(model::DecisionSigned{model::samples::digestOf(1),
                                                    R"({"outcome":{"class":")" + outcomeClass + R"(","id":")" + outcome + R"("},"review":{"levels":)"
                                                        + std::to_string(levels) + "}}",
                                                    {1}, outcome});
                    Story returned = story;
                    returned.add(model::ReviewReturned{model::samples::digestOf(1), "r", {}}, 3);
                    if (levels > 1 || outcomeClass == "adverse")
                        story.add(model::DecisionCountersigned{model::samples::digestOf(1), {1}}, 3);
                    for (const Story &it : {story, returned})
                        for (const model::StageStep &step : folded(it).proceedings.steps) {
                            if (step.recorded)
                                continue;
                            const bool known = std::ranges::any_of(stageTable(), [&step](const StageRow &row) {
                                return row.from == step.from && row.to == step.to && row.act != Act::Proceed;
                            });
                            QVERIFY2(known, (std::string(model::stageName(step.from)) + " to " + std::string(model::stageName(step.to))).c_str());
                            ++steps;
                        }
                }
        QVERIFY(steps > 100);
    }

    void aStepNotInTheTableIsRefused()
    {
        const Status refused = move(at(Stage::InReview), ada, Stage::Served);
        QVERIFY(!refused.ok());
        QVERIFY(refused.fault().code == FaultCode::NotAllowed);
        QVERIFY2(words(refused).find("info-requested") != std::string::npos, words(refused).c_str()); // says where it can go
        QVERIFY(move(at(Stage::Received), ada, Stage::Screening).ok());
        QVERIFY(!mayMove(at(Stage::InReview), ada, {Stage::Received, Stage::Screening, "", ""}, today).ok()); // stands elsewhere
    }

    void whatMustStandBefore()
    {
        Dossier dossier = at(Stage::SorDraft);
        QVERIFY(words(move(dossier, ada, Stage::SorReview)).find("alleged") != std::string::npos);
        dossier.allegations.emplace_back();
        QVERIFY(move(dossier, ada, Stage::SorReview).ok());
        dossier.proceedings.stage = Stage::SorReview;
        QVERIFY(!move(dossier, ada, Stage::SorIssued).ok());      // not alone
        QVERIFY(move(dossier, sam, Stage::SorIssued).ok());
        dossier.authors.insert(sam.person);
        QVERIFY(!move(dossier, sam, Stage::SorIssued).ok());      // nor by a second person who had a hand in it
        dossier.proceedings.stage = Stage::SorIssued;
        dossier.proceedings.steps = {reached(Stage::SorIssued, "2026-11-18")};
        QVERIFY(!move(dossier, ada, Stage::Served, "by hand", "").ok());
        QVERIFY(!move(dossier, ada, Stage::Served, " ").ok());
        QVERIFY(!move(dossier, ada, Stage::Served, "by hand", "2026-11-24").ok()); // has not come yet
        QVERIFY(!move(dossier, ada, Stage::Served, "by hand", "2026-11-17").ok()); // before it was issued
        QVERIFY(move(dossier, ada, Stage::Served, "by hand, receipt 4411").ok());
        QVERIFY(!move(at(Stage::InReview), ada, Stage::Discontinued, "").ok());
        QVERIFY(move(at(Stage::InReview), ada, Stage::Discontinued, "sponsor has no need any more").ok());
    }

    void noAnswerOnlyWhenTheTimeIsOver()
    {
        Dossier dossier = at(Stage::ResponseWindow);
        QVERIFY(words(move(dossier, ada, Stage::NoResponse)).find("start its clock") != std::string::npos);
        model::ClockState clock;
        clock.started.clock = "reply";
        clock.started.counts = "service";
        clock.due = "2026-11-23";
        dossier.proceedings.clocks = {clock};
        QVERIFY(words(move(dossier, ada, Stage::NoResponse)).find("until 2026-11-23") != std::string::npos); // the last day is theirs
        dossier.proceedings.clocks[0].due = "2026-11-22";
        QVERIFY(move(dossier, ada, Stage::NoResponse).ok());
        dossier.proceedings.clocks[0].stoppedOn = "2026-11-10";
        QVERIFY(!move(dossier, ada, Stage::NoResponse).ok());
    }

    void aSuspensionLeadsBack()
    {
        Dossier dossier = at(Stage::Suspended);
        dossier.proceedings.before = Stage::Hearing;
        QVERIFY(!move(dossier, ada, Stage::InReview).ok());
        QVERIFY(!move(dossier, ada, Stage::Hearing, "").ok());
        QVERIFY(move(dossier, ada, Stage::Hearing).ok());
        std::size_t back = 0;
        for (const NextStage &next : nextStages(dossier, ada, today))
            back += next.before == Before::WayBack ? 1 : 0;
        QCOMPARE(back, std::size_t{1});
    }

    void signingKnowsTheStage()
    {
        QVERIFY(mayAct(at(Stage::InReview), ada, Act::Sign).ok());
        QVERIFY(mayAct(at(Stage::FinalReview), ada, Act::Sign).ok());
        for (const Stage stage : {Stage::Screening, Stage::SorIssued, Stage::ResponseWindow, Stage::Suspended, Stage::AppealOpen, Stage::LossOfJurisdiction})
            QVERIFY2(!mayAct(at(stage), ada, Act::Sign).ok(), std::string(model::stageName(stage)).c_str());
        const Status ended = mayAct(at(Stage::LossOfJurisdiction), ada, Act::Weigh);
        QVERIFY(words(ended).find("administrative, not adverse") != std::string::npos);
        Dossier closed = at(Stage::Closed);
        closed.status = model::CaseStatus::Signed;
        QVERIFY(!mayAct(closed, sam, Act::Return).ok());
        QVERIFY(move(closed, sam, Stage::Reopened).ok());
    }

    void aConflictedPersonTakesNoPart()
    {
        Dossier dossier = at(Stage::InReview);
        dossier.proceedings.conflicts[ada.person] = {};
        for (const Act act : {Act::Weigh, Act::Sign, Act::AddDocument, Act::Proceed, Act::StartClock}) {
            const Status may = mayAct(dossier, ada, act);
            QVERIFY(words(may).find("conflict of interest") != std::string::npos);
        }
        QVERIFY(mayAct(dossier, ada, Act::Read).ok());
        QVERIFY(mayAct(dossier, ada, Act::Send).ok());
        const Actor other{samplecase::newId<PersonId>(9), {"adjudicator"}};
        QVERIFY(mayAct(dossier, other, Act::Sign).ok());
        dossier.proceedings.conflicts[sam.person] = {};
        dossier.status = model::CaseStatus::Signed;
        QVERIFY(!mayAct(dossier, sam, Act::Concur).ok());
        dossier.status = model::CaseStatus::Concurred;
        QVERIFY(!mayAct(dossier, sam, Act::Countersign).ok());
    }

    void historiesFromOutsideAreHeldToTheTable()
    {
        const auto history = [](const std::vector<StageMoved> &moves, const std::vector<std::string> &roles = {"adjudicator"}) {
            Story story;
            story.add(model::PersonIntroduced{idOf<PersonId>(2), "Ada", roles, {1}});
            for (const StageMoved &it : moves)
                story.add(it);
            return checkStages(folded(story));
        };
        QVERIFY(history({}).ok());
        QVERIFY(history({{Stage::Received, Stage::Screening, "", ""}, {Stage::Screening, Stage::Ready, "", ""}}).ok());
        const Status jumped = history({{Stage::Received, Stage::Denied, "", "at once"}});
        QVERIFY(!jumped.ok());
        QVERIFY(jumped.fault().code == FaultCode::HistoryBroken);
        QVERIFY(!history({{Stage::Screening, Stage::Ready, "", ""}}).ok());                       // did not stand there
        QVERIFY(!history({{Stage::Received, Stage::Screening, "", ""}}, {"courier"}).ok());
        QVERIFY(!history({{Stage::Received, Stage::Recommended, "", ""}}).ok());                  // only a signature leads there
    }

    void administrativeEndsAreSaidInWords()
    {
        for (int i = 0; i < model::stageCount; ++i) {
            const auto stage = static_cast<Stage>(i);
            QCOMPARE(stageWords(stage).find("administrative, not adverse") != std::string::npos, model::isAdministrative(stage));
        }
    }
};

QTEST_GUILESS_MAIN(TestRulesStages)
#include "tst_rules_stages.moc"
