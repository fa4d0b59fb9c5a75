// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: columns, and what is shown of the case.
#include "ui/pages/review/reviewpage.h"

#include "core/packs/held.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/casesearchpanel.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/conditiontree.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/linkedscroll.h"
#include "ui/pages/review/passageinspector.h"
#include "ui/pages/review/readerwindow.h"
#include "ui/pages/review/recordlist.h"
#include "ui/pages/review/scanstrip.h"
#include "ui/pages/review/sessioncasedoor.h"
#include "ui/pages/review/tiepalette.h"

#include <QFrame>
#include <QSplitter>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {


QSplitter *makeSplitter(Qt::Orientation orientation, const QString &name)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

ReviewPage::ReviewPage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_ownClock(std::make_unique<SystemClock>()), m_clock(*m_ownClock),
      m_door(std::make_unique<SessionCaseDoor>(model)), m_tracker(m_clock)
{
    build();
}

ReviewPage::ReviewPage(Theme *theme, std::unique_ptr<CaseDoor> door, const Clock &clock, QWidget *parent)
    : Page(theme, parent), m_clock(clock), m_door(std::move(door)), m_tracker(m_clock)
{
    build();
}

ReviewPage::~ReviewPage()
{
    // The widgets use cache and door, which are members and would go first; and a note that loses the focus because it
    // is being deleted must not reach a page that is half gone.
    const auto children = findChildren<QObject *>();
    for (QObject *child : children)
        child->disconnect(this);
    m_door->disconnect(this);
    delete m_reader;
    delete m_palette;
    delete m_columns;
    delete m_overlay;
}

QString ReviewPage::pageTitle() const
{
    return tr("Review");
}

void ReviewPage::build()
{
    setObjectName(QStringLiteral("review"));
    m_columns = makeSplitter(Qt::Horizontal, QStringLiteral("review.columns"));
    m_search = new CaseSearchPanel(theme(), m_door.get(), m_columns);
    m_search->hide();
    m_record = new RecordList(theme(), m_columns);
    m_columns->addWidget(m_search);
    m_columns->addWidget(m_record);
    m_columns->addWidget(makeDocuments());
    m_columns->addWidget(makeRight());
    m_columns->setStretchFactor(m_columns->indexOf(m_middle), 1);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_columns);
    m_overlay = new QFrame(this);
    m_overlay->setObjectName(QStringLiteral("review.recordOverlay"));
    m_overlay->setProperty("cls", "card");
    auto *inside = new QVBoxLayout(m_overlay);
    inside->setContentsMargins(1, 1, 1, 1);
    m_overlay->hide();
    m_overlay->installEventFilter(this);
    m_palette = new TiePalette(theme(), this);
    setSizes();
    for (QSplitter *splitter : {m_columns, m_documents, m_right})
        connect(splitter, &QSplitter::splitterMoved, this, &ReviewPage::keepLayout);
    connectLists();
    connectSearch();
    connect(m_door.get(), &CaseDoor::opened, this, &ReviewPage::caseOpened);
    connect(m_door.get(), &CaseDoor::changed, this, &ReviewPage::caseChanged);
    connect(m_door.get(), &CaseDoor::closed, this, &ReviewPage::caseClosed);
    connect(theme(), &Theme::changed, this, &ReviewPage::fitColumns);
    setActive(0);
    if (m_door->dossier())
        caseOpened();
}

QWidget *ReviewPage::makeDocuments()
{
    m_middle = new QWidget;
    auto *column = new QVBoxLayout(m_middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_contradiction = new ContradictionLink(theme(), m_middle);
    m_documents = makeSplitter(Qt::Horizontal, QStringLiteral("review.documents"));
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_panes[i] = new DocumentPane(theme(), &m_cache, QStringLiteral("review.pane%1").arg(i + 1), m_documents);
        m_documents->addWidget(m_panes[i]);
        connectPane(i);
    }
    m_link = new LinkedScroll(m_panes[0]->view(), m_panes[1]->view(), this);
    connect(m_link, &LinkedScroll::changed, this, &ReviewPage::showLink);
    column->addWidget(m_contradiction);
    column->addWidget(makeScans());
    column->addWidget(m_documents, 1);
    connect(m_contradiction, &ContradictionLink::linkWanted, this, &ReviewPage::linkContradiction);
    return m_middle;
}

QWidget *ReviewPage::makeRight()
{
    m_right = makeSplitter(Qt::Vertical, QStringLiteral("review.right"));
    m_tree = new ConditionTree(theme(), m_right);
    m_inspector = new PassageInspector(theme(), m_right);
    m_right->addWidget(m_tree);
    m_right->addWidget(m_inspector);
    m_right->setStretchFactor(0, 1);
    m_right->setStretchFactor(1, 0);
    return m_right;
}

void ReviewPage::connectPane(std::size_t index)
{
    DocumentPane *pane = m_panes[index];
    PageView *view = pane->view();
    connect(pane, &DocumentPane::activated, this, [this, index] { setActive(index); });
    connect(pane, &DocumentPane::splitWanted, this, [this] { setSplit(!m_split); });
    connect(pane, &DocumentPane::linkWanted, this, &ReviewPage::toggleLink);
    connect(pane, &DocumentPane::listWanted, this, &ReviewPage::toggleRecord);
    connect(pane, &DocumentPane::openWanted, this, [this, index] {
        setActive(index);
        showOpenMenu();
    });
    connect(pane, &DocumentPane::menuWanted, this, [this, index](const QPoint &global) { showPaneMenu(index, global); });
    connect(view, &PageView::contextMenuWanted, this, [this, index](const QPoint &global) { showContextMenu(index, global); });
    connect(view, &PageView::markActivated, this, [this](const std::string &id) {
        const auto passage = PassageId::parse(id);
        if (passage.ok())
            choosePassage(*passage);
    });
    connect(view, &PageView::selectionChanged, this, [this, index] {
        // One living selection at a time: it is what every gesture works on.
        PageView *other = m_panes[1 - index]->view();
        if (!m_panes[index]->view()->selection().isEmpty() && !other->selection().isEmpty())
            other->clearSelection();
    });
    connect(view, &PageView::selectionDragged, this, [this](const QPoint &global) { m_tree->dragOver(global); });
    connect(view, &PageView::selectionDropped, this, [this](const QPoint &global) {
        const std::string condition = m_tree->dropAt(global);
        if (!condition.empty())
            tieHere(condition, model::Weight::Moderate);
    });
    connect(view, &PageView::chipDropped, this, [this](const std::string &id, const QPoint &global, bool copy) {
        const std::string condition = m_tree->dropAt(global);
        const auto passage = PassageId::parse(id);
        if (!condition.empty() && passage.ok())
            retie(*passage, condition, copy ? Retie::Copy : Retie::Move);
    });
}

void ReviewPage::connectLists()
{
    connect(m_record, &RecordList::documentWanted, this, [this](const DocumentId &document, bool other) {
        openDocument(document, other ? Where::Other : Where::Active);
        m_overlay->hide();
        activePane()->takeFocus();
    });
    connect(m_record, &RecordList::compareWanted, this, &ReviewPage::compare);
    connect(m_record, &RecordList::describeWanted, this, &ReviewPage::describe);
    connect(m_tree, &ConditionTree::checklistWanted, this, &ReviewPage::showChecklist);
    connect(m_tree, &ConditionTree::tieWanted, this, [this](const std::string &condition) {
        if (selectedPlace())
            tieHere(condition, model::Weight::Moderate);
    });
    connect(m_palette, &TiePalette::tieWanted, this, [this](const std::string &condition, model::Weight weight, bool stay) {
        if (m_placeToTie)
            tie(*m_placeToTie, condition, weight, stay);
    });
    connect(m_inspector, &PassageInspector::passageWanted, this, &ReviewPage::choosePassage);
    connect(m_inspector, &PassageInspector::tieWanted, this, &ReviewPage::openPalette);
    connect(m_inspector, &PassageInspector::weightWanted, this, &ReviewPage::weigh);
    connect(m_inspector, &PassageInspector::untieWanted, this, &ReviewPage::untie);
    connect(m_inspector, &PassageInspector::stepWanted, this, [this](int step) { stepPassage(step, false); });
    connect(m_inspector, &PassageInspector::leaveWanted, this, [this] { activePane()->takeFocus(); });
    connect(m_inspector, &PassageInspector::noteWanted, this, [this](const PassageId &passage, const std::string &note) {
        if (m_door->dossier() && m_door->dossier()->tie(passage))
            m_door->record({model::PassageNoted{passage, note}});
    });
    connect(m_inspector, &PassageInspector::appraisalWanted, this, [this](const model::PassageAppraised &said) {
        if (m_door->dossier() && m_door->dossier()->tie(said.passage))
            m_door->record({said});
    });
}

// ---- the case -------------------------------------------------------------------------------------------------------

void ReviewPage::caseOpened()
{
    m_tracker.forget();
    m_sources.clear();
    m_cache.clear();
    m_current = {};
    m_contradiction->forget();
    m_scans->forget();
    closeSearch();
    closeReader();
    for (DocumentPane *pane : m_panes)
        pane->clear();
    m_record->model()->setMachineRead({});
    countScans();
    caseChanged();
    // Where the last work was: the newest passage beside the first document, else the first two of the record.
    const session::DossierPtr dossier = m_door->dossier();
    const std::vector<DocumentId> order = recordOrder();
    if (!order.empty())
        openDocument(dossier->ties.empty() ? order.front() : dossier->ties.back().anchor.document, Where::First);
    for (const DocumentId &document : order) {
        if (document != m_panes[0]->document()) {
            openDocument(document, Where::Second);
            break;
        }
    }
    if (dossier && !dossier->ties.empty())
        choosePassage(dossier->ties.back().id);
    setActive(0);
}

void ReviewPage::caseChanged()
{
    const session::DossierPtr dossier = m_door->dossier();
    m_record->setDossier(dossier.get());
    m_tree->setCase(dossier.get(), m_door->packs(), checklist());
    for (DocumentPane *pane : allPanes()) {
        if (const model::DocumentState *document = dossier ? dossier->document(pane->document()) : nullptr)
            pane->describe(*document);
    }
    if (dossier && !dossier->tie(m_current))
        m_current = {};
    if (m_palette->isOpen())
        m_palette->setUse(checklist(), conditionUse());
    m_record->setCurrent(activePane()->document());
    showMarks();
    showInspector();
}

void ReviewPage::caseClosed()
{
    m_palette->dismiss();
    m_overlay->hide();
    m_contradiction->forget();
    m_scans->forget();
    closeSearch();
    closeReader();
    m_inspector->clear();
    for (DocumentPane *pane : m_panes)
        pane->clear();
    m_sources.clear();
    m_cache.clear();
    m_tracker.forget();
    m_current = {};
    m_lastCondition.clear();
    m_checklist.clear();
    m_placeToTie.reset();
    m_record->setDossier(nullptr);
    m_tree->setCase(nullptr, {}, nullptr);
}

void ReviewPage::showMarks()
{
    const session::DossierPtr dossier = m_door->dossier();
    const std::vector<packs::PackPtr> packs = m_door->packs();
    for (DocumentPane *pane : allPanes()) {
        std::vector<Mark> marks;
        for (std::size_t i = 0; dossier && i < dossier->ties.size(); ++i) {
            const model::Tie &tie = dossier->ties[i];
            if (tie.anchor.document != pane->document())
                continue;
            const packs::Condition *condition = packs::heldCondition(packs, tie.condition.pack, tie.condition.id);
            const bool further = !packs.empty() && tie.condition.pack != packs.front()->id; // whose it is, where that is not plain
            const model::Span &span = tie.anchor.span;
            marks.push_back({tie.id.text(), span.page, {span.start, span.end}, !condition || packs::isConcern(condition->kind),
                             condition ? conditionLabel(*condition) : text(tie.condition.id),
                             (condition ? text(condition->shortText) + QStringLiteral(" · ") : QString()) + weightWord(tie.weight)
                                 + (further ? QStringLiteral(" · ") + text(tie.condition.pack) : QString())});
            if (model::isArea(tie.anchor)) {
                const model::Rect &part = tie.anchor.rects.front();
                marks.back().area = QRectF(part.x, part.y, part.width, part.height);
            }
        }
        pane->view()->setMarks(std::move(marks));
        pane->view()->setCurrentMark(m_current.text());
    }
}

void ReviewPage::showInspector()
{
    const model::Tie *current = currentTie();
    if (!current)
        return m_inspector->clear();
    PassageInspector::Shown shown;
    shown.current = current->id;
    shown.packs = m_door->packs();
    shown.whyNot = m_door->whyNotWeigh();
    for (const model::Tie &tie : m_door->dossier()->ties) {
        if (model::samePlace(tie.anchor, current->anchor))
            shown.ties.push_back(tie);
    }
    std::optional<CitedLines> lines;
    for (DocumentPane *pane : m_panes) {
        const auto glyphs = pane->document() == current->anchor.document ? pane->view()->glyphs(current->anchor.span.page) : nullptr;
        if (glyphs)
            lines = citedLines(*glyphs, {current->anchor.span.start, current->anchor.span.end});
    }
    shown.where = model::isArea(current->anchor) ? citation(model::spotOf(current->anchor)) : citation(current->anchor.span.page, lines);
    const model::DocumentState *document = m_door->dossier()->document(current->anchor.document);
    shown.document = document ? text(document->facts.title) : QString();
    m_inspector->show(shown);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_looking.start(lookMilliseconds, this);
    m_batch.start(batchMilliseconds, this);
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_inspector->saveNote();
    trackDisplayed();
    recordDisplayed();
    if (m_reader)
        return;              // the second window stays while the decision is worked on, and is read there
    m_looking.stop();
    m_batch.stop();
}

void ReviewPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_looking.timerId())
        trackDisplayed();
    else if (event->timerId() == m_batch.timerId())
        recordDisplayed();
    else
        Page::timerEvent(event);
}

} // namespace caseward::ui
