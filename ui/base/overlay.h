// SPDX-License-Identifier: GPL-3.0-or-later
// A card over a window's content (between the banners), on a veil: questions, the key sheet, the command box, forms.
// No top-level popup, no nested loop. Keeps the focus inside, Escape closes, the focus returns where it was. While one
// is open the window's shortcuts do nothing, except those of actions with the property "always". Owned by the window;
// deletes itself after closed(). GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QFrame>
#include <QPointer>
#include <QWidget>

namespace caseward::ui {

class Overlay : public QWidget {
    Q_OBJECT
public:
    enum class Place { Centre, Top };
    Overlay(Theme *theme, const QString &name, QWidget *anywhere, Place place = Place::Centre); // on anywhere->window()
    [[nodiscard]] QFrame *card() const { return m_card; } // give it a layout and content, then present()
    void setCardWidth(int width) { m_width = width; }
    void present(QWidget *firstFocus = nullptr);
    void dismiss();
    void setCloseOnEscape(bool on) { m_escape = on; }
    [[nodiscard]] static Overlay *topmost(const QWidget *window); // null: none open

signals:
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    Theme *m_theme;
    Place m_place;
    QFrame *m_card;
    QPointer<QWidget> m_focusBefore;
    int m_width = 480;
    bool m_escape = true, m_closing = false;
};

} // namespace caseward::ui
