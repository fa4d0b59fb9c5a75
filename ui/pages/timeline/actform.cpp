// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/actform.h"

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "ui/base/formfield.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace caseward::ui {

namespace {

constexpr int longestLine = 1'000, textHeight = 72;

QString plainLabel(const QString &label) { return QString(label).remove(QLatin1Char('&')); }

} // namespace

ActForm::ActForm(Theme *theme, const QString &name, const Words &words, const QList<Field> &fields, QWidget *anywhere)
    : FormCard(theme, name, words, anywhere), m_fields(fields)
{
    FormField *last = nullptr;
    for (const Field &field : fields) {
        FormField *made = add(name, field);
        if (field.beside && last)
            sideBySide(last, made);
        last = made;
    }
    check();
    present(m_inputs.value(0));
}

FormField *ActForm::add(const QString &name, const Field &field)
{
    QWidget *input = nullptr;
    if (field.kind == Field::Kind::Choice) {
        auto *choice = new QComboBox;
        for (const auto &[value, words] : field.choices)
            choice->addItem(words, value);
        choice->setCurrentIndex(qMax(0, choice->findData(field.before)));
        connect(choice, &QComboBox::currentIndexChanged, this, [this] { check(); });
        input = choice;
    } else if (field.kind == Field::Kind::Text) {
        auto *edit = new QPlainTextEdit(field.before);
        edit->setTabChangesFocus(true);
        edit->setProperty("cls", "field");
        edit->setFixedHeight(textHeight);
        connect(edit, &QPlainTextEdit::textChanged, this, [this] { check(); });
        input = edit;
    } else {
        auto *edit = new QLineEdit(field.before);
        edit->setMaxLength(field.kind == Field::Kind::Day ? 10 : longestLine);
        connect(edit, &QLineEdit::textChanged, this, [this] { check(); });
        input = edit;
    }
    input->setObjectName(name + QLatin1Char('.') + field.key);
    m_inputs << input;
    const QString day = QStringLiteral("YYYY-MM-DD");
    const QString help = field.kind != Field::Kind::Day ? field.help : field.help.isEmpty() ? day : tr("%1; written %2").arg(field.help, day);
    FormField *made = addField(field.label, input, help);
    if (!field.needed)
        made->setOptional();
    return made;
}

QString ActForm::saidIn(qsizetype field) const
{
    QWidget *input = m_inputs.at(field);
    if (const auto *choice = qobject_cast<QComboBox *>(input))
        return choice->currentData().toString();
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(input))
        return edit->toPlainText().trimmed().left(static_cast<qsizetype>(limits::noteCharacters));
    return static_cast<QLineEdit *>(input)->text().trimmed();
}

QString ActForm::whyNot() const
{
    for (qsizetype i = 0; i < m_inputs.size(); ++i) {
        const QString said = saidIn(i);
        const Field &field = m_fields.at(i);
        if (said.isEmpty() && field.needed)
            return field.kind == Field::Kind::Choice ? tr("There is nothing to choose from.") : tr("Still needed: %1.").arg(plainLabel(field.label).toLower());
        if (field.kind == Field::Kind::Day && !said.isEmpty() && !isDay(said.toStdString()))
            return tr("%1 is not a day: write YYYY-MM-DD.").arg(plainLabel(field.label));
    }
    return {};
}

void ActForm::accept()
{
    Said said;
    for (qsizetype i = 0; i < m_inputs.size(); ++i)
        said[m_fields.at(i).key] = saidIn(i);
    setBusy(true);
    emit wanted(said);
}

} // namespace caseward::ui
