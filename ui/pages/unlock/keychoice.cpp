// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/unlock/keychoice.h"

#include "ui/base/formfield.h"
#include "ui/base/pathline.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

// Where the usual card software of this system has its module; the first that is there is offered.
QString usualModule()
{
    for (const char *path : {"/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so", "/usr/lib/x86_64-linux-gnu/pkcs11/opensc-pkcs11.so", "/usr/lib/opensc-pkcs11.so"}) {
        if (QFileInfo(QLatin1String(path)).isFile())
            return QLatin1String(path);
    }
    return {};
}

} // namespace

KeyChoice::KeyChoice(Theme *theme, QWidget *parent)
    : QWidget(parent),
      m_choice(new SegmentedControl(theme, QStringLiteral("unlock.key"), {tr("In the vault"), tr("Key file"), tr("Card")}, this)),
      m_file(new PathLine(QStringLiteral("unlock.keyFile"), tr("Key file"), tr("/media/…/my-key.p8"))), m_module(new QLineEdit(usualModule()))
{
    setObjectName(QStringLiteral("unlock.keyChoice"));
    m_choice->setAccessibleName(tr("Where your key is"));
    m_file->setChooser(PathLine::What::File, tr("Choose the key file"), tr("Key files (*.p8 *.pem *.key);;All files (*)"));
    m_fileField = new FormField(theme, QStringLiteral("unlock.keyFileField"), tr("&Key file"), m_file, this);
    m_module->setObjectName(QStringLiteral("unlock.module"));
    m_module->setAccessibleName(tr("Card software (PKCS#11 module)"));
    m_module->setPlaceholderText(tr("/usr/lib/…/opensc-pkcs11.so"));
    m_moduleField = new FormField(theme, QStringLiteral("unlock.moduleField"), tr("&Card software (PKCS#11 module)"), m_module, this);

    auto *choiceRow = new QHBoxLayout;
    choiceRow->setSpacing(12);
    choiceRow->addWidget(new ThemedLabel(theme, tr("Your key"), {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this));
    choiceRow->addStretch(1);
    choiceRow->addWidget(m_choice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(choiceRow);
    column->addWidget(m_fileField);
    column->addWidget(m_moduleField);
    m_choice->setCurrent(0);
    showWhere();
    connect(m_choice, &SegmentedControl::chosen, this, [this](int index) { setWhere(static_cast<Where>(index)); });
    for (QLineEdit *line : {m_file->line(), m_module})
        connect(line, &QLineEdit::textChanged, this, &KeyChoice::changed);
    connect(m_module, &QLineEdit::editingFinished, this, &KeyChoice::settled);
}

void KeyChoice::setWhere(Where where)
{
    m_where = where;
    m_choice->setCurrent(static_cast<int>(where));
    showWhere();
    emit changed();
    emit settled();
}

void KeyChoice::showWhere()
{
    m_fileField->setVisible(m_where == Where::File);
    m_moduleField->setVisible(m_where == Where::Card);
}

QString KeyChoice::whyNot() const
{
    if (m_where == Where::File && m_file->path().isEmpty())
        return tr("Choose the file of your key.");
    if (m_where == Where::Card && m_module->text().trimmed().isEmpty())
        return tr("Name the module of the card software.");
    return {};
}

void KeyChoice::apply(session::UnlockRequest &request) const
{
    if (m_where == Where::File)
        request.keyFile = Path(m_file->path().toStdString());
    if (m_where == Where::Card)
        request.tokenModule = Path(m_module->text().trimmed().toStdString());
}

} // namespace caseward::ui
