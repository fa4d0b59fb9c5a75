// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real vault, driven through its widgets: unlock, new case, intake, exchange, audit, lock; and what every
// screen must keep in both themes and at twice the text size.
#include "tests/support/testoffice.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/classbanner.h"
#include "ui/base/overlay.h"
#include "ui/base/theme.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/exchange/exchangepage.h"
#include "ui/pages/exchange/exportpanel.h"
#include "ui/pages/exchange/importpanel.h"
#include "ui/pages/queue/queuepage.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiStation : public QObject, private Hands {
    Q_OBJECT
    std::unique_ptr<tests::TestOffice> m_office;
    std::unique_ptr<tests::Member> m_rivera;
    Path m_vault;
    Theme *m_theme = nullptr;
    BannerKeeper *m_banners = nullptr;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<MainWindow> m_window;
    UnlockPage *m_gate = nullptr;
    QueuePage *m_queue = nullptr;
    ExchangePage *m_exchange = nullptr;
    AuditPage *m_audit = nullptr;

    bool idle() { return !m_worker->isBusy(); }
    void unlock(const QString &passphrase = QLatin1String(tests::passphrase))
    {
        QTRY_VERIFY(find<QComboBox>("unlock.person")->count() > 0);
        if (find<QWidget>("unlock.warning")->isVisible())
            press("unlock.warning.accept");
        QTest::keyClicks(find<QLineEdit>("unlock.passphrase"), passphrase);
        press("unlock.unlock");
    }
    void createCase()
    {
        press("queue.newCase");
        QTRY_VERIFY(find<QComboBox>("newcase.pack")->count() > 0);
        type("newcase.reference", QStringLiteral("PSH-26-0001"));
        type("newcase.subject", QStringLiteral("S-4711"));
        type("newcase.due", QStringLiteral("2026-12-04"));
        press("newcase.create");
        QTRY_COMPARE(find<QTableView>("queue.table")->model()->rowCount(), 1);
    }
    void openCase()
    {
        QSignalSpy opened(m_window->caseModel(), &CaseModel::opened);
        press("queue.open");
        QVERIFY(opened.wait(10000));
    }
    QString writeText(const char *name, const QByteArray &content)
    {
        const QString file = QString::fromStdString((m_office->root() / name).string());
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", name);
        out.write(content);
        return file;
    }

private slots:
    void initTestCase()
    {
        m_theme = new Theme(*qApp, Theme::Scheme::Light, this);
        m_banners = new BannerKeeper(*qApp, QStringLiteral("CUI"), this);
        m_office = std::make_unique<tests::TestOffice>();
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        const auto lee = m_office->enrol("M. Lee", {crypto::Role::Supervisor});
        m_vault = m_office->makeVault("station", {*m_rivera}, {lee});
    }

    void init()
    {
        m_theme->setScheme(Theme::Scheme::Light);
        m_theme->setTextScale(1.0);
        m_worker = std::make_unique<Worker>(m_office->environment());
        m_window = std::make_unique<MainWindow>(m_theme, m_banners, m_worker.get(), m_office->clock);
        CaseModel *model = m_window->caseModel();
        m_gate = new UnlockPage(m_theme, m_worker.get(), m_office->clock, m_window.get());
        m_window->addPlace({QStringLiteral("queue"), QStringLiteral("inbox"), [this, model](QWidget *window) {
            m_queue = new QueuePage(m_theme, model, m_office->clock, window);
            connect(m_queue, &QueuePage::caseWanted, m_window.get(), [this](const CaseId &id) { m_window->openCase(id, QStringLiteral("audit")); });
            return m_queue;
        }, false});
        m_window->addPlace({QStringLiteral("exchange"), QStringLiteral("arrow-left-right"),
                            [this, model](QWidget *window) { return m_exchange = new ExchangePage(m_theme, model, window); }, false});
        m_window->addPlace({QStringLiteral("audit"), QStringLiteral("scroll-text"),
                            [this, model](QWidget *window) { return m_audit = new AuditPage(m_theme, model, window); }, true});
        m_window->setGate(m_gate);
        connect(m_gate, &UnlockPage::unlocked, m_window.get(), &MainWindow::enter);
        connect(m_window.get(), &MainWindow::locked, m_gate, &UnlockPage::showLocked);
        m_window->resize(1366, 768);
        takeHold(m_window.get());
        showActive(m_window.get());
        m_gate->setVault(QString::fromStdString(m_office->copyOf(m_vault).string()));
    }

    void cleanup()
    {
        m_window.reset();
        m_worker.reset();
    }

    void whoLostTheirKeyIsToldWhatToDo()
    {
        QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible());
        press("unlock.warning.accept");
        press("unlock.lost");
        QTRY_VERIFY(find<QWidget>("ask.lost-key")->isVisible());
        QCOMPARE(clippedWords(m_window.get()), QStringList());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QWidget *>(QStringLiteral("ask.lost-key")));
    }

    void wrongPassphraseIsToldInline()
    {
        unlock(QStringLiteral("wrong"));
        QTRY_VERIFY(find<QWidget>("unlock.fault")->isVisible());
        QCOMPARE(words("unlock.fault.title"), QStringLiteral("The passphrase is wrong"));
        QVERIFY(!m_window->isInside());
        QVERIFY(find<QLineEdit>("unlock.passphrase")->text().isEmpty());
        unlock();
        QTRY_VERIFY(m_window->isInside());
        QCOMPARE(m_window->currentPlace(), QStringLiteral("queue"));
    }

    void failedSignInsAreHeldBackAndToldAfterwards()
    {
        for (int attempt = 0; attempt < 3; ++attempt) {
            unlock(QStringLiteral("wrong"));
            QTRY_VERIFY(find<QWidget>("unlock.fault")->isVisible() && idle());
        }
        unlock(); // the right one, too soon
        QTRY_COMPARE(words("unlock.fault.title"), QStringLiteral("Signing in failed too often"));
        auto *button = find<QPushButton>("unlock.unlock");
        QTest::keyClicks(find<QLineEdit>("unlock.passphrase"), QLatin1String(tests::passphrase));
        QVERIFY(!button->isEnabled());
        QVERIFY2(button->text().startsWith(QStringLiteral("Wait ")), qPrintable(button->text()));
        const int seconds = button->text().section(QLatin1Char(' '), 1, 1).toInt();
        QVERIFY(seconds > 0);
        for (int second = 0; second < seconds; ++second)
            QVERIFY(QMetaObject::invokeMethod(m_gate, "waitTick"));
        QVERIFY(button->isEnabled());
        m_office->clock.advance(60'000);
        press("unlock.unlock");
        QTRY_VERIFY(m_window->isInside());
        QTRY_VERIFY(find<QWidget>("main.notices")->isVisible());
        QVERIFY2(words("main.notices.0").startsWith(QStringLiteral("3 attempts")), qPrintable(words("main.notices.0")));
        press("main.notices.dismiss");
        QVERIFY(!find<QWidget>("main.notices")->isVisible());
    }

    void theWarningStandsFirst()
    {
        QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible());
        QVERIFY(!words("unlock.warning.text").isEmpty());
        QVERIFY(!find<QLineEdit>("unlock.passphrase")->isVisible());
        QCOMPARE(namelessWidgets(m_window.get()), QStringList());
        QCOMPARE(clippedWords(m_window.get()), QStringList());
        QCOMPARE(weakContrast(m_window.get()), QStringList());
        const QString vault = find<QLineEdit>("unlock.vault")->text();
        press("unlock.warning.decline");
        QVERIFY(find<QLineEdit>("unlock.vault")->text().isEmpty());
        QVERIFY(!find<QPushButton>("unlock.unlock")->isEnabled());
        m_gate->setVault(vault);
        QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible());
        press("unlock.warning.accept");
        QVERIFY(find<QLineEdit>("unlock.passphrase")->isVisible());
        unlock();
        QTRY_VERIFY(m_window->isInside());
        m_window->lockNow();
        QVERIFY(!find<QWidget>("unlock.warning")->isVisible());   // the same person, who has agreed
        press("unlock.other");
        QVERIFY(find<QWidget>("unlock.warning")->isVisible());    // whoever comes now has not
    }

    void theKeyMayBeOnAMediumOfOnesOwn()
    {
        QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible());
        press("unlock.warning.accept");
        const Path inside = Path(find<QLineEdit>("unlock.vault")->text().toStdString()) / "people", stick = m_office->fresh("stick");
        std::filesystem::create_directory(stick);
        const std::string name = m_rivera->files.id.text() + ".p8";
        std::filesystem::rename(inside / name, stick / name);
        press("unlock.key.1");
        QTest::keyClicks(find<QLineEdit>("unlock.passphrase"), QLatin1String(tests::passphrase));
        QVERIFY(!find<QPushButton>("unlock.unlock")->isEnabled());
        QCOMPARE(find<QPushButton>("unlock.unlock")->toolTip(), QStringLiteral("Choose the file of your key."));
        type("unlock.keyFile", QString::fromStdString((stick / name).string()));
        press("unlock.unlock");
        QTRY_VERIFY(m_window->isInside());
    }

    void folderThatIsNoVaultIsToldInline()
    {
        m_gate->setVault(QString::fromStdString(m_office->root().string()));
        QTRY_VERIFY(find<QWidget>("unlock.fault")->isVisible());
        QVERIFY(!find<QPushButton>("unlock.unlock")->isEnabled());
    }

    void caseIsCreatedFilledAndOpened()
    {
        unlock();
        QTRY_VERIFY(m_window->isInside());
        createCase();
        const QString good = writeText("Letter from employer.txt", "She was never late.\n");
        const QString empty = writeText("empty.txt", "");
        m_queue->addFiles({good, empty});
        QCOMPARE(find<QComboBox>("intake.0.kind")->currentText(), QStringLiteral("Letter"));
        press("intake.start");
        QTRY_COMPARE(words("intake.0.state"), QStringLiteral("Added"));
        QTRY_COMPARE(words("intake.1.state"), QStringLiteral("The document has no pages or no content"));
        QTRY_VERIFY(find<QPushButton>("intake.close")->text() == QLatin1String("Close"));
        press("intake.close");
        openCase();
        QCOMPARE(m_window->caseModel()->dossier()->documents.size(), std::size_t(1));
        QCOMPARE(words("header.title"), QStringLiteral("Case PSH-26-0001"));
        QCOMPARE(m_banners->text(), QStringLiteral("CUI//PRVCY"));
        QCOMPARE(m_window->currentPlace(), QStringLiteral("audit"));
        QTRY_COMPARE(find<QTableView>("audit.table")->model()->rowCount(), static_cast<int>(m_window->caseModel()->dossier()->size));
    }

    void sameNumberTwiceIsRefusedInTheForm()
    {
        unlock();
        QTRY_VERIFY(m_window->isInside());
        press("queue.newCase");
        QTRY_VERIFY(find<QComboBox>("newcase.pack")->count() > 0);
        type("newcase.reference", QStringLiteral("PSH-26-0001"));
        QVERIFY(!find<QPushButton>("newcase.create")->isEnabled());
        type("newcase.subject", QStringLiteral("S-1"));
        type("newcase.due", QStringLiteral("2026-02-30"));
        QVERIFY(!find<QPushButton>("newcase.create")->isEnabled());
        QTest::keyClick(find<QLineEdit>("newcase.due"), Qt::Key_Escape);
        QVERIFY(!Overlay::topmost(m_window.get()));
    }

    void lockShowsNothingOfTheCase()
    {
        unlock();
        QTRY_VERIFY(m_window->isInside());
        createCase();
        openCase();
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!m_window->isInside());
        QVERIFY(!m_window->caseModel()->isOpen());
        for (QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || !label->text().contains(QLatin1String("PSH-26")), qPrintable(label->text()));
        QVERIFY(!m_window->windowTitle().contains(QLatin1String("PSH")));
        QTRY_VERIFY(idle());
        QCOMPARE(missingBanners(QStringLiteral("CUI")), QStringList());
        unlock();
        QTRY_VERIFY(m_window->isInside());
        QTRY_COMPARE(find<QTableView>("queue.table")->model()->rowCount(), 1);
    }

    void bundleGoesOutAndIsInspected()
    {
        unlock();
        QTRY_VERIFY(m_window->isInside());
        createCase();
        m_window->go(QStringLiteral("exchange"));
        auto *cases = find<QListWidget>("export.cases");
        auto *people = find<QListWidget>("export.people");
        QTRY_VERIFY(cases->count() == 1 && people->count() >= 1);
        cases->item(0)->setCheckState(Qt::Checked);
        for (int i = 0; i < people->count(); ++i)
            people->item(i)->setCheckState(Qt::Checked);
        const QString bundle = QString::fromStdString(m_office->fresh("out.cwb").string());
        m_exchange->sending()->setFile(bundle);
        press("export.start");
        QTRY_VERIFY(find<QWidget>("export.receipt")->isVisible() || find<QWidget>("export.fault")->isVisible());
        QVERIFY2(find<QWidget>("export.receipt")->isVisible(), qPrintable(words("export.fault.title")));
        QVERIFY(QFile::exists(bundle));
        QTRY_COMPARE(find<QTableView>("exchange.register")->model()->rowCount(), people->count()); // one line a recipient
        // One byte changed on the way: refused whole, said inline, nothing to accept.
        QFile file(bundle);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
        QFile broken(QString::fromStdString(m_office->fresh("broken.cwb").string()));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(content);
        broken.close();
        m_exchange->goTo(QStringLiteral("receive"));
        m_exchange->receiving()->setFile(broken.fileName());
        m_exchange->receiving()->verify();
        QTRY_VERIFY(find<QWidget>("import.fault")->isVisible());
        QVERIFY(!find<QPushButton>("import.accept")->isVisible());
    }

    void vaultVerifies()
    {
        unlock();
        QTRY_VERIFY(m_window->isInside());
        createCase();
        openCase();
        QSignalSpy verified(m_audit, &AuditPage::verified);
        press("audit.verify");
        QVERIFY(verified.wait(20000));
        QCOMPARE(verified[0][0].toBool(), true);
        QCOMPARE(words("audit.note.title"), QStringLiteral("Everything in this vault verifies"));
    }

    void keysAreUsedOnce() { QCOMPARE(m_window->registry()->clashes(), QStringList()); }

    void commandBoxRunsWhatIsTyped()
    {
        unlock();
        QTRY_VERIFY(m_window->isInside());
        QTRY_VERIFY(idle());
        press("header.search");
        auto *field = find<QLineEdit>("commandbox.field");
        QTest::keyClicks(field, QStringLiteral("go exch"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_window->currentPlace(), QStringLiteral("exchange"));
        m_window->registry()->trigger(QStringLiteral("shell.back"));
        QCOMPARE(m_window->currentPlace(), QStringLiteral("queue"));
        m_window->registry()->trigger(QStringLiteral("go.audit")); // no case: refused with its reason
        QCOMPARE(m_window->currentPlace(), QStringLiteral("queue"));
        QCOMPARE(words("status.message"), QStringLiteral("Go to Audit: Open a case first"));
    }

    void everyScreenKeepsTheRules_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << false << 1.0;
        QTest::newRow("dark") << true << 1.0;
        QTest::newRow("light, large text") << false << 1.5;
    }
    void everyScreenKeepsTheRules()
    {
        QFETCH(bool, dark);
        QFETCH(double, scale);
        m_theme->setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        m_theme->setTextScale(scale);
        QTRY_VERIFY(idle());
        QStringList wrong = checked(QStringLiteral("unlock"));
        unlock();
        QTRY_VERIFY(m_window->isInside());
        createCase();
        QTRY_VERIFY(idle());
        wrong += checked(QStringLiteral("queue"));
        press("queue.newCase");
        QTRY_VERIFY(idle());
        wrong += checked(QStringLiteral("new case"));
        press("newcase.cancel");
        openCase();
        for (const QString &place : {QStringLiteral("exchange"), QStringLiteral("audit")}) {
            m_window->go(place);
            QTRY_VERIFY(idle());
            wrong += checked(place);
        }
        m_exchange->goTo(QStringLiteral("receive"));
        m_window->go(QStringLiteral("exchange"));
        wrong += checked(QStringLiteral("receive"));
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

private:
    QStringList checked(const QString &screen)
    {
        QTest::qWait(60); // posted layout requests
        Overlay *overlay = Overlay::topmost(m_window.get());
        QWidget *root = overlay ? static_cast<QWidget *>(overlay->card()) : m_window.get();
        QStringList wrong = namelessWidgets(root) + clippedWords(root) + weakContrast(root) + unreachableByTab(root)
            + missingBanners(m_banners->text());
        for (QString &line : wrong)
            line.prepend(screen + QStringLiteral(": "));
        return wrong;
    }
};

WINDOW_TEST_MAIN(TestUiStation)
#include "tst_ui_station.moc"
