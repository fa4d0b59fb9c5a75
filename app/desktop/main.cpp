// SPDX-License-Identifier: GPL-3.0-or-later
// caseward: the window. Reads the options, wires the workstation, runs the event loop.
#include "app/desktop/screenwalk.h"
#include "app/desktop/traces.h"
#include "app/desktop/workstation.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <unistd.h>

#include <cstdio>

using namespace caseward;

namespace {

// One line from an open file straight into secure memory.
crypto::Secret readPassphrase(int fd)
{
    crypto::Secret line(1024);
    std::size_t size = 0;
    std::uint8_t byte = 0;
    while (size < line.size() && ::read(fd, &byte, 1) == 1 && byte != '\n')
        line.bytes()[size++] = byte;
    return crypto::Secret::copyOf(line.view().first(size));
}

// Beside the program when it was installed, else in the source tree it was built from.
Path resources()
{
    const Path installed = Path(QCoreApplication::applicationDirPath().toStdString()) / ".." / "share" / "caseward";
    std::error_code ignored;
    return std::filesystem::exists(installed / "packs", ignored) ? installed : Path(CASEWARD_RESOURCES);
}

void describe(QCommandLineParser &options)
{
    options.setApplicationDescription(QStringLiteral("Workstation of personnel-security adjudicators"));
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions({
        {QStringLiteral("vault"), QStringLiteral("Vault folder (*.caseward) to unlock."), QStringLiteral("folder")},
        {QStringLiteral("as"), QStringLiteral("Person to sign in as: name or id."), QStringLiteral("person")},
        {QStringLiteral("lock-after"), QStringLiteral("Lock after so many minutes without a key or the mouse (1 to 60)."), QStringLiteral("minutes"), QStringLiteral("10")},
        {QStringLiteral("text-size"), QStringLiteral("Size of all text in percent (100 to 200)."), QStringLiteral("percent"), QStringLiteral("100")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("name"), QStringLiteral("light")},
        {QStringLiteral("passphrase-fd"), QStringLiteral("Read the passphrase from this open file (demonstrations only)."), QStringLiteral("number")},
        {QStringLiteral("screens"), QStringLiteral("Walk through the window, save pictures there, and end."), QStringLiteral("folder")},
    });
}

} // namespace

int main(int count, char **words)
{
    if (const Status prepared = crypto::prepareProcess(); !prepared.ok()) {
        std::fprintf(stderr, "caseward: %s\n", prepared.fault().detail.c_str());
        return static_cast<int>(prepared.fault().code);
    }
    ui::keepNothingElsewhere();
    QApplication application(count, words);
    QApplication::setApplicationName(QStringLiteral("Caseward"));
    QApplication::setApplicationVersion(QStringLiteral(CASEWARD_VERSION));
    QCommandLineParser options;
    describe(options);
    options.process(application);

    const SystemClock clock;
    SystemRandom random;
    const session::Environment environment{clock, random, {reading::defaultReaderProgram(), resources() / "fonts", true}, resources() / "packs"};
    const auto scheme = options.value(QStringLiteral("theme")) == QLatin1String("dark") ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light;
    ui::Workstation workstation(application, environment, scheme);
    workstation.window().setIdleMinutes(options.value(QStringLiteral("lock-after")).toInt());
    workstation.window().setTextPercent(options.value(QStringLiteral("text-size")).toInt());
    workstation.window().screenLock()->listen();
    workstation.window().resize(1600, 1000);
    workstation.window().show();

    workstation.gate().setPerson(options.value(QStringLiteral("as")));
    if (options.isSet(QStringLiteral("vault")))
        workstation.gate().setVault(QFileInfo(options.value(QStringLiteral("vault"))).absoluteFilePath());
    if (options.isSet(QStringLiteral("passphrase-fd")))
        workstation.gate().unlockWith(readPassphrase(options.value(QStringLiteral("passphrase-fd")).toInt()));
    std::unique_ptr<ui::ScreenWalk> walk;
    if (options.isSet(QStringLiteral("screens"))) {
        walk = std::make_unique<ui::ScreenWalk>(&workstation, options.value(QStringLiteral("screens")));
        walk->start();
    }
    return QApplication::exec();
}
