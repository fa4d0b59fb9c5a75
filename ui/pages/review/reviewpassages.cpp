// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: what happens to passages. Every gesture ends in one entry.
#include "ui/pages/review/reviewpage.h"

#include "ui/base/ask.h"
#include "ui/models/anchorwords.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/casesearchpanel.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/conditiontree.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/passageinspector.h"
#include "ui/pages/review/tiepalette.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>
#include <tuple>

namespace caseward::ui {

namespace {

constexpr std::size_t contextRows = 7;
constexpr qsizetype mostQuoted = 58;

QString shortened(const QString &words)
{
    const QString line = words.simplified();
    return line.size() > mostQuoted ? line.left(mostQuoted) + u'…' : line;
}

} // namespace

std::optional<ReviewPage::Place> ReviewPage::selectedPlace() const
{
    for (const std::size_t index : {m_active, 1 - m_active}) {
        const PageView *view = m_panes[index]->view();
        if (!m_panes[index]->document().isNull() && !view->selection().isEmpty())
            return Place{m_panes[index]->document(), view->selection().spot(), view->selectedText()};
    }
    return {};
}

// Without a selection the passage in hand may be tied to one more condition.
std::optional<ReviewPage::Place> ReviewPage::placeToTie() const
{
    if (auto place = selectedPlace())
        return place;
    if (const model::Tie *tie = currentTie())
        return Place{tie->anchor.document, model::spotOf(tie->anchor), text(tie->anchor.quote)};
    return {};
}

const model::Tie *ReviewPage::currentTie() const
{
    return m_door->dossier() && !m_current.isNull() ? m_door->dossier()->tie(m_current) : nullptr;
}

QString ReviewPage::whyNotTie() const
{
    const QString why = m_door->whyNotWeigh();
    return !why.isEmpty() ? why : placeToTie() ? QString() : tr("Select text first.");
}

QString ReviewPage::whyNotPassage() const
{
    const QString why = m_door->whyNotWeigh();
    return !why.isEmpty() ? why : currentTie() ? QString() : tr("Choose a passage first.");
}

QString ReviewPage::whyNotMove() const
{
    const QString why = whyNotPassage();
    return !why.isEmpty() ? why : selectedPlace() ? QString() : tr("Select the words it should stand at.");
}

void ReviewPage::movePassage()
{
    const auto place = whyNotMove().isEmpty() ? selectedPlace() : std::nullopt;
    if (!place)
        return;
    QPointer<ReviewPage> self(this);
    m_door->prepare(place->document, place->spot, [self, passage = m_current](Result<PreparedPlace> prepared) {
        if (!self || !prepared.ok() || !self->m_door->dossier() || !self->m_door->dossier()->tie(passage))
            return;
        self->m_door->record({model::PassageMoved{passage, prepared->anchor}}, [self] {
            if (!self)
                return;
            for (DocumentPane *pane : self->m_panes)
                pane->view()->clearSelection();
            self->showMarks();
            self->showInspector();
        });
    });
}

void ReviewPage::openPalette()
{
    if (!whyNotTie().isEmpty())
        return;
    m_placeToTie = placeToTie();
    QRect near(activePane()->mapTo(this, QPoint(60, 80)), QSize(1, 1));
    for (DocumentPane *pane : m_panes) {
        const QRect selected = pane->view()->selectionRect();
        if (pane->document() == m_placeToTie->document && !selected.isNull())
            near = QRect(pane->view()->mapTo(this, selected.topLeft()), selected.size());
    }
    m_palette->present(near, wordCount(m_placeToTie->words), checklist(), conditionUse());
}

void ReviewPage::tieHere(const std::string &condition, model::Weight weight)
{
    const auto place = placeToTie();
    if (place && m_door->whyNotWeigh().isEmpty())
        tie(*place, condition, weight, false);
}

void ReviewPage::tie(const Place &place, const std::string &condition, model::Weight weight, bool stay)
{
    const session::DossierPtr dossier = m_door->dossier();
    const packs::PackPtr pack = checklist();
    if (!dossier || !pack)
        return;
    m_lastCondition = condition;
    const model::ConditionRef reference{pack->id, condition};
    // The same words under the same condition once are enough: show that passage instead.
    for (const model::Tie &known : dossier->ties) {
        if (known.condition == reference && known.anchor.document == place.document && model::spotOf(known.anchor) == place.spot)
            return choosePassage(known.id);
    }
    QPointer<ReviewPage> self(this);
    m_door->prepare(place.document, place.spot, [self, reference, weight, stay](Result<PreparedPlace> prepared) {
        if (!self || !prepared.ok())
            return;
        const PassageId passage = prepared->passage;
        self->m_door->record({model::PassageTied{passage, prepared->anchor, reference, weight, {}}}, [self, passage, stay] {
            if (!self)
                return;
            self->m_current = passage;
            if (!stay) {
                for (DocumentPane *pane : self->m_panes)
                    pane->view()->clearSelection();
            }
            self->showMarks();
            self->showInspector();
            if (const model::Tie *tied = self->currentTie())
                self->chooseCondition(tied->condition);
        });
    });
}

void ReviewPage::retie(const PassageId &passage, const std::string &condition, Retie how)
{
    const model::Tie *tie = m_door->dossier() ? m_door->dossier()->tie(passage) : nullptr;
    const packs::PackPtr pack = checklist();
    if (!tie || !pack || !m_door->whyNotWeigh().isEmpty())
        return;
    const model::ConditionRef to{pack->id, condition};
    if (tie->condition == to)
        return;
    for (const model::Tie &known : m_door->dossier()->ties) {
        if (known.condition == to && model::samePlace(known.anchor, tie->anchor))
            return choosePassage(known.id);
    }
    const packs::Condition *there = pack->condition(condition);
    const std::string reason = tr("Tied to %1 instead").arg(there ? conditionLabel(*there) : text(condition)).toStdString();
    m_lastCondition = condition;
    QPointer<ReviewPage> self(this);
    m_door->prepare(tie->anchor.document, model::spotOf(tie->anchor), [self, old = *tie, to, how, reason](Result<PreparedPlace> prepared) {
        if (!self || !prepared.ok() || !self->m_door->dossier() || !self->m_door->dossier()->tie(old.id))
            return;
        std::vector<model::Event> events{model::PassageTied{prepared->passage, prepared->anchor, to, old.weight, old.note}};
        if (old.appraisal != model::PassageAppraised{old.appraisal.passage, {}, 0, {}, {}, {}, false}) {
            events.emplace_back(old.appraisal);
            std::get<model::PassageAppraised>(events.back()).passage = prepared->passage;
        }
        if (how == Retie::Move)
            events.emplace_back(model::PassageUntied{old.id, reason});
        self->m_door->record(std::move(events), [self, passage = prepared->passage] {
            if (self)
                self->choosePassage(passage);
        });
    });
}

void ReviewPage::repeatLast()
{
    std::string condition = m_lastCondition;
    if (condition.empty()) {
        const ConditionUse use = conditionUse();
        condition = use.recent.empty() ? std::string() : use.recent.front();
    }
    if (condition.empty())
        openPalette();
    else
        tieHere(condition, model::Weight::Moderate);
}

void ReviewPage::weigh(const PassageId &passage, model::Weight weight)
{
    const model::Tie *tie = m_door->dossier() ? m_door->dossier()->tie(passage) : nullptr;
    if (tie && tie->weight != weight && m_door->whyNotWeigh().isEmpty())
        m_door->record({model::PassageWeighed{passage, weight}});
}

void ReviewPage::untie(const PassageId &passage)
{
    const model::Tie *tie = m_door->dossier() ? m_door->dossier()->tie(passage) : nullptr;
    if (!tie || !m_door->whyNotWeigh().isEmpty())
        return;
    const packs::Condition *condition = conditionOf(*tie);
    Question question;
    question.id = QStringLiteral("untie");
    question.title = tr("Untie this passage from %1?").arg(condition ? conditionLabel(*condition) : text(tie->condition.id));
    question.text = tr("%1 The passage leaves the weighing. The history keeps the tie and your reason.").arg(quotedWords(tie->anchor, mostQuoted));
    question.accept = tr("Untie");
    question.reasonLabel = tr("Reason");
    ask(theme(), this, question, [this, passage](const Reply &reply) {
        if (reply.accepted && m_door->dossier() && m_door->dossier()->tie(passage))
            m_door->record({model::PassageUntied{passage, reply.reason.toStdString()}});
    });
}

// ---- going through passages -----------------------------------------------------------------------------------------

void ReviewPage::choosePassage(const PassageId &passage)
{
    const model::Tie *tie = m_door->dossier() ? m_door->dossier()->tie(passage) : nullptr;
    if (!tie)
        return;
    m_inspector->saveNote();
    m_current = passage;
    showPlace(tie->anchor.document, model::spotOf(tie->anchor), Where::Active);
    chooseCondition(tie->condition);
    showMarks();
    showInspector();
}

void ReviewPage::stepPassage(int step, bool sameCondition)
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return;
    struct Stop { std::size_t document; model::Span span; double down, across; const model::Tie *tie; };
    const std::vector<DocumentId> order = recordOrder();
    const auto rank = [&order](const DocumentId &id) { return static_cast<std::size_t>(std::find(order.begin(), order.end(), id) - order.begin()); };
    // Parts of pictures stand at no characters: among them it goes by how far down the page they are.
    const auto stopAt = [&rank](const model::Tie &tie) {
        const model::Rect top = model::isArea(tie.anchor) ? tie.anchor.rects.front() : model::Rect();
        return Stop{rank(tie.anchor.document), tie.anchor.span, top.y, top.x, &tie};
    };
    const model::Tie *current = currentTie();
    std::vector<Stop> stops;
    for (const model::Tie &tie : dossier->ties) {
        if (!sameCondition || !current || tie.condition == current->condition)
            stops.push_back(stopAt(tie));
    }
    if (stops.empty())
        return;
    const auto before = [](const Stop &a, const Stop &b) { return std::tie(a.document, a.span, a.down, a.across) < std::tie(b.document, b.span, b.down, b.across); };
    std::stable_sort(stops.begin(), stops.end(), before);
    // From the passage in hand, else from the page in sight.
    Stop here{rank(activePane()->document()), {activePane()->view()->currentPage(), 0, 0}, 0, 0, nullptr};
    if (current)
        here = stopAt(*current);
    if (step > 0) {
        const auto next = std::upper_bound(stops.begin(), stops.end(), here, before);
        return choosePassage((next == stops.end() ? stops.front() : *next).tie->id);
    }
    const auto same = std::lower_bound(stops.begin(), stops.end(), here, before);
    const Stop &previous = same == stops.begin() ? stops.back() : *(same - 1);
    // The first of several ties of that place, as going forward would take it.
    choosePassage(std::lower_bound(stops.begin(), stops.end(), previous, before)->tie->id);
}

// ---- contradictions -------------------------------------------------------------------------------------------------

void ReviewPage::markContradiction()
{
    const auto place = placeToTie();
    if (!place || !m_door->whyNotWeigh().isEmpty())
        return;
    const model::DocumentState *document = m_door->dossier()->document(place->document);
    const QString title = document ? text(document->facts.title) : QString();
    const QString where = citation(place->spot);
    const QString words = place->spot.area ? tr("%1, %2").arg(title, where) : tr("%1, p. %2, “%3”").arg(title).arg(place->spot.span.page).arg(shortened(place->words));
    m_contradiction->mark({place->document, place->spot, words});
    for (DocumentPane *pane : m_panes)
        pane->view()->clearSelection();
}

void ReviewPage::linkContradiction(const ContradictionLink::Side &claimed, const ContradictionLink::Side &found)
{
    Question question;
    question.id = QStringLiteral("contradiction");
    question.title = tr("Link these as a contradiction?");
    question.text = tr("%1\nagainst\n%2").arg(claimed.words, found.words);
    question.accept = tr("Link");
    question.reasonLabel = tr("What does not agree");
    ask(theme(), this, question, [this, claimed, found](const Reply &reply) {
        if (!reply.accepted)
            return;
        QPointer<ReviewPage> self(this);
        m_door->prepare(claimed.document, claimed.place, [self, found, note = reply.reason.toStdString()](Result<PreparedPlace> first) {
            if (!self || !first.ok())
                return;
            self->m_door->prepare(found.document, found.place, [self, note, first = *first](Result<PreparedPlace> second) {
                if (self && second.ok())
                    self->m_door->record({model::ContradictionLinked{first.contradiction, first.anchor, second->anchor, note}});
            });
        });
    });
}

// ---- menu and Escape ------------------------------------------------------------------------------------------------

void ReviewPage::showContextMenu(std::size_t index, const QPoint &global)
{
    setActive(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("review.contextMenu"));
    const QString why = whyNotTie();
    const auto add = [this, menu, &why](const QString &words, auto act) {
        QAction *action = menu->addAction(words);
        action->setEnabled(why.isEmpty());
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Tie to a condition…\tF"), [this] { openPalette(); });
    if (const packs::PackPtr pack = checklist(); pack && why.isEmpty()) {
        auto rows = packs::rankConditions(*pack, {}, conditionUse().recent);
        rows.resize(std::min(rows.size(), contextRows));
        menu->addSeparator();
        for (const packs::Condition *condition : rows) {
            const bool up = packs::isConcern(condition->kind);
            const QString words = QStringLiteral("%1 %2  %3").arg(up ? QStringLiteral("▲") : QStringLiteral("▼"), conditionLabel(*condition), text(condition->shortText));
            add(words, [this, id = condition->id] { tieHere(id, model::Weight::Moderate); });
        }
    }
    menu->addSeparator();
    add(m_contradiction->isWaiting() ? tr("Link as the other side of the contradiction\tC") : tr("First side of a contradiction\tC"), [this] { markContradiction(); });
    if (const auto place = selectedPlace()) {
        QAction *copy = menu->addAction(tr("Copy with citation"));
        connect(copy, &QAction::triggered, this, [this, place = *place] {
            const model::DocumentState *document = m_door->dossier() ? m_door->dossier()->document(place.document) : nullptr;
            QApplication::clipboard()->setText(citedWords(place.words, document ? text(document->facts.title) : QString(), place.spot));
        });
    }
    menu->popup(global);
}

// Escape takes back one thing at a time: the first side of a contradiction, the selection, the search of the case, the caret.
void ReviewPage::clearOne()
{
    if (m_contradiction->isWaiting())
        return m_contradiction->forget();
    if (selectedPlace()) {
        for (DocumentPane *pane : m_panes)
            pane->view()->clearSelection();
        return;
    }
    if (m_search->isVisible())
        return closeSearch();
    for (DocumentPane *pane : m_panes) {
        pane->view()->setPlaces({}, -1);
        pane->view()->setCaretMode(false);
    }
}

} // namespace caseward::ui
