// SPDX-License-Identifier: GPL-3.0-or-later
// Taking documents in at the window: what comes with them, and what cannot be opened.
#include "tests/support/zipfile.h"
#include "tests/ui/lock/sitting.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/queue/queuepage.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTableView>

using namespace caseward;
using namespace caseward::ui;

class TestUiIntake : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::Sitting> m_sitting;

    QString file(const QString &name, BytesView content)
    {
        const Path path = m_sitting->office.fresh(name.toStdString());
        tests::putContent(path, content);
        return QString::fromStdString(path.string());
    }
    void addFiles(const QStringList &files)
    {
        QTRY_VERIFY(m_sitting->find<QTableView>("queue.table")->model()->rowCount() > 0);
        m_sitting->find<QTableView>("queue.table")->selectRow(0);
        m_sitting->window().findChild<QueuePage *>()->addFiles(files);
    }
    const std::vector<model::DocumentState> &record()
    {
        m_sitting->press("intake.close");
        m_sitting->openTheCase();
        return m_sitting->window().caseModel()->dossier()->documents;
    }

private slots:
    void init()
    {
        m_sitting = std::make_unique<tests::Sitting>();
        m_sitting->start();
    }
    void cleanup() { m_sitting.reset(); }

    void whatCannotBeOpenedIsKeptWhenAskedFor()
    {
        addFiles({file(QStringLiteral("scan.pdf"), viewOf("%PDF-1.4 and no more"))});
        m_sitting->type("intake.source", QStringLiteral("Counsel"));
        m_sitting->type("intake.agency", QStringLiteral("State police"));
        m_sitting->type("intake.custody", QStringLiteral("seal 4411 unbroken"));
        m_sitting->press("intake.start");
        QTRY_COMPARE(m_sitting->find<QPushButton>("intake.start")->text(), QStringLiteral("Try again"));   // refused, and said why
        QTRY_VERIFY(m_sitting->find<QPushButton>("intake.start")->isEnabled());
        m_sitting->find<QCheckBox>("intake.keep")->click();
        m_sitting->press("intake.start");
        QTRY_COMPARE(m_sitting->words("intake.0.state"), QStringLiteral("Added"));
        QTRY_VERIFY(m_sitting->find<QPushButton>("intake.close")->text() == QLatin1String("Close"));
        const auto &documents = record();
        QCOMPARE(documents.size(), std::size_t(2));
        QCOMPARE(documents[1].facts.unreadable, std::string("document-damaged"));
        QCOMPARE(documents[1].facts.source, std::string("Counsel"));
        QCOMPARE(documents[1].facts.agency, std::string("State police"));
        QCOMPARE(documents[1].facts.custody, std::string("seal 4411 unbroken"));
    }

    void anArchiveBringsItsMembers()
    {
        addFiles({file(QStringLiteral("all.zip"), tests::zipOf({{"a.txt", "first"}, {"b.txt", "second"}}))});
        m_sitting->press("intake.start");
        QTRY_COMPARE(m_sitting->words("intake.0.state"), QStringLiteral("Added"));
        QTRY_VERIFY(m_sitting->find<QPushButton>("intake.close")->text() == QLatin1String("Close"));
        const auto &documents = record();
        QCOMPARE(documents.size(), std::size_t(4));
        QVERIFY(documents[2].facts.parent == documents[1].facts.document);
        QCOMPARE(documents[3].facts.title, std::string("b"));
    }
};
WINDOW_TEST_MAIN(TestUiIntake)
#include "tst_ui_intake.moc"
