// SPDX-License-Identifier: GPL-3.0-or-later
// The table of letters: every kind in every situation a case can be in, and that an administrative end gives none that speaks against the
// person, whichever way it is administrative.
#include "core/rules/letters.h"

#include "samplecase.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace caseward;
using namespace caseward::rules;
using model::LetterKind;
using model::Stage;

namespace {

model::Dossier alleged()
{
    model::Dossier dossier = samplecase::complete();
    model::AllegationState state;
    state.id = samplecase::newId<AllegationId>(40);
    state.states.label = "1.a";
    state.states.pack = samplecase::pack()->id;
    state.states.guideline = "E";
    state.states.evidence = {dossier.ties.front().id};
    dossier.allegations = {state};
    return dossier;
}

model::Dossier decided(const std::string &outcome, const std::string &outcomeClass, std::uint32_t levels = 1)
{
    model::Dossier dossier = alleged();
    samplecase::propose(dossier, outcome);
    model::SignedDecision decision;
    decision.what.outcome = outcome;
    decision.outcomeClass = outcomeClass;
    decision.levels = levels;
    dossier.decisions = {decision};
    dossier.status = model::CaseStatus::Signed;
    return dossier;
}

std::set<std::string> possible(const model::Dossier &dossier, LetterUse use)
{
    std::set<std::string> kinds;
    for (const LetterRow &row : letterTable())
        if (letterMissing(dossier, *samplecase::pack(), row.kind, use).empty())
            kinds.insert(std::string(model::letterKindName(row.kind)));
    return kinds;
}
using Kinds = std::set<std::string>;

} // namespace

class TestRulesLetters : public QObject {
    Q_OBJECT

private slots:
    void theTableHasEveryKindOnceInOrder()
    {
        QCOMPARE(letterTable().size(), static_cast<std::size_t>(model::letterKindCount));
        for (int kind = 0; kind < model::letterKindCount; ++kind) {
            QCOMPARE(static_cast<int>(letterRow(static_cast<LetterKind>(kind)).kind), kind);
            for (const LetterNeed need : letterTable()[static_cast<std::size_t>(kind)].draft)
                QVERIFY(!letterNeedWords(need).empty());
        }
    }

    void whileItIsWeighed()
    {
        model::Dossier dossier = samplecase::complete();
        QVERIFY(possible(dossier, LetterUse::Draft) == Kinds({"interrogatory"}));
        dossier = alleged();
        QVERIFY(possible(dossier, LetterUse::Draft) == Kinds({"interrogatory", "statement-of-reasons", "letter-of-intent"}));
        QVERIFY(possible(dossier, LetterUse::Issue) == Kinds({"interrogatory"}));
        dossier.proceedings.stage = Stage::SorIssued;
        QVERIFY(possible(dossier, LetterUse::Issue) == Kinds({"interrogatory", "statement-of-reasons", "letter-of-intent"}));
        dossier.allegations.front().dropped = std::pair(std::string("withdrawn"), samplecase::by(samplecase::adjudicator()));
        QVERIFY(possible(dossier, LetterUse::Draft) == Kinds({"interrogatory"}));
        dossier = alleged();
        dossier.allegations.front().states.evidence.clear();
        const std::string words = letterMissing(dossier, *samplecase::pack(), LetterKind::StatementOfReasons, LetterUse::Draft);
        QVERIFY2(words.find("1.a rests on no passage") == 0, words.c_str());
    }

    void decisions_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("outcomeClass");
        QTest::addColumn<QStringList>("kinds");
        QTest::newRow("grant") << "grant" << "favourable" << QStringList{"certificate", "memorandum"};
        QTest::newRow("warning") << "grant-with-warning" << "favourable" << QStringList{"advisement", "certificate", "memorandum"};
        QTest::newRow("deny") << "deny" << "adverse" << QStringList{"denial", "memorandum"};
        QTest::newRow("revoke") << "revoke" << "adverse" << QStringList{"memorandum", "revocation"};
        QTest::newRow("withdraw, as NATO says") << "withdraw" << "adverse" << QStringList{"memorandum", "revocation"};
        QTest::newRow("suspend") << "suspend" << "interim" << QStringList{"memorandum"};
        QTest::newRow("loss of jurisdiction") << "loss-of-jurisdiction" << "administrative" << QStringList{"memorandum"};
    }
    void decisions()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, outcomeClass);
        QFETCH(QStringList, kinds);
        Kinds wanted;
        for (const QString &kind : kinds)
            wanted.insert(kind.toStdString());
        model::Dossier dossier = decided(outcome.toStdString(), outcomeClass.toStdString());
        dossier.proceedings.stage = Stage::Closed;
        QVERIFY(possible(dossier, LetterUse::Issue) == wanted);
        dossier.decisions.back().levels = 2;                       // nobody has looked yet
        QVERIFY(possible(dossier, LetterUse::Issue).empty());
        dossier.status = model::CaseStatus::Returned;              // open again
        for (const char *kind : {"denial", "revocation", "advisement", "certificate", "memorandum"})
            QVERIFY2(!possible(dossier, LetterUse::Draft).contains(kind), kind);
    }

    void administrativeHoweverItIs()
    {
        constexpr LetterKind against[] = {LetterKind::StatementOfReasons, LetterKind::LetterOfIntent, LetterKind::Denial, LetterKind::Revocation};
        std::vector<model::Dossier> cases{decided("deny", "administrative")};
        for (int stage = 0; stage < model::stageCount; ++stage)
            if (model::isAdministrative(static_cast<Stage>(stage))) {
                cases.push_back(decided("deny", "adverse"));
                cases.back().proceedings.stage = static_cast<Stage>(stage);
            }
        cases.push_back(alleged());
        samplecase::propose(cases.back(), "no-determination");
        QVERIFY(cases.size() > 5);
        for (const model::Dossier &dossier : cases)
            for (const LetterKind kind : against)
                for (const LetterUse use : {LetterUse::Draft, LetterUse::Issue}) {
                    const Status may = mayMake(dossier, *samplecase::pack(), kind, use);
                    QVERIFY(!may.ok() && may.fault().code == FaultCode::NotAllowed);
                    QVERIFY2(may.fault().detail.find("administrative, not adverse") != std::string::npos, may.fault().detail.c_str());
                }
    }

    void daysComeFromThePack()
    {
        const packs::TimeLimit *limit = letterDays({samplecase::pack()}, LetterKind::StatementOfReasons);
        QVERIFY(limit && limit->days == 20 && !limit->goal);
        QVERIFY(!letterDays({samplecase::pack()}, LetterKind::Certificate));
        QVERIFY(!letterDays({samplecase::pack()}, LetterKind::Interrogatory)); // a goal is no time to answer
    }
};

QTEST_GUILESS_MAIN(TestRulesLetters)
#include "tst_rules_letters.moc"
