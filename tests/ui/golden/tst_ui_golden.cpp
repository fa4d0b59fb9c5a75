// SPDX-License-Identifier: GPL-3.0-or-later
// Golden pictures: the window as app/desktop wires it, in eight states, beside the pictures in tests/data/golden that somebody has looked
// at. Only the fonts of resources/fonts are there, and no date, id or path of today is in sight, so that they are the same on every Debian 12.
//   CASEWARD_PICTURES=FOLDER   where the actual picture and what differs are written
//   CASEWARD_GOLDEN=write      makes the golden pictures anew; then look at them
#include "app/desktop/workstation.h"
#include "core/session/spots.h"
#include "tests/support/testoffice.h"
#include "tests/ui/golden/pictures.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/pageview.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QBuffer>
#include <QFile>
#include <QFontDatabase>
#include <QTemporaryDir>

#include <ctime>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::ui;
using namespace caseward::uitest;

namespace {

const char letter[] = "To the adjudications office\n\n"
                      "I did not list the account at the credit union on my questionnaire. I thought that it had been closed, and I was wrong.\n\n"
                      "Since March I have paid 250 dollars a month towards the balance of 11,842 dollars. The receipts are enclosed.\n\n"
                      "I have told my supervisor and the security officer about both debts.\n";
const char report[] = "Report of investigation, financial\n\n"
                      "The subject listed no delinquent debts in section 26 of the questionnaire. A credit report shows two accounts in collection, "
                      "opened in 2019 and 2021, with balances of 11,842 and 3,310 dollars.\n\n"
                      "Asked about them, the subject answered at once and named a third account that the report does not show.\n";

// A deposit slip as a scanner would see it, drawn here pixel by pixel: no fonts, no reader, no chance.
QImage slip()
{
    QImage image(600, 780, QImage::Format_Grayscale8);
    image.fill(250);
    const auto box = [&image](const QRect &area, int grey) {
        for (int y = area.top(); y <= area.bottom(); ++y)
            std::fill_n(image.scanLine(y) + area.left(), area.width(), static_cast<uchar>(grey));
    };
    box({60, 60, 300, 26}, 60);
    for (int row = 0; row < 3; ++row) {
        const int top = 140 + row * 200;
        box({60, top, 480, 160}, 90);
        box({62, top + 2, 476, 156}, 252);
        for (int line = 0; line < 4; ++line)
            box({80, top + 24 + line * 32, 150 + 30 * ((row + line) % 3), 10}, 120);
        box({400, top + 50, 110, 60}, 150);
        box({404, top + 54, 102, 52}, 245);
        box({416, top + 70, 78, 18}, 150);
    }
    return image;
}

session::NewDocument document(const char *name, const char *title, model::DocumentKind kind, Bytes content, const char *exhibit)
{
    session::NewDocument made;
    made.name = name;
    made.title = title;
    made.kind = kind;
    made.content = std::move(content);
    made.exhibit = exhibit;
    return made;
}

Bytes png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return Bytes(bytes.begin(), bytes.end());
}

} // namespace

class TestUiGolden : public QObject, private Hands {
    Q_OBJECT
    TestOffice m_office;
    Member m_rivera = m_office.enrol("A. Rivera", {crypto::Role::Adjudicator});
    Member m_lee = m_office.enrol("M. Lee", {crypto::Role::Supervisor});
    Path m_vault = m_office.makeVault("station", {m_rivera}, {m_lee});
    CaseId m_case;
    PassageId m_quoted, m_pictured;
    std::unique_ptr<Workstation> m_station;

    MainWindow &window() { return m_station->window(); }
    bool idle() { return !m_station->worker().isBusy(); }
    ReviewPage *desk() { return dynamic_cast<ReviewPage *>(window().page(QStringLiteral("review"))); }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }

    // When nothing is on its way any more, and two pictures in a row are the same.
    QImage picture()
    {
        QImage before;
        for (int round = 0; round < 200; ++round) {
            QTest::qWait(25);
            const bool blank = desk() && desk()->isVisible() && desk()->pane(0)->view()->blankPages() + desk()->pane(1)->view()->blankPages() > 0;
            const QImage now = window().grab().toImage().convertToFormat(QImage::Format_RGB32);
            if (idle() && !blank && now == before)
                return now;
            before = now;
        }
        return before;
    }
    void compare(const char *name)
    {
        const QString file = QStringLiteral(CASEWARD_SOURCE_DIR "/tests/data/golden/%1.png").arg(QLatin1String(name));
        const QImage actual = picture();
        if (qEnvironmentVariable("CASEWARD_GOLDEN") == QLatin1String("write")) {
            QVERIFY(keep(actual, file));
            return;
        }
        const QImage golden(file);
        QVERIFY2(!golden.isNull(), qPrintable(file));
        const Difference difference = differenceOf(golden, actual);
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (difference.pixels > 0 && !folder.isEmpty()) {
            QVERIFY(keep(actual, folder + QStringLiteral("/golden/%1-actual.png").arg(QLatin1String(name))));
            QVERIFY(keep(difference.picture, folder + QStringLiteral("/golden/%1-difference.png").arg(QLatin1String(name))));
        }
        QVERIFY2(difference.pixels == 0, qPrintable(QLatin1String(name) + QStringLiteral(": ") + difference.words()
                                                    + (folder.isEmpty() ? QStringLiteral("; CASEWARD_PICTURES=FOLDER keeps pictures") : QString())));
    }
    void show(Theme::Scheme scheme, const char *place)
    {
        m_station->theme().setScheme(scheme);
        window().go(QLatin1String(place));
        QTRY_VERIFY(idle());
    }

private slots:
    void initTestCase();
    void onlyTheShippedFontsAreThere();
    void differencesAreSeen();
    void queue() { show(Theme::Scheme::Light, "queue"), compare("queue-light"); }
    void openCase();
    void reviewOfWords();
    void reviewOfAPicture();
    void palette();
    void screening() { show(Theme::Scheme::Light, "screening"), compare("screening-light"); }
    void screeningDark() { show(Theme::Scheme::Dark, "screening"), compare("screening-dark"); }
    void timeline() { show(Theme::Scheme::Light, "timeline"), compare("timeline-light"); }
    void decision() { show(Theme::Scheme::Light, "decision"), compare("decision-light"); }
    void decisionInTheDark() { show(Theme::Scheme::Dark, "decision"), compare("decision-dark"); }
    void supervision() { show(Theme::Scheme::Dark, "supervision"), compare("supervision-dark"); }
    void cleanupTestCase() { m_station.reset(); }
};

void TestUiGolden::initTestCase()
{
    QApplication::setCursorFlashTime(0);
    auto session = signIn(m_office, m_vault, m_rivera);
    session::NewCase facts;
    facts.reference = "PSH-26-0417";
    facts.subject = "S-0417";
    facts.access = "Secret";
    facts.due = "2026-12-31";
    facts.demonstration = true;
    m_case = must(session->createCase(facts));
    NoProgress progress;
    const auto add = [&](session::NewDocument made) { return must(session->addDocument(m_case, made, progress)); };
    const DocumentId reported = add(document("report.txt", "Report of investigation", model::DocumentKind::ReportOfInvestigation, toBytes(report), "Ex. 1"));
    const DocumentId said = add(document("letter.txt", "Letter of the subject", model::DocumentKind::SubjectStatement, toBytes(letter), "Ex. 2"));
    const DocumentId scanned = add(document("slip.png", "Deposit slips", model::DocumentKind::CreditReport, png(slip()), "Ex. 3"));
    add(document("questionnaire.xml", "Questionnaire", model::DocumentKind::Questionnaire,
                 contentOf(Path(CASEWARD_SOURCE_DIR) / "resources" / "demo" / "questionnaire.xml"), "Ex. 4"));
    const std::string pack = must(session->packOf(m_case))->id;
    const auto quote = [&](const DocumentId &where, const char *words) { return must(session->anchorOf(m_case, where, 1, words)); };
    m_quoted = session->newPassageId();
    m_pictured = session->newPassageId();
    const model::Anchor claimed = quote(said, "I thought that it had been closed"), found = quote(reported, "listed no delinquent debts");
    const double dots = must(session->pageSizes(m_case, scanned))[0].width / 600;
    const auto part = [&](double x, double y, double width, double height) {
        return must(session::anchorAt(*session, m_case, scanned, {1, model::Rect{x * dots, y * dots, width * dots, height * dots}}));
    };
    must(session->record(m_case, {model::PassageTied{m_quoted, quote(reported, "two accounts in collection"), {pack, "19(c)"}, model::Weight::Substantial, "Both since paid down."},
                                  model::PassageTied{session->newPassageId(), quote(said, "I have paid 250 dollars a month"), {pack, "20(d)"}, model::Weight::Moderate, ""},
                                  model::PassageTied{session->newPassageId(), part(390, 340, 130, 80), {pack, "20(b)"}, model::Weight::Slight, ""},
                                  model::PassageTied{m_pictured, part(50, 130, 500, 180), {pack, "19(f)"}, model::Weight::Moderate, ""},
                                  model::ContradictionLinked{session->newContradictionId(), claimed, found, "closed, or never listed"}}));
    // Everything has been read: what this window shows for how long must not get into the pictures.
    std::vector<model::Event> read;
    const auto dossier = must(session->openCase(m_case));
    for (const model::DocumentState &one : dossier->documents) {
        model::PagesDisplayed displayed{one.facts.document, {}};
        for (std::uint32_t page = 1; page <= one.facts.pages; ++page)
            displayed.pages.push_back(page);
        read.emplace_back(std::move(displayed));
    }
    must(session->record(m_case, read));
    session.reset();
    m_station = std::make_unique<Workstation>(*qApp, m_office.environment(), Theme::Scheme::Light);
    window().resize(1366, 768);
    takeHold(&window());
    showActive(&window());
    m_station->gate().setVault(QString::fromStdString(m_vault.string()));
    QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible() && idle());
    press("unlock.warning.accept");
    find<QLineEdit>("unlock.passphrase")->setFocus();
    QTest::keyClicks(find<QLineEdit>("unlock.passphrase"), QLatin1String(passphrase));
    QTest::keyClick(find<QLineEdit>("unlock.passphrase"), Qt::Key_Return);
    QTRY_VERIFY(window().isInside() && idle());
}

// What main() has seen to: a font of the machine would change every picture.
void TestUiGolden::onlyTheShippedFontsAreThere()
{
    const QStringList families = QFontDatabase::families();
    // Three names that Qt gives to whatever there is.
    const QStringList aliases{QStringLiteral("Monospace"), QStringLiteral("Sans Serif"), QStringLiteral("Serif")};
    for (const QString &family : families)
        QVERIFY2(aliases.contains(family) || family.startsWith(QStringLiteral("Inter")) || family.startsWith(QStringLiteral("JetBrains Mono")), qPrintable(family));
    QVERIFY(families.contains(QStringLiteral("Inter")));
}

void TestUiGolden::differencesAreSeen()
{
    QImage one(20, 10, QImage::Format_RGB32);
    one.fill(qRgb(200, 100, 50));
    QImage other = one;
    QCOMPARE(differenceOf(one, other).pixels, 0);
    other.setPixel(4, 5, qRgb(200, 103, 50));
    QCOMPARE(differenceOf(one, other).pixels, 0);
    other.setPixel(4, 5, qRgb(200, 104, 50));
    other.setPixel(7, 8, qRgb(0, 0, 0));
    const Difference difference = differenceOf(one, other);
    QCOMPARE(difference.pixels, 2);
    QCOMPARE(difference.where, QRect(4, 5, 4, 4));
    QCOMPARE(difference.picture.pixel(7, 8), qRgb(220, 0, 0));
    QCOMPARE(differenceOf(one, one.scaled(10, 10)).pixels, 100);
}

void TestUiGolden::openCase()
{
    window().openCase(m_case);
    QTRY_VERIFY(window().caseModel()->isOpen() && idle());
}

void TestUiGolden::reviewOfWords()
{
    show(Theme::Scheme::Light, "review");
    desk()->choosePassage(m_quoted);
    compare("review-light");
}

void TestUiGolden::reviewOfAPicture()
{
    show(Theme::Scheme::Dark, "review");
    desk()->choosePassage(m_pictured);
    compare("review-picture-dark");
}

void TestUiGolden::palette()
{
    show(Theme::Scheme::Light, "review");
    desk()->choosePassage(m_quoted);
    QTRY_VERIFY(idle());
    desk()->activePane()->takeFocus();
    key(Qt::Key_F);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("debt"));
    compare("palette-light");
    key(Qt::Key_Escape);
}

// Before anything of Qt is there: only the fonts that the program brings, no settings of whoever runs it.
int main(int count, char **words)
{
    QTemporaryDir home;
    const QString config = home.filePath(QStringLiteral("fonts.conf"));
    QFile file(config);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig><cachedir>" + home.filePath(QStringLiteral("cache")).toUtf8()
               + "</cachedir></fontconfig>");
    file.close();
    qputenv("FONTCONFIG_FILE", config.toUtf8());
    for (const char *name : {"FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME",
                             "LANGUAGE", "LC_MESSAGES", "LANG", "XDG_CONFIG_HOME"})
        qunsetenv(name);
    qputenv("HOME", home.path().toUtf8());
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("TZ", "UTC");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    ::tzset();
    StallWatch application(count, words);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    TestUiGolden test;
    QTEST_SET_MAIN_SOURCE_PATH
    const int failed = QTest::qExec(&test, count, words);
    application.report("TestUiGolden");
    return failed;
}
#include "tst_ui_golden.moc"
