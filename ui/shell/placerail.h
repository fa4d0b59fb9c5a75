// SPDX-License-Identifier: GPL-3.0-or-later
// The rail at the left: the places of the window, and Lock at the foot. Radio buttons to assistive technology.
// Owned by the main window; GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QMap>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class PlaceRail final : public QWidget {
    Q_OBJECT
public:
    explicit PlaceRail(Theme *theme, QWidget *parent = nullptr);
    void addPlace(const QString &id, const QString &title, const QString &icon, const QString &keys);
    void removePlaces();
    void setCurrent(const QString &id);
    void setPlaceEnabled(const QString &id, bool on, const QString &why);

signals:
    void placeChosen(const QString &id);
    void lockWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fitWidth();
    Theme *m_theme;
    QVBoxLayout *m_column;
    QMap<QString, QPushButton *> m_buttons;
    int m_at = 0;
};

} // namespace caseward::ui
