// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exchange/importpanel.h"

#include "ui/base/faultnote.h"
#include "ui/base/formfield.h"
#include "ui/base/plaintable.h"
#include "ui/base/progressline.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/exchange/factscard.h"
#include "ui/base/pathline.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

namespace caseward::ui {

ImportPanel::ImportPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_files(new QStandardItemModel(0, 5, this))
{
    setObjectName(QStringLiteral("import"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 16);
    row->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    buildLeft(left);
    row->addLayout(left, 4);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(new ThemedLabel(theme, tr("Files of the bundle: declared by the sender, found here"), {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this));
    auto *frame = new QFrame(this);
    frame->setProperty("cls", "panel");
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    m_files->setHorizontalHeaderLabels({tr("File"), tr("Size"), tr("Declared SHA-256"), tr("Found"), tr("Result")});
    m_table = makePlainTable(theme, QStringLiteral("import.files"), tr("Files of the bundle"), m_files, frame);
    const int widths[] = {300, 92, 148, 120, 100};
    for (int column = 0; column < 5; ++column)
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    inner->addWidget(m_table);
    right->addWidget(frame, 1);
    row->addLayout(right, 6);
    setRunning({});
}

void ImportPanel::buildLeft(QVBoxLayout *column)
{
    auto *path = new PathLine(QStringLiteral("import.file"), tr("Bundle file"), tr("/media/…/case.cwb"));
    m_file = path->line();
    column->addWidget(new FormField(m_theme, QStringLiteral("import.fileField"), tr("Bundle &file"), path, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto button = [this, row](const char *name, const QString &words, const char *cls) {
        auto *made = new QPushButton(words, this);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(words);
        if (*cls)
            made->setProperty("cls", cls);
        row->addWidget(made);
        return made;
    };
    m_words = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this);
    m_words->setFit(ThemedLabel::Fit::Elide);
    m_progress = new ProgressLine(m_theme, this);
    row->addWidget(m_words, 1);
    row->addWidget(m_progress, 1);
    m_cancel = button("import.cancel", tr("Cancel"), "");
    m_verify = button("import.verify", tr("Verify"), "primary");
    m_refuse = button("import.refuse", tr("Do not accept"), "");
    m_accept = button("import.accept", tr("Accept"), "primary");
    column->addLayout(row);
    m_fault = new FaultNote(m_theme, QStringLiteral("import.fault"), this);
    m_facts = new FactsCard(m_theme, QStringLiteral("import.facts"), this);
    column->addWidget(m_fault);
    column->addWidget(m_facts);
    column->addStretch(1);
    connect(path, &PathLine::browseWanted, this, &ImportPanel::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, [this] { forget(); });
    connect(m_file, &QLineEdit::returnPressed, this, &ImportPanel::verify);
    connect(m_verify, &QPushButton::clicked, this, &ImportPanel::verify);
    connect(m_accept, &QPushButton::clicked, this, &ImportPanel::accept);
    connect(m_refuse, &QPushButton::clicked, this, &ImportPanel::refuse);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_model->worker()->cancel(m_request); });
}

void ImportPanel::setFile(const QString &file) { m_file->setText(file); }

void ImportPanel::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a bundle"), m_file->text(), tr("Caseward bundles (*.cwb);;All files (*)"));
    dialog->setObjectName(QStringLiteral("import.fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        setFile(file);
        verify();
    });
    dialog->open();
}

void ImportPanel::forget()
{
    m_verified.clear();
    m_fault->clear();
    m_facts->clear();
    m_files->setRowCount(0);
    setRunning({});
}

void ImportPanel::verify()
{
    const QString file = m_file->text().trimmed();
    if (file.isEmpty() || m_running)
        return;
    forget();
    setRunning(tr("Verifying…"));
    m_request = m_model->worker()->run<session::BundleInspection>(
        this, [path = Path(file.toStdString())](session::Session &session, Progress &progress) { return session.inspectBundle(path, progress); },
        [this, file](const Result<session::BundleInspection> &bundle) {
            m_verified = bundle.ok() ? file : QString();
            setRunning({});
            if (bundle.ok())
                showInspection(*bundle);
            else
                m_fault->show(bundle.fault());
        },
        [this](quint64 done, quint64 total) { m_progress->setProgress(done, total); });
}

void ImportPanel::showInspection(const session::BundleInspection &bundle)
{
    QStringList cases;
    for (const session::BundleCase &each : bundle.cases) {
        cases << tr("%1: %2, %3 new of %4 entries, %5 documents").arg(text(each.reference), text(each.verdict))
                     .arg(each.newEntries).arg(each.entries).arg(each.documents);
    }
    m_facts->show(QStringLiteral("shield-check"), Tone::Mitigating, tr("The bundle verifies. Nothing has been kept yet."),
                  {{tr("From"), tr("%1, %2").arg(text(bundle.fromName), text(bundle.fromOffice)), false, Tone::Primary},
                   {tr("To"), text(bundle.toOffice), false, Tone::Primary},
                   {tr("Sealed"), momentWord(bundle.created), false, Tone::Primary},
                   {tr("Purpose"), text(bundle.purpose), false, Tone::Primary},
                   {tr("Marking"), text(bundle.marking), false, Tone::Primary},
                   {tr("Cases"), cases.join(QLatin1Char('\n')), false, Tone::Primary},
                   {tr("Lane"), tr("number %1; %2").arg(bundle.lane).arg(text(bundle.laneNote)), false, Tone::Primary},
                   {tr("Size"), bundle.parts == 1 ? sizeWord(bundle.bytes) : tr("%1 in %2 parts").arg(sizeWord(bundle.bytes)).arg(bundle.parts), false, Tone::Primary},
                   {tr("Bundle"), text(bundle.id.text()), true, Tone::Secondary}});
    showFiles(bundle);
    m_accept->setFocus();
}

void ImportPanel::showFiles(const session::BundleInspection &bundle)
{
    m_files->setRowCount(0);
    for (const session::BundleFileCheck &file : bundle.files) {
        const bool same = file.declared == file.found;
        const QString cells[] = {text(file.name), sizeWord(file.bytes), shortDigest(file.declared), shortDigest(file.found), same ? tr("match") : tr("DIFFERS")};
        QList<QStandardItem *> row;
        for (int column = 0; column < 5; ++column) {
            auto *item = new QStandardItem(cells[column]);
            item->setData(column == 2 || column == 3, PlainMonoRole);
            item->setData(static_cast<int>(column == 4 ? (same ? Tone::Mitigating : Tone::Integrity) : column == 0 ? Tone::Primary : Tone::Secondary), PlainToneRole);
            row << item;
        }
        m_files->appendRow(row);
    }
}

void ImportPanel::accept()
{
    if (m_verified.isEmpty() || m_running)
        return;
    setRunning(tr("Accepting…"));
    m_request = m_model->worker()->run<session::BundleReceived>(
        this, [path = Path(m_verified.toStdString())](session::Session &session, Progress &progress) { return session.importBundle(path, progress); },
        [this](const Result<session::BundleReceived> &result) { finish(result); },
        [this](quint64 done, quint64 total) { m_progress->setProgress(done, total); });
}

void ImportPanel::finish(const Result<session::BundleReceived> &result)
{
    if (!result.ok()) {
        setRunning({});
        m_fault->show(result.fault());
        return;
    }
    QStringList cases;
    for (const session::BundleCase &each : result->cases)
        cases << tr("%1: %2").arg(text(each.reference), text(each.verdict));
    m_file->clear(); // forgets the inspection
    m_facts->show(QStringLiteral("circle-check"), Tone::Mitigating, tr("Accepted. Custody is here now."),
                  {{tr("Cases"), cases.join(QLatin1Char('\n')), false, Tone::Primary}, {tr("Lane"), text(result->laneNote), false, Tone::Primary},
                   {tr("Bundle"), text(result->id.text()), true, Tone::Secondary}});
    if (m_model->isOpen())
        m_model->reload();
    emit received();
}

void ImportPanel::refuse()
{
    m_file->clear();
    m_fault->notice(tr("Not accepted"), tr("The vault was not changed. Keep the medium for the courier's return."));
}

void ImportPanel::setRunning(const QString &words)
{
    m_running = !words.isEmpty();
    m_words->setText(words);
    m_progress->setProgress(0, 0);
    m_progress->setVisible(m_running);
    m_words->setVisible(m_running || m_verified.isEmpty());
    m_cancel->setVisible(m_running);
    m_file->setEnabled(!m_running);
    m_verify->setVisible(!m_running && m_verified.isEmpty());
    m_verify->setEnabled(!m_file->text().trimmed().isEmpty());
    m_refuse->setVisible(!m_running && !m_verified.isEmpty());
    m_accept->setVisible(!m_running && !m_verified.isEmpty());
}

} // namespace caseward::ui
