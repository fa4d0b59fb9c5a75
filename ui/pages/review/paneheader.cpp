// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/paneheader.h"

#include "ui/base/iconbutton.h"
#include "ui/base/iconlabel.h"
#include "ui/base/rule.h"
#include "ui/base/themedlabel.h"
#include "ui/pages/review/pageview.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {

// Below these widths of the header a part is left out, at the normal size of text (a line of 16 pixels).
constexpr int widthForDetail = 600, widthForZoom = 500, widthForPage = 330, normalLine = 16;

QFrame *separator(QWidget *parent)
{
    auto *line = makeRule(Qt::Vertical, parent);
    line->setFixedHeight(20);
    return line;
}

} // namespace

PaneHeader::PaneHeader(Theme *theme, PageView *view, const QString &name, QWidget *parent) : QWidget(parent), m_theme(theme), m_view(view)
{
    setObjectName(name);
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 6, 2);
    row->setSpacing(8);
    makeTitle(name);
    makePageBox(name);
    makeZoom(name);
    makeTools(name);
    row->addWidget(m_list);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addStretch(1);
    row->addWidget(m_pageGroup);
    row->addWidget(m_zoomGroup);
    row->addWidget(m_tools);
    connect(theme, &Theme::changed, this, [this] {
        fit();
        update();
    });
    connect(view, &PageView::pageChanged, this, &PaneHeader::refresh);
    connect(view, &PageView::zoomChanged, this, &PaneHeader::refresh);
    setDocument({}, {}, {});
}

void PaneHeader::makeTitle(const QString &name)
{
    m_list = new IconButton(m_theme, QStringLiteral("panel-left"), name + QStringLiteral(".list"), tr("Show the record"), tr("Ctrl+B"), this);
    m_list->hide();
    connect(m_list, &QToolButton::clicked, this, &PaneHeader::listWanted);
    m_icon = new IconLabel(m_theme, QStringLiteral("file-text"), Tone::Secondary, 17, this);
    m_title = new ThemedLabel(m_theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this);
    m_title->setFit(ThemedLabel::Fit::Elide);
    m_detail = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this);
    m_detail->setFit(ThemedLabel::Fit::Elide);
}

void PaneHeader::makePageBox(const QString &name)
{
    m_pageGroup = new QWidget(this);
    auto *row = new QHBoxLayout(m_pageGroup);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_page = new QLineEdit(m_pageGroup);
    m_page->setObjectName(name + QStringLiteral(".page"));
    m_page->setAccessibleName(tr("Page number"));
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setValidator(new QIntValidator(1, 999999, m_page));
    m_page->installEventFilter(this);
    m_of = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_pageGroup);
    row->addWidget(m_page);
    row->addWidget(m_of);
    row->addSpacing(2);
    row->addWidget(separator(m_pageGroup));
    connect(m_page, &QLineEdit::returnPressed, this, &PaneHeader::goToTyped);
}

void PaneHeader::makeZoom(const QString &name)
{
    m_zoomGroup = new QWidget(this);
    auto *row = new QHBoxLayout(m_zoomGroup);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto *out = new IconButton(m_theme, QStringLiteral("zoom-out"), name + QStringLiteral(".zoomOut"), tr("Smaller"), tr("Ctrl+-"), m_zoomGroup);
    auto *in = new IconButton(m_theme, QStringLiteral("zoom-in"), name + QStringLiteral(".zoomIn"), tr("Larger"), tr("Ctrl+="), m_zoomGroup);
    m_zoom = new QToolButton(m_zoomGroup);
    m_zoom->setObjectName(name + QStringLiteral(".zoom"));
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_zoom->setLayoutDirection(Qt::RightToLeft);   // the arrow stands after the words
    m_zoom->setIcon(m_theme->icon(QStringLiteral("chevron-down")));
    m_zoom->setIconSize(QSize(13, 13));
    m_zoom->setFocusPolicy(Qt::StrongFocus);
    connect(m_theme, &Theme::changed, m_zoom, [this] { m_zoom->setIcon(m_theme->icon(QStringLiteral("chevron-down"))); });
    row->addWidget(out);
    row->addWidget(m_zoom);
    row->addWidget(in);
    row->addSpacing(4);
    row->addWidget(separator(m_zoomGroup));
    connect(out, &QToolButton::clicked, this, [this] { m_view->zoomBy(-1); });
    connect(in, &QToolButton::clicked, this, [this] { m_view->zoomBy(1); });
    connect(m_zoom, &QToolButton::clicked, this, &PaneHeader::showZoomMenu);
}

void PaneHeader::makeTools(const QString &name)
{
    m_tools = new QWidget(this);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto *find = new IconButton(m_theme, QStringLiteral("search"), name + QStringLiteral(".find"), tr("Find in this document"), tr("Ctrl+F"), m_tools);
    m_split = new IconButton(m_theme, QStringLiteral("columns-2"), name + QStringLiteral(".split"), tr("Split or join the panes"), tr("Ctrl+\\"), m_tools);
    auto *menu = new IconButton(m_theme, QStringLiteral("ellipsis-vertical"), name + QStringLiteral(".menu"), tr("Document menu"), {}, m_tools);
    m_link = new IconButton(m_theme, QStringLiteral("link"), name + QStringLiteral(".link"), tr("Scroll both panes together"), tr("L"), m_tools);
    m_link->setCheckable(true);
    m_link->hide();
    for (IconButton *button : {find, m_link, m_split, menu})
        row->addWidget(button);
    connect(m_link, &QToolButton::clicked, this, &PaneHeader::linkWanted);
    connect(find, &QToolButton::clicked, this, &PaneHeader::findWanted);
    connect(m_split, &QToolButton::clicked, this, &PaneHeader::splitWanted);
    connect(menu, &QToolButton::clicked, this, [this, menu] { emit menuWanted(menu->mapToGlobal(QPoint(0, menu->height()))); });
}

void PaneHeader::setDocument(const QString &icon, const QString &title, const QString &detail)
{
    m_hasDocument = !title.isEmpty();
    m_icon->setVisible(m_hasDocument);
    if (m_hasDocument)
        m_icon->setIcon(icon, m_active ? Tone::Accent : Tone::Secondary);
    m_title->setText(m_hasDocument ? title : tr("No document"));
    m_detail->setText(detail);
    fit();
    refresh();
}

void PaneHeader::setActive(bool active)
{
    m_active = active;
    update();
}

void PaneHeader::setListButton(bool shown)
{
    m_list->setVisible(shown);
}

void PaneHeader::setLink(bool possible, bool on)
{
    m_linkPossible = possible;
    m_link->setChecked(on);
    fit();
}

void PaneHeader::setAlone()
{
    m_split->hide();
}

void PaneHeader::refresh()
{
    const std::uint32_t count = m_view->pageCount();
    m_of->setText(count > 0 ? QStringLiteral("/ %1").arg(count) : QString());
    if (!m_page->hasFocus() || !m_page->isModified())
        m_page->setText(count > 0 ? QString::number(m_view->currentPage()) : QString());
    QString words = tr("%1 %").arg(static_cast<int>(std::lround(m_view->zoom() * 100)));
    if (m_view->fit() == PageView::Fit::Text)
        words = tr("Fit text");
    else if (m_view->fit() == PageView::Fit::Page)
        words = tr("Fit page");
    m_zoom->setText(words);
    m_zoom->setAccessibleName(tr("Zoom: %1").arg(words));
    m_zoom->setToolTip(tr("Zoom, now %1 %").arg(static_cast<int>(std::lround(m_view->zoom() * 100))));
}

void PaneHeader::focusPageBox()
{
    m_pageGroup->show();
    m_page->setFocus(Qt::ShortcutFocusReason);
    m_page->selectAll();
}

void PaneHeader::goToTyped()
{
    m_page->setModified(false);
    m_view->goToPage(m_page->text().toUInt());
    m_view->setFocus();
    refresh();
}

void PaneHeader::showZoomMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &words, auto act) { connect(menu->addAction(words), &QAction::triggered, m_view, act); };
    add(tr("Fit text"), [this] { m_view->setFit(PageView::Fit::Text); });
    add(tr("Fit page"), [this] { m_view->setFit(PageView::Fit::Page); });
    menu->addSeparator();
    for (const int percent : {75, 100, 125, 150, 200})
        add(tr("%1 %").arg(percent), [this, percent] { m_view->setZoom(percent / 100.0); });
    menu->popup(m_zoom->mapToGlobal(QPoint(0, m_zoom->height())));
}

void PaneHeader::fit()
{
    const QFontMetrics metrics(m_theme->font(Theme::Text::Base));
    m_page->setFixedWidth(metrics.horizontalAdvance(QStringLiteral("0000")) + 18);
    m_zoom->setMinimumSize(metrics.horizontalAdvance(tr("Fit page")) + 34, 28);
    const int room = width() * normalLine / std::max(normalLine, metrics.height());
    m_pageGroup->setVisible(m_hasDocument && room >= widthForPage);
    m_zoomGroup->setVisible(m_hasDocument && room >= widthForZoom);
    m_detail->setVisible(m_hasDocument && room >= widthForDetail);
    // A link that is on always shows; one that is not has its key and the menu where there is no room for it.
    m_link->setVisible(m_linkPossible && m_hasDocument && (m_link->isChecked() || room >= widthForZoom));
}

void PaneHeader::resizeEvent(QResizeEvent *)
{
    fit();
}

bool PaneHeader::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_page && key && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::ShortcutOverride)
            return true;
        m_page->setModified(false);
        m_view->setFocus();
        refresh();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PaneHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().surface);
    const int thick = m_active ? 2 : 1;
    painter.fillRect(0, height() - thick, width(), thick, m_active ? m_theme->tokens().accent : m_theme->tokens().rule);
}

} // namespace caseward::ui
