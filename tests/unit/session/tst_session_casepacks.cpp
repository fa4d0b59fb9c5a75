// SPDX-License-Identifier: GPL-3.0-or-later
// Several packs on one case: findings under each, nothing merged; moving to a newer version is recorded, says what changed, and what was
// tied to conditions that are gone is named until it is dealt with.
#include "core/codec/json.h"
#include "core/session/casepacks.h"
#include "core/session/packdesk.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using codec::Json;
using session::CasePacks;
using session::Session;

class TestSessionCasePacks : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada;
    Path m_vault;
    session::Environment environment() const
    {
        session::Environment environment = m_office->environment();
        environment.packsFolder = m_packs;
        return environment;
    }
    Path m_packs;
    std::unique_ptr<Session> m_session;
    CaseId m_case;

    void signIn()
    {
        m_session.reset();
        m_session = std::make_unique<Session>(environment());
        must(unlock(*m_session, m_vault, m_ada));
    }
    static Json &at(Json::Object &object, const char *key) { return object.find(std::string_view(key))->second; }
    // The next version of the directive, without 16(a) and with another 16(b).
    void bringNewer()
    {
        Json root = must(codec::parseJson(must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources/packs/us-sead4-2017-2.0.0.json", limits::packBytes))));
        at(root.object(), "version") = "2.1.0";
        auto &conditions = at(root.object(), "conditions").array();
        std::erase_if(conditions, [](Json &it) { return at(it.object(), "id").string() == "16(a)"; });
        for (Json &it : conditions)
            if (at(it.object(), "id").string() == "16(b)")
                at(it.object(), "text") = "Said otherwise from now on.";
        at(at(root.object(), "counts").object(), "disqualifying") = 80;
        must(writeFile(m_packs / "us-newer.json", viewOf(codec::canonicalJson(root))));
    }
    std::size_t open(const std::string &check)
    {
        const auto gate = must(m_session->gate(m_case));
        return static_cast<std::size_t>(std::count_if(gate.checks.begin(), gate.checks.end(), [&check](const rules::Check &it) { return it.open && it.id == check; }));
    }
    PassageId tie(const DocumentId &document, const std::string &quote, const model::ConditionRef &condition)
    {
        const PassageId id = m_session->newPassageId();
        must(m_session->record(m_case, model::PassageTied{id, must(m_session->anchorOf(m_case, document, 1, quote)), condition, model::Weight::Moderate, {}}));
        return id;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada", {crypto::Role::Adjudicator});
        m_vault = m_office->makeVault("desk", {m_ada}, {});
        m_packs = m_office->fresh("packs");
        std::filesystem::copy(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs", m_packs);
        signIn();
        session::NewCase facts;
        facts.reference = "J-1";
        facts.subject = "S-1";
        m_case = must(m_session->createCase(facts));
    }
    void cleanup() { m_session.reset(); }

    void joinsOnceAndKeepsItsFindingsApart()
    {
        CasePacks desk(*m_session, m_case);
        COMPARE_FAULT(desk.join("nato-ac35-d2000", "  "), FaultCode::Malformed);
        COMPARE_FAULT(desk.join("nowhere", "joint case"), FaultCode::NotFound);
        COMPARE_FAULT(m_session->record(m_case, model::GuidelineFound{"nato-ac35-d2000", "e", model::GuidelineFinding::AgainstSubject, "lied"}), FaultCode::UnknownCondition);
        const auto dossier = must(desk.join("nato-ac35-d2000", "joint case"));
        QCOMPARE(dossier->packs.size(), std::size_t{2});
        COMPARE_FAULT(desk.join("nato-ac35-d2000", "again"), FaultCode::AlreadyExists);
        COMPARE_FAULT(desk.join("us-sead4-2017", "again"), FaultCode::AlreadyExists);

        must(m_session->record(m_case, model::GuidelineFound{"nato-ac35-d2000", "e", model::GuidelineFinding::AgainstSubject, "lied in the interview"}));
        must(m_session->record(m_case, model::GuidelineFound{"us-sead4-2017", "E", model::GuidelineFinding::ForSubject, "corrected at once"}));
        // A criterion is established or not; what speaks for the person applies or not.
        COMPARE_FAULT(m_session->record(m_case, model::ConditionFound{{"nato-ac35-d2000", "NATO-e"}, model::ConditionFinding::Applies, "x"}), FaultCode::Malformed);
        must(m_session->record(m_case, model::ConditionFound{{"nato-ac35-d2000", "NATO-e/for"}, model::ConditionFinding::Applies, "told them the next day"}));

        bool shown = false;
        for (const auto &one : must(desk.sharedConcerns()))
            if (one.one.letter == "E" && one.two.letter == "e") {
                shown = true;
                QCOMPARE(one.one.finding, std::string("for-subject"));
                QCOMPARE(one.two.finding, std::string("against-subject"));   // both stand
            }
        QVERIFY(shown);
        QVERIFY(!must(desk.rules()).empty());
        // The factor of the further pack is asked for, and says whose it is.
        const auto gate = must(m_session->gate(m_case));
        QVERIFY(std::any_of(gate.checks.begin(), gate.checks.end(), [](const rules::Check &it) {
            return it.id == "factor-unanswered" && it.open && it.text.find("nato-ac35-d2000: ") == 0;
        }));
        // The same after signing in again, and even if the program comes with no packs at all.
        std::filesystem::remove_all(m_packs);
        must(makeDirectory(m_packs));
        signIn();
        QCOMPARE(must(CasePacks(*m_session, m_case).packs()).size(), std::size_t{2});
    }

    // What is alleged under either pack is asked about at the one door.
    void allegationsUnderEachPackAreAskedFor()
    {
        must(CasePacks(*m_session, m_case).join("nato-ac35-d2000", "joint case"));
        const auto allege = [this](const char *label, const char *pack, const char *guideline) {
            model::AllegationMade made;
            made.allegation = AllegationId::make(m_office->clock, m_office->random);
            made.states.label = label;
            made.states.pack = pack;
            made.states.guideline = guideline;
            made.states.text = "You left out an arrest.";
            must(m_session->record(m_case, made));
        };
        allege("1.a", "us-sead4-2017", "E");
        QCOMPARE(open("allegation-without-finding"), std::size_t{1});
        allege("2.a", "nato-ac35-d2000", "e");
        QCOMPARE(open("allegation-without-finding"), std::size_t{2});
    }

    void movingNamesWhatIsGone()
    {
        session::NewDocument letter;
        letter.content = toBytes("He left out an arrest on the form.\n");
        letter.name = "report.txt";
        const DocumentId report = must(m_session->addDocument(m_case, letter, m_progress));
        const PassageId gone = tie(report, "left out an arrest", {"us-sead4-2017", "16(a)"});
        tie(report, "the form", {"us-sead4-2017", "16(b)"});
        must(m_session->record(m_case, model::ConditionFound{{"us-sead4-2017", "16(a)"}, model::ConditionFinding::Established, "left out on purpose"}));
        CasePacks desk(*m_session, m_case);
        COMPARE_FAULT(desk.planMove("us-sead4-2017"), FaultCode::NotAllowed);       // it has that version
        COMPARE_FAULT(desk.planMove("nato-ac35-d2000"), FaultCode::NotFound);       // it has no such pack
        bringNewer();
        const auto plan = must(desk.planMove("us-sead4-2017"));
        QCOMPARE(plan.to->version, std::string("2.1.0"));
        QCOMPARE(plan.passages, std::vector<PassageId>{gone});
        QCOMPARE(plan.conditions, std::vector<std::string>{"16(a)"});
        QVERIFY(std::any_of(plan.changes.begin(), plan.changes.end(), [](const packs::PackChange &it) { return it.kind == packs::ChangeKind::Removed && it.id == "16(a)"; }));
        QVERIFY(std::any_of(plan.changes.begin(), plan.changes.end(), [](const packs::PackChange &it) { return it.id == "16(b)" && it.after == "Said otherwise from now on."; }));
        QCOMPARE(must(m_session->packOf(m_case))->version, std::string("2.0.0"));    // a plan changes nothing
        QCOMPARE(open("condition-gone"), std::size_t{0});

        COMPARE_FAULT(desk.move("us-sead4-2017", ""), FaultCode::Malformed);
        must(desk.move("us-sead4-2017", "the directive changed"));
        QCOMPARE(must(m_session->packOf(m_case))->version, std::string("2.1.0"));
        QCOMPARE(must(m_session->history(m_case)).back().kind, std::string("pack.moved"));
        QCOMPARE(open("condition-gone"), std::size_t{2});                            // the passage, and the finding
        must(m_session->record(m_case, model::CheckExplained{"condition-gone", "16(a)", "decided under the old words"}));
        QCOMPARE(open("condition-gone"), std::size_t{1});
        must(m_session->record(m_case, model::PassageUntied{gone, "tied to 16(b) instead"}));
        QCOMPARE(open("condition-gone"), std::size_t{0});
        signIn();
        QCOMPARE(must(m_session->packOf(m_case))->version, std::string("2.1.0"));
    }

    // Withdrawing the joining takes the pack from the case; what was found under it is asked about, not lost in silence.
    void joiningIsTakenBack()
    {
        must(CasePacks(*m_session, m_case).join("uk-nsv", "joint case"));
        must(m_session->record(m_case, model::ConditionFound{{"uk-nsv", "UK-5"}, model::ConditionFinding::NotEstablished, "nothing of that"}));
        const auto history = must(m_session->history(m_case));
        const auto joined = std::find_if(history.begin(), history.end(), [](const model::Entry &it) { return it.kind == "pack.joined"; });
        must(m_session->record(m_case, model::EntryWithdrawn{joined->seq, "one authority decides alone"}));
        QCOMPARE(must(CasePacks(*m_session, m_case).packs()).size(), std::size_t{1});
        QCOMPARE(open("condition-gone"), std::size_t{1});
    }

private:
    NoProgress m_progress;
};

QTEST_GUILESS_MAIN(TestSessionCasePacks)
#include "tst_session_casepacks.moc"
