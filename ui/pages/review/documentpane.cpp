// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/documentpane.h"

#include "ui/base/emptystate.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/paneheader.h"
#include "ui/pages/review/recordmodel.h"

#include <QVBoxLayout>

namespace caseward::ui {

DocumentPane::DocumentPane(Theme *theme, PageCache *cache, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_view(new PageView(theme, cache, name + QStringLiteral(".view"), this)),
      m_header(new PaneHeader(theme, m_view, name + QStringLiteral(".header"), this)),
      m_find(new FindBar(theme, m_view, name + QStringLiteral(".find"), this)),
      m_empty(new EmptyState(theme, name + QStringLiteral(".empty"), tr("No document is open here."), tr("Open a document…"), this))
{
    setObjectName(name);
    setMinimumWidth(260);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    m_view->hide();
    connect(m_view, &PageView::focusChanged, this, [this](bool focused) {
        if (focused)
            emit activated();
    });
    connect(m_header, &PaneHeader::findWanted, m_find, &FindBar::open);
    connect(m_header, &PaneHeader::splitWanted, this, &DocumentPane::splitWanted);
    connect(m_header, &PaneHeader::linkWanted, this, &DocumentPane::linkWanted);
    connect(m_header, &PaneHeader::listWanted, this, &DocumentPane::listWanted);
    connect(m_header, &PaneHeader::menuWanted, this, &DocumentPane::menuWanted);
    connect(m_empty, &EmptyState::actionWanted, this, &DocumentPane::openWanted);
}

void DocumentPane::setDocument(const model::DocumentState &document, std::shared_ptr<PageSource> source)
{
    if (m_view->source())
        disconnect(m_view->source(), nullptr, m_find, nullptr);
    m_document = document.facts.document;
    connect(source.get(), &PageSource::found, m_find, &FindBar::take);
    m_find->hide();
    m_view->setSource(std::move(source));
    describe(document);
    m_empty->hide();
    m_view->show();
}

void DocumentPane::describe(const model::DocumentState &document)
{
    const QString title = text(document.facts.title);
    m_view->setAccessibleName(tr("Pages of %1").arg(title));
    m_header->setDocument(documentIcon(document.facts), title, text(document.facts.exhibit));
}

void DocumentPane::clear()
{
    m_document = {};
    m_find->hide();
    m_view->setSource(nullptr);
    m_header->setDocument({}, {}, {});
    m_view->hide();
    m_empty->show();
}

void DocumentPane::setActive(bool active)
{
    m_header->setActive(active);
}

void DocumentPane::takeFocus()
{
    if (m_view->isVisibleTo(this))
        m_view->setFocus(Qt::OtherFocusReason);
    else
        m_empty->setFocus(Qt::OtherFocusReason);
}

} // namespace caseward::ui
