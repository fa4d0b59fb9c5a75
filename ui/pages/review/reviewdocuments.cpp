// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: documents, panes, places to go, and what has been displayed.
#include "ui/pages/review/reviewpage.h"

#include "ui/models/anchorwords.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/casesearchpanel.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/conditiontree.h"
#include "ui/pages/review/describeform.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/linkedscroll.h"
#include "ui/pages/review/passageinspector.h"
#include "ui/pages/review/recordlist.h"

#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QTreeView>

#include <algorithm>

namespace caseward::ui {

void ReviewPage::activate()
{
    activePane()->takeFocus();
}

void ReviewPage::setActive(std::size_t index)
{
    m_active = index;
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setActive(i == index);
    m_record->setCurrent(m_panes[index]->document());
}

std::shared_ptr<PageSource> ReviewPage::sourceOf(const DocumentId &document)
{
    if (auto known = m_sources[document].lock())
        return known;
    std::shared_ptr<PageSource> source = m_door->openSource(document);
    m_sources[document] = source;
    if (source) {
        // "lines 24–28" of the passage in hand is known once its page's text is here.
        connect(source.get(), &PageSource::textReady, this, [this, document](quint32 page) {
            const model::Tie *tie = currentTie();
            if (tie && tie->anchor.document == document && tie->anchor.span.page == page)
                QMetaObject::invokeMethod(this, &ReviewPage::showInspector, Qt::QueuedConnection);
        });
    }
    return source;
}

std::vector<DocumentId> ReviewPage::recordOrder() const
{
    std::vector<DocumentId> order;
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return order;
    for (int group = 0; group <= static_cast<int>(RecordGroup::Other); ++group) {
        for (const model::DocumentState &document : dossier->documents) {
            if (static_cast<int>(recordGroupOf(document.facts.kind)) == group)
                order.push_back(document.facts.document);
        }
    }
    return order;
}

void ReviewPage::openDocument(const DocumentId &document, Where where)
{
    const session::DossierPtr dossier = m_door->dossier();
    const model::DocumentState *state = dossier ? dossier->document(document) : nullptr;
    if (!state)
        return;
    std::size_t index = m_active;
    if (where == Where::Other)
        index = 1 - m_active;
    else if (where == Where::First || where == Where::Second)
        index = where == Where::First ? 0 : 1;
    if (where == Where::Other && !isSplit())
        m_split = true;
    DocumentPane *pane = m_panes[index];
    if (pane->document() != document) {
        std::shared_ptr<PageSource> source = sourceOf(document);
        if (!source)
            return;
        pane->setDocument(*state, std::move(source));
        showMarks();
        fitColumns();
        emit locationChanged();
    }
    if (index == m_active)
        m_record->setCurrent(document);
}

void ReviewPage::showPlace(const DocumentId &document, const model::Spot &place, Where where)
{
    // A document that is open already is shown where it is.
    std::size_t index = where == Where::First ? 0 : where == Where::Second ? 1 : m_active;
    if (where == Where::Active && m_panes[m_active]->document() != document && m_panes[1 - m_active]->document() == document && isSplit())
        index = 1 - m_active;
    openDocument(document, index == 0 ? Where::First : Where::Second);
    setActive(index);
    fitColumns();
    if (place.area || place.span.end > place.span.start)
        m_panes[index]->view()->reveal(place);
    else
        m_panes[index]->view()->goToPage(std::max(1u, place.span.page));
    emit locationChanged();
}

void ReviewPage::cyclePane(int step)
{
    const bool searching = m_search->isVisible();
    const std::array<QWidget *, 5> stops{searching ? static_cast<QWidget *>(m_search) : m_record->view(), m_panes[0]->view(), m_panes[1]->view(), m_tree->view(), m_inspector};
    const QWidget *focus = QApplication::focusWidget();
    std::size_t at = m_active + 1;
    const std::array<QWidget *, 5> areas{searching ? static_cast<QWidget *>(m_search) : m_record, m_panes[0], m_panes[1], m_tree, m_inspector};
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (focus && (areas[i] == focus || areas[i]->isAncestorOf(focus)))
            at = i;
    }
    for (std::size_t round = 0; round < stops.size(); ++round) {
        at = (at + (step > 0 ? 1 : stops.size() - 1)) % stops.size();
        const bool paneOfTab = (at == 1 || at == 2) && !isSplit();
        if (paneOfTab) {
            setActive(at - 1);
            fitColumns();
        }
        if (at == 4 && !m_current.isNull())
            return m_inspector->editNote();
        if (at != 4 && stops[at]->isVisible())
            return stops[at]->setFocus(Qt::ShortcutFocusReason);
    }
}

void ReviewPage::showOpenMenu()
{
    showDocumentMenu(activePane(), [this](const DocumentId &id) {
        openDocument(id, Where::Active);
        activePane()->takeFocus();
    });
}

void ReviewPage::showDocumentMenu(DocumentPane *pane, std::function<void(const DocumentId &)> open)
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return;
    auto *menu = new QMenu(pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("review.openMenu"));
    for (const DocumentId &id : recordOrder()) {
        const model::DocumentState *document = dossier->document(id);
        const QString title = text(document->facts.title) + QStringLiteral("\t") + documentDetail(document->facts);
        connect(menu->addAction(theme()->icon(documentIcon(document->facts)), title), &QAction::triggered, this, [id, open] { open(id); });
    }
    menu->popup(pane->mapToGlobal(QPoint(12, 44)));
}

void ReviewPage::showPaneMenu(std::size_t index, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("review.paneMenu"));
    PageView *view = m_panes[index]->view();
    const auto add = [this, menu](const QString &words, auto act) { connect(menu->addAction(words), &QAction::triggered, this, act); };
    add(tr("Open a document…\tCtrl+T"), [this, index] {
        setActive(index);
        showOpenMenu();
    });
    if (view->source()) {
        add(tr("Open a second window\tCtrl+Shift+N"), [this, index] {
            setActive(index);
            openReader();
        });
        add(tr("Fit text\tCtrl+0"), [view] { view->setFit(PageView::Fit::Text); });
        add(tr("Fit page"), [view] { view->setFit(PageView::Fit::Page); });
        add(tr("100 %"), [view] { view->setZoom(1.0); });
        menu->addSeparator();
        if (isSplit())
            add(m_link->isOn() ? tr("Scroll the panes apart\tL") : tr("Scroll both panes together\tL"), [this] { toggleLink(); });
        add(view->caretMode() ? tr("Leave caret mode\tF7") : tr("Caret mode\tF7"), [view] { view->setCaretMode(!view->caretMode()); });
        QAction *said = menu->addAction(tr("Describe this document…\tCtrl+D"));
        said->setEnabled(m_door->whyNotDescribe().isEmpty());
        connect(said, &QAction::triggered, this, [this, index] { describe(m_panes[index]->document()); });
        QAction *scans = menu->addAction(tr("Read its scans by machine"));
        const QString why = whyNotReadScans(m_panes[index]->document());
        scans->setEnabled(why.isEmpty());
        scans->setToolTip(why);
        menu->setToolTipsVisible(true);
        connect(scans, &QAction::triggered, this, [this, index] { readScans(m_panes[index]->document()); });
        add(tr("Close this document"), [this, index] { m_panes[index]->clear(); });
    }
    menu->popup(global);
}

void ReviewPage::nextUnread()
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return;
    const std::vector<DocumentId> order = recordOrder();
    const auto here = std::find(order.begin(), order.end(), activePane()->document());
    const std::size_t start = here == order.end() ? 0 : static_cast<std::size_t>(here - order.begin());
    // From the page in sight to the end of this document, then the others, then the rest of this one.
    for (std::size_t i = 0; i <= order.size(); ++i) {
        const model::DocumentState *document = dossier->document(order[(start + i) % order.size()]);
        const bool first = i == 0 && here != order.end();
        for (std::uint32_t page = first ? activePane()->view()->currentPage() + 1 : 1; page <= document->facts.pages; ++page) {
            if (!document->displayed.contains(page) && !document->waived.contains(page))
                return showPlace(document->facts.document, model::Span{page, 0, 0}, Where::Active);
        }
    }
}

QString ReviewPage::whyNotDescribe() const
{
    const QString why = m_door->whyNotDescribe();
    return !why.isEmpty() ? why : activePane()->document().isNull() ? tr("Open a document first.") : QString();
}

void ReviewPage::describe(const DocumentId &document)
{
    const model::DocumentState *state = m_door->dossier() ? m_door->dossier()->document(document) : nullptr;
    if (!state || !m_door->whyNotDescribe().isEmpty())
        return;
    m_overlay->hide();
    auto *form = new DescribeForm(theme(), state->facts, this);
    connect(form, &DescribeForm::wanted, this, [this, form = QPointer<DescribeForm>(form)](const model::DocumentDescribed &said) {
        m_door->record({said}, [form] {
            if (form)
                form->dismiss();
        });
    });
    connect(m_door.get(), &CaseDoor::refused, form, &FormCard::fail);
    connect(m_door.get(), &CaseDoor::closed, form, &Overlay::dismiss);
}

void ReviewPage::compare(const ContradictionId &contradiction)
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return;
    for (const model::Contradiction &candidate : dossier->contradictions) {
        if (candidate.id != contradiction)
            continue;
        m_split = true;
        m_overlay->hide();
        const model::Spot claimed = model::spotOf(candidate.claimed), found = model::spotOf(candidate.found);
        showPlace(candidate.found.document, found, Where::Second);
        m_panes[1]->view()->select(found);
        showPlace(candidate.claimed.document, claimed, Where::First);
        m_panes[0]->view()->setPlaces({claimed}, 0);
        m_panes[1]->view()->setPlaces({found}, 0);
        m_panes[1]->view()->clearSelection();
        activePane()->takeFocus();
        return;
    }
}

// ---- deep links and search ------------------------------------------------------------------------------------------

bool ReviewPage::goTo(const QString &where)
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return false;
    const auto after = [&where](QLatin1String prefix) { return where.mid(prefix.size()).toStdString(); };
    if (where.startsWith(QLatin1String("passage:"))) {
        const auto id = PassageId::parse(after(QLatin1String("passage:")));
        if (!id.ok() || !dossier->tie(*id))
            return false;
        choosePassage(*id);
        return true;
    }
    if (where.startsWith(QLatin1String("contradiction:"))) {
        const auto id = ContradictionId::parse(after(QLatin1String("contradiction:")));
        if (id.ok())
            compare(*id);
        return id.ok();
    }
    if (where.startsWith(QLatin1String("condition:"))) {
        goToCondition(after(QLatin1String("condition:")));
        return true;
    }
    if (where.startsWith(QLatin1String("place:")) || where.startsWith(QLatin1String("claim:"))) {
        const QStringList parts = where.split(QLatin1Char(':')); // document, page, start, end: exact, where a deep link has lines
        const auto at = DocumentId::parse(parts.value(1).toStdString());
        const model::DocumentState *document = at.ok() ? dossier->document(*at) : nullptr;
        if (!document)
            return false;
        const model::Span span{std::max(1u, parts.value(2).toUInt()), parts.value(3).toUInt(), parts.value(4).toUInt()};
        showPlace(*at, span, Where::First);
        if (where.startsWith(QLatin1String("claim:"))) { // the other side is looked for in the other pane
            m_contradiction->forget();
            m_contradiction->mark({*at, span, tr("%1, p. %2").arg(text(document->facts.title)).arg(span.page)});
            if (isSplit())
                setActive(1);
            activePane()->takeFocus();
        }
        return true;
    }
    const DeepLink link = parseDeepLink(where.startsWith(QLatin1String("document:")) ? where.mid(9) : where);
    const auto id = DocumentId::parse(link.document);
    if (!id.ok() || !dossier->document(*id))
        return false;
    showPlace(*id, model::Span{std::max(1u, link.page), 0, 0}, Where::Active);
    const auto glyphs = activePane()->view()->glyphs(link.page);
    if (link.firstLine > 0 && glyphs) {
        const TextRange range = rangeOfLines(*glyphs, link.firstLine, link.lastLine);
        activePane()->view()->reveal(model::Span{link.page, range.start, range.end});
    }
    return true;
}

QString ReviewPage::location() const
{
    if (activePane()->document().isNull())
        return {};
    return deepLink({activePane()->document().text(), activePane()->view()->currentPage(), 0, 0});
}

QList<PageHit> ReviewPage::search(const QString &words)
{
    constexpr int most = 8;
    QList<PageHit> hits;
    const session::DossierPtr dossier = m_door->dossier();
    const packs::PackPtr pack = checklist();
    const QString needle = words.simplified();
    if (!dossier || needle.isEmpty())
        return hits;
    for (const model::DocumentState &document : dossier->documents) {
        const QString title = text(document.facts.title), detail = documentDetail(document.facts);
        if (title.contains(needle, Qt::CaseInsensitive) || detail.contains(needle, Qt::CaseInsensitive))
            hits.append({documentIcon(document.facts), title, detail, [this, id = document.facts.document] { showPlace(id, {}, Where::Active); }});
    }
    int passages = 0;
    for (const model::Tie &tie : dossier->ties) {
        const bool found = text(tie.anchor.quote).contains(needle, Qt::CaseInsensitive) || text(tie.note).contains(needle, Qt::CaseInsensitive);
        if (found && ++passages <= most)
            hits.append({QStringLiteral("quote"), anchorWords(tie.anchor), text(tie.condition.id), [this, id = tie.id] { choosePassage(id); }});
    }
    if (pack) {
        auto conditions = packs::rankConditions(*pack, needle.toStdString(), {});
        conditions.resize(std::min<std::size_t>(conditions.size(), most));
        for (const packs::Condition *condition : conditions) {
            hits.append({QStringLiteral("hash"), conditionLabel(*condition) + u' ' + text(condition->shortText), text(condition->citation),
                         [this, id = condition->id] { goTo(QStringLiteral("condition:") + text(id)); }});
        }
    }
    hits.append({QStringLiteral("search"), tr("Find “%1” in the whole case").arg(needle), tr("pages, facts, notes, reasons"), [this, needle] { openSearch(needle); }});
    return hits;
}

// ---- displayed pages ------------------------------------------------------------------------------------------------

void ReviewPage::trackDisplayed()
{
    std::vector<DisplayTracker::Shown> shown;
    // In the window that is worked in, be it the desk or the second one.
    for (DocumentPane *pane : allPanes()) {
        const bool looking = pane->isVisible() && pane->isActiveWindow() && !pane->window()->isMinimized() && m_door->mayRecordReading();
        if (!looking || pane->document().isNull())
            continue;
        for (const ShownPage &page : pane->view()->shownPages())
            shown.push_back({pane->document(), page});
    }
    m_tracker.update(shown);
}

void ReviewPage::recordDisplayed()
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!m_tracker.hasNew() || !dossier || !m_door->mayRecordReading())
        return;
    std::vector<model::Event> events;
    for (auto &[document, pages] : m_tracker.take()) {
        const model::DocumentState *state = dossier->document(document);
        std::vector<std::uint32_t> fresh;
        for (const std::uint32_t page : pages) {
            if (state && !state->displayed.contains(page))
                fresh.push_back(page);
        }
        if (!fresh.empty())
            events.emplace_back(model::PagesDisplayed{document, std::move(fresh)});
    }
    if (!events.empty())
        m_door->record(std::move(events));
}

} // namespace caseward::ui
