// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/backupform.h"

#include "ui/base/formfield.h"
#include "ui/base/pathline.h"
#include "ui/models/casewords.h"

#include <QLineEdit>
#include <QSpinBox>

namespace caseward::ui {

namespace {

QSpinBox *number(const char *name, int value, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(1, most);
    box->setValue(value);
    return box;
}

} // namespace

BackupForm::BackupForm(Theme *theme, const session::BackupSettings &now, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.backupForm"),
               {tr("Where backups go"), tr("A backup is a whole copy, encrypted like the vault. Choose a folder on another disk."), tr("Keep")}, anywhere),
      m_folder(new PathLine(QStringLiteral("people.backup.folder"), tr("Folder"), tr("/media/…/backups"))),
      m_hours(number("people.backup.hours", static_cast<int>(now.hours), 24 * 365)), m_keep(number("people.backup.keep", static_cast<int>(now.keep), 1000))
{
    m_folder->setChooser(PathLine::What::Folder, tr("Choose the folder for backups"));
    m_folder->line()->setText(text(now.folder.string()));
    addField(tr("&Folder"), m_folder, tr("Empty: no backups by themselves"));
    addField(tr("&Hours between backups, at sign-in"), m_hours);
    addField(tr("How many are &kept"), m_keep);
    check();
    present(m_folder->line());
}

void BackupForm::accept()
{
    session::BackupSettings settings;
    settings.folder = Path(m_folder->path().toStdString());
    settings.hours = static_cast<std::uint32_t>(m_hours->value());
    settings.keep = static_cast<std::uint32_t>(m_keep->value());
    setBusy(true);
    emit wanted(settings);
}

} // namespace caseward::ui
