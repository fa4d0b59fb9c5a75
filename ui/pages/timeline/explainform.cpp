// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/explainform.h"

#include "core/base/limits.h"

#include <QPlainTextEdit>

namespace caseward::ui {

namespace {

QPlainTextEdit *makeText(const char *name, int height)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(height);
    return edit;
}

QString wordsIn(const QPlainTextEdit *edit)
{
    return edit ? edit->toPlainText().trimmed().left(static_cast<qsizetype>(limits::noteCharacters)) : QString();
}

} // namespace

ExplainForm::ExplainForm(Theme *theme, const QString &sentence, bool isNoted, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("timeline.explainForm"), {tr("Explain a gap"), sentence, tr("Record")}, anywhere),
      m_explanation(makeText("timeline.explain.explanation", 96))
{
    addField(tr("What &explains it"), m_explanation, tr("Who says so, and where it stands. It is recorded with your name."));
    if (!isNoted) {
        m_note = makeText("timeline.explain.note", 64);
        addField(tr("&Note (may stay empty)"), m_note);
    }
    connect(m_explanation, &QPlainTextEdit::textChanged, this, [this] { check(); });
    check();
    present(m_explanation);
}

QString ExplainForm::whyNot() const
{
    return wordsIn(m_explanation).isEmpty() ? tr("Say what explains the gap.") : QString();
}

void ExplainForm::accept()
{
    setBusy(true);
    emit wanted(wordsIn(m_note), wordsIn(m_explanation));
}

} // namespace caseward::ui
