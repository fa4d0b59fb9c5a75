// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of eligibility must say, and what it may never say of an administrative decision.
#include "core/rules/eligibility.h"
#include "samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using model::EligibilityRecorded;
using model::EligibilityStatus;

namespace {

EligibilityRecorded line(EligibilityStatus status)
{
    EligibilityRecorded said;
    said.authority = "DCSA";
    said.access = "Secret";
    said.status = status;
    said.since = "2026-11-22";
    said.reason = "the decision";
    return said;
}

Digest digest() { return Digest(std::array<std::uint8_t, 32>{1}); }

model::Dossier decided(const std::string &outcomeClass, bool countersigned = true)
{
    model::Dossier dossier = samplecase::complete();
    model::SignedDecision &decision = dossier.decisions.emplace_back();
    decision.what.digest = digest();
    decision.outcomeClass = outcomeClass;
    if (countersigned)
        decision.countersignature.emplace();
    return dossier;
}

Status may(const EligibilityRecorded &said, const model::Dossier &dossier = samplecase::complete()) { return mayRecord(dossier, {samplecase::pack()}, said); }

} // namespace

class TestRulesEligibility : public QObject {
    Q_OBJECT

private slots:
    void aLineSaysEnough()
    {
        QVERIFY(may(line(EligibilityStatus::Eligible)).ok());
        for (const auto &spoil : std::vector<void (*)(EligibilityRecorded &)>{
                 [](EligibilityRecorded &it) { it.reason = " "; }, [](EligibilityRecorded &it) { it.authority = " "; }, [](EligibilityRecorded &it) { it.access.clear(); },
                 [](EligibilityRecorded &it) { it.status = EligibilityStatus::Interim; }, [](EligibilityRecorded &it) { it.status = EligibilityStatus::Suspended; },
                 [](EligibilityRecorded &it) { it.exception = "Z"; }, [](EligibilityRecorded &it) { it.exception = "C"; },
                 [](EligibilityRecorded &it) { it.conditions = {{"finish the counselling", ""}}; }, [](EligibilityRecorded &it) { it.until = "2026-11-21"; },
                 [](EligibilityRecorded &it) { it.decision = digest(); },
                 [](EligibilityRecorded &it) { it.status = EligibilityStatus::Denied; it.exception = "W"; }}) {
            EligibilityRecorded said = line(EligibilityStatus::Eligible);
            spoil(said);
            QVERIFY(!may(said).ok());
        }
        EligibilityRecorded interim = line(EligibilityStatus::Interim);
        interim.until = "2027-02-22";
        QVERIFY(may(interim).ok());
        EligibilityRecorded conditional = line(EligibilityStatus::Eligible);
        conditional.exception = "C";
        conditional.conditions = {{"finish the counselling", "2027-03-01"}};
        QVERIFY(may(conditional).ok());
    }

    void whatADecisionAllows_data()
    {
        QTest::addColumn<QString>("outcomeClass");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *is, EligibilityStatus status, bool good) {
            QTest::newRow((std::string(is) + " " + std::string(model::eligibilityStatusName(status))).c_str()) << is << static_cast<int>(status) << good;
        };
        row("administrative", EligibilityStatus::LossOfJurisdiction, true);
        for (const EligibilityStatus adverse : {EligibilityStatus::Denied, EligibilityStatus::Revoked, EligibilityStatus::Ineligible}) {
            row("administrative", adverse, false);
            row("favourable", adverse, false);
            row("adverse", adverse, true);
        }
        row("administrative", EligibilityStatus::Eligible, false);
        row("favourable", EligibilityStatus::Eligible, true);
        row("adverse", EligibilityStatus::Eligible, false);
        row("adverse", EligibilityStatus::DueProcess, true);
    }
    void whatADecisionAllows()
    {
        QFETCH(QString, outcomeClass);
        QFETCH(int, status);
        QFETCH(bool, good);
        EligibilityRecorded said = line(static_cast<EligibilityStatus>(status));
        said.decision = digest();
        const Status allowed = may(said, decided(outcomeClass.toStdString()));
        QVERIFY2(allowed.ok() == good, allowed.ok() ? "" : allowed.fault().detail.c_str());
        QVERIFY(!may(said, decided(outcomeClass.toStdString(), false)).ok()); // before the second level nothing rests on it
        if (!good && outcomeClass == "administrative")
            QVERIFY(allowed.fault().detail.find("administrative") != std::string::npos);
    }

    void monitoring()
    {
        model::Dossier dossier = samplecase::complete();
        model::EligibilityLine &now = dossier.proceedings.eligibility[{"DCSA", "Secret"}].emplace_back();
        now.recorded = line(EligibilityStatus::Eligible);
        now.recorded.conditions = {{"finish the counselling", "2027-03-01"}};
        const auto today = dayNumber("2026-11-23");
        const auto said = [](std::uint32_t number, const std::string &words, const std::string &on = "2026-11-23") {
            return model::EligibilityMonitored{"DCSA", "Secret", number, model::ConditionStanding::Met, on, {}, words};
        };
        QVERIFY(mayMonitor(dossier, said(1, "certificate"), *today).ok());
        QVERIFY(!mayMonitor(dossier, said(2, "certificate"), *today).ok());
        QVERIFY(!mayMonitor(dossier, said(1, " "), *today).ok());
        QVERIFY(!mayMonitor(dossier, said(1, "certificate", "2026-11-24"), *today).ok());
        auto seen = said(1, "");
        seen.evidence = {samplecase::newId<PassageId>(20)};
        QVERIFY(mayMonitor(dossier, seen, *today).ok());
        seen.evidence = {samplecase::newId<PassageId>(99)};
        QVERIFY(!mayMonitor(dossier, seen, *today).ok());
    }

    void administrativeIsSaidInWords()
    {
        for (int i = 0; i < model::eligibilityStatusCount; ++i) {
            model::EligibilityLine it;
            it.recorded = line(static_cast<EligibilityStatus>(i));
            QCOMPARE(eligibilityWords(it).find("administrative, not adverse") != std::string::npos, model::isAdministrative(it.recorded.status));
        }
    }
};

QTEST_GUILESS_MAIN(TestRulesEligibility)
#include "tst_rules_eligibility.moc"
