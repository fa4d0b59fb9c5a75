// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: every (status, act, role), the read-only states, the separation of duties and the words.
#include "core/rules/permissions.h"
#include "samplecase.h"

#include <QTest>

#include <functional>
#include <map>
#include <set>
#include <tuple>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;
using model::CaseStatus;
using model::Dossier;

namespace {

const std::vector<CaseStatus> statuses = {CaseStatus::InReview, CaseStatus::Signed, CaseStatus::Returned,
                                          CaseStatus::Concurred, CaseStatus::Countersigned};
const std::vector<Act> acts = {Act::AddDocument, Act::Weigh, Act::Sign, Act::Return, Act::Concur, Act::Countersign,
                               Act::Send, Act::Receive, Act::Read, Act::GrantAccess, Act::Proceed, Act::StartClock, Act::DeclareConflict, Act::CreateCase, Act::ManagePeople};
const std::vector<std::string> roles = {"adjudicator", "supervisor", "courier", "security-officer", "auditor",
                                        "privacy-officer", "recovery", "unheard-of"};

// Written out by hand, apart from the table it tests. A row is an act; a column a status, in the order above.
const std::map<Act, std::vector<std::string>> allowed = {
    {Act::AddDocument, {"A", "", "A", "", ""}},
    {Act::Weigh, {"A", "", "A", "", ""}},
    {Act::Sign, {"A", "", "A", "", ""}},
    {Act::Return, {"", "S", "", "", ""}},
    {Act::Concur, {"", "S", "", "", ""}},
    {Act::Countersign, {"", "", "", "S", ""}},
    {Act::Send, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::Receive, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::Read, {"ASUPR", "ASUPR", "ASUPR", "ASUPR", "ASUPR"}},
    {Act::GrantAccess, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::Proceed, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::StartClock, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::DeclareConflict, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::CreateCase, {"AS", "AS", "AS", "AS", "AS"}},
    {Act::ManagePeople, {"O", "O", "O", "O", "O"}},
};
const std::map<std::string, char> letters = {{"adjudicator", 'A'}, {"supervisor", 'S'}, {"security-officer", 'O'},
                                             {"auditor", 'U'}, {"privacy-officer", 'P'}, {"recovery", 'R'}};

bool isAllowed(Act act, std::size_t status, const std::string &role)
{
    const auto letter = letters.find(role);
    return letter != letters.end() && allowed.at(act)[status].find(letter->second) != std::string::npos;
}

Actor someone(const std::string &role) { return {reviewer(), {role}}; }

bool isSentence(const std::string &text)
{
    return text.size() > 15 && text.size() < 140 && text.front() >= 'A' && text.front() <= 'Z' && text.back() != '.';
}

} // namespace

class TestRulesPermissions : public QObject {
    Q_OBJECT

private slots:
    void everyStatusActAndRole()
    {
        std::size_t yes = 0, no = 0;
        for (std::size_t i = 0; i < statuses.size(); ++i)
            for (const Act act : acts)
                for (const std::string &role : roles) {
                    Dossier dossier = complete();
                    dossier.status = statuses[i];
                    const Status may = mayAct(dossier, someone(role), act);
                    const std::string name = std::string(model::caseStatusName(statuses[i])) + ", act "
                        + std::to_string(static_cast<int>(act)) + ", " + role;
                    QVERIFY2(may.ok() == isAllowed(act, i, role), name.c_str());
                    ++(may.ok() ? yes : no);
                    if (may.ok())
                        continue;
                    QVERIFY2(isSentence(may.fault().detail), may.fault().detail.c_str());
                    const bool closed = statuses[i] == CaseStatus::Countersigned && role == "adjudicator"
                        && (act == Act::Weigh || act == Act::Sign || act == Act::AddDocument);
                    QVERIFY2(may.fault().code == (closed ? FaultCode::CaseReadOnly : FaultCode::NotAllowed), name.c_str());
                }
        QCOMPARE(yes, std::size_t{6 + 2 + 1 + 10 + 10 + 25 + 10 + 30 + 10 + 5});
        QCOMPARE(yes + no, statuses.size() * acts.size() * roles.size());
    }

    void tableLeadsOn()
    {
        std::map<std::pair<CaseStatus, Act>, CaseStatus> moves;
        for (const Transition &row : transitions())
            if (row.from != row.to)
                moves[{row.from, row.act}] = row.to;
        const std::map<std::pair<CaseStatus, Act>, CaseStatus> expected = {
            {{CaseStatus::InReview, Act::Sign}, CaseStatus::Signed},
            {{CaseStatus::Returned, Act::Sign}, CaseStatus::Signed},
            {{CaseStatus::Signed, Act::Return}, CaseStatus::Returned},
            {{CaseStatus::Signed, Act::Concur}, CaseStatus::Concurred},
            {{CaseStatus::Concurred, Act::Countersign}, CaseStatus::Countersigned}};
        QVERIFY(moves == expected);
        std::set<std::tuple<CaseStatus, Act, std::string>> rows;
        for (const Transition &row : transitions())
            QVERIFY(rows.insert({row.from, row.act, row.role}).second); // one answer each
    }

    void severalRolesAdd()
    {
        const Dossier dossier = complete();
        const Actor both{reviewer(), {"security-officer", "adjudicator"}};
        QVERIFY(mayAct(dossier, both, Act::Weigh).ok());
        QVERIFY(mayAct(dossier, both, Act::ManagePeople).ok());
        QVERIFY(!mayAct(dossier, Actor{reviewer(), {}}, Act::Read).ok());
    }

    void withoutACase()
    {
        for (const std::string &role : roles) {
            QCOMPARE(mayAct(someone(role), Act::CreateCase).ok(), role == "adjudicator" || role == "supervisor");
            QCOMPARE(mayAct(someone(role), Act::ManagePeople).ok(), role == "security-officer");
            for (const Act act : {Act::Weigh, Act::Read, Act::Sign, Act::Countersign})
                QCOMPARE(mayAct(someone(role), act).fault().code, FaultCode::NotAllowed);
        }
    }

    void custodyElsewhere()
    {
        Dossier dossier = complete();
        dossier.custodyHere = false;
        dossier.custodyWith = "Northern Field Office";
        for (const Act act : {Act::AddDocument, Act::Weigh, Act::Sign, Act::Send}) {
            const Status may = mayAct(dossier, someone("adjudicator"), act);
            QVERIFY(!may.ok());
            QCOMPARE(may.fault().code, FaultCode::CaseReadOnly);
            QVERIFY(may.fault().detail.find("Northern Field Office") != std::string::npos);
            QVERIFY(isSentence(may.fault().detail));
        }
        dossier.status = CaseStatus::Signed;
        QCOMPARE(mayAct(dossier, someone("supervisor"), Act::Concur).fault().code, FaultCode::CaseReadOnly);
        QVERIFY(mayAct(dossier, someone("adjudicator"), Act::Read).ok());
        QVERIFY(mayAct(dossier, someone("adjudicator"), Act::Receive).ok());
        QVERIFY(mayAct(dossier, someone("adjudicator"), Act::GrantAccess).ok()); // who reads what is here changes nothing there
        dossier.custodyWith.clear();
        QVERIFY(mayAct(dossier, someone("adjudicator"), Act::Send).fault().detail.find("another office") != std::string::npos);
    }

    void unknownKinds()
    {
        Dossier dossier = complete();
        dossier.readOnly = true;
        dossier.unknownKinds = {"polygraph.scheduled"};
        for (const Act act : {Act::AddDocument, Act::Weigh, Act::Sign, Act::Send}) {
            const Status may = mayAct(dossier, someone("adjudicator"), act);
            QVERIFY(!may.ok());
            QCOMPARE(may.fault().code, FaultCode::CaseReadOnly);
            QVERIFY(may.fault().detail.find("polygraph.scheduled") != std::string::npos);
        }
        QVERIFY(mayAct(dossier, someone("auditor"), Act::Read).ok());
        QVERIFY(mayAct(dossier, someone("supervisor"), Act::Receive).ok());
    }

    void separationOfDuties_data()
    {
        QTest::addColumn<std::function<void(Dossier &)>>("done");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *words, std::function<void(Dossier &)> done) {
            QTest::newRow(name) << std::move(done) << QString(words);
        };
        const char *const adjudicated = "You adjudicated this case: someone else must review it";
        row("opened", "You opened this case: someone else must review it", [](Dossier &it) { it.opened = by(reviewer()); });
        row("tied", adjudicated, [](Dossier &it) { it.ties[0].tied = by(reviewer()); });
        row("weighed", adjudicated, [](Dossier &it) { it.ties[1].changed = by(reviewer()); });
        row("linked", adjudicated, [](Dossier &it) { it.contradictions[0].linked = by(reviewer()); });
        row("resolved", adjudicated, [](Dossier &it) { it.contradictions[0].resolved = by(reviewer()); });
        row("noted a gap", adjudicated, [](Dossier &it) { it.gaps[0].noted = by(reviewer()); });
        row("explained a gap", adjudicated, [](Dossier &it) { it.gaps[0].explained = by(reviewer()); });
        row("found a condition", adjudicated, [](Dossier &it) { it.conditions[ref("17(b)")].set = by(reviewer()); });
        row("found a guideline", adjudicated, [](Dossier &it) { it.guidelines.begin()->second.set = by(reviewer()); });
        row("answered a factor", adjudicated, [](Dossier &it) { it.factors.begin()->second.set = by(reviewer()); });
        row("wrote the reasons", adjudicated, [](Dossier &it) { it.reasonsWritten = by(reviewer()); });
        row("chose the outcome", adjudicated, [](Dossier &it) { it.proposal->set = by(reviewer()); });
        row("weighed and took it back", adjudicated, [](Dossier &it) { it.authors.insert(reviewer()); });
        row("signed", "You signed this decision: someone else must review it", [](Dossier &it) {
            model::SignedDecision decision;
            decision.when = by(reviewer());
            it.decisions.push_back(decision);
        });
    }

    void separationOfDuties()
    {
        QFETCH(std::function<void(Dossier &)>, done);
        QFETCH(QString, words);
        const Actor actor{reviewer(), {"adjudicator", "supervisor"}};
        const std::vector<std::pair<CaseStatus, Act>> reviews = {
            {CaseStatus::Signed, Act::Return}, {CaseStatus::Signed, Act::Concur}, {CaseStatus::Concurred, Act::Countersign}};
        for (const auto &review : reviews) {
            Dossier dossier = complete();
            dossier.status = review.first;
            QVERIFY(mayAct(dossier, actor, review.second).ok());
            done(dossier);
            const Status may = mayAct(dossier, actor, review.second);
            QVERIFY(!may.ok());
            QCOMPARE(may.fault().code, FaultCode::NotAllowed);
            QCOMPARE(QString::fromStdString(may.fault().detail), words);
        }
        Dossier dossier = complete(); // it is no hindrance to adjudicating
        done(dossier);
        QVERIFY(mayAct(dossier, actor, Act::Weigh).ok());
    }

    void wordsSayWhatComesFirst()
    {
        Dossier dossier = complete();
        const auto words = [&dossier](CaseStatus status, const char *role, Act act) {
            dossier.status = status;
            const Status may = mayAct(dossier, someone(role), act);
            return may.ok() ? std::string() : may.fault().detail;
        };
        QCOMPARE(words(CaseStatus::InReview, "supervisor", Act::Concur), std::string("No decision has been signed yet"));
        QCOMPARE(words(CaseStatus::Signed, "supervisor", Act::Countersign), std::string("A supervisor must concur first"));
        QCOMPARE(words(CaseStatus::Concurred, "supervisor", Act::Return), std::string("The supervisor has already concurred"));
        QCOMPARE(words(CaseStatus::InReview, "auditor", Act::Weigh), std::string("Only an adjudicator may weigh a case"));
        QCOMPARE(words(CaseStatus::InReview, "courier", Act::Read), std::string("Your role does not read cases"));
        QCOMPARE(words(CaseStatus::Signed, "adjudicator", Act::Weigh),
                 std::string("The decision is signed: only a supervisor's return opens the case again"));
        QCOMPARE(words(CaseStatus::Countersigned, "adjudicator", Act::Sign),
                 std::string("The record is closed: the decision is countersigned"));
    }

    void actsOfEvents()
    {
        QCOMPARE(actOf(model::CaseOpened()), Act::CreateCase);
        QCOMPARE(actOf(model::PersonIntroduced()), Act::Read);
        QCOMPARE(actOf(model::DocumentAdded()), Act::AddDocument);
        QCOMPARE(actOf(model::DocumentDescribed()), Act::AddDocument);
        QCOMPARE(actOf(model::DecisionSigned()), Act::Sign);
        QCOMPARE(actOf(model::ReviewReturned()), Act::Return);
        QCOMPARE(actOf(model::ReviewConcurred()), Act::Concur);
        QCOMPARE(actOf(model::DecisionCountersigned()), Act::Countersign);
        QCOMPARE(actOf(model::CustodySent()), Act::Send);
        QCOMPARE(actOf(model::CaseReturnedDeficient()), Act::Send);
        QCOMPARE(actOf(model::CustodyReceived()), Act::Receive);
        for (const model::Event &event : {model::Event(model::StageMoved()), model::Event(model::EligibilityRecorded()), model::Event(model::EligibilityMonitored()),
                                          model::Event(model::ReciprocityDecided()), model::Event(model::LetterIssued())})
            QCOMPARE(actOf(event), Act::Proceed);
        for (const model::Event &event : {model::Event(model::ClockStarted()), model::Event(model::ClockExtended()), model::Event(model::ClockStopped()),
                                          model::Event(model::ClockResumed())})
            QCOMPARE(actOf(event), Act::StartClock);
        QCOMPARE(actOf(model::ConflictDeclared()), Act::DeclareConflict);
        const std::vector<model::Event> weighing = {
            model::PagesDisplayed(), model::PagesWaived(), model::PassageTied(), model::PassageWeighed(), model::PassageNoted(),
            model::PassageMoved(), model::PassageAppraised(), model::PassageUntied(), model::ContradictionLinked(), model::ContradictionResolved(), model::GapNoted(),
            model::GapExplained(), model::ConditionFound(), model::GuidelineFound(), model::FactorWeighed(),
            model::ReasonsWritten(), model::AllegationMade(), model::AllegationAmended(), model::AllegationDropped(), model::AllegationAnswered(),
            model::AllegationAppraised(), model::MitigatorWeighed(), model::AllegationFound(),
            model::SectionJudged(), model::ReleaseRecorded(), model::IdentityRecorded(), model::ComponentRecorded(), model::FlagRaised(), model::FlagDismissed(),
            model::DeficiencyNoted(), model::DeficiencySettled(), model::PackJoined(), model::PackMoved(), model::OutcomeProposed(), model::CheckExplained(), model::EntryWithdrawn(),
            model::UnknownEvent()};
        QCOMPARE(weighing.size() + 21, std::variant_size_v<model::Event>);
        for (const model::Event &event : weighing)
            QCOMPARE(actOf(event), Act::Weigh);
    }
};

QTEST_GUILESS_MAIN(TestRulesPermissions)
#include "tst_rules_permissions.moc"
