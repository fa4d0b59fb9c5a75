// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditpage.h"

#include "ui/base/faultnote.h"
#include "ui/base/filterline.h"
#include "ui/base/plaintable.h"
#include "ui/base/progressline.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/audit/historymodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace caseward::ui {

AuditPage::AuditPage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_history(new HistoryModel(this)), m_filter(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("audit"));
    m_filter->setSourceModel(m_history);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    QVBoxLayout *column = makeColumn();
    buildTools(makeToolRow(column));
    m_note = new FaultNote(theme, QStringLiteral("audit.note"), this);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(16, 0, 16, 0);
    noteRow->addWidget(m_note);
    column->addLayout(noteRow);
    buildTable();
    column->addWidget(m_table, 1);
    connect(model, &CaseModel::changed, this, [this] {
        if (isVisible())
            reload();
    });
    connect(model, &CaseModel::closed, this, [this] {
        m_history->clear();
        m_note->clear();
        m_words->clear();
    });
    setRunning(false);
}

void AuditPage::buildTools(QHBoxLayout *row)
{
    QWidget *tools = row->parentWidget();
    row->addWidget(new ThemedLabel(theme(), tr("History of the case"), {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, tools));
    m_count = new ThemedLabel(theme(), {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, tools);
    m_count->setObjectName(QStringLiteral("audit.count"));
    row->addWidget(m_count, 1);
    m_progress = new ProgressLine(theme(), tools);
    m_progress->setFixedWidth(140);
    row->addWidget(m_progress);
    m_words = new QLineEdit(tools);
    m_words->setObjectName(QStringLiteral("audit.filter"));
    m_words->setAccessibleName(tr("Filter the history"));
    m_words->setPlaceholderText(tr("Filter by person, action or object"));
    m_words->setProperty("cls", "search");
    makeFilterLine(m_words, theme(), QStringLiteral("list-filter"));
    m_words->setFixedWidth(300);
    m_verify = new QPushButton(tools);
    m_verify->setObjectName(QStringLiteral("audit.verify"));
    m_verify->setMinimumHeight(32);
    row->addWidget(m_words);
    row->addWidget(m_verify);
    connect(m_words, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_words, &QLineEdit::textChanged, this, &AuditPage::showCount);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
}

void AuditPage::buildTable()
{
    m_table = makePlainTable(theme(), QStringLiteral("audit.table"), tr("History"), m_filter, this);
    const int widths[] = {84, 188, 168, 208, 400};
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void AuditPage::activate()
{
    reload();
    m_table->setFocus();
}

void AuditPage::reload()
{
    if (!m_model->isOpen())
        return;
    m_model->worker()->run<std::vector<model::Entry>>(
        this, [id = m_model->id()](session::Session &session, Progress &) { return session.history(id); },
        [this](const Result<std::vector<model::Entry>> &entries) {
            if (entries.ok() && m_model->isOpen())
                m_history->setEntries(*entries, m_model->dossier());
            else if (!entries.ok())
                m_note->show(entries.fault());
            showCount();
        });
}

void AuditPage::showCount()
{
    const int all = m_history->rowCount(), shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%1 entries, newest first").arg(QLocale::c().toString(all))
                                  : tr("%1 of %2 entries").arg(QLocale::c().toString(shown), QLocale::c().toString(all)));
}

void AuditPage::verify()
{
    if (m_running) {
        m_model->worker()->cancel(m_request);
        return;
    }
    m_note->clear();
    setRunning(true);
    m_request = m_model->worker()->run<session::VaultReport>(
        this, [](session::Session &session, Progress &progress) { return session.checkVault(progress); },
        [this](const Result<session::VaultReport> &report) {
            setRunning(false);
            showReport(report);
        },
        [this](quint64 done, quint64 total) { m_progress->setProgress(done, total); });
}

void AuditPage::showReport(const Result<session::VaultReport> &report)
{
    if (!report.ok()) {
        if (report.fault().code != FaultCode::Cancelled)
            m_note->show(report.fault());
        emit verified(false);
        return;
    }
    if (!report->problems.empty()) {
        const session::VaultFinding &first = report->problems.front();
        m_note->show(fail(FaultCode::VaultDamaged, first.subject + ": " + first.problem));
        emit verified(false);
        return;
    }
    QString words = tr("%1 entries, %2 signatures, %3 documents with %4 pages (%5) were recomputed from the stored bytes.")
                        .arg(report->entries).arg(report->signatures).arg(report->documents).arg(report->pages).arg(sizeWord(report->bytes));
    if (!report->orphans.empty())
        words += tr(" %1 files belong to no entry.").arg(report->orphans.size());
    m_note->notice(tr("Everything in this vault verifies"), words);
    emit verified(true);
}

void AuditPage::setRunning(bool running)
{
    m_running = running;
    m_progress->setProgress(0, 0);
    m_progress->setVisible(running);
    m_verify->setText(running ? tr("Stop") : tr("Verify now"));
    m_verify->setAccessibleName(m_verify->text());
}

QList<PageAction> AuditPage::pageActions()
{
    return {
        {QStringLiteral("audit.verify.now"), tr("Verify the vault now"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { verify(); }, {}, nullptr, tr("verify now")},
        {QStringLiteral("audit.find"), tr("Filter the history"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_words->setFocus(); }, {}, nullptr, tr("filter")},
    };
}

} // namespace caseward::ui
