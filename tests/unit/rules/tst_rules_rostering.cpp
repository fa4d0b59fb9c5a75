// SPDX-License-Identifier: GPL-3.0-or-later
// Which roster may follow which, and what it makes of a person.
#include "core/rules/rostering.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::model;
using namespace caseward::rules;

class TestRostering : public QObject {
    Q_OBJECT

    const PersonId m_otto = must(PersonId::parse("01a20320-a200-7115-9bd1-2a30430a1969"));
    const PersonId m_ada = must(PersonId::parse("01a20320-a200-7115-9bd1-2a30430a1970"));
    const Bytes m_ottosDer{1}, m_adasDer{2}, m_otherDer{3};
    const Digest m_digest = must(Digest::parseHex(std::string(64, 'b')));

    Roster roster(std::uint64_t version = 5) const
    {
        Roster made;
        made.office = "Bureau 7";
        made.version = version;
        made.previous = version == 6 ? m_digest : Digest();
        made.signer = m_otto;
        made.people = {{m_otto, "Otto", {"security-officer"}, {m_ottosDer}, Standing::Active, {}, ""},
                       {m_ada, "Ada", {"adjudicator", "supervisor"}, {m_adasDer}, Standing::Active, {}, ""}};
        return made;
    }
    Credentials otto() const { return {m_otto, "Otto", m_ottosDer, {"security-officer"}}; }
    Credentials ada(std::vector<std::string> roles = {"adjudicator"}) const { return {m_ada, "Ada", m_adasDer, std::move(roles)}; }

private slots:
    void rolesOfAPerson()
    {
        const Roster held = roster();
        QCOMPARE(must(rolesOf(nullptr, ada())), std::vector<std::string>{"adjudicator"});
        QCOMPARE(must(rolesOf(&held, ada())), std::vector<std::string>{"adjudicator"});                 // no more than the certificate
        QCOMPARE(must(rolesOf(&held, ada({"adjudicator", "auditor"}))), std::vector<std::string>{"adjudicator"}); // no more than the roster
        QCOMPARE(must(rolesOf(&held, ada({}))), (std::vector<std::string>{"adjudicator", "supervisor"})); // an organisation's own PKI
        const Credentials other{m_ada, "Ada", m_otherDer, {"adjudicator"}};
        COMPARE_FAULT(rolesOf(&held, other), FaultCode::PersonSuspended);
        const Credentials nobody{must(PersonId::parse("01a20320-a200-7115-9bd1-2a30430a1971")), "Nils", m_adasDer, {}};
        COMPARE_FAULT(rolesOf(&held, nobody), FaultCode::PersonSuspended);
    }

    void standings_data()
    {
        QTest::addColumn<int>("standing");
        QTest::addColumn<bool>("works");
        QTest::newRow("active") << static_cast<int>(Standing::Active) << true;
        QTest::newRow("suspended") << static_cast<int>(Standing::Suspended) << false;
        QTest::newRow("removed") << static_cast<int>(Standing::Removed) << false;
    }
    void standings()
    {
        QFETCH(int, standing);
        QFETCH(bool, works);
        Roster held = roster();
        held.find(m_ada)->standing = static_cast<Standing>(standing);
        held.find(m_ada)->reason = "inquiry 7";
        const auto roles = rolesOf(&held, ada());
        QCOMPARE(roles.ok(), works);
        QVERIFY(works || QString::fromStdString(roles.fault().detail).contains("inquiry 7"));
    }

    void followers()
    {
        const Roster held = roster();
        VERIFY_OK(mayFollow(&held, m_digest, roster(6), otto()));
        VERIFY_OK(mayFollow(&held, m_digest, roster(9), otto()));   // some were missed
        COMPARE_FAULT(mayFollow(&held, m_digest, roster(5), otto()), FaultCode::RosterInvalid);
        COMPARE_FAULT(mayFollow(&held, m_digest, roster(4), otto()), FaultCode::RosterInvalid);
        COMPARE_FAULT(mayFollow(&held, Digest(), roster(6), otto()), FaultCode::RosterInvalid);   // follows another fifth one
        Roster elsewhere = roster(6);
        elsewhere.office = "Bureau 8";
        COMPARE_FAULT(mayFollow(&held, m_digest, elsewhere, otto()), FaultCode::RosterInvalid);
        COMPARE_FAULT(mayFollow(&held, m_digest, roster(6), ada({"security-officer"})), FaultCode::RosterInvalid); // names another signer
        Roster byAda = roster(6);
        byAda.signer = m_ada;
        COMPARE_FAULT(mayFollow(&held, m_digest, byAda, ada({"security-officer"})), FaultCode::RosterInvalid); // was none before
    }

    void promotingOneself()
    {
        Roster next = roster(6);
        next.signer = m_ada;
        next.find(m_ada)->roles = {"security-officer"};
        const Roster held = roster();
        COMPARE_FAULT(mayFollow(&held, m_digest, next, ada({"security-officer"})), FaultCode::RosterInvalid);
    }

    void somebodyStaysSecurityOfficer()
    {
        Roster held = roster();
        held.find(m_otto)->roles = {"recovery"};
        Roster next = roster(6);
        next.find(m_otto)->roles = {"recovery"};
        const Credentials recovery{m_otto, "Otto", m_ottosDer, {"recovery"}};
        COMPARE_FAULT(mayFollow(&held, m_digest, next, recovery), FaultCode::RosterInvalid);
        next.find(m_ada)->roles = {"security-officer"};
        VERIFY_OK(mayFollow(&held, m_digest, next, recovery));
        next.find(m_ada)->standing = Standing::Suspended;
        COMPARE_FAULT(mayFollow(&held, m_digest, next, recovery), FaultCode::RosterInvalid);
        Roster away = roster(6);
        away.find(m_otto)->roles = {"auditor"};
        const Roster before = roster();
        COMPARE_FAULT(mayFollow(&before, m_digest, away, otto()), FaultCode::RosterInvalid);
    }

    void theFirst()
    {
        VERIFY_OK(mayFollow(nullptr, {}, roster(1), otto()));
        Roster notFirst = roster(1);
        notFirst.previous = m_digest;
        COMPARE_FAULT(mayFollow(nullptr, {}, notFirst, otto()), FaultCode::RosterInvalid);
        Credentials adjudicator = otto();
        adjudicator.roles = {"adjudicator"};
        COMPARE_FAULT(mayFollow(nullptr, {}, roster(1), adjudicator), FaultCode::RosterInvalid);
    }
};

QTEST_APPLESS_MAIN(TestRostering)
#include "tst_rules_rostering.moc"
