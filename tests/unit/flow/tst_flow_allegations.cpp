// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry about a sub-paragraph must hold before it is accepted, one bad thing at a time.
#include "core/flow/weighing/eventcheck.h"
#include "tests/unit/flow/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using model::Allegation;

class TestAllegations : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada;
    std::unique_ptr<SampleCase> m_case;
    PassageId m_passage;
    AllegationId m_debt, m_gone;

    Status check(const model::Event &event)
    {
        return flow::checkEvent(event, m_case->dossier(), *sead4(), m_case->history.entries(), m_ada.files.id,
                                [](const DocumentId &, std::uint32_t) -> Result<store::PageLayer> { return fail(FaultCode::NotFound, "no page is needed"); });
    }
    AllegationId fresh() { return AllegationId::make(m_office->clock, m_office->random); }
    Allegation states(const std::string &label, const std::string &guideline = "F")
    {
        return {label, sead4()->id, guideline, "You owe 11,842 dollars", "2019", "2021-04", false, guideline == "F" ? std::vector<std::string>{"19(a)"} : std::vector<std::string>(),
                {m_passage}, {}};
    }
    Status made(const Allegation &states) { return check(model::AllegationMade{fresh(), states}); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_case = std::make_unique<SampleCase>(*m_office, m_ada);
        const DocumentId document = m_case->addDocument("Report", {"There were unpaid debts of 11,842 dollars in 2022."});
        m_passage = m_case->tie(document, "11,842 dollars", "19(a)");
        m_debt = fresh();
        m_case->add(model::AllegationMade{m_debt, states("1.a")});
        m_gone = fresh();
        m_case->add(model::AllegationMade{m_gone, states("1.b")});
        m_case->add(model::AllegationDropped{m_gone, "a twin"});
    }

    void made()
    {
        VERIFY_OK(made(states("1.c")));
        VERIFY_OK(made(states("2.a", "E")));
        COMPARE_FAULT(check(model::AllegationMade{m_debt, states("1.c")}), FaultCode::AlreadyExists);
        COMPARE_FAULT(made(states("1.a")), FaultCode::AlreadyExists);
        COMPARE_FAULT(made(states("1.b")), FaultCode::AlreadyExists);   // withdrawn, but its label is out there
        COMPARE_FAULT(made(states("1.C")), FaultCode::Malformed);
        COMPARE_FAULT(made(states("1.c", "E")), FaultCode::Malformed);  // paragraph 1 is of Guideline F
        COMPARE_FAULT(made(states("2.a", "Z")), FaultCode::UnknownCondition);
        Allegation bad = states("1.c");
        bad.text = " \n";
        COMPARE_FAULT(made(bad), FaultCode::Malformed);
        bad.repeats = {m_debt};                                         // "that information set out in 1.a above" needs no more words
        VERIFY_OK(made(bad));
        bad = states("1.c");
        bad.to = "2018";
        COMPARE_FAULT(made(bad), FaultCode::Malformed);
        bad = states("1.c");
        bad.conditions = {"16(a)"};                                     // of Guideline E
        COMPARE_FAULT(made(bad), FaultCode::UnknownCondition);
        bad.conditions = {"20(a)"};                                     // speaks for the subject
        COMPARE_FAULT(made(bad), FaultCode::Malformed);
        bad = states("1.c");
        bad.evidence = {PassageId::make(m_office->clock, m_office->random)};
        COMPARE_FAULT(made(bad), FaultCode::NotFound);
        bad = states("1.c");
        bad.repeats = {fresh()};
        COMPARE_FAULT(made(bad), FaultCode::NotFound);
    }

    void nothingRepeatsItselfInACircle()
    {
        Allegation second = states("2.a", "E");
        second.repeats = {m_debt};
        const AllegationId crossed = fresh();
        m_case->add(model::AllegationMade{crossed, second});
        Allegation first = states("1.a");
        first.repeats = {crossed};
        COMPARE_FAULT(check(model::AllegationAmended{m_debt, first, "crossed"}), FaultCode::Malformed);
        first.repeats = {m_debt};
        COMPARE_FAULT(check(model::AllegationAmended{m_debt, first, "itself"}), FaultCode::Malformed);
    }

    void amended()
    {
        Allegation states = this->states("1.a");
        COMPARE_FAULT(check(model::AllegationAmended{m_debt, states, "nothing new"}), FaultCode::AlreadyExists);
        states.text = "You owe 12,000 dollars";
        VERIFY_OK(check(model::AllegationAmended{m_debt, states, "a newer report"}));
        COMPARE_FAULT(check(model::AllegationAmended{m_debt, states, " "}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::AllegationAmended{m_gone, states, "r"}), FaultCode::NotAllowed);
        states.label = "1.b";
        COMPARE_FAULT(check(model::AllegationAmended{m_debt, states, "r"}), FaultCode::AlreadyExists);
    }

    void nothingMoreIsSaidOfAWithdrawnOne()
    {
        COMPARE_FAULT(check(model::AllegationDropped{m_gone, "again"}), FaultCode::NotAllowed);
        COMPARE_FAULT(check(model::AllegationAnswered{m_gone, model::AllegationAnswer::Admitted, ""}), FaultCode::NotAllowed);
        COMPARE_FAULT(check(model::AllegationFound{m_gone, model::AllegationFinding::For, {}, ""}), FaultCode::NotAllowed);
        COMPARE_FAULT(check(model::AllegationDropped{fresh(), "who?"}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::AllegationDropped{m_debt, ""}), FaultCode::Malformed);
        VERIFY_OK(check(model::AllegationDropped{m_debt, "paid in full before the statement was issued"}));
    }

    void appraised()
    {
        VERIFY_OK(check(model::AllegationAppraised{m_debt, "B", "larger than it looks", "three years ago", model::Frequency::Repeated}));
        COMPARE_FAULT(check(model::AllegationAppraised{m_debt, "E", "", "", model::Frequency::Once}), FaultCode::Malformed);
    }

    void mitigators()
    {
        using model::MitigatorStanding;
        VERIFY_OK(check(model::MitigatorWeighed{m_debt, "20(b)", MitigatorStanding::Claimed, {}, ""}));
        VERIFY_OK(check(model::MitigatorWeighed{m_debt, "20(b)", MitigatorStanding::Supported, {m_passage}, "laid off in 2019"}));
        COMPARE_FAULT(check(model::MitigatorWeighed{m_debt, "20(b)", MitigatorStanding::Refuted, {}, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::MitigatorWeighed{m_debt, "19(a)", MitigatorStanding::Claimed, {}, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::MitigatorWeighed{m_debt, "17(c)", MitigatorStanding::Claimed, {}, ""}), FaultCode::UnknownCondition);
        COMPARE_FAULT(check(model::MitigatorWeighed{m_debt, "20(b)", MitigatorStanding::Claimed, {PassageId::make(m_office->clock, m_office->random)}, ""}), FaultCode::NotFound);
    }

    void found()
    {
        using model::AllegationFinding;
        VERIFY_OK(check(model::AllegationFound{m_debt, AllegationFinding::Against, {"19(a)"}, ""}));
        COMPARE_FAULT(check(model::AllegationFound{m_debt, AllegationFinding::Against, {"20(b)"}, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::AllegationFound{m_debt, AllegationFinding::Neither, {}, ""}), FaultCode::Malformed);
        VERIFY_OK(check(model::AllegationFound{m_debt, AllegationFinding::Neither, {}, "moot: the account is another person's"}));
    }
};

QTEST_GUILESS_MAIN(TestAllegations)
#include "tst_flow_allegations.moc"
