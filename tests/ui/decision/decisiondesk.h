// SPDX-License-Identifier: GPL-3.0-or-later
// The decision page alone, on a demonstration office with its case read and tied: what the tests of the page set up and do. A second
// base of a test class. GUI thread.
#pragma once

#include "tests/ui/support/faultline.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/screencheck.h"
#include "ui/demo/demojob.h"
#include "ui/demo/demooffice.h"
#include "ui/pages/decision/decisionpage.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace caseward::uitest {

constexpr int patience = 30000;

class DecisionDesk : protected Hands {
protected:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    session::Environment m_environment{m_clock, m_random, {CASEWARD_BINARY_DIR "/caseward-reader", CASEWARD_SOURCE_DIR "/resources/fonts", true},
                                       CASEWARD_SOURCE_DIR "/resources/packs"};
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Worker> m_worker;
    std::unique_ptr<ui::CaseModel> m_model;
    std::unique_ptr<ui::DecisionPage> m_page;
    ui::DemoOffice m_office;

    // Runs on the worker's thread and waits for it.
    void work(std::function<Status(session::Session &)> job)
    {
        std::optional<Fault> fault;
        bool done = false;
        m_worker->run<bool>(
            m_page.get(), [job = std::move(job)](session::Session &session, Progress &) -> Result<bool> {
                TRY(job(session));
                return true;
            },
            [&](Result<bool> result) {
                if (!result)
                    fault = result.fault();
                done = true;
            });
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
        if (fault)
            QFAIL(why(*fault).constData());
    }
    [[nodiscard]] const model::Dossier &dossier() const { return *m_model->dossier(); }
    // CASEWARD_PICTURES names a folder for pictures.
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            m_page->grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    }

    void sitDown(QSize size)
    {
        NoProgress progress;
        const Result<ui::DemoOffice> office = ui::createDemoOffice(m_folder.filePath(QStringLiteral("demo")).toStdString(), m_environment, progress);
        if (!office)
            QFAIL(why(office.fault()).constData());
        m_office = *office;
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_worker = std::make_unique<ui::Worker>(m_environment);
        m_model = std::make_unique<ui::CaseModel>(m_worker.get());
        m_page = std::make_unique<ui::DecisionPage>(m_theme.get(), m_model.get(), nullptr);
        m_page->resize(size);
        takeHold(m_page.get());
        showActive(m_page.get());
        session::SignedIn who;
        work([this, &who](session::Session &session) -> Status {
            const crypto::Secret passphrase = crypto::Secret::fromText(ui::demoAdjudicatorPassphrase);
            who = TRY(session.unlock({m_office.stationA, m_office.adjudicator, {}, &passphrase}));
            const ui::ScriptedReview review = TRY(ui::scriptedReview());
            ui::ReviewRun run(session, m_office.demoCase, review);
            TRY(run.readEveryPage());
            return run.tiePassages();
        });
        m_model->setSignedIn(who);
        m_model->open(m_office.demoCase);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isOpen(), patience);
    }
    void getUp()
    {
        m_page.reset();
        m_model.reset();
        m_worker.reset();
        m_theme.reset();
    }
};

} // namespace caseward::uitest
