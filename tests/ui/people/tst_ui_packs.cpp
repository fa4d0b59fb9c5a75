// SPDX-License-Identifier: GPL-3.0-or-later
// Guideline packs driven through their widgets: anybody looks one up with how sure it is; only a security officer takes in and retires; a
// case is held against a further pack and both findings are shown; what a newer version changes is shown before the case moves.
#include "core/codec/json.h"
#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/session/casepacks.h"
#include "core/session/packdesk.h"
#include "core/session/state.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/peoplepage.h"

#include <QComboBox>
#include <QLabel>
#include <QTextBrowser>

#include <algorithm>
#include <ranges>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiPacks : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_stone, m_rivera;
    Path m_station, m_vault;
    CaseId m_case;
    PeoplePage *m_page = nullptr;

    void show(const tests::Member &member, const char *part)
    {
        m_page = signInTo<PeoplePage>(m_vault, member);
        QVERIFY(m_page->goTo(QLatin1String(part)));
        QTRY_VERIFY(settled());
    }
    const QString m_uk = QStringLiteral("UK: HMG Personnel Security Controls");
    QString shown() { return find<QTextBrowser>("people.packSheet.text")->toPlainText(); }
    // A pack as it comes on a stick; `change` is made to a shipped one.
    template <typename Change>
    Path carried(const char *shippedFile, const tests::Member &signer, Change change)
    {
        codec::Json root = tests::must(codec::parseJson(tests::must(readFile(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / shippedFile, limits::packBytes))));
        change(root.object());
        const std::string canonical = codec::canonicalJson(root);
        const Path file = m_office->fresh("carried.json");
        tests::must(writeFile(file, viewOf(canonical)));
        tests::must(writeFile(file.string() + ".p7s", tests::must(crypto::signDetached(viewOf(canonical), signer.credential, m_office->clock.now(), {m_office->officeCertificate()}))));
        return file;
    }
    // Under the further pack, and then the other way under the one that leads: the two stand beside one another.
    void isFoundUnderBoth()
    {
        press("people.casePacks.find");
        auto *subject = find<QComboBox>("people.packFinding.subject");
        subject->setCurrentIndex(subject->findText(QStringLiteral("nato-ac35-d2000: guideline e,"), Qt::MatchStartsWith));
        QTest::keyClicks(find<QPlainTextEdit>("people.packFinding.words"), QStringLiteral("lied in the interview"));
        QVERIFY(why("people.packFindingForm.accept").contains(QStringLiteral("Choose a finding")));      // nothing is suggested
        find<QComboBox>("people.packFinding.finding")->setCurrentIndex(1);
        press("people.packFindingForm.accept");
        QTRY_COMPARE(m_model->dossier()->guidelines.count({"nato-ac35-d2000", "e"}), std::size_t{1});
        QTRY_VERIFY(!isThere("people.packFindingForm") && settled());
        // The same concern under the first pack is found the other way: that is told by a sign, too.
        m_model->record({model::GuidelineFound{m_model->pack()->id, "E", model::GuidelineFinding::ForSubject, "mitigated"}});
        QTRY_COMPARE(m_model->dossier()->guidelines.count({m_model->pack()->id, "E"}), std::size_t{1});
        m_page->activate();
        QTRY_VERIFY(settled());
        QTRY_VERIFY(std::ranges::any_of(std::views::iota(0, rows("people.casePacks.table")->rowCount()), [this](int row) {
            return cell("people.casePacks.table", row, 3) == QStringLiteral("≠ For the subject") || cell("people.casePacks.table", row, 3) == QStringLiteral("≠ Against the subject");
        }));
        QTRY_VERIFY(std::ranges::any_of(std::views::iota(0, rows("people.casePacks.table")->rowCount()), [this](int row) {
            return cell("people.casePacks.table", row, 3).endsWith(QStringLiteral("Against the subject"));
        }));
        // What is recorded is shown when it is chosen, and is not recorded again as it is.
        press("people.casePacks.find");
        subject = find<QComboBox>("people.packFinding.subject");
        subject->setCurrentIndex(subject->findText(QStringLiteral("nato-ac35-d2000: guideline e,"), Qt::MatchStartsWith));
        QCOMPARE(find<QComboBox>("people.packFinding.finding")->currentIndex(), 1);
        QCOMPARE(find<QPlainTextEdit>("people.packFinding.words")->toPlainText(), QStringLiteral("lied in the interview"));
        QVERIFY(why("people.packFindingForm.accept").contains(QStringLiteral("what is recorded")));
        keepsTheContract("people.packFindingForm");
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_stone = std::make_unique<tests::Member>(m_office->enrol("S. Stone", {crypto::Role::SecurityOfficer}));
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_station = m_office->makeVault("station", {*m_stone, *m_rivera}, {});
        auto session = tests::signIn(*m_office, m_station, *m_rivera);
        session::NewCase facts;
        facts.reference = "J-1";
        facts.subject = "S-1";
        m_case = tests::must(session->createCase(facts));
    }
    void init() { m_vault = m_office->copyOf(m_station); }
    void cleanup() { leave(); }

    void anybodyLooksAPackUp()
    {
        show(*m_rivera, "packs");
        QTRY_VERIFY(rows("people.packs.table")->rowCount() >= 8);
        QVERIFY(!find<QAbstractButton>("people.packs.import")->isEnabled());
        QVERIFY(!find<QAbstractButton>("people.packs.retire")->isEnabled());
        QVERIFY(why("people.packs.sign").contains(QStringLiteral("security officer")));
        choose("people.packs.table", m_uk);
        press("people.packs.look");
        QTRY_VERIFY(isThere("people.packSheet"));
        QTRY_VERIFY(find<QTextBrowser>("people.packSheet.text")->height() >= 300);   // room to read in
        QVERIFY(shown().contains(QStringLiteral("Dishonesty or lack of integrity")));
        QVERIFY(shown().contains(QStringLiteral("confidence: high")));
        QVERIFY(shown().contains(QStringLiteral("NAO 19 Jan 2023")));
        keepsTheContract("people.packSheet");
        press("people.packs.compare");
        keepsTheContract("people.packChoiceForm");
    }

    void anOfficerTakesInAndRetires()
    {
        const auto named = [](codec::Json::Object &root) {
            root["id"] = "site";
            root["instrument"] = "<b>Site</b> rules";   // words, whatever they look like
        };
        const Path good = carried("uk-nsv-1.0.0.json", *m_stone, named), byAdjudicator = carried("uk-nsv-1.0.0.json", *m_rivera, named);
        show(*m_stone, "packs");
        QTRY_VERIFY(rows("people.packs.table")->rowCount() >= 8);
        const int before = rows("people.packs.table")->rowCount();
        press("people.packs.import");
        QVERIFY(!find<QAbstractButton>("people.packFileForm.accept")->isEnabled());
        type("people.packFile.file", text(byAdjudicator.string()));
        press("people.packFileForm.accept");
        QTRY_VERIFY(find<QWidget>("people.packFileForm.fault")->isVisible());
        QCOMPARE(rows("people.packs.table")->rowCount(), before);
        type("people.packFile.file", text(good.string()));
        press("people.packFileForm.accept");
        QTRY_COMPARE(rows("people.packs.table")->rowCount(), before + 1);
        QTRY_VERIFY(!isThere("people.packFileForm"));
        const QString site = QStringLiteral("UK: <b>Site</b> rules");
        choose("people.packs.table", site);
        QCOMPARE(cell("people.packs.table", rowOf("people.packs.table", site), 5), QStringLiteral("S. Stone, Bureau 7"));
        press("people.packs.look");
        QTRY_VERIFY(isThere("people.packSheet"));
        QVERIFY(shown().contains(QStringLiteral("<b>Site</b> rules")));
        press("people.packSheet.close");
        QTRY_VERIFY(!isThere("people.packSheet"));
        press("people.packs.retire");
        QTRY_VERIFY(isThere("ask.reason"));
        answer(QStringLiteral("replaced by the directive"));
        QTRY_VERIFY(cell("people.packs.table", rowOf("people.packs.table", site), 3).startsWith(QStringLiteral("Retired on")));
        QVERIFY(cell("people.packs.table", rowOf("people.packs.table", site), 3).endsWith(QStringLiteral(": replaced by the directive")));   // and why
        QVERIFY(cell("people.packs.table", rowOf("people.packs.table", site), 3).endsWith(QStringLiteral(": replaced by the directive")));   // and why
        press("people.packs.sign");
        keepsTheContract("people.packFileForm");
    }

    // From the palette, while another part of the page is shown: what may join is known only after it was asked for.
    void theActsOfThePaletteWaitForTheAnswer()
    {
        show(*m_rivera, "packs");
        openCase(m_case);
        const auto run = [this](const char *id) {
            for (const PageAction &one : m_page->pageActions())
                if (one.id == QLatin1String(id))
                    return one.run();
            QFAIL(id);
        };
        run("people.joinPack");
        QTRY_VERIFY(isThere("people.packChoiceForm"));
        QVERIFY(find<QComboBox>("people.packChoice.pack")->count() > 3);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!isThere("people.packChoiceForm"));
        // There is no newer version, and that is said.
        run("people.movePack");
        QTRY_VERIFY(find<QWidget>("people.casePacks.note")->isVisible());
        QVERIFY(!isThere("people.packChoiceForm"));
    }

    // One that cannot be read has its row, which says so; the others are as they were.
    void aDamagedPackIsShownAndTakesNothing()
    {
        {
            auto session = tests::signIn(*m_office, m_vault, *m_stone);
            const std::string text = "{broken";
            tests::must(session->state().vault->packTable().keepText({"old", "1.0.0", crypto::sha256(viewOf(text))}, text));
        }
        show(*m_rivera, "packs");
        QTRY_VERIFY(rows("people.packs.table")->rowCount() >= 9);
        QCOMPARE(cell("people.packs.table", rowOf("people.packs.table", QStringLiteral("old")), 3), QStringLiteral("Cannot be read: damaged"));
        choose("people.packs.table", QStringLiteral("old"));
        QVERIFY(!find<QAbstractButton>("people.packs.look")->isEnabled());
        choose("people.packs.table", m_uk);
        QVERIFY(find<QAbstractButton>("people.packs.look")->isEnabled());
    }

    void aCaseIsHeldAgainstAFurtherPackAndMoved()
    {
        const Path newer = carried("us-sead4-2017-2.0.0.json", *m_stone, [](codec::Json::Object &root) {
            root["version"] = "2.1.0";
            root["notice"] = "Said otherwise.";
            for (codec::Json &one : root["conditions"].array()) {
                codec::Json::Object &condition = one.object();
                if (condition["id"].string() == "20(a)") {         // of one condition two things, and neither is its text
                    condition["connective"] = condition["connective"].string() == "and" ? "or" : "and";
                    condition["subItems"] = codec::Json::Array{codec::Json(codec::Json::Object{{"id", codec::Json("20(a)(x)")}, {"text", codec::Json("a further item")}})};
                }
                if (condition["id"].string() == "20(b)")
                    condition["shortText"] = "in other words for lists";
            }
        });
        tests::must(session::PackDesk(*tests::signIn(*m_office, m_vault, *m_stone)).import(newer));
        show(*m_rivera, "casepacks");
        QVERIFY(why("people.casePacks.join").contains(QStringLiteral("Open a case")));
        openCase(m_case);
        QTRY_VERIFY(find<QAbstractButton>("people.casePacks.join")->isEnabled());
        QVERIFY(why("people.casePacks.rules").contains(QStringLiteral("one pack")));
        press("people.casePacks.join");
        auto *pack = find<QComboBox>("people.packChoice.pack");
        pack->setCurrentIndex(pack->findText(QStringLiteral("NATO"), Qt::MatchStartsWith));
        QVERIFY(!find<QAbstractButton>("people.packChoiceForm.accept")->isEnabled());
        type("people.packChoice.reason", QStringLiteral("joint case"));
        press("people.packChoiceForm.accept");
        QTRY_VERIFY(rows("people.casePacks.table")->rowCount() > 10);
        QTRY_COMPARE(m_model->dossier()->packs.size(), std::size_t{2});
        QTRY_VERIFY(find<QAbstractButton>("people.casePacks.rules")->isEnabled());
        press("people.casePacks.rules");
        QTRY_VERIFY(isThere("people.packSheet"));
        QVERIFY(shown().contains(QStringLiteral("(stricter)")));
        QVERIFY(shown().contains(QStringLiteral("Review of adverse decisions")));
        keepsTheContract("people.packSheet");

        isFoundUnderBoth();

        press("people.casePacks.move");
        type("people.packChoice.reason", QStringLiteral("the directive changed"));
        press("people.packChoiceForm.accept");
        QTRY_VERIFY(isThere("ask.accept"));
        const auto asked = m_window->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(asked, [](const QLabel *label) { return label->text().contains(QStringLiteral("Conditions: 0 new, 1 said otherwise, 0 gone")); }));
        QCOMPARE(m_model->dossier()->packs.front().version, std::string("2.0.0"));  // nothing yet
        press("ask.accept");
        QTRY_COMPARE(m_model->dossier()->packs.front().version, std::string("2.1.0"));
        QTRY_COMPARE(m_model->pack()->version, std::string("2.1.0"));
        QTRY_VERIFY(settled());
    }
};

WINDOW_TEST_MAIN(TestUiPacks)
#include "tst_ui_packs.moc"
