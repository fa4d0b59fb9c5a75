// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a vault looks at the packs and the templates it keeps: what was changed behind the station's back is said by name.
#include "core/codec/json.h"
#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/session/letters.h"
#include "core/session/packdesk.h"
#include "core/session/state.h"
#include "core/session/vaultcheck.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

namespace {

const std::string kept = "guideline pack site 1.0.0", form = "template denial 7";

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    const auto at = text.find(what);
    Q_ASSERT(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

} // namespace

class TestSessionKept : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office, m_strange;
    Member m_pat, m_stranger;
    Path m_vault;
    std::string m_pack, m_letter;      // as they were taken in
    NoProgress m_progress;

    Path carried(const std::string &name, const std::string &text)
    {
        const Path folder = m_office->fresh("stick");
        must(makeDirectory(folder));
        must(writeFile(folder / name, viewOf(text)));
        must(writeFile(folder / (name + ".p7s"), signatureOf(text, m_pat, *m_office)));
        return folder / name;
    }
    Bytes signatureOf(const std::string &text, const Member &signer, const TestOffice &office)
    {
        return must(crypto::signDetached(viewOf(text), signer.credential, m_office->clock.now(), {office.officeCertificate()}));
    }
    // The check of a copy in which `sql` was run with the key, by somebody who has it.
    session::CheckedVault checked(const std::function<void(store::Database &)> &tamper)
    {
        const Path copy = m_office->copyOf(m_vault);
        {
            const auto session = signIn(*m_office, copy, m_pat);
            tamper(session->state().vault->database());
        }
        const auto session = signIn(*m_office, copy, m_pat);
        return must(session::checkWholeVault(*session, m_progress));
    }
    static std::function<void(store::Database &)> running(const std::string &sql)
    {
        return [sql](store::Database &database) { must(database.execute(sql.c_str())); };
    }
    // Sets text, digest and signature of a row together: what somebody does who wants it to pass.
    static std::function<void(store::Database &)> putting(const std::string &table, const std::string &was, const std::string &text, const Bytes &signature)
    {
        return [=](store::Database &database) {
            auto update = must(database.prepare(("UPDATE " + table + " SET text=?, digest=?, signature=? WHERE digest=?").c_str()));
            update.bind(1, text).bind(2, crypto::sha256(viewOf(text)).hex()).bind(3, BytesView(signature)).bind(4, crypto::sha256(viewOf(was)).hex());
            must(update.run());
        };
    }
    static std::string wrong(const session::CheckedVault &it, const std::string &name)
    {
        std::string words;
        for (const session::CheckedPart &part : it.parts)
            if (part.name == name && part.condition == session::Condition::Damaged)
                words += (words.empty() ? "" : " | ") + part.words;
        return words;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_strange = std::make_unique<TestOffice>("Bureau of Strangers");
        m_pat = m_office->enrol("Pat", {crypto::Role::SecurityOfficer, crypto::Role::Adjudicator});
        m_stranger = m_strange->enrol("Sam", {crypto::Role::SecurityOfficer});
        m_vault = m_office->makeVault("desk", {m_pat}, {});
        codec::Json root = must(codec::parseJson(must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources/packs/uk-nsv-1.0.0.json", limits::packBytes))));
        root.object().find(std::string_view("id"))->second = "site";
        root.object().find(std::string_view("crosswalk"))->second.array().clear();
        m_pack = codec::canonicalJson(root);
        m_letter = replaced(toText(must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources/packs/letters/denial.letter", limits::packBytes))), "version 1.0", "version 7");
        const auto session = signIn(*m_office, m_vault, m_pat);
        must(session::PackDesk(*session).import(carried("pack.json", m_pack)));
        must(session::LetterDesk(*session).importForm(carried("denial.letter", m_letter)));
        intake(*session, "PSH-26-0001");        // keeps a pack that came without a signature
        must(session::PackDesk(*session).retire("de-sueg", "not used here"));
    }

    void soundOnesAreNamedAndCounted()
    {
        const auto it = checked([](store::Database &) {});
        for (const auto &problem : it.totals.problems)
            QVERIFY2(false, (problem.subject + ": " + problem.problem).c_str());
        std::vector<std::string> names;
        for (const session::CheckedPart &part : it.parts)
            if (part.name.starts_with("guideline pack") || part.name.starts_with("template"))
                names.push_back(part.name);
        QCOMPARE(names, (std::vector<std::string>{kept, "guideline pack us-sead4-2017 2.0.0", "guideline pack de-sueg 1.0.0", form}));
        QCOMPARE(it.totals.signatures, std::uint64_t(2));
    }

    void whatWasChangedIsSaidByName_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *test, const char *sql, const std::string &name, const char *words) {
            QTest::newRow(test) << QString(sql) << QString::fromStdString(name) << QString(words);
        };
        row("text of a pack", "UPDATE packs SET text=replace(text, 'version', 'Version') WHERE id='site'", kept, "vault-damaged: its stored text is not the one that was kept");
        row("text of a pack of a case", "UPDATE packs SET text=text||' ' WHERE id='us-sead4-2017'", "guideline pack us-sead4-2017 2.0.0", "vault-damaged: its stored text");
        row("version of a pack", "UPDATE packs SET version='9.0.0' WHERE id='site'", "guideline pack site 9.0.0", "kept under another name: it says of itself that it is site 1.0.0");
        row("signature gone", "UPDATE packs SET signature=x'' WHERE id='site'", kept, "the signature it was taken in with is gone (entry ");
        row("signature broken", "UPDATE packs SET signature=x'3003020100' WHERE id='site'", kept, "");
        row("pack gone", "DELETE FROM packs WHERE id='site'", kept, "vault-truncated: it is gone");
        row("retired in secret", "UPDATE packs SET retired_at=1 WHERE id='site'", kept, "no entry of the station's ledger says so");
        row("not retired any more", "UPDATE packs SET retired_at=0 WHERE id='de-sueg'", "guideline pack de-sueg 1.0.0", "the station's ledger says that it was retired");
        row("retired one gone", "DELETE FROM packs WHERE id='de-sueg'", "guideline pack de-sueg 1.0.0", "vault-truncated: it is gone");
        row("text of a template", "UPDATE letter_forms SET text=replace(text, 'Letter of denial', 'Letter of advice')", form, "vault-damaged: its stored text is not");
        row("kind of a template", "UPDATE letter_forms SET kind='advisement'", "template advisement 7", "it says of itself that it is denial 7");
        row("signature of a template", "UPDATE letter_forms SET signature=x''", form, "the signature it was taken in with is gone");
        row("template gone", "DELETE FROM letter_forms", form, "vault-truncated: it is gone");
    }

    void whatWasChangedIsSaidByName()
    {
        QFETCH(QString, sql);
        QFETCH(QString, name);
        QFETCH(QString, words);
        const auto it = checked(running(sql.toStdString()));
        const std::string said = wrong(it, name.toStdString());
        QVERIFY2(!said.empty(), "nothing is said");
        QVERIFY2(QString::fromStdString(said).contains(words), said.c_str());
        QCOMPARE(it.totals.problems.size(), std::size_t(1)); // of it alone, and once
        QCOMPARE(it.totals.problems[0].subject, name.toStdString());
    }

    // Text, digest and signature exchanged together: the old signature does not fit, a stranger's is not believed, and one of an officer stands in no ledger.
    void whatWasExchangedWhole()
    {
        const std::string pack = replaced(m_pack, "\"jurisdiction\":\"", "\"jurisdiction\":\"X"), letter = m_letter + "Another line.\n";
        const auto says = [](const std::string &said, const char *words) { QVERIFY2(said.find(words) != std::string::npos, said.c_str()); };
        says(wrong(checked(putting("packs", m_pack, pack, signatureOf(m_pack, m_pat, *m_office))), kept), "signature-invalid");
        says(wrong(checked(putting("packs", m_pack, pack, signatureOf(pack, m_stranger, *m_strange))), kept), "certificate-untrusted");
        const std::string both = wrong(checked(putting("packs", m_pack, pack, signatureOf(pack, m_pat, *m_office))), kept);
        says(both, "no entry of the station's ledger says so"); // the one that stands there now
        says(both, "it is gone");                               // and the one that was taken in
        says(wrong(checked(putting("letter_forms", m_letter, letter, signatureOf(m_letter, m_pat, *m_office))), form), "signature-invalid");
        says(wrong(checked(putting("letter_forms", m_letter, letter, signatureOf(letter, m_stranger, *m_strange))), form), "certificate-untrusted");
        says(wrong(checked(putting("letter_forms", m_letter, letter, signatureOf(letter, m_pat, *m_office))), form), "no entry of the station's ledger says so");
    }

    void aTableThatCannotBeReadIsNoReasonToStop()
    {
        const auto it = checked(running("UPDATE packs SET digest='no digest' WHERE id='site'"));
        QVERIFY(!wrong(it, "guideline packs").empty());
        QVERIFY(std::ranges::any_of(it.parts, [](const session::CheckedPart &part) { return part.name == form && part.condition == session::Condition::Good; }));
        QCOMPARE(it.totals.cases, std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSessionKept)
#include "tst_session_kept.moc"
