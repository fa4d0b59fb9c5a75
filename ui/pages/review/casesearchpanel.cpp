// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/casesearchpanel.h"

#include "ui/base/emptystate.h"
#include "ui/base/filterline.h"
#include "ui/base/iconbutton.h"
#include "ui/base/sectionheader.h"
#include "ui/pages/review/casehitdelegate.h"
#include "ui/pages/review/rowlist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

QString number(std::size_t count) { return QLocale::c().toString(static_cast<qulonglong>(count)); }

} // namespace

model::Spot spotOf(const session::CaseHit &hit)
{
    return hit.area ? model::Spot(hit.span.page, *hit.area) : model::Spot(hit.span);
}

CaseSearchPanel::CaseSearchPanel(Theme *theme, CaseDoor *door, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_door(door), m_search(new CaseSearch(door, this)), m_model(new CaseHitModel(this)), m_words(new QLineEdit(this)),
      m_count(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)),
      m_missing(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Warning, false}, this)),
      m_stop(new IconButton(theme, QStringLiteral("circle-x"), QStringLiteral("review.caseSearch.stop"), tr("Stop searching"), {}, this)),
      m_view(new QListView(this)), m_empty(new EmptyState(theme, QStringLiteral("review.caseSearch.empty"), {}, {}, this))
{
    setObjectName(QStringLiteral("review.caseSearch"));
    setMinimumWidth(220);
    setFocusProxy(m_words);
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(220);
    connect(&m_typing, &QTimer::timeout, this, &CaseSearchPanel::look);
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_search->stop();
        m_words->setFocus();
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) { go(index.row(), false); });
    connect(m_search, &CaseSearch::began, m_model, &CaseHitModel::clear);
    connect(m_search, &CaseSearch::changed, this, &CaseSearchPanel::showState);
    connect(m_search, &CaseSearch::found, this, [this](std::size_t first) {
        if (m_door->dossier())
            m_model->append(m_search->hits(), first, *m_door->dossier(), m_order);
        if (std::exchange(m_goToFirst, false))
            step(1);
    });
    connect(theme, &Theme::changed, m_view, [this] {
        m_view->doItemsLayout();
        m_view->viewport()->update();
    });
    showState();
}

void CaseSearchPanel::build()
{
    auto *header = new SectionHeader(m_theme, tr("Find in the case"), this);
    auto *shut = new IconButton(m_theme, QStringLiteral("x"), QStringLiteral("review.caseSearch.close"), tr("Close the search of the case"), {}, this);
    header->addTool(shut);
    connect(shut, &QToolButton::clicked, this, &CaseSearchPanel::closeWanted);
    m_words->setObjectName(QStringLiteral("review.caseSearch.words"));
    m_words->setAccessibleName(tr("Words to find in the case"));
    m_words->setPlaceholderText(tr("Pages, facts, notes, reasons"));
    m_words->setMaxLength(200);
    makeFilterLine(m_words, m_theme, {});
    m_words->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("review.caseSearch.count"));
    m_count->setFit(ThemedLabel::Fit::Elide);
    m_missing->setObjectName(QStringLiteral("review.caseSearch.missing"));
    m_missing->setFit(ThemedLabel::Fit::Wrap);
    m_view->setObjectName(QStringLiteral("review.caseSearch.hits"));
    m_view->setAccessibleName(tr("Places found in the case"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CaseHitDelegate(m_theme, m_view));
    setUpRowList(m_view);
    m_view->installEventFilter(this);
    auto *state = new QHBoxLayout;
    state->setContentsMargins(0, 0, 0, 0);
    state->setSpacing(4);
    state->addWidget(m_count, 1);
    state->addWidget(m_stop, 0, Qt::AlignTop);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 8, 12, 6);
    top->setSpacing(6);
    top->addWidget(m_words);
    top->addLayout(state);
    top->addWidget(m_missing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
}

void CaseSearchPanel::open(const QString &words)
{
    show();
    if (!words.isEmpty() && words != m_words->text()) {
        m_words->setText(words);
        look();
    }
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void CaseSearchPanel::clear()
{
    m_words->clear();
    m_typing.stop();
    m_goToFirst = false;
    m_search->forget();
}

void CaseSearchPanel::look()
{
    m_typing.stop();
    m_search->start(m_words->text());
}

void CaseSearchPanel::step(int direction)
{
    const bool typed = m_typing.isActive();
    if (typed)
        look();
    const int next = typed ? -1 : m_model->nextHit(m_view->currentIndex().row(), direction);
    m_goToFirst = next < 0 && m_search->outcome() == CaseSearch::Outcome::Running;
    if (next >= 0)
        go(next, false);
}

void CaseSearchPanel::go(int row, bool otherPane)
{
    if (row < 0 || m_model->row(row).heading)
        return;
    m_view->setCurrentIndex(m_model->index(row));
    m_view->scrollTo(m_model->index(row));
    const session::CaseHit hit = m_search->hits()[m_model->row(row).hit];   // a copy: going there may begin another search
    emit hitWanted(hit, otherPane);
}

std::vector<model::Spot> CaseSearchPanel::placesIn(const DocumentId &document, const session::CaseHit &chosen, int *current) const
{
    std::vector<model::Spot> places;
    *current = -1;
    for (const session::CaseHit &hit : m_search->hits()) {
        if ((hit.in != session::HitIn::Page && hit.in != session::HitIn::Scan) || hit.document != document)
            continue;
        if (chosen.in == hit.in && chosen.document == document && spotOf(hit) == spotOf(chosen))
            *current = static_cast<int>(places.size());
        places.push_back(spotOf(hit));
    }
    return places;
}

// ---- what it says ---------------------------------------------------------------------------------------------------

QString CaseSearchPanel::countWords() const
{
    const std::size_t count = m_search->hits().size();
    const QString places = count == 1 ? tr("1 place") : tr("%1 places").arg(number(count));
    switch (m_search->outcome()) {
    case CaseSearch::Outcome::None:
        return {};
    case CaseSearch::Outcome::Running:
        return m_search->pagesTotal() == 0 ? tr("Searching…")
                                           : tr("Searching… page %1 of %2, %3").arg(number(m_search->pagesSearched()), number(m_search->pagesTotal()), places);
    case CaseSearch::Outcome::Stopped:
        return m_search->pagesTotal() == 0 ? tr("Stopped")
                                           : tr("Stopped at page %1 of %2: %3").arg(number(m_search->pagesSearched()), number(m_search->pagesTotal()), places);
    case CaseSearch::Outcome::Failed:
        return tr("Not finished: %1").arg(places);
    case CaseSearch::Outcome::Cut:
        return tr("The first %1").arg(places);
    case CaseSearch::Outcome::Done:
        break;
    }
    if (count == 0)
        return tr("Not found");
    const int documents = m_model->documentCount();
    return documents == 0 ? places : documents == 1 ? tr("%1 in 1 document").arg(places) : tr("%1 in %2 documents").arg(places).arg(documents);
}

// What was not searched is said, and why: nobody should believe that a scan has been read for them.
QString CaseSearchPanel::missingWords() const
{
    QStringList words;
    if (m_search->outcome() == CaseSearch::Outcome::Failed)
        words << tr("The search could not be finished. Change the words to try again.");
    if (m_search->outcome() == CaseSearch::Outcome::Cut)
        words << tr("There are more. Add a word to find fewer.");
    const std::uint32_t scans = m_search->pagesWithoutText(), damaged = m_search->pagesDamaged();
    if (scans > 0)
        words << (scans == 1 ? tr("1 page has no text to search.") : tr("%1 pages have no text to search.").arg(number(scans)));
    if (damaged > 0)
        words << (damaged == 1 ? tr("The text of 1 page could not be read.") : tr("The text of %1 pages could not be read.").arg(number(damaged)));
    return words.join(u' ');
}

void CaseSearchPanel::showState()
{
    const CaseSearch::Outcome outcome = m_search->outcome();
    const bool nothing = m_search->hits().empty();
    m_count->setText(countWords());
    m_count->setVisible(outcome != CaseSearch::Outcome::None);
    m_missing->setText(missingWords());
    m_missing->setVisible(!m_missing->text().isEmpty());
    m_stop->setVisible(outcome == CaseSearch::Outcome::Running);
    if (outcome == CaseSearch::Outcome::None)
        m_empty->setSentence(tr("Finds words in every page, and in what is said of documents, passages and findings."));
    else
        m_empty->setSentence(outcome == CaseSearch::Outcome::Done ? tr("Nothing in this case has these words.") : QString());
    m_empty->setVisible(nothing);
    m_view->setVisible(!nothing);
}

// ---- keys -----------------------------------------------------------------------------------------------------------

bool CaseSearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || (watched != m_words && watched != m_view))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        emit leaveWanted();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (watched == m_words)
            step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        else
            go(m_view->currentIndex().row(), key->modifiers() & Qt::ControlModifier);
        return true;
    }
    if (watched == m_words && key->key() == Qt::Key_Down && m_model->rowCount() > 0) {
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(m_model->nextHit(-1, 1)));
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CaseSearchPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->tokens().surface);
}

} // namespace caseward::ui
