// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/formcard.h"

#include "ui/base/faultnote.h"
#include "ui/base/formfield.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

FormCard::FormCard(Theme *theme, const QString &name, const Words &words, QWidget *anywhere)
    : Overlay(theme, name, anywhere), m_theme(theme), m_fields(new QVBoxLayout),
      m_fault(new FaultNote(theme, name + QStringLiteral(".fault"), card())), m_accept(new QPushButton(words.accept, card()))
{
    setAccessibleName(words.title);
    setCardWidth(520);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(16);
    column->addWidget(new ThemedLabel(theme, words.title, {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, card()));
    if (!words.lead.isEmpty()) {
        auto *lead = new ThemedLabel(theme, words.lead, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, card());
        lead->setFit(ThemedLabel::Fit::Wrap);
        column->addWidget(lead);
    }
    m_fields->setSpacing(12);
    column->addLayout(m_fields);
    column->addWidget(m_fault);
    auto *cancel = new QPushButton(tr("Cancel"), card());
    cancel->setObjectName(name + QStringLiteral(".cancel"));
    cancel->setAccessibleName(cancel->text());
    m_accept->setObjectName(name + QStringLiteral(".accept"));
    m_accept->setAccessibleName(words.accept);
    m_accept->setProperty("cls", "primary");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &Overlay::dismiss);
    connect(m_accept, &QPushButton::clicked, this, &FormCard::tryToAccept);
}

FormField *FormCard::addField(const QString &label, QWidget *input, const QString &help)
{
    auto *field = new FormField(m_theme, input->objectName() + QStringLiteral("Field"), label, input, card());
    if (!help.isEmpty())
        field->setHelp(help);
    m_fields->addWidget(field);
    if (auto *line = qobject_cast<QLineEdit *>(input)) {
        connect(line, &QLineEdit::textChanged, this, &FormCard::check);
        connect(line, &QLineEdit::returnPressed, this, &FormCard::tryToAccept);
    }
    return field;
}

void FormCard::sideBySide(FormField *left, FormField *right)
{
    const int at = m_fields->indexOf(left);
    m_fields->removeWidget(left);
    m_fields->removeWidget(right);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(left, 1, Qt::AlignTop);
    row->addWidget(right, 1, Qt::AlignTop);
    m_fields->insertLayout(at, row);
}

void FormCard::tryToAccept()
{
    if (m_busy || !whyNot().isEmpty())
        return;
    m_fault->clear();
    accept();
}

void FormCard::fail(const Fault &fault)
{
    setBusy(false);
    m_fault->show(fault);
}

void FormCard::setBusy(bool busy)
{
    m_busy = busy;
    check();
}

void FormCard::check()
{
    const QString why = whyNot();
    m_accept->setEnabled(!m_busy && why.isEmpty());
    m_accept->setToolTip(why);
    m_accept->setAccessibleDescription(why);
}

} // namespace caseward::ui
