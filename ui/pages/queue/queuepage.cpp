// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue/queuepage.h"

#include "ui/base/emptystate.h"
#include "ui/base/faultnote.h"
#include "ui/base/filterline.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/models/docketmodel.h"
#include "ui/pages/queue/casestrip.h"
#include "ui/pages/queue/docketdelegate.h"
#include "ui/pages/queue/duesheet.h"
#include "ui/pages/queue/intakecard.h"
#include "ui/pages/queue/newcaseform.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace caseward::ui {

namespace {

constexpr std::size_t mostRows = 500; // in the table at once
static_assert(static_cast<int>(session::DocketOrder::Holder) == DocketModel::Holder); // the columns are the orders

} // namespace

QueuePage::QueuePage(Theme *theme, CaseModel *model, const Clock &clock, QWidget *parent)
    : Page(theme, parent), m_model(model), m_clock(clock), m_docket(new DocketModel(this)), m_filter(new DocketFilter(m_docket, this))
{
    setObjectName(QStringLiteral("queue"));
    build();
    connect(model, &CaseModel::changed, this, [this] {
        if (isVisible())
            reload();
    });
}

void QueuePage::build()
{
    QVBoxLayout *column = makeColumn();
    buildTools(makeToolRow(column));
    m_fault = new FaultNote(theme(), QStringLiteral("queue.fault"), this);
    column->addWidget(m_fault);
    buildTable();
    m_empty = new EmptyState(theme(), QStringLiteral("queue.empty"), {}, tr("New case…"), this);
    connect(m_empty, &EmptyState::actionWanted, this, &QueuePage::newCase);
    m_middle = new QStackedWidget(this);
    m_middle->addWidget(m_table);
    m_middle->addWidget(m_empty);
    column->addWidget(m_middle, 1);
    m_more = new ThemedLabel(theme(), QString(), {.tone = Tone::Secondary}, this);
    m_more->setObjectName(QStringLiteral("queue.more"));
    m_more->setContentsMargins(16, 6, 16, 6);
    m_more->hide();
    column->addWidget(m_more);
    m_strip = new CaseStrip(theme(), this);
    column->addWidget(m_strip);
    connect(m_strip, &CaseStrip::openWanted, this, &QueuePage::openSelected);
    connect(m_strip, &CaseStrip::addDocumentsWanted, this, &QueuePage::chooseFiles);
}

void QueuePage::buildTools(QHBoxLayout *row)
{
    QWidget *tools = row->parentWidget();
    m_parts = new SegmentedControl(theme(), QStringLiteral("queue.parts"),
                                   {tr("Mine"), tr("Needs countersign"), tr("Returned"), tr("Elsewhere"), tr("Closed")}, tools);
    m_parts->setCurrent(0);
    m_search = new QLineEdit(tools);
    m_search->setObjectName(QStringLiteral("queue.search"));
    m_search->setAccessibleName(tr("Search cases"));
    m_search->setPlaceholderText(tr("Search cases"));
    m_search->setProperty("cls", "search");
    makeFilterLine(m_search, theme(), QStringLiteral("search"));
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(300);
    m_new = new QPushButton(tr("New case…"), tools);
    m_new->setObjectName(QStringLiteral("queue.newCase"));
    m_new->setAccessibleName(m_new->text());
    m_new->setMinimumHeight(32);
    row->addWidget(m_parts);
    row->addStretch(1);
    row->addWidget(m_search, 2);
    m_due = new QPushButton(tr("What is due…"), tools);
    m_due->setObjectName(QStringLiteral("queue.due"));
    m_due->setAccessibleName(m_due->text());
    m_due->setMinimumHeight(32);
    row->addWidget(m_due);
    row->addWidget(m_new);
    connect(m_due, &QPushButton::clicked, this, &QueuePage::showDue);
    connect(m_parts, &SegmentedControl::chosen, this, &QueuePage::narrow);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        narrow();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &QueuePage::openSelected);
    connect(m_new, &QPushButton::clicked, this, &QueuePage::newCase);
}

void QueuePage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("queue.table"));
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_filter);
    auto *delegate = new DocketDelegate(theme(), m_docket, m_filter, this);
    m_table->setItemDelegate(delegate);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(delegate->rowHeight());
    QHeaderView *head = m_table->horizontalHeader();
    head->setHighlightSections(false);
    head->setFixedHeight(34);
    head->setSectionResizeMode(QHeaderView::Interactive);
    head->setStretchLastSection(true);
    const int widths[] = {260, 116, 180, 152, 176, 220, 168};
    for (int column = 0; column < DocketModel::ColumnCount; ++column)
        head->resizeSection(column, widths[column]);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DocketModel::Due, Qt::AscendingOrder);
    connect(head, &QHeaderView::sortIndicatorChanged, this, &QueuePage::narrow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePage::showSelection);
    connect(m_table, &QTableView::activated, this, &QueuePage::openSelected);
    connect(theme(), &Theme::changed, this, [this, delegate] {
        m_table->verticalHeader()->setDefaultSectionSize(delegate->rowHeight());
        m_table->viewport()->update();
    });
}

void QueuePage::activate()
{
    reload();
    m_table->setFocus();
}

void QueuePage::reload()
{
    // A desk's cases are all here and the model filters them as one types; of a large docket, the session picks what is wanted.
    session::DocketQuery all;
    all.count = mostRows;
    session::DocketQuery wanted = all;
    wanted.part = static_cast<DocketPart>(qMax(0, m_parts->current()));
    wanted.words = DocketFilter::docketWords(m_search->text());
    wanted.order = static_cast<session::DocketOrder>(m_table->horizontalHeader()->sortIndicatorSection());
    wanted.descending = m_table->horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder;
    all.order = wanted.order;
    all.descending = wanted.descending;
    m_model->worker()->run<session::DocketPage>(
        this,
        [all, wanted](session::Session &session, Progress &) -> Result<session::DocketPage> {
            auto page = TRY(session::docketPage(session, all));
            return page.cases <= page.rows.size() ? Result<session::DocketPage>(std::move(page)) : session::docketPage(session, wanted);
        },
        [this](Result<session::DocketPage> page) {
            if (page.ok()) {
                m_fault->clear();
                showDocket(std::move(*page));
            } else if (page.fault().code != FaultCode::NotSignedIn && page.fault().code != FaultCode::Cancelled) {
                m_fault->show(page.fault());
            }
        });
}

void QueuePage::showDocket(session::DocketPage page)
{
    const session::DocketRow *before = selected();
    CaseId keep = !m_wanted.isNull() ? m_wanted : before ? before->id : m_model->id();
    m_whole = page.cases <= page.rows.size();
    m_counts = page.parts;
    m_more->setVisible(page.matching > page.rows.size());
    m_more->setText(tr("The first %1 of %2 cases. Search, or sort by another column, to see others.").arg(page.rows.size()).arg(page.matching));
    m_docket->setRows(std::move(page.rows), dayFrom(dayOf(m_clock.now())));
    const QString names[] = {tr("Mine"), tr("Needs countersign"), tr("Returned"), tr("Elsewhere"), tr("Closed")};
    for (int part = 0; part < docketParts; ++part)
        m_parts->setText(part, QStringLiteral("%1  %2").arg(names[part]).arg(m_counts[static_cast<std::size_t>(part)]));
    m_new->setEnabled(whyNoNewCase().isEmpty());
    m_new->setToolTip(whyNoNewCase());
    select(keep);
    m_wanted = {};
    if (!selected() && m_counts[static_cast<std::size_t>(qMax(0, m_parts->current()))] == 0 && m_search->text().isEmpty()) {
        const int shown = m_parts->current();
        showFirstPartWithCases();
        if (!m_whole && m_parts->current() != shown)
            reload();
    }
    showPart(m_parts->current());
    emit loaded();
}

void QueuePage::narrow()
{
    showPart(m_parts->current());
    if (!m_whole)
        reload();
}

// A supervisor's work waits under another part than an adjudicator's: nobody should have to look for it.
void QueuePage::showFirstPartWithCases()
{
    for (int part = 0; part < docketParts; ++part) {
        if (m_counts[static_cast<std::size_t>(part)] > 0) {
            m_parts->setCurrent(part);
            return;
        }
    }
}

void QueuePage::showPart(int part)
{
    m_filter->setPart(static_cast<DocketPart>(qMax(0, part)));
    const bool any = m_filter->rowCount() > 0;
    if (!any) {
        m_empty->setSentence(!m_search->text().isEmpty() ? tr("No case has these words.")
                             : m_docket->rowCount() == 0 ? tr("No cases yet. Create one, or import a bundle in Exchange.")
                                                         : tr("No case in this part of the queue."));
    }
    m_middle->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_empty);
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    showSelection();
}

void QueuePage::select(const CaseId &id)
{
    for (int row = 0; row < m_docket->rowCount() && !id.isNull(); ++row) {
        if (m_docket->row(row).id != id)
            continue;
        const int part = static_cast<int>(partOf(m_docket->row(row)));
        m_parts->setCurrent(part);
        m_filter->setPart(static_cast<DocketPart>(part));
        const QModelIndex index = m_filter->mapFromSource(m_docket->index(row, 0));
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
}

const session::DocketRow *QueuePage::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_docket->row(m_filter->mapToSource(index).row()) : nullptr;
}

void QueuePage::showSelection()
{
    if (const session::DocketRow *row = selected())
        m_strip->show(*row, whyNoDocuments());
    else
        m_strip->clear();
}

void QueuePage::openSelected()
{
    const session::DocketRow *row = selected();
    if (row && row->readable)
        emit caseWanted(row->id);
}

// The same table of the rules as the one door asks, on what the docket knows of the case.
QString QueuePage::whyNoDocuments() const
{
    const session::DocketRow *row = selected();
    if (!row)
        return tr("Choose a case first");
    if (!row->readable)
        return text(row->problem);
    model::Dossier dossier;
    dossier.status = row->status;
    dossier.custodyHere = row->custodyHere;
    dossier.custodyWith = row->custodyWith;
    const Status may = rules::mayAct(dossier, {m_model->signedIn().person, m_model->signedIn().roles}, rules::Act::AddDocument);
    return may.ok() ? QString() : text(may.fault().detail);
}

QString QueuePage::whyNoNewCase() const
{
    const Status may = rules::mayAct(rules::Actor{m_model->signedIn().person, m_model->signedIn().roles}, rules::Act::CreateCase);
    return may.ok() ? QString() : text(may.fault().detail);
}

void QueuePage::newCase()
{
    auto *form = new NewCaseForm(theme(), m_model->worker(), this);
    connect(form, &NewCaseForm::created, this, [this](const CaseId &id) {
        m_wanted = id;
        m_search->clear();
        reload();
    });
}

void QueuePage::showDue()
{
    m_model->worker()->run<std::vector<session::DueRow>>(
        this, [](session::Session &session, Progress &) { return session::Proceedings(session).due(); },
        [this](const Result<std::vector<session::DueRow>> &rows) {
            if (!rows.ok()) {
                if (rows.fault().code != FaultCode::NotSignedIn && rows.fault().code != FaultCode::Cancelled)
                    m_fault->show(rows.fault());
                return;
            }
            auto *sheet = new DueSheet(theme(), *rows, this);
            connect(sheet, &DueSheet::caseWanted, this, &QueuePage::caseWanted);
        });
}

void QueuePage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add documents"), QString(), tr("Documents (*.pdf *.txt *.eml *.docx *.odt *.rtf *.csv *.html *.htm *.zip *.xml *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)"));
    dialog->setObjectName(QStringLiteral("queue.fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    connect(dialog, &QFileDialog::filesSelected, this, &QueuePage::addFiles);
    dialog->open();
}

void QueuePage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add every document of a folder"));
    dialog->setObjectName(QStringLiteral("queue.folderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { addFiles(IntakeCard::filesOf(folder)); });
    dialog->open();
}

void QueuePage::addFiles(const QStringList &files)
{
    const session::DocketRow *row = selected();
    if (!row || files.isEmpty() || !whyNoDocuments().isEmpty())
        return;
    auto *card = new IntakeCard(theme(), m_model->worker(), row->id, text(row->reference), files, this);
    connect(card, &IntakeCard::added, this, [this, id = row->id] {
        if (m_model->isOpen() && m_model->id() == id)
            m_model->reload();
        reload();
    });
}

QList<PageAction> QueuePage::pageActions()
{
    const auto whyNotOpen = [this] { return selected() ? QString() : tr("Choose a case first"); };
    return {
        {QStringLiteral("queue.open"), tr("Open the selected case"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] { openSelected(); }, whyNotOpen, nullptr, tr("open case")},
        {QStringLiteral("queue.find"), tr("Search cases"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_search->setFocus(); }, {}, nullptr, tr("search")},
        {QStringLiteral("queue.new"), tr("New case…"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { newCase(); }, [this] { return whyNoNewCase(); }, nullptr, tr("new case")},
        {QStringLiteral("queue.files"), tr("Add documents to the selected case…"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { chooseFiles(); }, [this] { return whyNoDocuments(); }, nullptr, tr("add documents")},
        {QStringLiteral("queue.folder"), tr("Add a folder of documents to the selected case…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { chooseFolder(); }, [this] { return whyNoDocuments(); }, nullptr, {}},
        {QStringLiteral("queue.dueList"), tr("Show what is due over all cases"), QKeySequence(Qt::CTRL | Qt::Key_U), [this] { showDue(); }, {}, nullptr, {}},
        {QStringLiteral("queue.reload"), tr("Read the queue again"), QKeySequence(Qt::Key_F5), [this] { reload(); }, {}, nullptr, {}},
    };
}

QList<PageHit> QueuePage::search(const QString &words)
{
    QList<PageHit> hits;
    const QString wanted = words.trimmed().toLower();
    for (int i = 0; i < m_docket->rowCount(); ++i) {
        const session::DocketRow &row = m_docket->row(i);
        const QString hay = (text(row.reference) + QLatin1Char(' ') + text(row.subject)).toLower();
        if (row.readable && hay.contains(wanted))
            hits.append({QStringLiteral("folder"), tr("Case %1").arg(text(row.reference)), text(row.subject), [this, id = row.id] { emit caseWanted(id); }});
    }
    return hits;
}

} // namespace caseward::ui
