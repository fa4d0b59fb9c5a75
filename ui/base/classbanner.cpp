// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/classbanner.h"

#include "ui/marking/marking.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace caseward::ui {

namespace {

const QString topName = QStringLiteral("banner.top");
const QString bottomName = QStringLiteral("banner.bottom");

QFont bannerFont()
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(12);
    font.setWeight(QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.1);
    return font;
}

bool needsBanners(const QWidget *widget)
{
    if (!widget->isWindow())
        return false;
    const Qt::WindowType type = widget->windowType();
    return type == Qt::Window || type == Qt::Dialog || type == Qt::Sheet || type == Qt::Tool;
}

} // namespace

ClassBanner::ClassBanner(const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name);
    setFixedHeight(bannerHeight);
}

void ClassBanner::setText(const QString &marking, const QString &text)
{
    m_marking = marking;
    m_text = text;
    setAccessibleName(tr("Classification: %1").arg(text));
    update();
}

int ClassBanner::textWidth() const { return QFontMetrics(bannerFont()).horizontalAdvance(m_text) + 32; }

void ClassBanner::paintEvent(QPaintEvent *)
{
    const BannerColours colours = bannerColours(m_marking);
    QPainter painter(this);
    painter.fillRect(rect(), colours.background);
    painter.setPen(colours.ink);
    painter.setFont(bannerFont());
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

BannerKeeper::BannerKeeper(QApplication &application, const QString &stationMarking, QObject *parent)
    : QObject(parent), m_station(stationMarking)
{
    application.installEventFilter(this);
}

QString BannerKeeper::marking() const
{
    return markingLevel(m_case) >= markingLevel(m_station) && !m_case.isEmpty() ? m_case : m_station;
}

QString BannerKeeper::text() const
{
    return m_demonstration ? tr("%1  —  DEMONSTRATION RECORD").arg(marking().toUpper()) : marking().toUpper();
}

void BannerKeeper::setCaseMarking(const QString &marking, bool demonstration)
{
    m_case = marking;
    m_demonstration = demonstration;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->findChild<ClassBanner *>(topName, Qt::FindDirectChildrenOnly))
            dress(window);
    }
}

bool BannerKeeper::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if ((type == QEvent::Show || type == QEvent::Resize) && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (needsBanners(widget))
            type == QEvent::Show ? dress(widget) : place(widget);
    }
    return false;
}

void BannerKeeper::dress(QWidget *window)
{
    int widest = 0;
    for (const QString &name : {topName, bottomName}) {
        auto *banner = window->findChild<ClassBanner *>(name, Qt::FindDirectChildrenOnly);
        if (!banner) {
            banner = new ClassBanner(name, window);
            if (name == topName)
                window->setContentsMargins(window->contentsMargins() + QMargins(0, bannerHeight, 0, bannerHeight));
        }
        banner->setText(marking(), text());
        banner->show();
        widest = qMax(widest, banner->textWidth());
    }
    if (window->minimumWidth() < widest)
        window->setMinimumWidth(widest);
    place(window);
}

void BannerKeeper::place(QWidget *window)
{
    auto *top = window->findChild<ClassBanner *>(topName, Qt::FindDirectChildrenOnly);
    auto *bottom = window->findChild<ClassBanner *>(bottomName, Qt::FindDirectChildrenOnly);
    if (!top || !bottom)
        return;
    top->setGeometry(0, 0, window->width(), bannerHeight);
    bottom->setGeometry(0, window->height() - bannerHeight, window->width(), bannerHeight);
    top->raise();
    bottom->raise();
}

} // namespace caseward::ui
