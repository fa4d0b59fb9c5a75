// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry of screening must hold before it is accepted, one bad thing at a time; and that bodies from outside decode or are refused.
#include "core/flow/weighing/eventcheck.h"
#include "tests/unit/flow/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using model::Verdict;

class TestScreening : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada;
    std::unique_ptr<SampleCase> m_case;
    DocumentId m_form;
    model::FlagId m_flag;

    Status check(const model::Event &event)
    {
        return flow::checkEvent(event, m_case->dossier(), *sead4(), m_case->history.entries(), m_ada.files.id,
                                [](const DocumentId &, std::uint32_t) -> Result<store::PageLayer> { return fail(FaultCode::NotFound, "no page is needed"); });
    }
    model::FlagId fresh() { return model::FlagId::make(m_office->clock, m_office->random); }
    DocumentId nowhere() { return DocumentId::make(m_office->clock, m_office->random); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_case = std::make_unique<SampleCase>(*m_office, m_ada);
        m_form = m_case->addDocument("Questionnaire", {"one page"});
        m_flag = fresh();
        m_case->add(model::FlagRaised{m_flag, "a warrant", {}});
        m_case->add(model::DeficiencyNoted{"Q-GAP", "11", "where in 2019?"});
        m_case->add(model::DeficiencyNoted{"Q-GAP", "13A", "work in 2019?"});
        m_case->add(model::DeficiencySettled{"Q-GAP", "13A", "answered"});
    }

    void sections()
    {
        VERIFY_OK(check(model::SectionJudged{m_form, "11", Verdict::Yes, Verdict::Yes, Verdict::NotJudged, ""}));
        COMPARE_FAULT(check(model::SectionJudged{m_form, "11", Verdict::Yes, Verdict::No, Verdict::Yes, " "}), FaultCode::Malformed); // a no says why
        VERIFY_OK(check(model::SectionJudged{m_form, "11", Verdict::Yes, Verdict::No, Verdict::Yes, "the years differ"}));
        COMPARE_FAULT(check(model::SectionJudged{nowhere(), "11", Verdict::Yes, Verdict::Yes, Verdict::Yes, ""}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::SectionJudged{m_form, "", Verdict::Yes, Verdict::Yes, Verdict::Yes, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::SectionJudged{m_form, "section 11", Verdict::Yes, Verdict::Yes, Verdict::Yes, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::SectionJudged{m_form, "11", Verdict::Yes, Verdict::Yes, Verdict::Yes, std::string(limits::noteCharacters + 1, 'x')}), FaultCode::Malformed);
    }

    void papers()
    {
        VERIFY_OK(check(model::ReleaseRecorded{"general", "2026-01-05", "", {m_form, 1}, ""}));
        VERIFY_OK(check(model::ReleaseRecorded{"general", "", "", {}, ""}));
        COMPARE_FAULT(check(model::ReleaseRecorded{"general", "2026-01-05", "", {m_form, 2}, ""}), FaultCode::NotFound);       // it has one page
        COMPARE_FAULT(check(model::ReleaseRecorded{"general", "2026-01-05", "", {nowhere(), 0}, ""}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::ReleaseRecorded{"general", "2026-01-05", "", {std::nullopt, 1}, ""}), FaultCode::Malformed); // a page of nothing
        COMPARE_FAULT(check(model::ReleaseRecorded{"general", "2026-02-30", "", {}, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::ReleaseRecorded{"general", "2026-01-05", "2026-01-04", {}, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::ReleaseRecorded{"general", "", "2026-01-04", {}, ""}), FaultCode::Malformed);
        VERIFY_OK(check(model::IdentityRecorded{model::IdentityMatter::Identity, true, "passport", {}, ""}));
        COMPARE_FAULT(check(model::IdentityRecorded{model::IdentityMatter::Identity, true, "", {}, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::IdentityRecorded{model::IdentityMatter::Identity, false, "", {}, ""}), FaultCode::Malformed);
        VERIFY_OK(check(model::ComponentRecorded{"credit", model::ComponentState::Present, {m_form, 0}, ""}));
        COMPARE_FAULT(check(model::ComponentRecorded{"credit", model::ComponentState::Missing, {}, ""}), FaultCode::Malformed);
    }

    void flagsAndDeficiencies()
    {
        VERIFY_OK(check(model::FlagRaised{fresh(), "two birthdays", {m_form, 1}}));
        COMPARE_FAULT(check(model::FlagRaised{m_flag, "again", {}}), FaultCode::AlreadyExists);
        COMPARE_FAULT(check(model::FlagRaised{model::FlagId(), "no id", {}}), FaultCode::AlreadyExists);
        COMPARE_FAULT(check(model::FlagRaised{fresh(), "", {}}), FaultCode::Malformed);
        VERIFY_OK(check(model::FlagDismissed{m_flag.text(), "settled in 2020"}));
        COMPARE_FAULT(check(model::FlagDismissed{m_flag.text(), ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::FlagDismissed{"", "why"}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::DeficiencyNoted{"Q-GAP", "11", "\n"}), FaultCode::Malformed);
        VERIFY_OK(check(model::DeficiencySettled{"Q-GAP", "11", "the sender has written"}));
        COMPARE_FAULT(check(model::DeficiencySettled{"Q-GAP", "13A", "again"}), FaultCode::AlreadyExists);
        COMPARE_FAULT(check(model::DeficiencySettled{"Q-DATE", "11", "never noted"}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::CaseReturnedDeficient{"Office B", {{"Q-GAP", "11", "x"}}, ""}), FaultCode::NotAllowed); // has its own use case
    }

    // As they may come in a bundle: decoded within bounds, or refused; never passed on.
    void bodiesFromOutside()
    {
        using codec::Json;
        const auto decoded = [](const char *kind, Json::Object body) { return model::decodeEvent(kind, Json(std::move(body))).ok(); };
        const Json::Object place;
        QVERIFY(decoded("release.recorded", {{"kind", Json("credit")}, {"signedOn", Json("")}, {"validUntil", Json("")}, {"place", Json(Json::Object{{"page", Json(0)}})}, {"note", Json("")}}));
        QVERIFY(!decoded("release.recorded", {{"kind", Json("credit")}, {"signedOn", Json("")}, {"validUntil", Json("")}, {"place", Json(Json::Object{{"page", Json(99'999)}})}, {"note", Json("")}}));
        QVERIFY(!decoded("component.recorded", {{"component", Json("credit")}, {"state", Json("lost")}, {"place", Json(Json::Object{{"page", Json(0)}})}, {"reason", Json("")}}));
        QVERIFY(!decoded("deficiency.noted", {{"code", Json("Q-GAP\n")}, {"section", Json("")}, {"text", Json("")}}));
        Json::Array many;
        for (int i = 0; i < 1'001; ++i)
            many.emplace_back(Json::Object{{"code", Json("Q")}, {"section", Json("")}, {"text", Json("")}});
        QVERIFY(!decoded("case.returned-deficient", {{"to", Json("Office B")}, {"items", Json(std::move(many))}, {"words", Json("")}}));
    }
};

QTEST_GUILESS_MAIN(TestScreening)
#include "tst_flow_screening.moc"
