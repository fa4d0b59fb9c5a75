// SPDX-License-Identifier: GPL-3.0-or-later
// decision.json says everything that was decided, and no byte of it, of its signature or of the countersignature can change.
#include "core/codec/json.h"
#include "core/evidence/decisioncheck.h"
#include "tests/unit/flow/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class TestDecision : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_both;
    std::unique_ptr<SampleCase> m_case;
    PassageId m_passage;
    std::string m_decision;
    Bytes m_signature, m_countersignature;

    Bytes counter(const Member &person)
    {
        return must(crypto::signDetached(evidence::countersignedContent(viewOf(m_decision), m_signature), person.credential,
                                         m_office->clock.now(), {m_office->officeCertificate()}));
    }
    auto verify(const std::string &decision, const Bytes &signature, const Bytes &countersignature)
    {
        return evidence::verifyDecision(viewOf(decision), signature, countersignature, m_office->trust);
    }
    Bytes signatureOf(const std::string &decision, const Member &signer)
    {
        return must(crypto::signDetached(viewOf(decision), signer.credential, m_office->clock.now(), {m_office->officeCertificate()}));
    }

private slots:
    void initTestCase()
    {
        using model::ConditionFinding;
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_both = m_office->enrol("Bo Both", {crypto::Role::Adjudicator, crypto::Role::Supervisor});
        m_case = std::make_unique<SampleCase>(*m_office, m_ada);
        const DocumentId report = m_case->addDocument("Report", {"There were unpaid debts of 11,842 dollars in 2022."});
        m_passage = m_case->tie(report, "unpaid debts", "19(c)");
        const std::string pack = sead4()->id;
        m_case->add(model::ConditionFound{{pack, "19(c)"}, ConditionFinding::Established, "the debts are his"});
        m_case->add(model::ConditionFound{{pack, "20(b)"}, ConditionFinding::NoEvidence, ""});
        m_case->add(model::GuidelineFound{pack, "F", model::GuidelineFinding::AgainstSubject, "not mitigated"});
        m_case->add(model::FactorWeighed{pack, "2(d)(1)", "serious", {m_passage}});
        m_case->add(model::ReasonsWritten{{{"The debts stand.", {m_passage}}}});
        const model::DecisionSigned event = m_case->sign(m_ada, {});
        m_decision = event.decision;
        m_signature = event.signature;
        m_countersignature = counter(m_sam);
    }

    void saysWhatWasDecided()
    {
        const codec::Json json = must(codec::parseCanonicalJson(viewOf(m_decision)));
        QCOMPARE(json.find("format")->string(), std::string("caseward-decision/1"));
        QCOMPARE(json.find("outcome")->find("id")->string(), std::string("deny"));
        QCOMPARE(json.find("outcome")->find("class")->string(), std::string("adverse"));
        QCOMPARE(json.find("reference")->string(), std::string("PSH-26-0001"));
        QCOMPARE(json.find("subject")->string(), std::string("Subject K"));
        QCOMPARE(json.find("supersedes")->string(), std::string());
        QVERIFY(json.find("demonstration")->boolean());
        QCOMPARE(json.find("packs")->array()[0].find("digest")->string(), sead4()->digest.hex());
        QCOMPARE(json.find("history")->find("size")->number(), double(m_case->history.size()));
        QCOMPARE(json.find("history")->find("root")->string(), m_case->history.root().hex());
        QCOMPARE(json.find("signer")->find("certificate")->string(), m_ada.fingerprint().hex());
        const auto &passage = json.find("passages")->array().at(0);
        QCOMPARE(passage.find("id")->string(), m_passage.text());
        QCOMPARE(passage.find("place")->find("quote")->string(), std::string("unpaid debts"));
        QCOMPARE(json.find("reasons")->array().at(0).find("cites")->array().at(0).string(), m_passage.text());
        QCOMPARE(json.find("documents")->array().size(), std::size_t(1));

        const auto &finding = json.find("findings")->array().at(0);
        QCOMPARE(finding.find("guideline")->string(), std::string("F"));
        QCOMPARE(finding.find("finding")->string(), std::string("against-subject"));
        const auto &disqualifying = finding.find("disqualifying")->array();
        QCOMPARE(disqualifying.size(), std::size_t(1));
        QCOMPARE(disqualifying[0].find("finding")->string(), std::string("established"));
        QCOMPARE(disqualifying[0].find("passages")->array()[0].string(), m_passage.text());
        QCOMPARE(finding.find("mitigating")->array()[0].find("finding")->string(), std::string("no-evidence"));
    }

    void verifies()
    {
        const auto alone = must(verify(m_decision, m_signature, {}));
        QVERIFY(!alone.countersigned);
        QCOMPARE(alone.signerName, std::string("Ada Adjudicator"));
        QCOMPARE(alone.signerOffice, std::string("Bureau 7"));
        QCOMPARE(alone.signedAt.milliseconds, TestOffice::noon().milliseconds);
        QVERIFY(alone.digest == crypto::sha256(viewOf(m_decision)));
        QVERIFY(alone.historyRoot == m_case->history.root());
        const auto both = must(verify(m_decision, m_signature, m_countersignature));
        QVERIFY(both.countersigned);
        QCOMPARE(both.countersignerName, std::string("Sam Supervisor"));
        QCOMPARE(both.outcomeId, std::string("deny"));
    }

    void noByteOfTheDecisionCanChange()
    {
        for (std::size_t at = 0; at < m_decision.size(); at += 11) {
            std::string changed = m_decision;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            COMPARE_FAULT(verify(changed, m_signature, {}), FaultCode::SignatureInvalid);
        }
        COMPARE_FAULT(verify(m_decision + " ", m_signature, {}), FaultCode::SignatureInvalid);
        COMPARE_FAULT(verify(m_decision.substr(0, m_decision.size() / 2), m_signature, {}), FaultCode::SignatureInvalid);
        COMPARE_FAULT(verify("", m_signature, {}), FaultCode::SignatureInvalid);
    }

    void changedSignaturesAreRefused()
    {
        int same = 0;
        for (std::size_t at = 0; at < m_signature.size(); at += 13) {
            Bytes changed = m_signature;
            changed[at] ^= 0x40;
            const auto outcome = verify(m_decision, changed, {});
            // Whatever still verifies must say the very same thing.
            if (outcome.ok() && outcome->signerName == "Ada Adjudicator" && outcome->signedAt == TestOffice::noon())
                ++same;
            else
                QVERIFY2(!outcome.ok(), std::to_string(at).c_str());
        }
        QCOMPARE(same, 0);
        for (const Bytes &rubbish : {Bytes(), toBytes("signature"), Bytes(m_signature.begin(), m_signature.begin() + 200)})
            COMPARE_FAULT(verify(m_decision, rubbish, {}), FaultCode::Malformed);
    }

    void countersignatureCoversBoth()
    {
        COMPARE_FAULT(verify(m_decision, signatureOf(m_decision, m_ada), m_countersignature), FaultCode::SignatureInvalid);
        COMPARE_FAULT(verify(m_decision, m_signature, signatureOf(m_decision, m_sam)), FaultCode::SignatureInvalid);
        Bytes changed = m_countersignature;
        changed[changed.size() - 5] ^= 1;
        COMPARE_FAULT(verify(m_decision, m_signature, changed), FaultCode::SignatureInvalid);
        COMPARE_FAULT(verify(m_decision, m_signature, toBytes("x")), FaultCode::Malformed);
    }

    void separationOfDuties()
    {
        COMPARE_FAULT(verify(m_decision, m_signature, counter(m_ada)), FaultCode::NotAllowed);
        // Signed by somebody else than the one it names.
        COMPARE_FAULT(verify(m_decision, signatureOf(m_decision, m_both), {}), FaultCode::NotAllowed);
        COMPARE_FAULT(verify(m_decision, m_signature, counter(m_office->enrol("Kit Courier", {crypto::Role::Courier}))),
                      FaultCode::CertificateUnsuitable);
    }

    void supervisorAloneDecidesNothing()
    {
        const std::string decision = flow::buildDecision({m_case->dossier(), *sead4(), m_case->checkpoint(), m_sam.certificate(),
                                                          m_sam.files.id, "adjudicator", m_office->clock.now()});
        COMPARE_FAULT(verify(decision, signatureOf(decision, m_sam), {}), FaultCode::CertificateUnsuitable);
    }

    void strangersAndExpiredCertificates()
    {
        TestOffice elsewhere("Bureau 8");
        const Member nora = elsewhere.enrol("Nora Next", {crypto::Role::Adjudicator});
        const std::string decision = flow::buildDecision({m_case->dossier(), *sead4(), m_case->checkpoint(), nora.certificate(),
                                                          nora.files.id, "adjudicator", m_office->clock.now()});
        COMPARE_FAULT(verify(decision, signatureOf(decision, nora), {}), FaultCode::CertificateUntrusted);
        const std::int64_t now = TestOffice::noon().milliseconds;
        const Member old = m_office->enrol("Odd Old", {crypto::Role::Adjudicator}, {{now - 400 * day}, {now - 2 * day}});
        COMPARE_FAULT(verify(m_decision, signatureOf(m_decision, old), {}), FaultCode::CertificateExpired);
    }

    void signedThingsThatAreNoDecision()
    {
        const auto signedBy = [this](const std::string &text) { return verify(text, signatureOf(text, m_ada), {}); };
        COMPARE_FAULT(signedBy("{}"), FaultCode::Malformed);
        COMPARE_FAULT(signedBy("not JSON"), FaultCode::Malformed);
        COMPARE_FAULT(signedBy(m_decision + "\n"), FaultCode::NotCanonical);
        std::string other = m_decision;
        const std::string format = "caseward-decision/1";
        other.replace(other.find(format), format.size(), "caseward-decision/2");
        COMPARE_FAULT(signedBy(other), FaultCode::Malformed);
    }

    void secondDecisionSupersedesTheFirst()
    {
        SampleCase again(*m_office, m_ada);
        again.addDocument("Report", {"Words."});
        const auto first = again.sign(m_ada, {});
        again.add(first);
        again.introduce(m_sam);
        again.addAs(m_sam, model::ReviewReturned{first.digest, "look again", {}});
        const auto second = again.sign(m_ada, {});
        const codec::Json json = must(codec::parseCanonicalJson(viewOf(second.decision)));
        QCOMPARE(json.find("supersedes")->string(), first.digest.hex());
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_flow_decision.moc"
