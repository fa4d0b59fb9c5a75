// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/recordedtext.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QTextDocument>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int frame = 10; // padding and edge of the style class "field", above and below
constexpr int controlHeight = 28;

bool isSave(const QKeyEvent &event)
{
    return event.modifiers().testFlag(Qt::ControlModifier) && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

} // namespace

RecordedText::RecordedText(Theme *theme, const QString &name, const QString &spoken, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(name);
    setAccessibleName(spoken);
    setProperty("cls", "field");
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(1);
    setFont(theme->font(Theme::Text::Base));
    connect(theme, &Theme::changed, this, [this, theme] {
        setFont(theme->font(Theme::Text::Base));
        fitHeight();
    });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &RecordedText::fitHeight);
    fitHeight();
}

void RecordedText::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    fitHeight();
}

void RecordedText::setRecorded(const QString &words)
{
    const bool untouched = !isChanged();
    m_recorded = words.trimmed();
    if (m_sent == m_recorded)
        m_sent.reset();
    if (untouched && isChanged())
        setPlainText(m_recorded);
}

void RecordedText::reset(const QString &words)
{
    m_recorded = words.trimmed();
    m_sent.reset();
    setPlainText(m_recorded);
}

void RecordedText::setWhyNot(const QString &sentence)
{
    setReadOnly(!sentence.isEmpty());
    // Read-only words are still read and copied with the keyboard.
    setTextInteractionFlags(sentence.isEmpty() ? Qt::TextEditorInteraction : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setToolTip(sentence);
    m_whyNot = sentence;
    setAccessibleDescription(sentence.isEmpty() ? m_note : sentence);
}

void RecordedText::setNote(const QString &words)
{
    m_note = words;
    setAccessibleDescription(m_whyNot.isEmpty() ? words : m_whyNot);
}

bool RecordedText::event(QEvent *event)
{
    // Ctrl+Enter is ours while we have the focus; elsewhere it continues the wizard.
    if (event->type() == QEvent::ShortcutOverride && isSave(*static_cast<QKeyEvent *>(event)) && !isReadOnly()) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void RecordedText::keyPressEvent(QKeyEvent *event)
{
    if (isSave(*event)) {
        event->setAccepted(!isReadOnly());
        if (!isReadOnly())
            emit commitWanted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void RecordedText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && isChanged() && !isReadOnly())
        emit commitWanted();
}

void RecordedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void RecordedText::fitHeight()
{
    const int lines = static_cast<int>(document()->size().height()); // this layout counts in lines, wrapped ones too
    const int shown = std::clamp(lines, m_least, m_most);
    const int wanted = std::max(controlHeight, shown * fontMetrics().lineSpacing() + 2 + frame);
    setVerticalScrollBarPolicy(lines > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

} // namespace caseward::ui
