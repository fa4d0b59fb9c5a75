// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: its second window.
#include "ui/pages/review/reviewpage.h"

#include "ui/models/casewords.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/paneheader.h"
#include "ui/pages/review/readerwindow.h"
#include "ui/pages/review/recordmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace caseward::ui {

namespace {

QKeySequence key(const char *words) { return QKeySequence(QString::fromLatin1(words)); }

} // namespace

// With the document of the active pane; the one that is open already comes to the front.
void ReviewPage::openReader()
{
    if (!m_door->dossier())
        return;
    if (!m_reader) {
        m_reader = new ReaderWindow(theme(), &m_cache, this);
        connectReader();
        if (!activePane()->document().isNull())
            showInReader(activePane()->document(), {activePane()->view()->currentPage(), 0, 0});
    }
    m_reader->show();
    m_reader->raise();
    m_reader->activateWindow();
    m_reader->pane()->takeFocus();
    m_looking.start(lookMilliseconds, this);
    m_batch.start(batchMilliseconds, this);
}

void ReviewPage::connectReader()
{
    DocumentPane *pane = m_reader->pane();
    PageView *view = pane->view();
    const auto openMenu = [this, pane] { showDocumentMenu(pane, [this](const DocumentId &id) { showInReader(id, {1, 0, 0}); }); };
    connect(m_reader, &ReaderWindow::closed, this, &ReviewPage::closeReader);
    connect(pane, &DocumentPane::openWanted, this, openMenu);
    connect(pane, &DocumentPane::menuWanted, this, [this, openMenu](const QPoint &global) { showReaderMenu(global, openMenu); });
    connect(view, &PageView::contextMenuWanted, this, [this, openMenu](const QPoint &global) { showReaderMenu(global, openMenu); });
    connect(view, &PageView::markActivated, this, [this](const std::string &id) {
        if (const auto passage = PassageId::parse(id); passage.ok())
            choosePassage(*passage);
    });
    m_reader->setActions({{QStringLiteral("open"), tr("Open a document…"), key("Ctrl+T"), openMenu},
                          {QStringLiteral("find"), tr("Find in this document"), key("Ctrl+F"), [pane] { pane->findBar()->open(); }},
                          {QStringLiteral("findNext"), tr("Find next"), key("F3"), [pane] { pane->findBar()->step(1); }},
                          {QStringLiteral("findPrevious"), tr("Find previous"), key("Shift+F3"), [pane] { pane->findBar()->step(-1); }},
                          {QStringLiteral("goToPage"), tr("Go to page"), key("Ctrl+G"), [pane] { pane->header()->focusPageBox(); }},
                          {QStringLiteral("larger"), tr("Larger"), key("Ctrl+="), [view] { view->zoomBy(1); }},
                          {QStringLiteral("larger2"), tr("Larger"), key("Ctrl++"), [view] { view->zoomBy(1); }},
                          {QStringLiteral("smaller"), tr("Smaller"), key("Ctrl+-"), [view] { view->zoomBy(-1); }},
                          {QStringLiteral("fitText"), tr("Fit text"), key("Ctrl+0"), [view] { view->setFit(PageView::Fit::Text); }},
                          {QStringLiteral("caret"), tr("Caret mode"), key("F7"), [view] { view->setCaretMode(!view->caretMode()); }},
                          {QStringLiteral("clear"), tr("Clear the selection"), key("Esc"), [view] { view->clearSelection(); }, {}, view},
                          {QStringLiteral("close"), tr("Close this window"), key("Ctrl+W"), [this] { m_reader->close(); }}},
                         window()->findChildren<QAction *>(QStringLiteral("shell.lock")));
}

void ReviewPage::showInReader(const DocumentId &document, const model::Span &span)
{
    const model::DocumentState *state = m_door->dossier() ? m_door->dossier()->document(document) : nullptr;
    const std::shared_ptr<PageSource> source = state ? sourceOf(document) : nullptr;
    if (!source)
        return;
    DocumentPane *pane = m_reader->pane();
    if (pane->document() != document)
        pane->setDocument(*state, source);
    m_reader->setWindowTitle(tr("%1 – Caseward").arg(text(state->facts.title)));
    pane->view()->goToPage(std::max(1u, span.page));
    showMarks();
}

void ReviewPage::showReaderMenu(const QPoint &global, const std::function<void()> &open)
{
    PageView *view = m_reader->pane()->view();
    auto *menu = new QMenu(m_reader);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("review.reader.menu"));
    const auto add = [this, menu](const QString &words, auto act) { connect(menu->addAction(words), &QAction::triggered, this, act); };
    add(tr("Open a document…\tCtrl+T"), open);
    if (!view->source())
        return menu->popup(global);
    menu->addSeparator();
    // Passages are tied at the desk: the place, and what is selected, can be taken there.
    add(tr("Show this place at the desk"), [this, view] {
        const DocumentId document = m_reader->pane()->document();
        const model::Spot place = view->selection().isEmpty() ? model::Spot(model::Span{view->currentPage(), 0, 0}) : view->selection().spot();
        showPlace(document, place, Where::Active);
        if (!view->selection().isEmpty() && activePane()->document() == document)
            activePane()->view()->select(place);
        view->clearSelection();
        emit placeWanted(QStringLiteral("review"), {});
        window()->activateWindow();
        activePane()->takeFocus();
    });
    if (!view->selection().isEmpty()) {
        add(tr("Copy with citation"), [this, view] {
            const model::DocumentState *document = m_door->dossier() ? m_door->dossier()->document(m_reader->pane()->document()) : nullptr;
            QApplication::clipboard()->setText(citedWords(view->selectedText(), document ? text(document->facts.title) : QString(), view->selection().spot()));
        });
    }
    menu->addSeparator();
    add(tr("Fit text\tCtrl+0"), [view] { view->setFit(PageView::Fit::Text); });
    add(tr("Fit page"), [view] { view->setFit(PageView::Fit::Page); });
    add(tr("100 %"), [view] { view->setZoom(1.0); });
    menu->addSeparator();
    add(tr("Close this window\tCtrl+W"), [this] { m_reader->close(); });
    menu->popup(global);
}

// Nothing of the case stays in it: it is cleared at once and then goes.
void ReviewPage::closeReader()
{
    if (!m_reader)
        return;
    trackDisplayed();
    ReaderWindow *reader = std::exchange(m_reader, nullptr);
    reader->disconnect(this);
    reader->hide();
    reader->pane()->clear();
    reader->setWindowTitle({});
    reader->deleteLater();
    if (!isVisible()) {
        m_looking.stop();
        m_batch.stop();
        recordDisplayed();
    }
}

std::vector<DocumentPane *> ReviewPage::allPanes() const
{
    std::vector<DocumentPane *> panes(m_panes.begin(), m_panes.end());
    if (m_reader)
        panes.push_back(m_reader->pane());
    return panes;
}

} // namespace caseward::ui
