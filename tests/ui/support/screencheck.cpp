// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screencheck.h"

#include "ui/base/classbanner.h"
#include "ui/base/themedlabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

#include <cmath>
#include <set>

namespace caseward::uitest {

namespace {

bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget);
}

// Parts that Qt makes for itself inside another widget (the line of a spin box, the clear button) speak through it.
bool isPartOfWidget(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QLineEdit *>(parent)
        || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractItemView *>(parent)
        || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton");
}

QString nameOf(const QWidget *widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text = label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text = button->text();
    return QStringLiteral("%1 '%2' \"%3\" in %4").arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), text.left(40),
                                                     widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

QList<QWidget *> visibleIn(QWidget *screen)
{
    QList<QWidget *> found;
    for (QWidget *widget : screen->findChildren<QWidget *>()) {
        if (widget->isVisible())
            found << widget;
    }
    return found;
}

double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double left = luminance(a) + 0.05, right = luminance(b) + 0.05;
    return left > right ? left / right : right / left;
}

void showActive(QWidget *window)
{
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window))
        qFatal("the window does not become active");
}

QStringList namelessWidgets(QWidget *screen)
{
    QStringList wrong;
    for (QWidget *widget : visibleIn(screen)) {
        if (!isInteractive(widget) || isPartOfWidget(widget))
            continue;
        if (widget->objectName().isEmpty())
            wrong << nameOf(widget) + QStringLiteral(" has no objectName");
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            wrong << nameOf(widget) + QStringLiteral(" has no accessible name");
    }
    return wrong;
}

QStringList unreachableByTab(QWidget *screen)
{
    std::set<QWidget *> reached;
    QWidget *first = QApplication::focusWidget();
    for (int presses = 0; presses < 400; ++presses) {
        QWidget *at = QApplication::focusWidget();
        if (!at || (presses > 0 && at == first && reached.size() > 1))
            break;
        reached.insert(at);
        QTest::keyClick(at, Qt::Key_Tab);
        if (QApplication::focusWidget() == at)
            return {nameOf(at) + QStringLiteral(" keeps Tab for itself")};
    }
    QStringList wrong;
    for (QWidget *widget : visibleIn(screen)) {
        const auto *radio = qobject_cast<const QAbstractButton *>(widget);
        const bool byArrows = radio && radio->isCheckable() && radio->autoExclusive(); // Left/Right move within the group
        if (isInteractive(widget) && !isPartOfWidget(widget) && widget->isEnabled() && !byArrows
            && (widget->focusPolicy() & Qt::TabFocus) && !reached.count(widget))
            wrong << nameOf(widget) + QStringLiteral(" is never reached by Tab");
    }
    return wrong;
}

QStringList clippedWords(QWidget *screen)
{
    QStringList wrong;
    for (QWidget *widget : visibleIn(screen)) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((!label || label->text().isEmpty()) && (!button || button->text().isEmpty()))
            continue;
        const int needed = label && label->wordWrap() ? label->heightForWidth(label->width()) : widget->minimumSizeHint().height();
        if (widget->height() < needed - 1 || (!(label && label->wordWrap()) && widget->width() < widget->minimumSizeHint().width() - 1))
            wrong << nameOf(widget) + QStringLiteral(" has %1x%2, needs %3x%4").arg(widget->width()).arg(widget->height())
                                          .arg(widget->minimumSizeHint().width()).arg(needed);
    }
    return wrong;
}

QStringList weakContrast(QWidget *screen, double least)
{
    QStringList wrong;
    const QImage picture = screen->grab().toImage();
    const qreal ratio = picture.devicePixelRatio();
    for (QWidget *widget : visibleIn(screen)) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (!label || label->text().trimmed().isEmpty() || !label->isEnabled() || label->visibleRegion().isEmpty())
            continue;
        const QRect area = label->visibleRegion().boundingRect().translated(label->mapTo(screen, QPoint()));
        QColor lightest = Qt::black, darkest = Qt::white;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const QPoint pixel(qRound(x * ratio), qRound(y * ratio));
                if (!picture.rect().contains(pixel))
                    continue;
                const QColor colour = picture.pixelColor(pixel);
                if (luminance(colour) > luminance(lightest))
                    lightest = colour;
                if (luminance(colour) < luminance(darkest))
                    darkest = colour;
            }
        }
        if (contrast(lightest, darkest) < least)
            wrong << nameOf(widget) + QStringLiteral(" has contrast %1").arg(contrast(lightest, darkest), 0, 'f', 2);
    }
    return wrong;
}

QStringList missingBanners(const QString &text)
{
    QStringList wrong;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible() || (window->windowType() != Qt::Window && window->windowType() != Qt::Dialog))
            continue;
        for (const char *name : {"banner.top", "banner.bottom"}) {
            const auto *banner = window->findChild<ui::ClassBanner *>(QLatin1String(name), Qt::FindDirectChildrenOnly);
            if (!banner || !banner->isVisible() || banner->width() != window->width())
                wrong << nameOf(window) + QStringLiteral(" has no ") + QLatin1String(name);
            else if (banner->text() != text)
                wrong << nameOf(window) + QStringLiteral(" says ") + banner->text();
        }
    }
    return wrong;
}

} // namespace caseward::uitest
