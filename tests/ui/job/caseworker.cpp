// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseworker.h"

#include "tests/ui/support/screencheck.h"
#include "ui/pages/unlock/unlockpage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>

namespace caseward::tests {

void CaseWorker::reach(const QString &name)
{
    const auto isThere = [&name] { return name.endsWith(QLatin1Char('.')) ? focusName().startsWith(name) : focusName() == name; };
    QStringList seen;
    for (int i = 0; i < mostTabs && !isThere(); ++i) {
        seen << focusName();
        key(Qt::Key_Tab);
    }
    if (!isThere())
        qFatal("no Tab leads to %s, but to %s", qPrintable(name), qPrintable(QStringList(seen.mid(seen.size() - 60)).join(QStringLiteral(", "))));
}

void CaseWorker::choose(const QString &group, int index)
{
    reach(group + QLatin1Char('.'));
    const QString wanted = group + QLatin1Char('.') + QString::number(index);
    for (int i = 0; i < 20 && focusName() != wanted; ++i)
        key(focusName().section(QLatin1Char('.'), -1).toInt() < index ? Qt::Key_Right : Qt::Key_Left);
    if (focusName() != wanted)
        qFatal("no arrow leads to %s", qPrintable(wanted));
    key(Qt::Key_Space);
}

void CaseWorker::write(const QString &name, const QString &words)
{
    reach(name);
    key(Qt::Key_A, Qt::ControlModifier);
    type(words);
}

void CaseWorker::record(const QString &name, const QString &words)
{
    write(name, words);
    key(Qt::Key_Return, Qt::ControlModifier);
}

void CaseWorker::pressAt(const QString &name)
{
    reach(name);
    key(Qt::Key_Space);
}

void CaseWorker::pick(const QString &name, const QString &words)
{
    reach(name);
    auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
    if (!box)
        qFatal("%s is no list", qPrintable(name));
    key(Qt::Key_Home);
    for (int i = 0; i < box->count() && !box->currentText().startsWith(words); ++i)
        key(Qt::Key_Down);
    if (!box->currentText().startsWith(words))
        qFatal("%s has no %s", qPrintable(name), qPrintable(words));
}

void CaseWorker::tick(const QString &name, const std::vector<int> &rows)
{
    reach(name);
    key(Qt::Key_Home);
    int at = 0;
    for (const int row : rows) {
        for (; at < row; ++at)
            key(Qt::Key_Down);
        key(Qt::Key_Space);
    }
}

void CaseWorker::row(const QString &name, const QString &words)
{
    reach(name);
    auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    if (!table)
        qFatal("%s is no table", qPrintable(name));
    const auto said = [table] { return table->model()->index(table->currentIndex().row(), 0).data().toString(); };
    key(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < table->model()->rowCount() && !said().startsWith(words); ++i)
        key(Qt::Key_Down);
    if (!said().startsWith(words))
        qFatal("%s has no row %s", qPrintable(name), qPrintable(words));
}

void CaseWorker::waitFor(const std::function<bool()> &what, const char *words)
{
    if (!QTest::qWaitFor(what, patience))
        qFatal("waited in vain: %s", words);
}

void CaseWorker::settle()
{
    QTest::qWait(20);
    waitFor([this] { return idle(); }, "the worker");
    QTest::qWait(20);
}

void CaseWorker::picture(const QString &name)
{
    settle();
    if (const QStringList clipped = uitest::clippedWords(&window()); !clipped.isEmpty())
        qFatal("%s: %s", qPrintable(name), qPrintable(clipped.join(QStringLiteral("; "))));
    const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        window().grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

void CaseWorker::comeIn(const TestOffice &office, const Path &vault, const QString &person)
{
    m_station = std::make_unique<ui::Workstation>(*qApp, office.environment(), ui::Theme::Scheme::Light);
    window().resize(1366, 768);
    takeHold(&window());
    uitest::showActive(&window());
    m_station->gate().setVault(QString::fromStdString(vault.string()));
    waitFor([this] { return find<QWidget>("unlock.warning")->isVisible() && idle(); }, "the warning");
    key(Qt::Key_Return);
    waitFor([this] { return find<QLineEdit>("unlock.passphrase")->isVisible() && idle(); }, "the card");
    pick(QStringLiteral("unlock.person"), person);
    reach(QStringLiteral("unlock.passphrase"));
    type(QLatin1String(passphrase));
    key(Qt::Key_Return);
    waitFor([this] { return window().isInside(); }, "the window");
    settle();
}

void CaseWorker::makeCase(const QString &reference, const QString &subject)
{
    key(Qt::Key_N, Qt::ControlModifier);
    settle();
    write(QStringLiteral("newcase.reference"), reference);
    write(QStringLiteral("newcase.subject"), subject);
    pressAt(QStringLiteral("newcase.create"));
    auto *table = find<QAbstractItemView>("queue.table");
    waitFor([table, &reference] { return !table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, reference, 1).isEmpty() || table->model()->rowCount() > 0; }, "the case in the queue");
    settle();
}

void CaseWorker::addFile(const QString &path)
{
    key(Qt::Key_D, Qt::ControlModifier);
    waitFor([] { return focusName() == QLatin1String("fileNameEdit"); }, "the dialog for files");
    type(path);
    key(Qt::Key_Return);
    backFromDialog();
    waitFor([this] { return window().findChild<QWidget *>(QStringLiteral("intake")) != nullptr; }, "the card for documents");
    settle();
    pressAt(QStringLiteral("intake.start"));
    settle();
    waitFor([this] { return find<QAbstractButton>("intake.close")->isEnabled() && idle(); }, "the documents");
    key(Qt::Key_Escape);
    settle();
}

// What a window manager does, and the offscreen platform does not.
void CaseWorker::backFromDialog()
{
    waitFor([this] { return !window().findChild<QDialog *>(); }, "the end of the dialog");
    uitest::showActive(&window());
}

void CaseWorker::openFirst()
{
    reach(QStringLiteral("queue.table"));
    if (!find<QAbstractItemView>("queue.table")->currentIndex().isValid())
        key(Qt::Key_Down);
    key(Qt::Key_Return);
    waitFor([this] { return window().caseModel()->isOpen(); }, "the case");
    settle();
}

void CaseWorker::tie(const std::vector<Passage> &passages, const QString &words)
{
    reach(QStringLiteral("review.pane1.view"));
    key(Qt::Key_F7);
    int at = 0;
    for (const Passage &passage : passages) {
        for (; at < passage.line; ++at)
            key(Qt::Key_Down);
        key(Qt::Key_Home);
        key(Qt::Key_End, Qt::ShiftModifier);
        const std::size_t before = dossier().ties.size();
        key(Qt::Key_F);
        waitFor([this] { return find<QLineEdit>("review.palette.query")->hasFocus(); }, "the palette");
        type(QString::fromLatin1(passage.condition).remove(QLatin1Char('(')).remove(QLatin1Char(')')));
        key(Qt::Key_Return);
        waitFor([this, before] { return dossier().ties.size() == before + 1; }, passage.condition);
        if (dossier().ties.back().condition.id != passage.condition)
            qFatal("%s was tied for %s", dossier().ties.back().condition.id.c_str(), passage.condition);
        if (const std::string &quote = dossier().ties.back().anchor.quote; QString::fromStdString(quote) != words.section(QLatin1Char('\n'), passage.line, passage.line))
            qFatal("\"%s\" was tied for line %d", quote.c_str(), passage.line);
        settle();
        reach(QStringLiteral("review.pane1.view"));
        if (dossier().ties.back().weight != static_cast<model::Weight>(passage.weight)) {
            key(static_cast<Qt::Key>(Qt::Key_0 + passage.weight));
            waitFor([this, &passage] { return dossier().ties.back().weight == static_cast<model::Weight>(passage.weight); }, "the weight");
        }
    }
}

void CaseWorker::readEverything()
{
    waitFor([this] { return std::ranges::all_of(dossier().documents, [](const model::DocumentState &one) { return one.isRead(); }); }, "every page displayed long enough");
}

} // namespace caseward::tests
