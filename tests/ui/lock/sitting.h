// SPDX-License-Identifier: GPL-3.0-or-later
// A sitting in the window on a case whose every word is a marker that stands nowhere else. For Qt Test programs.
#pragma once

#include "app/desktop/workstation.h"
#include "tests/support/testoffice.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/screencheck.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>

namespace caseward::tests {

inline constexpr char markerCase[] = "ZQ-REFERENCE";
inline constexpr char markerSubject[] = "ZQ-SUBJECT";
inline constexpr char markerText[] = "zqdocument";
inline constexpr char markerNote[] = "zqnote";
inline constexpr char markerTitle[] = "zqtitle";

class Sitting : public uitest::Hands {
public:
    Sitting()
    {
        auto session = signIn(office, vault, rivera);
        session::NewCase facts;
        facts.reference = markerCase;
        facts.subject = markerSubject;
        id = must(session->createCase(facts));
        session::NewDocument document;
        document.name = "letter.txt";
        document.title = markerTitle;
        document.content = toBytes(std::string("The accounts of ") + markerText + " were not listed.\nNothing else.\n");
        document.kind = model::DocumentKind::Letter;
        NoProgress progress;
        const DocumentId letter = must(session->addDocument(id, document, progress));
        const model::Anchor anchor = must(session->anchorOf(id, letter, 1, markerText));
        const std::string pack = must(session->packOf(id))->id;
        must(session->record(id, model::Event(model::PassageTied{session->newPassageId(), anchor, {pack, "19(c)"}, model::Weight::Moderate, markerNote})));
    }

    ui::MainWindow &window() { return station->window(); }
    bool idle() { return !station->worker().isBusy(); }
    void start()
    {
        station = std::make_unique<ui::Workstation>(*qApp, office.environment(), ui::Theme::Scheme::Light);
        window().resize(1366, 768);
        takeHold(&window());
        uitest::showActive(&window());
        station->gate().setVault(QString::fromStdString(vault.string()));
        QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible() && idle());
        press("unlock.warning.accept");
        signInAgain();
    }
    void signInAgain()
    {
        find<QLineEdit>("unlock.passphrase")->setFocus();
        QTest::keyClicks(find<QLineEdit>("unlock.passphrase"), QLatin1String(passphrase));
        QTest::keyClick(find<QLineEdit>("unlock.passphrase"), Qt::Key_Return);
        QTRY_VERIFY(window().isInside() && idle());
    }
    void openTheCase()
    {
        window().openCase(id);
        QTRY_VERIFY(window().caseModel()->isOpen());
        QTRY_VERIFY(idle());
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(), key, modifiers);
    }

    TestOffice office;
    Member rivera = office.enrol("A. Rivera", {crypto::Role::Adjudicator});
    Member lee = office.enrol("M. Lee", {crypto::Role::Supervisor});
    Path vault = office.makeVault("station", {rivera}, {lee});
    CaseId id;
    std::unique_ptr<ui::Workstation> station;
};

} // namespace caseward::tests
