// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of event must hold before it is accepted, one bad thing at a time.
#include "core/base/limits.h"
#include "core/flow/weighing/eventcheck.h"
#include "tests/unit/flow/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using model::ConditionFinding;

class TestEventCheck : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    std::unique_ptr<SampleCase> m_case;
    DocumentId m_document;
    PassageId m_passage;
    ContradictionId m_contradiction;
    GapId m_gap;

    Status check(const model::Event &event, const Member *actor = nullptr)
    {
        return flow::checkEvent(event, m_case->dossier(), *sead4(), m_case->history.entries(), (actor ? *actor : m_ada).files.id,
                                [this](const DocumentId &id, std::uint32_t number) -> Result<store::PageLayer> {
                                    const auto layer = m_case->layers.find(id);
                                    if (layer == m_case->layers.end() || number < 1 || number > layer->second.size())
                                        return fail(FaultCode::NotFound, "no such page");
                                    return layer->second[number - 1];
                                });
    }
    model::Anchor anchor(const std::string &quote)
    {
        const auto &page = m_case->layers[m_document].front().text;
        std::uint32_t occurrence = 1;
        return must(evidence::makeAnchor(m_case->dossier().document(m_document)->facts, page,
                                     evidence::findQuote(page.text, 1, quote, occurrence).value()));
    }
    PassageId newPassage() { return PassageId::make(m_office->clock, m_office->random); }
    model::PassageTied tied() { return {newPassage(), anchor("unpaid debts"), {sead4()->id, "19(c)"}, model::Weight::Slight, "note"}; }
    static std::string tooLong() { return std::string(limits::noteCharacters + 1, 'x'); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_case = std::make_unique<SampleCase>(*m_office, m_ada);
        m_document = m_case->addDocument("Report", {"There were unpaid debts of 11,842 dollars in 2022.", "Second page."});
        m_passage = m_case->tie(m_document, "11,842 dollars", "19(a)");
        m_contradiction = ContradictionId::make(m_office->clock, m_office->random);
        m_case->add(model::ContradictionLinked{m_contradiction, anchor("unpaid"), anchor("debts"), ""});
        m_gap = GapId::make(m_office->clock, m_office->random);
        m_case->add(model::GapNoted{m_gap, "employment", "2020-01-01", "2020-06-30", std::nullopt, ""});
    }

    void pagesDisplayed()
    {
        VERIFY_OK(check(model::PagesDisplayed{m_document, {1, 2}}));
        COMPARE_FAULT(check(model::PagesDisplayed{m_document, {}}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::PagesDisplayed{m_document, {0}}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::PagesDisplayed{m_document, {1, 3}}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::PagesDisplayed{DocumentId::make(m_office->clock, m_office->random), {1}}), FaultCode::NotFound);
    }

    void pagesWaived()
    {
        VERIFY_OK(check(model::PagesWaived{m_document, {2}, "blank page"}));
        COMPARE_FAULT(check(model::PagesWaived{m_document, {2}, " \n"}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::PagesWaived{m_document, {2}, tooLong()}), FaultCode::TooLarge);
        COMPARE_FAULT(check(model::PagesWaived{m_document, {9}, "blank page"}), FaultCode::NotFound);
    }

    void passageTied()
    {
        VERIFY_OK(check(tied()));
        auto bad = tied();
        bad.condition.id = "19(z)";
        COMPARE_FAULT(check(bad), FaultCode::UnknownCondition);
        bad = tied();
        bad.condition.pack = "another-pack";
        COMPARE_FAULT(check(bad), FaultCode::UnknownCondition);
        bad = tied();
        bad.passage = m_passage;
        COMPARE_FAULT(check(bad), FaultCode::AlreadyExists);
        bad = tied();
        bad.passage = PassageId();
        COMPARE_FAULT(check(bad), FaultCode::AlreadyExists);
        bad = tied();
        bad.note = tooLong();
        COMPARE_FAULT(check(bad), FaultCode::TooLarge);
        bad = tied();
        bad.note = "\xc3";
        COMPARE_FAULT(check(bad), FaultCode::Malformed);
        bad = tied();
        bad.note.clear();
        VERIFY_OK(check(bad));
    }

    void passageThatDoesNotStandThere()
    {
        auto bad = tied();
        bad.anchor.quote = "unpaid bills";
        COMPARE_FAULT(check(bad), FaultCode::QuoteNotFound);
        bad = tied();
        bad.anchor.after = "something else";
        COMPARE_FAULT(check(bad), FaultCode::QuoteNotFound);
        bad = tied();
        bad.anchor.documentDigest = Digest();
        COMPARE_FAULT(check(bad), FaultCode::QuoteNotFound);
        bad = tied();
        bad.anchor.span.page = 2;
        COMPARE_FAULT(check(bad), FaultCode::QuoteNotFound);
        bad = tied();
        bad.anchor.span.page = 3;
        COMPARE_FAULT(check(bad), FaultCode::NotFound);
        bad = tied();
        bad.anchor.document = DocumentId::make(m_office->clock, m_office->random);
        COMPARE_FAULT(check(bad), FaultCode::NotFound);
    }

    void passageWeighedNotedUntied()
    {
        VERIFY_OK(check(model::PassageWeighed{m_passage, model::Weight::Slight}));
        VERIFY_OK(check(model::PassageNoted{m_passage, ""}));
        VERIFY_OK(check(model::PassageUntied{m_passage, "tied by mistake"}));
        const PassageId unknown = newPassage();
        COMPARE_FAULT(check(model::PassageWeighed{unknown, model::Weight::Slight}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::PassageNoted{unknown, "x"}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::PassageUntied{unknown, "x"}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::PassageNoted{m_passage, tooLong()}), FaultCode::TooLarge);
        COMPARE_FAULT(check(model::PassageUntied{m_passage, ""}), FaultCode::Malformed);
    }

    void contradictions()
    {
        const auto fresh = [this] { return ContradictionId::make(m_office->clock, m_office->random); };
        VERIFY_OK(check(model::ContradictionLinked{fresh(), anchor("unpaid"), anchor("2022"), "they disagree"}));
        auto bent = anchor("2022");
        bent.quote = "2023";
        COMPARE_FAULT(check(model::ContradictionLinked{fresh(), anchor("unpaid"), bent, ""}), FaultCode::QuoteNotFound);
        COMPARE_FAULT(check(model::ContradictionLinked{fresh(), bent, anchor("unpaid"), ""}), FaultCode::QuoteNotFound);
        COMPARE_FAULT(check(model::ContradictionLinked{fresh(), anchor("unpaid"), anchor("2022"), tooLong()}), FaultCode::TooLarge);
        VERIFY_OK(check(model::ContradictionResolved{m_contradiction, "the ledger stands"}));
        COMPARE_FAULT(check(model::ContradictionResolved{m_contradiction, " "}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::ContradictionResolved{fresh(), "x"}), FaultCode::NotFound);
    }

    void gaps()
    {
        const auto fresh = [this] { return GapId::make(m_office->clock, m_office->random); };
        VERIFY_OK(check(model::GapNoted{fresh(), "residence", "2020-01-01", "2020-01-01", anchor("2022"), ""}));
        COMPARE_FAULT(check(model::GapNoted{fresh(), "residence", "2020-02-30", "2020-03-01", std::nullopt, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::GapNoted{fresh(), "residence", "2020-03-02", "2020-03-01", std::nullopt, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::GapNoted{fresh(), "", "2020-01-01", "2020-03-01", std::nullopt, ""}), FaultCode::Malformed);
        auto bent = anchor("2022");
        bent.quote = "2023";
        COMPARE_FAULT(check(model::GapNoted{fresh(), "residence", "2020-01-01", "2020-03-01", bent, ""}), FaultCode::QuoteNotFound);
        VERIFY_OK(check(model::GapExplained{m_gap, "unemployed"}));
        COMPARE_FAULT(check(model::GapExplained{m_gap, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::GapExplained{fresh(), "unemployed"}), FaultCode::NotFound);
    }

    void conditionFindings_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<int>("finding");
        QTest::addColumn<bool>("fits");
        for (const auto finding : {ConditionFinding::Established, ConditionFinding::NotEstablished, ConditionFinding::Applies,
                                   ConditionFinding::DoesNotApply, ConditionFinding::NoEvidence}) {
            const bool disqualifying = finding == ConditionFinding::Established || finding == ConditionFinding::NotEstablished;
            const QByteArray name = QByteArray::fromStdString(std::string(model::findingName(finding)));
            QTest::newRow("disqualifying " + name) << "19(c)" << static_cast<int>(finding) << disqualifying;
            QTest::newRow("mitigating " + name) << "20(d)" << static_cast<int>(finding) << !disqualifying;
        }
    }
    void conditionFindings()
    {
        QFETCH(QString, condition);
        QFETCH(int, finding);
        QFETCH(bool, fits);
        const auto status = check(model::ConditionFound{{sead4()->id, condition.toStdString()}, static_cast<ConditionFinding>(finding), "because"});
        if (fits)
            VERIFY_OK(status);
        else
            COMPARE_FAULT(status, FaultCode::Malformed);
    }

    void conditionFindingsNeedReasons()
    {
        const auto found = [](const char *condition, ConditionFinding finding, const std::string &reason) {
            return model::ConditionFound{{sead4()->id, condition}, finding, reason};
        };
        COMPARE_FAULT(check(found("19(c)", ConditionFinding::Established, "")), FaultCode::Malformed);
        COMPARE_FAULT(check(found("20(d)", ConditionFinding::DoesNotApply, "")), FaultCode::Malformed);
        VERIFY_OK(check(found("20(d)", ConditionFinding::NoEvidence, "")));
        COMPARE_FAULT(check(found("20(d)", ConditionFinding::Applies, tooLong())), FaultCode::TooLarge);
        COMPARE_FAULT(check(found("99(x)", ConditionFinding::Established, "r")), FaultCode::UnknownCondition);
    }

    void guidelinesAndFactors()
    {
        const auto against = model::GuidelineFinding::AgainstSubject;
        VERIFY_OK(check(model::GuidelineFound{sead4()->id, "F", against, "because"}));
        COMPARE_FAULT(check(model::GuidelineFound{sead4()->id, "F", against, ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::GuidelineFound{sead4()->id, "Z", against, "r"}), FaultCode::UnknownCondition);
        COMPARE_FAULT(check(model::GuidelineFound{"other", "F", against, "r"}), FaultCode::UnknownCondition);
        VERIFY_OK(check(model::FactorWeighed{sead4()->id, "2(d)(1)", "words"}));
        VERIFY_OK(check(model::FactorWeighed{sead4()->id, "2(d)(1)", "words", {m_passage}}));
        COMPARE_FAULT(check(model::FactorWeighed{sead4()->id, "2(d)(1)", "words", {newPassage()}}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::FactorWeighed{sead4()->id, "2(d)(1)", ""}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::FactorWeighed{sead4()->id, "2(d)(99)", "words"}), FaultCode::UnknownCondition);
        COMPARE_FAULT(check(model::FactorWeighed{"other", "2(d)(1)", "words"}), FaultCode::UnknownCondition);
    }

    void reasons()
    {
        VERIFY_OK(check(model::ReasonsWritten{{{"A paragraph.", {m_passage}}, {"Another.", {}}}}));
        VERIFY_OK(check(model::ReasonsWritten{}));
        COMPARE_FAULT(check(model::ReasonsWritten{{{" ", {m_passage}}}}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::ReasonsWritten{{{"A paragraph.", {newPassage()}}}}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::ReasonsWritten{{{tooLong(), {}}}}), FaultCode::TooLarge);
    }

    void outcomes()
    {
        VERIFY_OK(check(model::OutcomeProposed{"deny", "", {}}));
        VERIFY_OK(check(model::OutcomeProposed{"grant-with-exception", "C", {"yearly statements"}}));
        COMPARE_FAULT(check(model::OutcomeProposed{"perhaps", "", {}}), FaultCode::UnknownCondition);
        COMPARE_FAULT(check(model::OutcomeProposed{"grant-with-exception", "Q", {}}), FaultCode::UnknownCondition);
        COMPARE_FAULT(check(model::OutcomeProposed{"deny", "C", {}}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::OutcomeProposed{"grant", "", {""}}), FaultCode::Malformed);
    }

    void explanations()
    {
        VERIFY_OK(check(model::CheckExplained{"paragraph-without-passage", "0", "it is a summary"}));
        COMPARE_FAULT(check(model::CheckExplained{"", "0", "x"}), FaultCode::Malformed);
        COMPARE_FAULT(check(model::CheckExplained{"paragraph-without-passage", "0", ""}), FaultCode::Malformed);
    }

    void withdrawals()
    {
        const std::uint64_t tie = m_case->dossier().tie(m_passage)->tied.seq;
        VERIFY_OK(check(model::EntryWithdrawn{tie, ""}));
        COMPARE_FAULT(check(model::EntryWithdrawn{tie, ""}, &m_sam), FaultCode::NotAllowed);
        COMPARE_FAULT(check(model::EntryWithdrawn{m_case->history.size(), ""}), FaultCode::NotFound);
        COMPARE_FAULT(check(model::EntryWithdrawn{tie, tooLong()}), FaultCode::TooLarge);
    }

    void kindsWithTheirOwnUseCase()
    {
        for (const model::Event &event : std::vector<model::Event>{model::CaseOpened{}, model::PersonIntroduced{}, model::DocumentAdded{},
                                                                  model::DecisionSigned{}, model::ReviewReturned{}, model::ReviewConcurred{},
                                                                  model::DecisionCountersigned{}, model::CustodySent{}, model::CustodyReceived{},
                                                                  model::UnknownEvent{"future.kind", {}}})
            COMPARE_FAULT(check(event), FaultCode::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestEventCheck)
#include "tst_flow_eventcheck.moc"
