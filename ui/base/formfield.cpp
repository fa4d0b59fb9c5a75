// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/formfield.h"

#include <QVBoxLayout>

namespace caseward::ui {

FormField::FormField(Theme *theme, const QString &name, const QString &label, QWidget *input, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_input(input),
      m_label(new ThemedLabel(theme, label, {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this)),
      m_note(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, this))
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    input->setParent(this);
    if (input->objectName().isEmpty())
        input->setObjectName(name + QStringLiteral(".input"));
    setLabel(label);
    m_label->setBuddy(input);
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    column->addWidget(m_label);
    column->addWidget(input);
    column->addWidget(m_note);
}

void FormField::setLabel(const QString &label)
{
    QString plain = label;
    m_label->setText(label);
    m_input->setAccessibleName(plain.remove(QLatin1Char('&')));
}

void FormField::setHelp(const QString &help)
{
    m_help = help;
    setError({});
}

void FormField::setError(const QString &error)
{
    m_note->setTone(error.isEmpty() ? Tone::Secondary : Tone::Integrity);
    m_note->setText(error.isEmpty() ? m_help : error);
    m_note->setVisible(!m_note->text().isEmpty());
    m_input->setAccessibleDescription(m_note->text());
}

void FormField::setOptional() { m_label->setText(tr("%1 (optional)").arg(m_label->text())); }

} // namespace caseward::ui
