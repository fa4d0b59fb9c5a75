// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue/intakecard.h"

#include "core/session/outside.h"
#include "ui/base/faultwords.h"
#include "ui/base/iconlabel.h"
#include "ui/base/progressline.h"
#include "ui/models/casewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace caseward::ui {

namespace {

constexpr int kinds = static_cast<int>(model::DocumentKind::Other) + 1;

} // namespace

IntakeCard::IntakeCard(Theme *theme, Worker *worker, const CaseId &id, const QString &reference, const QStringList &files, QWidget *window)
    : Overlay(theme, QStringLiteral("intake"), window), m_theme(theme), m_worker(worker), m_id(id),
      m_progress(new ProgressLine(theme)), m_words(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}))
{
    setCardWidth(860);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(14);
    column->addWidget(new ThemedLabel(theme, tr("Add documents to %1").arg(reference), {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}));
    auto *say = new ThemedLabel(theme, tr("Each file is opened only inside the sandboxed reader. Its bytes are kept unchanged under its SHA-256."),
                                {Theme::Text::Label, QFont::Normal, Tone::Secondary, false});
    say->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(say);
    column->addWidget(buildRows(files), 1);
    column->addLayout(buildCommon());
    column->addWidget(m_progress);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_close = new QPushButton(tr("Cancel"));
    m_close->setObjectName(QStringLiteral("intake.close"));
    m_start = new QPushButton(files.size() == 1 ? tr("Add 1 document") : tr("Add %1 documents").arg(files.size()));
    m_start->setObjectName(QStringLiteral("intake.start"));
    m_start->setAccessibleName(m_start->text());
    m_start->setProperty("cls", "primary");
    row->addWidget(m_words, 1);
    row->addWidget(m_close);
    row->addWidget(m_start);
    column->addLayout(row);
    connect(m_start, &QPushButton::clicked, this, &IntakeCard::start);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running) {
            m_stopped = true;
            m_worker->cancel(m_request);
        } else {
            dismiss();
        }
    });
    connect(this, &Overlay::closed, this, [this] {
        if (m_added > 0)
            emit added(m_added);
    });
    setRunning(false);
    present(m_start);
}

QLayout *IntakeCard::buildCommon()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    struct Field { QLineEdit **edit; const char *name; QString words, say; };
    int column = 0;
    for (const Field &field : {Field{&m_source, "source", tr("Given by"), tr("who handed them over")},
                               Field{&m_agency, "agency", tr("Agency"), tr("whose record it is")},
                               Field{&m_custody, "custody", tr("Custody"), tr("how they came here")}}) {
        auto *label = new ThemedLabel(m_theme, field.words, {Theme::Text::Caption, QFont::Medium, Tone::Secondary, false});
        auto *edit = *field.edit = new QLineEdit;
        edit->setObjectName(QStringLiteral("intake.") + QLatin1String(field.name));
        edit->setAccessibleName(field.words);
        edit->setPlaceholderText(field.say);
        edit->setMaxLength(400);
        label->setBuddy(edit);
        grid->addWidget(label, 0, column);
        grid->addWidget(edit, 1, column++);
    }
    m_keep = new QCheckBox(tr("Keep what cannot be opened, with the reason"));
    m_keep->setObjectName(QStringLiteral("intake.keep"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setToolTip(tr("It is evidence all the same: it stands in the record, and the completeness gate asks how it was considered."));
    grid->addWidget(m_keep, 2, 0, 1, 3);
    return grid;
}

QStringList IntakeCard::filesOf(const QString &folder)
{
    QStringList found;
    const QFileInfoList all = QDir(folder).entryInfoList(QDir::Files | QDir::Readable, QDir::Name | QDir::LocaleAware);
    for (const QFileInfo &info : all)
        found << info.absoluteFilePath();
    return found;
}

QWidget *IntakeCard::buildRows(const QStringList &files)
{
    auto *content = new QWidget;
    content->setProperty("cls", "surface");
    content->setAttribute(Qt::WA_StyledBackground);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(4, 3);
    int column = 1;
    for (const QString &head : {tr("File"), tr("Kind"), tr("Exhibit"), QString()})
        grid->addWidget(new ThemedLabel(m_theme, head, {Theme::Text::Caption, QFont::Medium, Tone::Secondary, false}), 0, column++);
    for (int i = 0; i < files.size(); ++i)
        addRow(grid, i + 1, files[i]);
    grid->setRowStretch(static_cast<int>(files.size()) + 1, 1);
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("intake.files"));
    area->setAccessibleName(tr("Files"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->setMinimumHeight(qMin(content->sizeHint().height() + 4, 380));
    return area;
}

void IntakeCard::addRow(QGridLayout *grid, int row, const QString &file)
{
    Row entry;
    entry.file = file;
    const QString name = QFileInfo(file).fileName();
    const QString id = QStringLiteral("intake.%1.").arg(row - 1);
    entry.icon = new IconLabel(m_theme, QStringLiteral("file-text"), Tone::Secondary, 16);
    auto *label = new ThemedLabel(m_theme, name, {Theme::Text::Base, QFont::Normal, Tone::Primary, false});
    label->setFit(ThemedLabel::Fit::Elide);
    entry.kind = new QComboBox;
    entry.kind->setObjectName(id + QStringLiteral("kind"));
    entry.kind->setAccessibleName(tr("Kind of %1").arg(name));
    for (int kind = 0; kind < kinds; ++kind)
        entry.kind->addItem(documentKindWord(static_cast<model::DocumentKind>(kind)));
    entry.kind->setCurrentIndex(static_cast<int>(session::guessKind(name.toStdString())));
    entry.exhibit = new QLineEdit;
    entry.exhibit->setObjectName(id + QStringLiteral("exhibit"));
    entry.exhibit->setAccessibleName(tr("Exhibit of %1").arg(name));
    entry.exhibit->setMaximumWidth(96);
    entry.state = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false});
    entry.state->setObjectName(id + QStringLiteral("state"));
    entry.state->setFit(ThemedLabel::Fit::Elide);
    entry.state->setText(sizeWord(static_cast<std::uint64_t>(QFileInfo(file).size())));
    grid->addWidget(entry.icon, row, 0);
    grid->addWidget(label, row, 1);
    grid->addWidget(entry.kind, row, 2);
    grid->addWidget(entry.exhibit, row, 3);
    grid->addWidget(entry.state, row, 4);
    m_rows.push_back(entry);
}

void IntakeCard::start()
{
    m_at = 0;
    m_stopped = false;
    setRunning(true);
    next();
}

void IntakeCard::next()
{
    while (m_at < m_rows.size() && m_rows[m_at].done)
        ++m_at;
    if (m_stopped || m_at >= m_rows.size()) {
        setRunning(false);
        return;
    }
    Row &row = m_rows[m_at];
    session::NewDocument document;
    document.file = Path(row.file.toStdString());
    document.kind = static_cast<model::DocumentKind>(row.kind->currentIndex());
    document.exhibit = row.exhibit->text().trimmed().toStdString();
    document.source = m_source->text().trimmed().toStdString();
    document.agency = m_agency->text().trimmed().toStdString();
    document.custody = m_custody->text().trimmed().toStdString();
    if (m_keep->isChecked())
        document.unreadable = session::NewDocument::Unreadable::Keep;
    row.state->setTone(Tone::Secondary);
    row.state->setText(tr("Reading…"));
    m_request = m_worker->run<DocumentId>(
        this, [id = m_id, document](session::Session &session, Progress &progress) { return session.addDocument(id, document, progress); },
        [this, at = m_at](const Result<DocumentId> &result) { finished(at, result); },
        [this, at = m_at](quint64 done, quint64 total) {
            m_rows[at].state->setText(total > 0 ? tr("Page %1 of %2").arg(done).arg(total) : tr("Reading…"));
        });
}

void IntakeCard::finished(std::size_t at, const Result<DocumentId> &result)
{
    Row &row = m_rows[at];
    row.done = result.ok();
    if (result.ok()) {
        ++m_added;
        row.icon->setIcon(QStringLiteral("circle-check"), Tone::Mitigating);
        row.state->setText(tr("Added"));
        row.kind->setEnabled(false);
        row.exhibit->setEnabled(false);
    } else {
        const FaultWords words = wordsOf(result.fault());
        row.icon->setIcon(QStringLiteral("circle-alert"), Tone::Warning);
        row.state->setTone(Tone::Warning);
        row.state->setText(words.title);
        row.state->setToolTip(QStringList{words.safe, words.advice, words.code}.join(QLatin1Char('\n')));
    }
    ++m_at;
    m_progress->setProgress(static_cast<quint64>(m_added), m_rows.size());
    next();
}

void IntakeCard::setRunning(bool running)
{
    m_running = running;
    std::size_t left = 0;
    for (const Row &row : m_rows)
        left += row.done ? 0 : 1;
    m_start->setEnabled(!running && left > 0);
    if (!running && m_at > 0 && left > 0)
        m_start->setText(tr("Try again"));
    m_close->setText(running ? tr("Stop") : m_added > 0 ? tr("Close") : tr("Cancel"));
    m_close->setAccessibleName(m_close->text());
    setCloseOnEscape(!running);
    m_words->setText(m_at == 0 ? QString() : tr("%1 added, %2 not").arg(m_added).arg(left));
    if (!running && left == 0)
        m_close->setFocus();
}

} // namespace caseward::ui
