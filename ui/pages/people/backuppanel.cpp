// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/backuppanel.h"

#include "ui/base/faultnote.h"
#include "ui/base/progressline.h"
#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/backupform.h"

namespace caseward::ui {

BackupPanel::BackupPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : DeskPanel(theme, model,
                {QStringLiteral("people.backups"), tr("Backups of this vault"),
                 {{tr("Made"), 200}, {tr("Files"), 90}, {tr("Size"), 110}, {tr("State"), 200}, {tr("Folder"), 400}}},
                parent),
      m_progress(new ProgressLine(theme, this))
{
    m_progress->setFixedWidth(140);
    m_progress->hide();
    head()->addTool(m_progress);
    addAct(QStringLiteral("create"), tr("Back up now"), [this] { create(); }, [this] { return whyNotCreate(); });
    addAct(QStringLiteral("check"), tr("Check"), [this] { check(); }, [this] {
        return m_request != 0 ? tr("Wait until this is done.") : currentKey().isEmpty() ? tr("Choose a backup first.") : QString();
    });
    addAct(QStringLiteral("cancel"), tr("Cancel"), [this] { this->model()->worker()->cancel(m_request); },
           [this] { return m_request == 0 ? tr("Nothing is under way.") : QString(); });
    addActSpace();
    addAct(QStringLiteral("settings"), tr("Where and how often…"), [this] { configure(); }, [] { return QString(); });
    showActs();
}

void BackupPanel::reload()
{
    fetch<Shown>(
        [](session::Session &session, Progress &) -> Result<Shown> {
            session::Backups desk(session);
            Shown shown;
            shown.settings = TRY(desk.settings());
            if (!shown.settings.folder.empty())
                shown.rows = TRY(desk.list({}));
            return shown;
        },
        [this](const Shown &shown) { showBackups(shown); });
}

void BackupPanel::showBackups(const Shown &shown)
{
    m_settings = shown.settings;
    const QString keep = currentKey();
    clearRows();
    for (const session::BackupRow &row : shown.rows) {
        const QString folder = text(row.folder.string());
        const bool good = row.problem.empty();
        addRow({momentWord(row.created), good ? QString::number(row.files) : QString(), good ? sizeWord(row.bytes) : QString(),
                good ? tr("Listed and signed") : text(row.problem), folder},
               folder, !good);
    }
    head()->setDetail(m_settings.folder.empty() ? tr("no folder is set: no backups are made by themselves")
                                                : tr("into %1, every %2 hours at sign-in, %3 kept").arg(text(m_settings.folder.string())).arg(m_settings.hours).arg(m_settings.keep));
    chooseKey(keep);
}

QString BackupPanel::whyNotCreate() const
{
    if (m_request != 0)
        return tr("Wait until this is done.");
    return m_settings.folder.empty() ? tr("Say first where backups go.") : QString();
}

void BackupPanel::setRunning(RequestId request)
{
    m_request = request;
    m_progress->setProgress(0, 1);
    m_progress->setVisible(request != 0);
    showActs();
}

void BackupPanel::create()
{
    if (!whyNotCreate().isEmpty())
        return;
    note()->clear();
    setRunning(model()->worker()->run<session::BackupMade>(
        this, [](session::Session &session, Progress &progress) { return session::Backups(session).create({}, progress); },
        [this](const Result<session::BackupMade> &made) {
            setRunning(0);
            if (!made.ok()) {
                note()->show(made.fault());
                return;
            }
            const QString older = made->removed.empty() ? QString() : tr(" %1 older removed.").arg(made->removed.size());
            finish(tr("The backup is made"), tr("%1 files, %2, in %3.%4 %5").arg(made->files).arg(sizeWord(made->bytes), text(made->folder.string()), older, text(made->warning)).trimmed());
        },
        [this](quint64 done, quint64 total) { m_progress->setProgress(done, total); }));
}

void BackupPanel::check()
{
    const Path folder = currentKey().toStdString();
    if (folder.empty() || m_request != 0)
        return;
    note()->clear();
    setRunning(model()->worker()->run<session::BackupChecked>(
        this, [folder](session::Session &session, Progress &progress) { return session::Backups(session).check(folder, progress); },
        [this](const Result<session::BackupChecked> &checked) {
            setRunning(0);
            if (checked.ok())
                finish(tr("The backup is whole"), tr("%1 files, %2; signed by %3, %4.").arg(checked->files).arg(sizeWord(checked->bytes), text(checked->signer), momentWord(checked->signedAt)));
            else
                note()->show(checked.fault());
        },
        [this](quint64 done, quint64 total) { m_progress->setProgress(done, total); }));
}

void BackupPanel::finish(const QString &title, const QString &words)
{
    note()->notice(title, words);
    reload();
}

void BackupPanel::configure()
{
    auto *form = new BackupForm(theme(), m_settings, this);
    connect(form, &BackupForm::wanted, this, [this, form](const session::BackupSettings &settings) {
        submit(form, [settings](session::Session &session, Progress &) { return session::Backups(session).setSettings(settings); }, tr("Backups go there from now on"));
    });
}

} // namespace caseward::ui
