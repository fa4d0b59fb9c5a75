// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration office with its adjudicator signed in on the worker and the demonstration case worked on as far as a test wants: what
// the tests of pages that show a weighed case set up. A second base of a test class. GUI thread.
#pragma once

#include "tests/ui/support/hands.h"
#include "ui/base/theme.h"
#include "ui/demo/demojob.h"
#include "ui/demo/demooffice.h"
#include "ui/models/casemodel.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace caseward::uitest {

class DemoDesk : public Hands {
protected:
    static constexpr int patience = 30000;      // milliseconds
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    session::Environment m_environment{m_clock, m_random, {CASEWARD_BINARY_DIR "/caseward-reader", CASEWARD_SOURCE_DIR "/resources/fonts", true},
                                       CASEWARD_SOURCE_DIR "/resources/packs"};
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Worker> m_worker;
    std::unique_ptr<ui::CaseModel> m_model;
    ui::DemoOffice m_office;

    [[nodiscard]] const model::Dossier &dossier() const { return *m_model->dossier(); }

    void makeOffice()
    {
        NoProgress progress;
        const auto office = ui::createDemoOffice(m_folder.filePath(QStringLiteral("demo")).toStdString(), m_environment, progress);
        if (!office)
            qFatal("no demonstration office: %s", office.fault().detail.c_str());
        m_office = *office;
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_worker = std::make_unique<ui::Worker>(m_environment);
        m_model = std::make_unique<ui::CaseModel>(m_worker.get());
    }
    // Signs in, has `work` done on the case, and opens it; ends the program when that fails.
    void openWorkedCase(const std::function<Status(ui::ReviewRun &)> &work)
    {
        std::optional<Result<session::SignedIn>> who;
        m_worker->run<session::SignedIn>(
            m_model.get(),
            [this, work](session::Session &session, Progress &) -> Result<session::SignedIn> {
                const crypto::Secret passphrase = crypto::Secret::fromText(ui::demoAdjudicatorPassphrase);
                const session::SignedIn signedIn = TRY(session.unlock({m_office.stationA, m_office.adjudicator, {}, &passphrase}));
                ui::ReviewRun run(session, m_office.demoCase, TRY(ui::scriptedReview()));
                TRY(work(run));
                return signedIn;
            },
            [&who](Result<session::SignedIn> result) { who = std::move(result); });
        if (!QTest::qWaitFor([&who] { return who.has_value(); }, patience) || !*who)
            qFatal("the case was not worked on: %s", who && !*who ? who->fault().detail.c_str() : "the worker did not answer");
        m_model->setSignedIn(**who);
        m_model->open(m_office.demoCase);
        if (!QTest::qWaitFor([this] { return m_model->isOpen(); }, patience))
            qFatal("the case did not open");
    }
    void close()
    {
        m_model.reset();
        m_worker.reset();
        m_theme.reset();
    }
};

} // namespace caseward::uitest
