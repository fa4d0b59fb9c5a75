// SPDX-License-Identifier: GPL-3.0-or-later
// One page of the window alone, on a real vault with somebody signed in: what the tests of People, Exchange, Supervision and the
// like set up and do. A second base of a test class. GUI thread.
#pragma once

#include "tests/support/testoffice.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/screencheck.h"
#include "ui/base/overlay.h"
#include "ui/base/theme.h"
#include "ui/models/casemodel.h"

#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace caseward::uitest {

class OnePage : public Hands {
protected:
    std::unique_ptr<tests::TestOffice> m_office;
    ui::Theme *m_theme = nullptr;
    std::unique_ptr<ui::Worker> m_worker;
    std::unique_ptr<ui::CaseModel> m_model;
    std::unique_ptr<QWidget> m_window;

    void openOffice(QObject *owner)
    {
        m_theme = new ui::Theme(*qApp, ui::Theme::Scheme::Light, owner);
        m_office = std::make_unique<tests::TestOffice>();
    }
    // Signs in on the vault and shows a page in a window of its own; ends the program when nobody can sign in.
    template <typename P>
    P *signInTo(const Path &vault, const tests::Member &member, const std::string &words = tests::passphrase)
    {
        return showPage<P>(vault, member, words, [this](QWidget *window) { return new P(m_theme, m_model.get(), window); });
    }
    template <typename P, typename Make>
    P *showPage(const Path &vault, const tests::Member &member, const std::string &words, Make make)
    {
        leave();
        m_worker = std::make_unique<ui::Worker>(m_office->environment());
        m_model = std::make_unique<ui::CaseModel>(m_worker.get());
        bool in = false;
        m_worker->run<session::SignedIn>(
            m_model.get(), [vault, member, words](session::Session &session, Progress &) { return tests::unlock(session, vault, member, words); },
            [this, &in](const Result<session::SignedIn> &who) {
                if (!who.ok())
                    qFatal("no sign-in: %s", who.fault().detail.c_str());
                m_model->setSignedIn(*who);
                in = true;
            });
        if (!QTest::qWaitFor([&in] { return in; }, 20000))
            qFatal("the sign-in never came");
        m_window = std::make_unique<QWidget>();
        m_window->setAttribute(Qt::WA_StyledBackground);
        auto *column = new QVBoxLayout(m_window.get());
        column->setContentsMargins(0, 0, 0, 0);
        P *page = make(m_window.get());
        column->addWidget(page);
        m_window->resize(1281, 640);
        takeHold(m_window.get());
        showActive(m_window.get());
        page->activate();
        if (!QTest::qWaitFor([this] { return settled(); }, 20000))
            qFatal("the page never came to rest");
        return page;
    }
    void leave()
    {
        m_window.reset();
        m_model.reset();
        m_worker.reset();
    }
    bool settled() { return !m_worker->isBusy(); }
    void openCase(const CaseId &id)
    {
        m_model->open(id);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isOpen() && settled(), 20000);
    }
    // Of the question that asks for a reason.
    void answer(const QString &reason)
    {
        QTest::keyClicks(find<QPlainTextEdit>("ask.reason"), reason);
        press("ask.accept");
        QTRY_VERIFY(!m_window->findChild<QWidget *>(QStringLiteral("ask.accept")) && settled()); // the card goes in its own time
    }
    QString why(const char *button) { return find<QAbstractButton>(button)->toolTip(); }
    // What every form that is open must keep, in both schemes; afterwards Escape closes it.
    void keepsTheContract(const char *form)
    {
        QTRY_VERIFY2(isThere(form), form);
        for (const auto scheme : {ui::Theme::Scheme::Dark, ui::Theme::Scheme::Light}) {
            m_theme->setScheme(scheme);
            QTest::qWait(1);
            auto *card = find<QWidget>(form);
            QCOMPARE(namelessWidgets(card), QStringList());
            QCOMPARE(clippedWords(card), QStringList());
            QCOMPARE(weakContrast(card), QStringList());
        }
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY2(!isThere(form), form);
    }
    bool isThere(const char *name) { return m_window->findChild<QWidget *>(QLatin1String(name)) != nullptr; }

    QAbstractItemModel *rows(const char *table) { return find<QTableView>(table)->model(); }
    QString cell(const char *table, int row, int column) { return rows(table)->index(row, column).data().toString(); }
    int rowOf(const char *table, const QString &name)
    {
        for (int row = 0; row < rows(table)->rowCount(); ++row) {
            if (cell(table, row, 0) == name)
                return row;
        }
        return -1;
    }
    void choose(const char *table, const QString &name)
    {
        QTRY_VERIFY2(rowOf(table, name) >= 0, qPrintable(name));
        find<QTableView>(table)->setCurrentIndex(rows(table)->index(rowOf(table, name), 0));
    }
};

} // namespace caseward::uitest
