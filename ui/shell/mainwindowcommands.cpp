// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the window itself; those of the places come from the pages.
#include "ui/base/overlay.h"
#include "ui/shell/casesearch.h"
#include "ui/shell/commandbox.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/mainwindow.h"

#include <algorithm>
#include <array>

namespace caseward::ui {

namespace {

constexpr std::array textSizes = {100, 115, 130, 150, 175, 200}; // percent

} // namespace

void MainWindow::addCommands()
{
    const QString group = tr("Everywhere");
    const auto whyOutside = [this] { return m_inside ? QString() : tr("Unlock first"); };
    const auto add = [this, &group, &whyOutside](const char *id, const QString &words, const QKeySequence &keys,
                                                 std::function<void()> run, const QString &hint = {}) {
        m_registry->add({QLatin1String(id), words, keys, std::move(run), whyOutside, nullptr, hint}, group,
                        ActionRegistry::Reach::Window, this);
    };
    add("shell.command", tr("Search or run a command"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        if (!Overlay::topmost(this))
            openCommandBox();
    });
    add("shell.keys", tr("Show all keys"), QKeySequence(QStringLiteral("?")), [this] {
        if (!Overlay::topmost(this))
            showKeySheet(m_theme, *m_registry, this);
    }, tr("all keys"));
    add("shell.lock", tr("Lock now"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { lockNow(); });
    m_registry->setAlways(QStringLiteral("shell.lock"));
    for (const int minutes : {2, 5, 10, 20})
        add(qPrintable(QStringLiteral("shell.idle.%1").arg(minutes)), tr("Lock after %1 minutes without a key").arg(minutes), {}, [this, minutes] { setIdleMinutes(minutes); });
    add("shell.back", tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left), [this] {
        if (const auto visited = m_history.back())
            visit(*visited);
    });
    add("shell.forward", tr("Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), [this] {
        if (const auto visited = m_history.forward())
            visit(*visited);
    });
    for (const int percent : textSizes)
        add(qPrintable(QStringLiteral("shell.text.%1").arg(percent)), tr("Text size %1 %").arg(percent), {}, [this, percent] { setTextPercent(percent); });
    add("shell.text.larger", tr("Larger text"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Plus), [this] { stepText(1); });
    add("shell.text.smaller", tr("Smaller text"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Minus), [this] { stepText(-1); });
    add("shell.theme", tr("Switch between light and dark"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D), [this] {
        m_theme->setScheme(m_theme->scheme() == Theme::Scheme::Dark ? Theme::Scheme::Light : Theme::Scheme::Dark);
    });
}

void MainWindow::setTextPercent(int percent)
{
    m_textPercent = std::clamp(percent, textSizes.front(), textSizes.back());
    m_theme->setTextScale(m_textPercent / 100.0);
}

void MainWindow::stepText(int step)
{
    const auto larger = std::ranges::upper_bound(textSizes, m_textPercent), here = std::ranges::lower_bound(textSizes, m_textPercent);
    if (step > 0 && larger != textSizes.end())
        setTextPercent(*larger);
    if (step < 0 && here != textSizes.begin())
        setTextPercent(*std::prev(here));
}

void MainWindow::openCommandBox()
{
    const auto cases = [this](CommandBox *box, const QString &words, const CommandBox::Hits &then) {
        searchCases(m_worker, box, words, [this](const CaseId &id) { openCase(id); }, then);
    };
    (new CommandBox(m_theme, m_registry, pages(), cases, this))->open();
}

void MainWindow::addCaseCommands()
{
    const auto add = [this](const char *id, const QString &words, const QKeySequence &keys, std::function<void()> run,
                            std::function<QString()> why) {
        m_registry->add({QLatin1String(id), words, keys, std::move(run), std::move(why), nullptr, {}}, tr("Case"),
                        ActionRegistry::Reach::Window, this);
    };
    add("case.undo", tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_model->undo(); },
        [this] { return m_model->canUndo() ? QString() : tr("Nothing of this sitting to undo"); });
    add("case.redo", tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_model->redo(); },
        [this] { return m_model->canRedo() ? QString() : tr("Nothing to redo"); });
    add("case.close", tr("Close this case"), QKeySequence(Qt::CTRL | Qt::Key_W), [this] {
        m_model->close();
        go(QStringLiteral("queue"));
    }, [this] { return whyNoCase(); });
}

} // namespace caseward::ui
