// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's page: layout, and what is shown of the case.
#include "ui/pages/supervision/supervisionpage.h"

#include "ui/base/chip.h"
#include "ui/base/emptystate.h"
#include "ui/base/faultnote.h"
#include "ui/base/rule.h"
#include "ui/base/sectionheader.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/evidence/returnnotes.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/supervision/changedetail.h"
#include "ui/pages/supervision/changelist.h"
#include "ui/pages/supervision/decisionrecap.h"
#include "ui/pages/supervision/pendingnotes.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace caseward::ui {

namespace {

using session::Since;

constexpr std::array sinceOrder = {Since::Start, Since::Import, Since::LastReturn, Since::LastSignature};

QSplitter *makeSplitter(Qt::Orientation orientation, const QString &name)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget *plainColumn()
{
    auto *pane = new QWidget;
    pane->setProperty("cls", "surface");
    pane->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return pane;
}

// What the session is asked for in one go.
struct Compared { std::vector<model::Change> changes; bool imported = false; };

} // namespace

SupervisionPage::SupervisionPage(Theme *theme, CaseModel *model, QWidget *parent) : Page(theme, parent), m_model(model)
{
    setObjectName(QStringLiteral("supervision"));
    build();
    connect(model, &CaseModel::opened, this, &SupervisionPage::caseOpened);
    connect(model, &CaseModel::changed, this, &SupervisionPage::caseChanged);
    connect(model, &CaseModel::closed, this, &SupervisionPage::caseClosed);
    if (model->isOpen())
        caseOpened();
    else
        caseClosed();
}

void SupervisionPage::build()
{
    QVBoxLayout *column = makeColumn();
    column->addWidget(makeHeader());
    m_fault = new FaultNote(theme(), QStringLiteral("supervision.fault"), this);
    column->addWidget(m_fault);
    m_returned = new ReturnNotes(theme(), QStringLiteral("supervision.returned"), this);
    column->addWidget(m_returned);
    column->addWidget(makeRule(Qt::Horizontal, this));
    m_body = new QStackedWidget(this);
    m_body->addWidget(makeBody());
    m_body->addWidget(new EmptyState(theme(), QStringLiteral("supervision.empty"),
                                     tr("No decision has been signed in this case yet. When one is, it is reviewed and countersigned here.")));
    column->addWidget(m_body, 1);
    connect(m_returned, &ReturnNotes::targetWanted, this, &SupervisionPage::goTo);
    connect(m_since, &SegmentedControl::chosen, this, [this](int index) {
        m_from = sinceOrder[static_cast<std::size_t>(index)];
        loadChanges();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) { showChange(now.row()); });
    connect(m_list, &QListView::activated, this, [this] {
        const QString place = current() ? changePlace(*current(), context()) : QString();
        if (!place.isEmpty())
            emit placeWanted(QStringLiteral("review"), place);
    });
    const auto toReview = [this](const QString &link) { emit placeWanted(QStringLiteral("review"), link); };
    connect(m_detail, &ChangeDetail::placeWanted, this, toReview);
    connect(m_reasons, &ReasonsView::placeWanted, this, toReview);
    connect(m_detail, &ChangeDetail::noteWanted, this, &SupervisionPage::noteOnChange);
    connect(m_notes, &PendingNotes::noteWanted, this, [this] { askNote({}, tr("The decision as a whole")); });
    connect(m_notes, &PendingNotes::changed, this, [this] { m_changes->setNoted(m_notes->targets()); });
}

QWidget *SupervisionPage::makeHeader()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 10);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_title = new ThemedLabel(theme(), {}, {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, head);
    m_title->setObjectName(QStringLiteral("supervision.title"));
    m_title->setFit(ThemedLabel::Fit::Elide);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_status = new Chip(theme(), {}, ChipKind::Neutral, ChipShape::Pill, head);
    row->addWidget(m_title);
    row->addWidget(m_status);
    row->addStretch();
    m_return = makeAct(QStringLiteral("supervision.return"), tr("Return…"), "returnCase");
    m_concur = makeAct(QStringLiteral("supervision.concur"), tr("Concur…"), "concur");
    m_countersign = makeAct(QStringLiteral("supervision.countersign"), tr("Countersign…"), "countersign");
    // None of them is coloured: the window suggests no answer to the person who reviews.
    for (QPushButton *button : {m_return, m_concur, m_countersign})
        row->addWidget(button);
    column->addLayout(row);
    auto *second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(new ThemedLabel(theme(), tr("Changes since"), {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, head));
    m_since = new SegmentedControl(theme(), QStringLiteral("supervision.since"), {tr("Start"), tr("Import"), tr("Last return"), tr("Last signature")}, head);
    second->addWidget(m_since);
    m_why = new ThemedLabel(theme(), {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, head);
    m_why->setObjectName(QStringLiteral("supervision.why"));
    m_why->setFit(ThemedLabel::Fit::Elide);
    m_why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    second->addWidget(m_why, 1);
    column->addLayout(second);
    return head;
}

QPushButton *SupervisionPage::makeAct(const QString &name, const QString &words, const char *slot)
{
    auto *button = new QPushButton(words, this);
    button->setObjectName(name);
    button->setAccessibleName(words);
    button->setMinimumHeight(32);
    connect(button, &QPushButton::clicked, this, [this, slot] { QMetaObject::invokeMethod(this, slot, Qt::DirectConnection); });
    return button;
}

QWidget *SupervisionPage::makeBody()
{
    m_columns = makeSplitter(Qt::Horizontal, QStringLiteral("supervision.columns"));
    QWidget *left = plainColumn();
    m_listHead = new SectionHeader(theme(), tr("Changes"), left);
    m_changes = new ChangeModel(this);
    m_list = makeChangeList(theme(), m_changes, left);
    m_noChange = new EmptyState(theme(), QStringLiteral("supervision.unchanged"), {});
    m_listOrNone = new QStackedWidget(left);
    m_listOrNone->addWidget(m_list);
    m_listOrNone->addWidget(m_noChange);
    left->layout()->addWidget(m_listHead);
    left->layout()->addWidget(m_listOrNone);
    m_columns->addWidget(left);
    m_columns->addWidget(makeMiddle());
    QSplitter *right = makeSplitter(Qt::Vertical, QStringLiteral("supervision.right"));
    QWidget *recap = plainColumn();
    recap->layout()->addWidget(new SectionHeader(theme(), tr("Decision"), recap));
    m_recap = new DecisionRecap(theme(), recap);
    recap->layout()->addWidget(m_recap);
    m_notes = new PendingNotes(theme(), right);
    right->addWidget(recap);
    right->addWidget(m_notes);
    right->setStretchFactor(0, 1);
    right->setSizes({380, 170});
    m_columns->addWidget(right);
    for (int i = 0; i < 3; ++i)
        m_columns->setStretchFactor(i, i == 1 ? 1 : 0);
    return m_columns;
}

QWidget *SupervisionPage::makeMiddle()
{
    QSplitter *middle = makeSplitter(Qt::Vertical, QStringLiteral("supervision.middle"));
    m_detail = new ChangeDetail(theme(), middle);
    QWidget *reasons = plainColumn();
    auto *head = new SectionHeader(theme(), tr("Reasons"), reasons);
    head->setDetail(tr("numbers lead to the passages in the record"));
    reasons->layout()->addWidget(head);
    m_reasons = new ReasonsView(theme(), reasons);
    reasons->layout()->addWidget(m_reasons);
    middle->addWidget(m_detail);
    middle->addWidget(reasons);
    middle->setSizes({280, 270});
    return middle;
}

void SupervisionPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        const int side = width() < 1400 ? 320 : 400, right = width() < 1400 ? 316 : 380;
        m_columns->setSizes({side, width() - side - right, right});
    }
}

// ---- the case -------------------------------------------------------------------------------------------------------

ChangeContext SupervisionPage::context() const { return {*m_model->dossier(), m_model->pack().get(), m_model->gate(), m_model->packs()}; }

void SupervisionPage::caseOpened()
{
    caseClosed();
    const model::Dossier &dossier = *m_model->dossier();
    const bool returned = std::any_of(dossier.reviews.begin(), dossier.reviews.end(), [](const model::Review &one) { return !one.concurred; });
    m_from = returned ? Since::LastReturn : Since::Start;
    m_since->setCurrent(returned ? 2 : 0);
    caseChanged();
}

void SupervisionPage::caseChanged()
{
    if (!m_model->isOpen())
        return;
    showHeader();
    showRefusals();
    showSegments();
    const model::Dossier &dossier = *m_model->dossier();
    m_returned->show(&dossier, m_model->pack().get());
    m_body->setCurrentIndex(dossier.decisions.empty() ? 1 : 0);
    if (!dossier.decisions.empty()) {
        m_recap->show(context());
        m_reasons->show(&dossier);
    }
    if (isVisible())
        loadChanges();
}

void SupervisionPage::caseClosed()
{
    ++m_asked;
    m_shownSize = 0;
    m_wanted.clear();
    m_changes->clear();
    m_detail->clear();
    m_recap->clear();
    m_reasons->show(nullptr);
    m_notes->clear();
    m_fault->clear();
    m_returned->show(nullptr, nullptr);
    m_title->setText({});
    m_why->setText({});
    m_status->hide();
    m_body->setCurrentIndex(1);
    for (QPushButton *button : {m_return, m_concur, m_countersign})
        button->setEnabled(false);
}

void SupervisionPage::showHeader()
{
    const model::Dossier &dossier = *m_model->dossier();
    m_status->setText(statusWord(dossier.status));
    m_status->setKind(statusChip(dossier.status));
    m_status->show();
    if (dossier.decisions.empty()) {
        m_title->setText(tr("No decision is signed"));
        return;
    }
    const model::SignedDecision &decision = dossier.decisions.back();
    m_title->setText(tr("Decided by %1 on %2: %3").arg(text(dossier.personName(decision.when.actor)), localDay(decision.when.at),
                                                       outcomeTitle(m_model->pack().get(), decision.what.outcome)));
}

// Why a button is off stands beside it, once for all that share the sentence.
void SupervisionPage::showRefusals()
{
    struct Row { QPushButton *button; rules::Act act; };
    QStringList sentences;
    for (const Row &row : {Row{m_return, rules::Act::Return}, Row{m_concur, rules::Act::Concur}, Row{m_countersign, rules::Act::Countersign}}) {
        const QString sentence = refusal(row.act);
        row.button->setEnabled(sentence.isEmpty());
        row.button->setToolTip(sentence);
        row.button->setAccessibleDescription(sentence);
        if (!sentence.isEmpty() && !sentences.contains(sentence))
            sentences << sentence;
    }
    m_why->setText(sentences.join(QStringLiteral("  ·  ")));
    m_detail->setNoteRefusal(refusal(rules::Act::Return));
    m_notes->setRefusal(refusal(rules::Act::Return));
    m_notes->setVisible(refusal(rules::Act::Return).isEmpty() || !m_notes->targets().isEmpty());
}

void SupervisionPage::showSegments()
{
    const model::Dossier &dossier = *m_model->dossier();
    const bool returned = std::any_of(dossier.reviews.begin(), dossier.reviews.end(), [](const model::Review &one) { return !one.concurred; });
    const auto allow = [this](int index, bool on, const QString &why) {
        auto *segment = m_since->findChild<QPushButton *>(QStringLiteral("supervision.since.%1").arg(index));
        segment->setEnabled(on);
        segment->setToolTip(on ? QString() : why);
    };
    allow(2, returned, tr("This case has not been returned"));
    allow(3, !dossier.decisions.empty(), tr("Nothing is signed yet"));
}

void SupervisionPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_model->isOpen() && m_shownSize != m_model->dossier()->size)
        loadChanges();
}

void SupervisionPage::loadChanges()
{
    if (!m_model->isOpen() || m_model->dossier()->decisions.empty())
        return;
    m_shownSize = m_model->dossier()->size;
    m_model->worker()->run<Compared>(
        this,
        [id = m_model->id(), since = m_from](session::Session &session, Progress &) -> Result<Compared> {
            Compared compared;
            compared.changes = TRY(session.changes(id, since));
            for (const model::Entry &entry : TRY(session.history(id)))
                compared.imported = compared.imported || entry.kind == "custody.received";
            return compared;
        },
        [this, asked = ++m_asked](Result<Compared> compared) {
            if (asked != m_asked)
                return;
            if (!compared.ok())
                return m_fault->show(compared.fault());
            m_fault->clear();
            auto *import = m_since->findChild<QPushButton *>(QStringLiteral("supervision.since.1"));
            import->setEnabled(compared->imported);
            import->setToolTip(compared->imported ? QString() : tr("This case was not received from another office"));
            showChanges(std::move(compared->changes));
        });
}

void SupervisionPage::showChanges(std::vector<model::Change> changes)
{
    const QString before = m_wanted.isEmpty() && current() ? changeTarget(*current()) : m_wanted;
    const auto count = [&changes](model::Change::What what) {
        return std::count_if(changes.begin(), changes.end(), [what](const model::Change &one) { return one.what == what; });
    };
    using What = model::Change::What;
    m_listHead->setDetail(tr("+%1  ~%2  −%3").arg(count(What::Added)).arg(count(What::Changed)).arg(count(What::Removed)));
    m_changes->setChanges(std::move(changes), context());
    m_changes->setNoted(m_notes->targets());
    m_listOrNone->setCurrentIndex(m_changes->rowCount() > 0 ? 0 : 1);
    const QStringList since = {tr("Nothing is in this case."), tr("Nothing has changed since the import."),
                               tr("Nothing has changed since the last return."), tr("Nothing has changed since the last signature.")};
    m_noChange->setSentence(since[m_since->current()]);
    m_detail->clear();
    const int row = std::max(0, m_changes->rowOf(before));
    if (m_changes->rowCount() > 0)
        m_list->setCurrentIndex(m_changes->index(row));
    m_wanted.clear();
    emit changesShown();
}

void SupervisionPage::showChange(int row)
{
    if (const model::Change *change = m_changes->change(row))
        m_detail->show(*change, context());
}

bool SupervisionPage::goTo(const QString &where)
{
    const int row = m_changes->rowOf(where);
    if (row >= 0) {
        m_list->setCurrentIndex(m_changes->index(row));
        m_list->setFocus();
        return true;
    }
    m_wanted = where;
    return false;
}

} // namespace caseward::ui
