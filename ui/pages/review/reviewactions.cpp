// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: its commands and keys.
#include "ui/pages/review/reviewpage.h"

#include "ui/pages/review/conditiontree.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/paneheader.h"
#include "ui/pages/review/passageinspector.h"

#include <QSplitter>

namespace caseward::ui {

namespace {

QKeySequence key(const char *words)
{
    return QKeySequence(QString::fromLatin1(words));
}

} // namespace

QList<PageAction> ReviewPage::pageActions()
{
    // Letters act only where documents are read; the palette, the note and the search line keep theirs.
    QWidget *documents = m_documents;
    const auto tieReason = [this] { return whyNotTie(); };
    const auto passageReason = [this] { return whyNotPassage(); };
    const auto view = [this] { return activePane()->view(); };
    QList<PageAction> actions{
        {QStringLiteral("review.tie"), tr("Tie selection to a condition"), key("F"), [this] { openPalette(); }, tieReason, documents, tr("tie passage")},
        {QStringLiteral("review.repeat"), tr("Tie to the last condition again"), key("R"), [this] { repeatLast(); }, tieReason, documents},
        {QStringLiteral("review.next"), tr("Next passage"), key("N"), [this] { stepPassage(1, false); }, {}, documents, tr("next passage")},
        {QStringLiteral("review.previous"), tr("Previous passage"), key("P"), [this] { stepPassage(-1, false); }, {}, documents},
        {QStringLiteral("review.nextOfCondition"), tr("Next passage of this condition"), key("Shift+N"), [this] { stepPassage(1, true); }, {}, documents},
        {QStringLiteral("review.previousOfCondition"), tr("Previous passage of this condition"), key("Shift+P"), [this] { stepPassage(-1, true); }, {}, documents},
        {QStringLiteral("review.area"), tr("Select a part of the picture; arrows move it, Shift+arrows size it"), key("B"), [this] { activePane()->view()->beginArea(); },
         [this] { return activePane()->view()->takesAreas() ? QString() : tr("Pages of text are quoted word by word."); }, documents},
        {QStringLiteral("review.unread"), tr("Next unread page"), key("U"), [this] { nextUnread(); }, {}, documents, tr("next unread")},
        {QStringLiteral("review.note"), tr("Edit the note of the passage"), key("E"), [this] { m_inspector->editNote(); }, passageReason, documents},
        {QStringLiteral("review.appraise"), tr("Grade the source, say what is admitted, date the conduct"), key("A"), [this] { m_inspector->appraise(); }, passageReason, documents},
        {QStringLiteral("review.move"), tr("Move the passage to the selected words"), key("M"), [this] { movePassage(); }, [this] { return whyNotMove(); }, documents},
        {QStringLiteral("review.untie"), tr("Untie the passage"), key("Del"), [this] { untie(m_current); }, passageReason, documents},
        {QStringLiteral("review.contradiction"), tr("Contradiction: first side, then link"), key("C"), [this] { markContradiction(); }, tieReason, documents},
        {QStringLiteral("review.clear"), tr("Clear the selection"), key("Esc"), [this] { clearOne(); }, {}, documents},
        {QStringLiteral("review.find"), tr("Find in this document"), key("Ctrl+F"), [this] { activePane()->findBar()->open(); }},
        {QStringLiteral("review.findInCase"), tr("Find in the whole case"), key("Ctrl+Shift+F"), [this] { openSearch(); }},
        {QStringLiteral("review.findNext"), tr("Find next"), key("F3"), [this] { findStep(1); }},
        {QStringLiteral("review.findPrevious"), tr("Find previous"), key("Shift+F3"), [this] { findStep(-1); }},
        {QStringLiteral("review.goToPage"), tr("Go to page"), key("Ctrl+G"), [this] { activePane()->header()->focusPageBox(); }},
        {QStringLiteral("review.larger"), tr("Larger"), key("Ctrl+="), [view] { view()->zoomBy(1); }},
        {QStringLiteral("review.larger2"), tr("Larger"), key("Ctrl++"), [view] { view()->zoomBy(1); }},
        {QStringLiteral("review.smaller"), tr("Smaller"), key("Ctrl+-"), [view] { view()->zoomBy(-1); }},
        {QStringLiteral("review.fitText"), tr("Fit text"), key("Ctrl+0"), [view] { view()->setFit(PageView::Fit::Text); }},
        {QStringLiteral("review.split"), tr("Split or join the panes"), key("Ctrl+\\"), [this] { setSplit(!m_split); }, {}, nullptr, tr("split")},
        {QStringLiteral("review.link"), tr("Scroll both panes together, or apart"), key("L"), [this] { toggleLink(); }, [this] { return whyNotLink(); }, documents},
        {QStringLiteral("review.reader"), tr("Second window for reading"), key("Ctrl+Shift+N"), [this] { openReader(); }},
        {QStringLiteral("review.open"), tr("Open document in this pane…"), key("Ctrl+T"), [this] { showOpenMenu(); }},
        {QStringLiteral("review.describe"), tr("Describe this document…"), key("Ctrl+D"), [this] { describe(activePane()->document()); }, [this] { return whyNotDescribe(); }},
        {QStringLiteral("review.readScans"), tr("Let a machine read the scans of this document, for searching"), {}, [this] { readScans(activePane()->document()); },
         [this] { return activePane()->document().isNull() ? tr("Open a document first.") : whyNotReadScans(activePane()->document()); }},
        {QStringLiteral("review.readAllScans"), tr("Let a machine read all scans of the case, for searching"), {}, [this] { readScans({}); }, [this] { return whyNotReadScans({}); }},
        {QStringLiteral("review.record"), tr("Show or hide the record"), key("Ctrl+B"), [this] { toggleRecord(); }},
        {QStringLiteral("review.resetLayout"), tr("Put the panes back to their first widths"), {}, [this] { resetLayout(); }},
        {QStringLiteral("review.nextPane"), tr("Next pane"), key("F6"), [this] { cyclePane(1); }},
        {QStringLiteral("review.previousPane"), tr("Previous pane"), key("Shift+F6"), [this] { cyclePane(-1); }},
        {QStringLiteral("review.caret"), tr("Caret mode"), key("F7"), [view] { view()->setCaretMode(!view()->caretMode()); }},
        {QStringLiteral("review.checklist"), tr("Tie to the next checklist of this case"), key("Ctrl+Shift+K"), [this] { nextChecklist(); }, [this] { return whyNotChecklist(); }},
        {QStringLiteral("review.conditions"), tr("Filter conditions"), {}, [this] { m_tree->focusFilter(); }},
    };
    const std::array weights{model::Weight::Slight, model::Weight::Moderate, model::Weight::Substantial};
    const std::array words{tr("Weight of the passage: slight"), tr("Weight of the passage: moderate"), tr("Weight of the passage: substantial")};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        actions.append({QStringLiteral("review.weight%1").arg(i + 1), words[i], QKeySequence(QString::number(i + 1)),
                        [this, weight = weights[i]] { weigh(m_current, weight); }, passageReason, documents});
    }
    return actions;
}

} // namespace caseward::ui
