// SPDX-License-Identifier: GPL-3.0-or-later
// The queue a page at a time: parts, words, orders and pages agree with the whole docket, follow every change, and hold no
// case that the person may not know of.
#include "core/session/docket.h"
#include "core/session/state.h"
#include "tests/support/testoffice.h"

#include <QTest>

#include <set>

using namespace caseward;
using namespace caseward::tests;
using session::DocketOrder;
using session::DocketPage;
using session::DocketPart;
using session::DocketQuery;

class TestSessionDocket : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_template;
    std::unique_ptr<session::Session> m_session;
    static constexpr int cases = 23;

    CaseId add(const std::string &reference, const std::string &subject, const std::string &due)
    {
        session::NewCase facts;
        facts.reference = reference;
        facts.subject = subject;
        facts.due = due;
        return must(m_session->createCase(facts));
    }
    DocketPage page(const DocketQuery &query) { return must(session::docketPage(*m_session, query)); }
    static std::vector<std::string> references(const DocketPage &page)
    {
        std::vector<std::string> list;
        for (const session::DocketRow &row : page.rows)
            list.push_back(row.reference);
        return list;
    }
    static DocketQuery wordQuery(const std::string &word)
    {
        DocketQuery query;
        query.words = {{word, {}, {}}};
        return query;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam", {crypto::Role::Supervisor});
        m_template = m_office->makeVault("desk", {m_ada, m_sam}, {});
        m_session = signIn(*m_office, m_template, m_ada);
        for (int number = 0; number < cases; ++number)
            add("PSH-26-" + std::to_string(1000 + number), "S-" + std::to_string(9000 - number),
                number % 5 == 0 ? "" : "2027-01-" + std::to_string(10 + number % 7));
        m_session.reset();
    }
    void init() { m_session = signIn(*m_office, m_office->copyOf(m_template), m_ada); }
    void cleanup() { m_session.reset(); }

    void pagesFitTogether()
    {
        for (const DocketOrder order : {DocketOrder::Case, DocketOrder::Type, DocketOrder::State, DocketOrder::Due, DocketOrder::Read,
                                        DocketOrder::Open, DocketOrder::Holder}) {
            for (const bool descending : {false, true}) {
                DocketQuery query;
                query.order = order;
                query.descending = descending;
                const auto whole = references(page(query));
                QCOMPARE(whole.size(), std::size_t(cases));
                QCOMPARE(std::set(whole.begin(), whole.end()).size(), std::size_t(cases));
                std::vector<std::string> joined;
                query.count = 7;
                for (query.from = 0; query.from < cases; query.from += 7) {
                    const DocketPage one = page(query);
                    QCOMPARE(one.matching, std::size_t(cases));
                    QVERIFY(one.rows.size() <= 7);
                    for (const std::string &reference : references(one))
                        joined.push_back(reference);
                }
                QVERIFY(joined == whole);
            }
        }
    }

    void orders()
    {
        DocketQuery query;
        query.order = DocketOrder::Case;
        query.descending = true;
        QCOMPARE(page(query).rows.front().reference, std::string("PSH-26-1022"));
        query.order = DocketOrder::Due;
        query.descending = false;
        const DocketPage due = page(query);
        QCOMPARE(due.rows.front().due, std::string("2027-01-10"));
        QVERIFY(due.rows.back().due.empty()); // those without a day come last
        for (std::size_t i = 1; i < due.rows.size(); ++i)
            QVERIFY(due.rows[i].due.empty() || due.rows[i - 1].due <= due.rows[i].due);
    }

    void wordsAndParts()
    {
        QCOMPARE(page(wordQuery("psh-26-101")).matching, std::size_t(10)); // 1010 to 1019
        QCOMPARE(page(wordQuery("s-8999")).rows.front().reference, std::string("PSH-26-1001"));
        DocketQuery two = wordQuery("ADA");
        two.words.push_back({"1007", {}, {}});
        QCOMPARE(page(two).matching, std::size_t(1));
        QCOMPARE(page(wordQuery("nowhere")).matching, std::size_t(0));
        DocketQuery kind;
        kind.words = {{"nowhere", {"initial"}, {}}};
        QCOMPARE(page(kind).matching, std::size_t(cases));
        kind.words = {{"nowhere", {}, {model::CaseStatus::Signed}}};
        QCOMPARE(page(kind).matching, std::size_t(0));
        DocketQuery closed;
        closed.part = DocketPart::Closed;
        const DocketPage none = page(closed);
        QCOMPARE(none.matching, std::size_t(0));
        QCOMPARE(none.parts[0], std::size_t(cases));
        QCOMPARE(none.cases, std::size_t(cases));
        DocketQuery far;
        far.from = 1000;
        QCOMPARE(page(far).rows.size(), std::size_t(0));
    }

    void followsEveryChange()
    {
        const CaseId before = must(m_session->findCase("PSH-26-1003"));
        QCOMPARE(page({}).cases, std::size_t(cases));
        const CaseId fresh = add("NEW-1", "S-NEW", "2026-12-01");
        QCOMPARE(page({}).rows.front().id, fresh); // due first of all
        session::NewCase twice;
        twice.reference = "NEW-1";
        twice.subject = "S-OTHER";
        COMPARE_FAULT(m_session->createCase(twice), FaultCode::AlreadyExists);
        session::NewDocument document;
        document.content = toBytes("A page of plain text for the queue to count.\n");
        document.name = "note.txt";
        NoProgress progress;
        must(m_session->addDocument(before, document, progress));
        DocketQuery query = wordQuery("PSH-26-1003");
        QCOMPARE(page(query).rows.front().documents, 1u);
        query.words.clear();
        query.order = DocketOrder::Read;
        query.descending = true;
        QCOMPARE(page(query).rows.front().id, before); // the only one with pages
    }

    void withoutNeedToKnowThereIsNoCase()
    {
        session::Session sam(m_office->environment());
        const Path vault = m_office->copyOf(m_template);
        must(unlock(sam, vault, m_sam));
        const DocketPage nothing = must(session::docketPage(sam, wordQuery("psh")));
        QCOMPARE(nothing.cases, std::size_t(0));
        QCOMPARE(nothing.matching, std::size_t(0));
        QCOMPARE(nothing.parts[0], std::size_t(0));
        COMPARE_FAULT(sam.findCase("PSH-26-1003"), FaultCode::NotFound);
        QCOMPARE(must(sam.docket()).size(), std::size_t(0));
    }

    void aGrantEndsByItself()
    {
        const Instant now = m_office->clock.now();
        const CaseId id = must(m_session->findCase("PSH-26-1004"));
        {
            auto access = m_session->state().vault->access();
            auto rows = must(access.ofCase(id));
            rows.front().expires = {now.milliseconds + 1000};
            VERIFY_OK(access.put(rows.front()));
        }
        QCOMPARE(page({}).cases, std::size_t(cases)); // read again, since the table changed
        m_office->clock.advance(999);
        QCOMPARE(page({}).cases, std::size_t(cases));
        m_office->clock.advance(1);
        QCOMPARE(page({}).cases, std::size_t(cases - 1));
        COMPARE_FAULT(m_session->findCase("PSH-26-1004"), FaultCode::NotFound);
        COMPARE_FAULT(m_session->findCase(id.text()), FaultCode::NotFound);
        m_office->clock.set(now);
    }

    // As in a vault of an older schema, and after a stop between the case and its line.
    void linesThatAreMissingAreMade()
    {
        VERIFY_OK(m_session->state().vault->database().execute("DELETE FROM docket WHERE reference<'PSH-26-1010';"));
        QCOMPARE(page({}).cases, std::size_t(cases));
        QCOMPARE(page(wordQuery("PSH-26-1003")).rows.front().subject, std::string("S-8997"));
        VERIFY_OK(m_session->state().vault->database().execute("DELETE FROM docket;"));
        QCOMPARE(must(m_session->docket()).size(), std::size_t(cases));
        must(m_session->findCase("PSH-26-1003"));
    }

    void signedOut()
    {
        m_session->lock();
        COMPARE_FAULT(session::docketPage(*m_session, {}), FaultCode::NotSignedIn);
    }
};

QTEST_GUILESS_MAIN(TestSessionDocket)
#include "tst_session_docket.moc"
