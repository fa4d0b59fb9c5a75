// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/passphraseedit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>

namespace caseward::ui {

PassphraseEdit::PassphraseEdit(QWidget *parent) : QLineEdit(parent), m_secret(most)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setAcceptDrops(false);
}

crypto::Secret PassphraseEdit::take()
{
    crypto::Secret taken = crypto::Secret::copyOf(m_secret.view().first(m_size));
    wipe();
    return taken;
}

void PassphraseEdit::wipe()
{
    crypto::wipe(m_secret.bytes());
    m_size = 0;
    showDots();
}

void PassphraseEdit::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (event->key() == Qt::Key_Backspace) {
        control ? wipe() : removeLast();
    } else if (event->key() == Qt::Key_Delete) {
        wipe();
    } else if (event->matches(QKeySequence::Paste)) {
        append(QGuiApplication::clipboard()->text());
    } else if (!control && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        append(event->text());
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit returnPressed();
    } else {
        event->ignore(); // Tab, Escape, shortcuts: not ours
    }
}

void PassphraseEdit::inputMethodEvent(QInputMethodEvent *event)
{
    append(event->commitString());
    event->accept();
}

void PassphraseEdit::contextMenuEvent(QContextMenuEvent *event) { event->ignore(); }
void PassphraseEdit::dropEvent(QDropEvent *event) { event->ignore(); }

void PassphraseEdit::append(QString typed)
{
    QByteArray bytes = typed.toUtf8();
    if (m_size + static_cast<std::size_t>(bytes.size()) <= most) {
        std::copy(bytes.begin(), bytes.end(), m_secret.bytes().begin() + static_cast<std::ptrdiff_t>(m_size));
        m_size += static_cast<std::size_t>(bytes.size());
    }
    bytes.fill('\0');
    typed.fill(QChar(0));
    showDots();
}

void PassphraseEdit::removeLast()
{
    // One character of UTF-8: back over its continuation bytes.
    const auto bytes = m_secret.bytes();
    while (m_size > 0) {
        const std::uint8_t byte = bytes[--m_size];
        bytes[m_size] = 0;
        if ((byte & 0xc0) != 0x80)
            break;
    }
    showDots();
}

void PassphraseEdit::showDots()
{
    const auto bytes = m_secret.view().first(m_size);
    const auto characters = std::count_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return (byte & 0xc0) != 0x80; });
    setText(QString(static_cast<qsizetype>(characters), QLatin1Char('x')));
    emit typed();
}

bool PassphraseEdit::agree(const crypto::Secret &once, const crypto::Secret &again)
{
    return once.size() == again.size() && std::equal(once.view().begin(), once.view().end(), again.view().begin());
}

} // namespace caseward::ui
