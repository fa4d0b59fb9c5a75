// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue/newcaseform.h"

#include "core/session/packdesk.h"
#include "ui/base/faultnote.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"
#include "ui/models/packwords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace caseward::ui {

NewCaseForm::NewCaseForm(Theme *theme, Worker *worker, QWidget *window)
    : Overlay(theme, QStringLiteral("newcase"), window), m_theme(theme), m_worker(worker)
{
    setCardWidth(600);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(16);
    column->addWidget(new ThemedLabel(theme, tr("New case"), {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    buildFields(grid);
    column->addLayout(grid);
    m_fault = new FaultNote(theme, QStringLiteral("newcase.fault"));
    column->addWidget(m_fault);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("newcase.cancel"));
    cancel->setAccessibleName(cancel->text());
    m_create = new QPushButton(tr("Create case"));
    m_create->setObjectName(QStringLiteral("newcase.create"));
    m_create->setAccessibleName(m_create->text());
    m_create->setProperty("cls", "primary");
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_create);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &Overlay::dismiss);
    connect(m_create, &QPushButton::clicked, this, &NewCaseForm::create);
    readPacks();
    check();
    present(m_reference);
}

QLineEdit *NewCaseForm::addLine(QGridLayout *grid, int row, int column, const char *name, const QString &label, const QString &help)
{
    auto *line = new QLineEdit;
    line->setObjectName(QLatin1String(name));
    line->setMaxLength(200);
    auto *field = new FormField(m_theme, QLatin1String(name) + QStringLiteral("Field"), label, line, card());
    if (!help.isEmpty())
        field->setHelp(help);
    grid->addWidget(field, row, column, Qt::AlignTop);
    connect(line, &QLineEdit::textChanged, this, &NewCaseForm::check);
    connect(line, &QLineEdit::returnPressed, this, &NewCaseForm::create);
    return line;
}

void NewCaseForm::buildFields(QGridLayout *grid)
{
    m_reference = addLine(grid, 0, 0, "newcase.reference", tr("&Case number"), {});
    m_subject = addLine(grid, 0, 1, "newcase.subject", tr("&Subject reference"), tr("A pseudonym, never the name"));
    m_type = new QComboBox;
    m_type->setObjectName(QStringLiteral("newcase.type"));
    for (const char *type : {"initial", "periodic", "incident", "reciprocity"})
        m_type->addItem(typeWord(type, true), QLatin1String(type));
    grid->addWidget(new FormField(m_theme, QStringLiteral("newcase.typeField"), tr("&Kind of case"), m_type, card()), 1, 0, Qt::AlignTop);
    m_access = addLine(grid, 1, 1, "newcase.access", tr("&Access asked for"), {});
    m_access->setText(QStringLiteral("Secret"));
    m_due = addLine(grid, 2, 0, "newcase.due", tr("&Due day (optional)"), tr("YYYY-MM-DD"));
    m_dueField = qobject_cast<FormField *>(m_due->parentWidget());
    m_marking = addLine(grid, 2, 1, "newcase.marking", tr("&Marking"), tr("Shown at the top and bottom of every window"));
    m_marking->setText(QStringLiteral("CUI//PRVCY"));
    m_pack = new QComboBox;
    m_pack->setObjectName(QStringLiteral("newcase.pack"));
    grid->addWidget(new FormField(m_theme, QStringLiteral("newcase.packField"), tr("Check&list"), m_pack, card()), 3, 0, 1, 2);
}

void NewCaseForm::readPacks()
{
    m_worker->run<std::vector<packs::PackPtr>>(
        this, [](session::Session &session, Progress &) { return session::PackDesk(session).inForce(); },
        [this](const Result<std::vector<packs::PackPtr>> &packs) {
            if (!packs.ok()) {
                m_fault->show(packs.fault());
                return;
            }
            const std::string usual = session::NewCase().pack;
            for (const packs::PackPtr &pack : *packs) {
                m_pack->addItem(packTitleAndVersion(*pack), text(pack->id + " " + pack->version));
                if (pack->id == usual)
                    m_pack->setCurrentIndex(m_pack->count() - 1);
            }
            check();
        });
}

void NewCaseForm::check()
{
    if (!m_create)
        return;
    const QString due = m_due->text().trimmed();
    const bool dueGood = due.isEmpty() || isDay(due.toStdString());
    m_dueField->setError(dueGood || due.size() < 10 ? QString() : tr("Not a day: write YYYY-MM-DD"));
    m_create->setEnabled(!m_busy && dueGood && !m_reference->text().trimmed().isEmpty() && !m_subject->text().trimmed().isEmpty()
                         && !m_marking->text().trimmed().isEmpty() && m_pack->count() > 0);
}

void NewCaseForm::create()
{
    if (!m_create->isEnabled())
        return;
    session::NewCase facts;
    facts.reference = m_reference->text().trimmed().toStdString();
    facts.subject = m_subject->text().trimmed().toStdString();
    facts.type = m_type->currentData().toString().toStdString();
    facts.access = m_access->text().trimmed().toStdString();
    facts.marking = m_marking->text().trimmed().toStdString();
    facts.due = m_due->text().trimmed().toStdString();
    facts.pack = m_pack->currentData().toString().toStdString();
    m_busy = true;
    m_fault->clear();
    check();
    m_worker->run<CaseId>(
        this, [facts](session::Session &session, Progress &) { return session.createCase(facts); },
        [this](const Result<CaseId> &id) {
            m_busy = false;
            check();
            if (!id.ok()) {
                m_fault->show(id.fault());
                return;
            }
            emit created(*id);
            dismiss();
        });
}

} // namespace caseward::ui
