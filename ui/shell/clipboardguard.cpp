// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/clipboardguard.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace caseward::ui {

namespace {

constexpr std::array modes = {QClipboard::Clipboard, QClipboard::Selection};

bool supports(QClipboard::Mode mode) { return mode == QClipboard::Clipboard || QGuiApplication::clipboard()->supportsSelection(); }

} // namespace

ClipboardGuard::ClipboardGuard(int seconds, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(seconds * 1000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (clearOurs())
            emit cleared();
    });
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &ClipboardGuard::changed);
}

void ClipboardGuard::start()
{
    m_watching = true;
    m_ours = {};
}

void ClipboardGuard::stop()
{
    clearOurs();
    m_watching = false;
}

// Only the program in use can copy: a change while we are it is ours, any other belongs to somebody else.
void ClipboardGuard::changed(QClipboard::Mode mode)
{
    if (!m_watching || mode == QClipboard::FindBuffer)
        return;
    QByteArray &ours = m_ours[mode == QClipboard::Selection ? 1 : 0];
    ours.clear();
    if (QGuiApplication::applicationState() != Qt::ApplicationActive)
        return;
    ours = digestOf(mode);
    if (!ours.isEmpty())
        m_timer.start();
}

bool ClipboardGuard::clearOurs()
{
    m_timer.stop();
    const std::array<QByteArray, 2> ours = std::exchange(m_ours, {});
    bool any = false;
    for (std::size_t i = 0; i < modes.size(); ++i) {
        if (ours[i].isEmpty() || !supports(modes[i]) || digestOf(modes[i]) != ours[i])
            continue;
        QGuiApplication::clipboard()->clear(modes[i]);
        any = true;
    }
    return any;
}

QByteArray ClipboardGuard::digestOf(QClipboard::Mode mode)
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData(mode);
    if (!held || held->formats().isEmpty())
        return {};
    // Not a secret kept: only whether it is still the same. Words are enough; what has none is compared by its formats.
    QCryptographicHash digest(QCryptographicHash::Sha256);
    digest.addData(held->formats().join(QLatin1Char('\n')).toUtf8());
    if (held->hasText())
        digest.addData(held->text().toUtf8());
    return digest.result();
}

} // namespace caseward::ui
