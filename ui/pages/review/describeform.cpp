// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/describeform.h"

#include "core/base/clock.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"

#include <QComboBox>
#include <QLineEdit>

namespace caseward::ui {

namespace {

constexpr int kinds = static_cast<int>(model::DocumentKind::Other) + 1;

} // namespace

DescribeForm::DescribeForm(Theme *theme, const model::DocumentAdded &facts, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("review.describe"),
               {tr("Describe this document"),
                tr("What is said of it, not what it is: “%1” and its bytes stay as they came. What was said before stays in the history.").arg(text(facts.name)),
                tr("Record")},
               anywhere),
      m_before(model::descriptionOf(facts)), m_title(makeLine("title", facts.title)), m_exhibit(makeLine("exhibit", facts.exhibit)),
      m_source(makeLine("source", facts.source)), m_agency(makeLine("agency", facts.agency)), m_date(makeLine("date", facts.date)),
      m_marking(makeLine("marking", facts.marking)), m_custody(makeLine("custody", facts.custody)), m_kind(new QComboBox)
{
    setCardWidth(600);
    m_kind->setObjectName(QStringLiteral("review.describe.kind"));
    for (int kind = 0; kind < kinds; ++kind)
        m_kind->addItem(documentKindWord(static_cast<model::DocumentKind>(kind)));
    m_kind->setCurrentIndex(static_cast<int>(facts.kind));
    m_date->setMaxLength(10);
    addField(tr("&Title"), m_title);
    FormField *kind = addField(tr("&Kind"), m_kind);
    sideBySide(kind, addField(tr("&Exhibit"), m_exhibit));
    FormField *source = addField(tr("&Given by"), m_source, tr("Who handed it over"));
    sideBySide(source, addField(tr("&Agency"), m_agency, tr("Whose record it is")));
    FormField *date = addField(tr("&Date"), m_date, tr("YYYY-MM-DD, or empty"));
    sideBySide(date, addField(tr("&Marking"), m_marking, tr("Portion mark of the whole document")));
    addField(tr("C&ustody"), m_custody, tr("How it came here"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { check(); });
    check();
    present(m_title);
}

QLineEdit *DescribeForm::makeLine(const char *name, const std::string &said)
{
    auto *line = new QLineEdit(text(said));
    line->setObjectName(QStringLiteral("review.describe.") + QLatin1String(name));
    line->setMaxLength(400);
    line->setCursorPosition(0);
    return line;
}

model::DocumentDescribed DescribeForm::said() const
{
    const auto words = [](const QLineEdit *line) { return line->text().trimmed().toStdString(); };
    return {m_before.document, words(m_title), static_cast<model::DocumentKind>(m_kind->currentIndex()), words(m_source), words(m_agency), words(m_date),
            words(m_exhibit), words(m_marking), words(m_custody)};
}

QString DescribeForm::whyNot() const
{
    const model::DocumentDescribed now = said();
    if (now.title.empty())
        return tr("A document has a title.");
    if (!now.date.empty() && !isDay(now.date))
        return tr("The date is not a day: write YYYY-MM-DD.");
    return model::saysTheSame(now, m_before) ? tr("Nothing is different yet.") : QString();
}

void DescribeForm::accept()
{
    setBusy(true);
    emit wanted(said());
}

} // namespace caseward::ui
