// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of a station with more cases than the table holds at once: what is shown and said, and that searching, sorting and
// Ctrl+K reach the cases that are not loaded. The further cases are lines of the docket alone; none is opened here.
#include "core/crypto/envelope.h"
#include "core/store/accesstable.h"
#include "core/store/database.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/classbanner.h"
#include "ui/models/casewords.h"
#include "ui/models/docketmodel.h"
#include "ui/pages/queue/queuepage.h"
#include "ui/shell/mainwindow.h"

#include <QHeaderView>
#include <QListView>
#include <QSignalSpy>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

namespace {

constexpr int cases = 620, shown = 500;

std::string referenceOf(int number) { return "Q-" + std::to_string(10'000 + number); }

void put(std::string &line, const std::string &what, const std::string &instead)
{
    const std::size_t at = line.find(what);
    if (at == std::string::npos)
        qFatal("the line of a case has no %s", what.c_str());
    line.replace(at, what.size(), instead);
}

class OtherPlace final : public Page {
public:
    using Page::Page;
    [[nodiscard]] QString pageTitle() const override { return QStringLiteral("Other"); }
    [[nodiscard]] QSize minimumSizeHint() const override { return {wide, 100}; }
    static constexpr int wide = 5'000;
    int moves = 0;

protected:
    bool event(QEvent *event) override
    {
        moves += event->type() == QEvent::ParentChange ? 1 : 0;
        return Page::event(event);
    }
};

} // namespace

class TestUiQueue : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera;
    Path m_vault;

    // The line of the first case again and again, under other numbers and days, with the right to know of each.
    void addCases()
    {
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);
        session::NewCase facts;
        facts.reference = referenceOf(0);
        facts.subject = "S-10000";
        facts.due = "2027-01-01";
        const CaseId first = tests::must(session->createCase(facts));
        session.reset();
        const crypto::Secret key = tests::must(crypto::openEnvelope(tests::contentOf(m_vault / "key.p7m"), m_rivera->credential));
        auto database = tests::must(store::Database::open(m_vault / "vault.db", key, store::OpenMode::Existing));
        store::AccessTable access(database);
        store::AccessRow grant = tests::must(access.ofCase(first)).front();
        Bytes caseKey;
        std::string summary;
        {
            auto row = tests::must(database.prepare("SELECT key, summary FROM cases"));
            tests::must(row.step());
            caseKey = row.blob(0);
            summary = row.text(1);
        }
        auto transaction = tests::must(store::Transaction::begin(database));
        for (int number = 1; number < cases; ++number) {
            std::string line = summary;
            put(line, referenceOf(0), referenceOf(number));
            put(line, "S-10000", "S-" + std::to_string(20'000 + number));
            put(line, "2027-01-01", "2027-" + std::to_string(10 + number / 300) + "-" + std::to_string(10 + number % 18)); // the last are due last
            grant.caseId = CaseId::make(m_office->clock, m_office->random);
            auto insert = tests::must(database.prepare("INSERT INTO cases(id, key, summary) VALUES(?,?,?)"));
            tests::must(insert.bind(1, grant.caseId.text()).bind(2, BytesView(caseKey)).bind(3, line).run());
            tests::must(access.put(grant));
        }
        tests::must(transaction.commit());
    }
    QAbstractItemModel *table() { return find<QTableView>("queue.table")->model(); }
    QString first() { return table()->index(0, DocketModel::Case).data().toString(); }
    void show()
    {
        showPage<QueuePage>(m_vault, *m_rivera, tests::passphrase,
                            [this](QWidget *window) { return new QueuePage(m_theme, m_model.get(), m_office->clock, window); });
        QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), shown, 20000);
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_vault = m_office->makeVault("station", {*m_rivera}, {});
        addCases();
    }
    void cleanup() { leave(); }

    void theFirstAreShownAndTheRestIsSaid()
    {
        show();
        QVERIFY(find<QLabel>("queue.more")->isVisible());
        QVERIFY2(words("queue.more").contains(QStringLiteral("%1 of %2").arg(shown).arg(cases)), qPrintable(words("queue.more")));
        QVERIFY(find<QAbstractButton>("queue.parts.0")->text().contains(QString::number(cases)));
        for (int row = 0; row < table()->rowCount(); ++row)
            QVERIFY(!table()->index(row, DocketModel::Case).data().toString().contains(text(referenceOf(cases - 1))));
    }

    void searchingReachesWhatIsNotLoaded()
    {
        show();
        type("queue.search", text(referenceOf(cases - 1)).toLower());
        QTRY_COMPARE(table()->rowCount(), 1);
        QVERIFY2(first().contains(text(referenceOf(cases - 1))), qPrintable(first()));
        QVERIFY(!find<QLabel>("queue.more")->isVisible());
        type("queue.search", QStringLiteral("no such case"));
        QTRY_COMPARE(table()->rowCount(), 0);
        QTRY_VERIFY(find<QWidget>("queue.empty")->isVisible());
        find<QLineEdit>("queue.search")->clear();
        QTRY_COMPARE(table()->rowCount(), shown);
    }

    void sortingReachesWhatIsNotLoaded()
    {
        show();
        auto *head = find<QTableView>("queue.table")->horizontalHeader();
        const QPoint at(head->sectionViewportPosition(DocketModel::Case) + 20, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(settled() && head->sortIndicatorSection() == DocketModel::Case);
        if (head->sortIndicatorOrder() == Qt::AscendingOrder)
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY2(first().contains(text(referenceOf(cases - 1))), qPrintable(first()));
        QCOMPARE(table()->rowCount(), shown);
    }

    // A page that changes its parent after it is made, or is asked for its size, has every widget of it styled, seen or not: most of the
    // time and memory that coming in costs.
    void aPlaceIsMadeWhereItStays()
    {
        BannerKeeper banners(*qApp, QStringLiteral("CUI"), nullptr);
        Worker worker(m_office->environment());
        MainWindow window(m_theme, &banners, &worker, m_office->clock);
        window.setGate(new QWidget(&window));
        OtherPlace *other = nullptr;
        window.addPlace({QStringLiteral("queue"), QStringLiteral("inbox"),
                         [this, &window](QWidget *parent) { return new QueuePage(m_theme, window.caseModel(), m_office->clock, parent); }, false});
        window.addPlace({QStringLiteral("other"), QStringLiteral("inbox"), [this, &other](QWidget *parent) { return other = new OtherPlace(m_theme, parent); }, false});
        window.resize(1366, 768);
        showActive(&window);
        worker.run<session::SignedIn>(
            &window, [this](session::Session &session, Progress &) { return tests::unlock(session, m_vault, *m_rivera); },
            [&window](const Result<session::SignedIn> &who) { window.enter(tests::must(who)); });
        QTRY_VERIFY_WITH_TIMEOUT(other && !worker.isBusy(), 20000);
        QVERIFY(window.page(QStringLiteral("queue"))->isVisible() && !other->isVisible());
        QVERIFY2(window.minimumSizeHint().width() < OtherPlace::wide, "nobody has gone there, so it was not asked");
        window.go(QStringLiteral("other"));
        QVERIFY(other->isVisible());
        QTRY_VERIFY(window.minimumSizeHint().width() >= OtherPlace::wide);
        QCOMPARE(other->moves, 0);
    }

    void theCommandBoxFindsWhatIsNotLoaded()
    {
        BannerKeeper banners(*qApp, QStringLiteral("CUI"), nullptr);
        Worker worker(m_office->environment());
        MainWindow window(m_theme, &banners, &worker, m_office->clock);
        window.setGate(new QWidget(&window));
        window.addPlace({QStringLiteral("queue"), QStringLiteral("inbox"),
                         [this, &window](QWidget *parent) { return new QueuePage(m_theme, window.caseModel(), m_office->clock, parent); }, false});
        window.resize(1366, 768);
        takeHold(&window);
        showActive(&window);
        worker.run<session::SignedIn>(
            &window, [this](session::Session &session, Progress &) { return tests::unlock(session, m_vault, *m_rivera); },
            [&window](const Result<session::SignedIn> &who) { window.enter(tests::must(who)); });
        QTRY_VERIFY_WITH_TIMEOUT(window.isInside() && !worker.isBusy(), 20000);
        QTRY_COMPARE(table()->rowCount(), shown);
        press("header.search");
        auto *field = find<QLineEdit>("commandbox.field");
        const auto *list = find<QListView>("commandbox.list")->model();
        const auto lines = [list](const std::string &reference) {
            return list->match(list->index(0, 0), Qt::DisplayRole, text("Case " + reference), -1, Qt::MatchExactly).size();
        };
        QTest::keyClicks(field, text(referenceOf(cases - 1)));                  // by number
        QTRY_COMPARE(lines(referenceOf(cases - 1)), 1);
        field->clear();
        QTest::keyClicks(field, QStringLiteral("s-20") + QString::number(cases - 1)); // by subject
        QTRY_COMPARE(lines(referenceOf(cases - 1)), 1);
        field->clear();
        QTest::keyClicks(field, text(referenceOf(3)));                          // loaded: once, not twice
        QTRY_VERIFY(!worker.isBusy());
        QTRY_COMPARE(lines(referenceOf(3)), 1);
        field->clear();
        QTest::keyClicks(field, QStringLiteral("> ") + text(referenceOf(cases - 1))); // only commands
        QTRY_VERIFY(!worker.isBusy());
        QTest::qWait(1);
        QCOMPARE(lines(referenceOf(cases - 1)), 0);
    }
};

WINDOW_TEST_MAIN(TestUiQueue)
#include "tst_ui_queue.moc"
