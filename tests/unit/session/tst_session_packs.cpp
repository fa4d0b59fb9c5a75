// SPDX-License-Identifier: GPL-3.0-or-later
// Packs are signed data: what is taken in, what is refused and in which words, what begins new cases, and that a case keeps its pack.
#include "core/codec/json.h"
#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/session/packdesk.h"
#include "core/session/people.h"
#include "core/session/state.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace caseward;
using namespace caseward::tests;
using codec::Json;
using session::PackDesk;
using session::PackOrigin;
using session::Session;

namespace {

using Change = std::function<void(Json::Object &)>;

Json &at(Json::Object &object, const char *key) { return object.find(std::string_view(key))->second; }

} // namespace

class TestSessionPacks : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office, m_strange;
    Member m_ada, m_pat, m_stranger;
    Path m_vault, m_copy;
    std::unique_ptr<Session> m_session;

    // A pack of our own made from a shipped one.
    static std::string packText(const Change &change)
    {
        Json root = must(codec::parseJson(must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources/packs/uk-nsv-1.0.0.json", limits::packBytes))));
        at(root.object(), "id") = "site";
        at(root.object(), "crosswalk").array().clear();
        change(root.object());
        return codec::canonicalJson(root);
    }
    static std::string packText() { return packText([](auto &) {}); }

    // On a stick: the file and a signature over it by `signer`.
    Path carried(const std::string &text, const Member &signer, const TestOffice &office)
    {
        const Path folder = m_office->fresh("stick");
        must(makeDirectory(folder));
        const Path file = folder / "pack.json";
        must(writeFile(file, viewOf(text)));
        must(writeFile(file.string() + ".p7s", must(crypto::signDetached(viewOf(text), signer.credential, m_office->clock.now(), {office.officeCertificate()}))));
        return file;
    }
    Path carried(const std::string &text) { return carried(text, m_pat, *m_office); }

    std::unique_ptr<Session> in(const Member &who, const session::Environment &environment)
    {
        m_session.reset();                       // one at a time holds the vault
        auto session = std::make_unique<Session>(environment);
        must(unlock(*session, m_copy, who));
        return session;
    }
    std::unique_ptr<Session> in(const Member &who) { return in(who, m_office->environment()); }

    static session::NewCase newCase(const std::string &reference, const std::string &pack)
    {
        session::NewCase facts;
        facts.reference = reference;
        facts.subject = "S-1";
        facts.pack = pack;
        return facts;
    }
    std::size_t held() { return must(PackDesk(*m_session).list()).size(); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_strange = std::make_unique<TestOffice>("Bureau of Strangers");
        m_ada = m_office->enrol("Ada", {crypto::Role::Adjudicator});
        m_pat = m_office->enrol("Pat", {crypto::Role::SecurityOfficer, crypto::Role::Adjudicator});
        m_stranger = m_strange->enrol("Sam", {crypto::Role::SecurityOfficer});
        m_vault = m_office->makeVault("desk", {m_ada, m_pat}, {});
    }
    void init()
    {
        m_copy = m_office->copyOf(m_vault);
        m_session = in(m_pat);
    }
    void cleanup() { m_session.reset(); }

    void takenInAndUsed()
    {
        PackDesk desk(*m_session);
        const auto row = must(desk.import(carried(packText())));
        QVERIFY(row.origin == PackOrigin::Imported && row.standing == packs::Standing::InForce);
        QCOMPARE(row.signer, std::string("Pat"));
        QCOMPARE(must(m_session->stationLedger()).back().kind, std::string("pack.imported"));
        const CaseId id = must(m_session->createCase(newCase("C-1", "site")));
        QCOMPARE(must(m_session->packOf(id))->digest, row.pack->digest);
        // Another sign-in knows it still.
        m_session = in(m_pat);
        QCOMPARE(must(m_session->packOf(id))->digest, row.pack->digest);
        m_session = in(m_ada);
        QVERIFY(must(PackDesk(*m_session).find("site 1.0.0")).origin == PackOrigin::Imported);
    }

    void onlyAnOfficer()
    {
        const Path file = carried(packText());
        m_session = in(m_ada);
        PackDesk desk(*m_session);
        COMPARE_FAULT(desk.import(file), FaultCode::NotAllowed);
        COMPARE_FAULT(desk.sign(file, m_office->fresh("x")), FaultCode::NotAllowed);
        COMPARE_FAULT(desk.retire("us-sead4-2017", "not wanted"), FaultCode::NotAllowed);
        QVERIFY(must(desk.list()).size() >= 8);      // looking up is everybody's
    }

    void refused_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *how, FaultCode code, const char *words) { QTest::newRow(how) << QString(how) << static_cast<int>(code) << QString(words); };
        row("unsigned", FaultCode::SignatureInvalid, "not signed");
        row("empty", FaultCode::Malformed, "");
        row("changed", FaultCode::SignatureInvalid, "");
        row("damaged signature", FaultCode::Malformed, "");
        row("no officer", FaultCode::CertificateUnsuitable, "Ada, who is no security officer");
        row("a stranger", FaultCode::CertificateUntrusted, "");
        row("not canonical", FaultCode::NotCanonical, "canonical");
        row("broken", FaultCode::Malformed, "");
        row("ended", FaultCode::NotAllowed, "ended on 2025-12-31");
        row("hostile", FaultCode::Malformed, "turn the direction of writing");
        row("huge", FaultCode::TooLarge, "");
        row("goes round", FaultCode::Malformed, "in a circle");
        row("other words under a name", FaultCode::AlreadyExists, "with other words");
        row("not there", FaultCode::NotFound, "");
    }
    void refused()
    {
        QFETCH(QString, how);
        QFETCH(int, code);
        QFETCH(QString, words);
        const auto with = [this](const Change &change) { return carried(packText(change)); };
        Path file;
        if (how == "unsigned") {
            file = carried(packText());
            std::filesystem::remove(file.string() + ".p7s");
        } else if (how == "empty") {
            file = carried("");
        } else if (how == "changed") {
            file = carried(packText());
            std::string text = toText(contentOf(file));
            text.replace(text.find("Grant"), 5, "grant");
            putContent(file, toBytes(text));
        } else if (how == "damaged signature") {
            file = carried(packText());
            putContent(file.string() + ".p7s", toBytes("not a signature"));
        } else if (how == "no officer") {
            file = carried(packText(), m_ada, *m_office);
        } else if (how == "a stranger") {
            file = carried(packText(), m_stranger, *m_strange);
        } else if (how == "not canonical") {
            file = carried(packText() + "\n");
        } else if (how == "broken") {
            file = carried(packText().substr(0, 2000));
        } else if (how == "ended") {
            file = with([](auto &root) { at(root, "effectiveTo") = "2025-12-31"; });
        } else if (how == "hostile") {
            file = with([](auto &root) { at(at(root, "outcomes").array()[0].object(), "title") = "\u202EtnarG"; });
        } else if (how == "huge") {
            file = carried(std::string(limits::packBytes + 1, ' '));
        } else if (how == "goes round") {
            const auto like = [](const char *id, const char *other) {
                return [id, other](Json::Object &root) {
                    at(root, "id") = id;
                    at(root, "crosswalk").array() = {Json(Json::Object{{"from", Json("1")}, {"pack", Json(other)}, {"to", Json("1")}})};
                };
            };
            must(PackDesk(*m_session).import(with(like("left", "right"))));
            file = with(like("right", "left"));
        } else if (how == "other words under a name") {
            file = with([](auto &root) { at(root, "id") = "uk-nsv"; });
        } else {
            file = m_office->fresh("nowhere.json");
        }
        const std::size_t before = held(), entries = must(m_session->stationLedger()).size();
        const auto done = PackDesk(*m_session).import(file);
        QVERIFY(!done.ok());
        QVERIFY2(static_cast<int>(done.fault().code) == code, (std::string(faultName(done.fault().code)) + ": " + done.fault().detail).c_str());
        QVERIFY2(QString::fromStdString(done.fault().detail).contains(words), done.fault().detail.c_str());
        QCOMPARE(held(), before);                                    // nothing of it is kept
        QCOMPARE(must(m_session->stationLedger()).size(), entries);
    }

    void twice()
    {
        const Path file = carried(packText());
        must(PackDesk(*m_session).import(file));
        COMPARE_FAULT(PackDesk(*m_session).import(file), FaultCode::AlreadyExists);
    }

    void signedHereAndCarriedOn()
    {
        PackDesk desk(*m_session);
        const Path draft = m_office->fresh("draft.json");
        must(writeFile(draft, viewOf(codec::prettyJson(must(codec::parseJson(viewOf(packText())))))));   // people indent
        const Path folder = m_office->fresh("out");
        must(makeDirectory(folder));
        const auto made = must(desk.sign(draft, folder));
        QCOMPARE(made.file.filename().string(), std::string("site-1.0.0.json"));
        QCOMPARE(toText(contentOf(made.file)), made.pack->canonical);
        COMPARE_FAULT(desk.sign(draft, folder), FaultCode::AlreadyExists);       // never overwritten
        must(desk.import(made.file));
        const Path further = m_office->fresh("further");
        must(makeDirectory(further));
        const auto carriedOn = must(desk.exportPack("site", further));
        QCOMPARE(contentOf(carriedOn.file), contentOf(made.file));
        QCOMPARE(contentOf(carriedOn.signature), contentOf(made.signature));
        COMPARE_FAULT(desk.exportPack("uk-nsv", further), FaultCode::NotFound);  // came with the program, unsigned
    }

    // What nobody signed in the ledger does not lie about as a signed pack.
    void aSignatureThatIsNotRecordedIsTakenBack()
    {
        const Path draft = m_office->fresh("draft.json"), folder = m_office->fresh("out");
        must(writeFile(draft, viewOf(packText())));
        must(makeDirectory(folder));
        VERIFY_OK(m_session->state().vault->database().execute("PRAGMA query_only=1;"));
        QVERIFY(!PackDesk(*m_session).sign(draft, folder).ok());
        QVERIFY(std::filesystem::is_empty(folder));
        VERIFY_OK(m_session->state().vault->database().execute("PRAGMA query_only=0;"));
        must(PackDesk(*m_session).sign(draft, folder));
    }

    // A damaged row in the vault is told, and the other packs serve as before.
    void oneDamagedPackTakesNothingFromTheOthers()
    {
        const std::size_t before = held();
        const std::string text = "{broken";
        const Digest digest = crypto::sha256(viewOf(text));
        must(m_session->state().vault->packTable().keepText({"old", "1.0.0", digest}, text));
        m_session = in(m_pat);
        QCOMPARE(held(), before);
        const auto lost = must(PackDesk(*m_session).lost());
        QCOMPARE(lost.size(), std::size_t{1});
        QCOMPARE(lost.front().ref.id, std::string("old"));
        QVERIFY(lost.front().why.code == FaultCode::Malformed);
        must(m_session->createCase(newCase("C-1", "uk-nsv")));
        must(PackDesk(*m_session).import(carried(packText())));
    }

    // Taken in once, and its signature does not verify any more: that is said, and not that it came with a case.
    void aSignatureThatNoLongerHoldsIsSaid()
    {
        const packs::PackPtr pack = must(packs::Pack::load(viewOf(packText())));
        const Bytes signature = must(crypto::signDetached(viewOf(pack->canonical), m_stranger.credential, m_office->clock.now(), {m_strange->officeCertificate()}));
        must(m_session->state().vault->packTable().keepSigned({pack->ref(), pack->canonical, signature, m_office->clock.now(), {}, {}}));
        m_session = in(m_pat);
        const auto row = must(PackDesk(*m_session).find("site"));
        QVERIFY(row.origin == PackOrigin::Doubted && !row.doubt.empty() && !session::beginsCases(row));
        const auto refused = m_session->createCase(newCase("C-1", "site"));
        COMPARE_FAULT(refused, FaultCode::NotAllowed);
        QVERIFY2(refused.fault().detail.find("does not verify any more") != std::string::npos, refused.fault().detail.c_str());
        COMPARE_FAULT(PackDesk(*m_session).import(carried(packText([](auto &root) { at(root, "notice") = "Other words."; }))), FaultCode::AlreadyExists);
        QVERIFY(must(PackDesk(*m_session).import(carried(packText()))).origin == PackOrigin::Imported);   // vouched for anew
        must(m_session->createCase(newCase("C-1", "site")));
    }

    // What a name means: the newest that begins cases, not the newest there is.
    void aNameMeansWhatBeginsCases()
    {
        must(PackDesk(*m_session).import(carried(packText())));
        must(PackDesk(*m_session).import(carried(packText([](auto &root) { at(root, "version") = "2.0.0"; at(root, "effective") = "2999-01-01"; }))));
        auto rows = must(PackDesk(*m_session).list());
        QCOMPARE(must(session::packAmong(rows, "site")).pack->version, std::string("1.0.0"));
        std::ranges::reverse(rows);
        QCOMPARE(must(session::packAmong(rows, "site")).pack->version, std::string("1.0.0"));
        QCOMPARE(must(session::packAmong(rows, "site 2.0.0")).pack->version, std::string("2.0.0"));
        COMPARE_FAULT(session::packAmong(rows, "nothing"), FaultCode::NotFound);
    }

    void retiringEndsNewCasesOnly()
    {
        must(PackDesk(*m_session).import(carried(packText())));
        const CaseId id = must(m_session->createCase(newCase("C-1", "site")));
        COMPARE_FAULT(PackDesk(*m_session).retire("site", " "), FaultCode::Malformed);
        const auto row = must(PackDesk(*m_session).retire("site", "the directive was withdrawn"));
        QVERIFY(row.standing == packs::Standing::Retired);
        COMPARE_FAULT(PackDesk(*m_session).retire("site", "again"), FaultCode::AlreadyExists);
        const auto refused = m_session->createCase(newCase("C-2", "site"));
        COMPARE_FAULT(refused, FaultCode::NotAllowed);
        QVERIFY2(refused.fault().detail.find("the directive was withdrawn") != std::string::npos, refused.fault().detail.c_str());
        m_session = in(m_pat);
        QCOMPARE(must(m_session->packOf(id))->id, std::string("site"));
        QVERIFY(must(m_session->openCase(id)));
        // One that came with the program is retired as well, and an older version of it does not come back by that.
        must(PackDesk(*m_session).retire("uk-nsv", "not used here"));
        COMPARE_FAULT(m_session->createCase(newCase("C-3", "uk-nsv")), FaultCode::NotAllowed);
    }

    // What the program brings can change from one day to the next; a case cannot.
    void aCaseOpensWithThePackItBeganWith()
    {
        const CaseId id = must(m_session->createCase(newCase("C-1", "us-sead4-2017")));
        const auto pinned = must(m_session->openCase(id))->facts.pack;
        QCOMPARE(pinned.version, std::string("2.0.0"));
        const auto old = m_session->createCase(newCase("C-2", "us-sead4-2017 1.0.0"));
        COMPARE_FAULT(old, FaultCode::NotAllowed);                                // replaced
        session::Environment environment = m_office->environment();
        environment.packsFolder = m_office->fresh("packs");
        must(makeDirectory(environment.packsFolder));
        std::string newer = toText(must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources/packs/us-sead4-2017-2.0.0.json", limits::packBytes)));
        newer.replace(newer.find("\"2.0.0\""), 7, "\"2.1.0\"");
        must(writeFile(environment.packsFolder / "newer.json", viewOf(newer)));
        m_session = in(m_pat, environment);
        QCOMPARE(must(m_session->packOf(id))->digest, pinned.digest);
        QCOMPARE(must(m_session->packOf(must(m_session->createCase(newCase("C-3", "us-sead4-2017")))))->version, std::string("2.1.0"));
        // The old one is known, and that it came with a case; it begins none.
        QVERIFY(must(PackDesk(*m_session).find("us-sead4-2017 2.0.0")).origin == PackOrigin::WithCase);
    }
};

QTEST_GUILESS_MAIN(TestSessionPacks)
#include "tst_session_packs.moc"
