// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: finding words in the whole case, and going to what was found.
#include "ui/pages/review/reviewpage.h"

#include "ui/models/casewords.h"
#include "ui/pages/review/casesearchpanel.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/recordlist.h"

#include <QFrame>

namespace caseward::ui {

void ReviewPage::connectSearch()
{
    connect(m_search, &CaseSearchPanel::hitWanted, this, &ReviewPage::showHit);
    connect(m_search, &CaseSearchPanel::leaveWanted, this, [this] { activePane()->takeFocus(); });
    connect(m_search, &CaseSearchPanel::closeWanted, this, [this] {
        closeSearch();
        activePane()->takeFocus();
    });
}

void ReviewPage::openSearch(const QString &words)
{
    if (!m_door->dossier())
        return;
    m_overlay->hide();
    m_search->setOrder(recordOrder());
    const auto place = words.isEmpty() ? selectedPlace() : std::nullopt;
    const QString selected = place ? place->words.simplified() : words;
    m_search->show();
    setColumnWidths();
    m_search->open(selected.size() < 80 ? selected : QString());
}

void ReviewPage::closeSearch()
{
    m_search->hide();
    m_search->clear();
    for (DocumentPane *pane : m_panes)
        pane->view()->setPlaces({}, -1);
    setColumnWidths();
}

// F3: through the hits of the case while its search is open, else through those of the document.
void ReviewPage::findStep(int direction)
{
    if (m_search->isVisible() && !activePane()->findBar()->isVisible())
        m_search->step(direction);
    else
        activePane()->findBar()->step(direction);
}

void ReviewPage::showHit(const session::CaseHit &hit, bool otherPane)
{
    const session::DossierPtr dossier = m_door->dossier();
    if (!dossier)
        return;
    switch (hit.in) {
    case session::HitIn::Passage:
        if (const auto id = PassageId::parse(hit.target); id.ok() && dossier->tie(*id))
            return choosePassage(*id);
        break;
    case session::HitIn::Contradiction:
        if (const auto id = ContradictionId::parse(hit.target); id.ok()) {
            const QPointer<QWidget> focus = window()->focusWidget();
            compare(*id);
            if (focus)
                focus->setFocus();
        }
        return;
    case session::HitIn::Finding:
        if (hit.field == "condition" || hit.field == "guideline") {
            emit placeWanted(QStringLiteral("decision"), text(hit.field) + u':' + text(hit.target));
            return;
        }
        emit placeWanted(QStringLiteral("decision"), hit.field == "factor" ? QStringLiteral("step:4") : QStringLiteral("step:6"));
        return;
    case session::HitIn::Reasons:
        emit placeWanted(QStringLiteral("decision"), QStringLiteral("step:5"));
        return;
    case session::HitIn::Allegation:
        emit placeWanted(QStringLiteral("decision"), QStringLiteral("allegation:") + text(hit.target));
        return;
    case session::HitIn::Review:
        emit placeWanted(QStringLiteral("supervision"), {});
        return;
    case session::HitIn::Gap:
        if (hit.span.page == 0)
            return emit placeWanted(QStringLiteral("timeline"), QStringLiteral("gap:") + text(hit.target));
        break;
    case session::HitIn::Page:
    case session::HitIn::Scan:
    case session::HitIn::Fact:
        break;
    }
    if (otherPane)
        openDocument(hit.document, Where::Other);
    showPlace(hit.document, spotOf(hit), otherPane ? (m_active == 0 ? Where::Second : Where::First) : Where::Active);
    int current = -1;
    const auto places = m_search->placesIn(hit.document, hit, &current);
    for (DocumentPane *pane : m_panes) {
        if (pane->document() == hit.document)
            pane->view()->setPlaces(places, current);
    }
}

} // namespace caseward::ui
