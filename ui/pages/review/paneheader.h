// SPDX-License-Identifier: GPL-3.0-or-later
// The bar over a document: icon, title, page box, zoom, find, split, menu. Drops what does not fit, least needed first; all
// of it is also in the menu or on a key. The line under it is the focus ring of the pane. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace caseward::ui {

class IconButton;
class IconLabel;
class PageView;
class ThemedLabel;

class PaneHeader final : public QWidget {
    Q_OBJECT
public:
    PaneHeader(Theme *theme, PageView *view, const QString &name, QWidget *parent);
    void setDocument(const QString &icon, const QString &title, const QString &detail);   // empty title: none
    void setActive(bool active);
    void setListButton(bool shown);          // the record list is folded away: a button brings it
    void setLink(bool possible, bool on);    // two panes can scroll together: a button says whether they do
    void setAlone();                         // in a window of its own: nothing to split
    void refresh();                          // page box and zoom, from the view
    void focusPageBox();

signals:
    void findWanted();
    void splitWanted();
    void linkWanted();
    void listWanted();
    void menuWanted(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTitle(const QString &name);
    void makePageBox(const QString &name);
    void makeZoom(const QString &name);
    void makeTools(const QString &name);
    void showZoomMenu();
    void goToTyped();
    void fit();
    Theme *m_theme;
    PageView *m_view;
    IconButton *m_list, *m_link, *m_split;
    IconLabel *m_icon;
    ThemedLabel *m_title, *m_detail, *m_of;
    QWidget *m_pageGroup, *m_zoomGroup, *m_tools;
    QLineEdit *m_page;
    QToolButton *m_zoom;
    bool m_active = false, m_hasDocument = false, m_linkPossible = false;
};

} // namespace caseward::ui
