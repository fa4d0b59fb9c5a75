// SPDX-License-Identifier: GPL-3.0-or-later
// Classification banners (UI.md section 3). ClassBanner paints one strip; BannerKeeper puts two on every top-level
// window and dialog as it is shown, so that none can forget them. GUI thread.
#pragma once

#include <QColor>
#include <QObject>
#include <QWidget>

class QApplication;

namespace caseward::ui {

constexpr int bannerHeight = 22;

class ClassBanner final : public QWidget {
    Q_OBJECT
public:
    ClassBanner(const QString &name, QWidget *parent);
    void setText(const QString &marking, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] int textWidth() const;             // the window must not be narrower: never elided

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_marking, m_text;
};

// Made once by main(); lives as long as the application.
class BannerKeeper final : public QObject {
    Q_OBJECT
public:
    explicit BannerKeeper(QApplication &application, const QString &stationMarking, QObject *parent = nullptr);
    // The open case's marking; may raise the banner above the station's, never lower it. Empty: back to the station's.
    void setCaseMarking(const QString &marking, bool demonstration);
    [[nodiscard]] QString text() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress(QWidget *window);
    void place(QWidget *window);
    [[nodiscard]] QString marking() const;
    QString m_station, m_case;
    bool m_demonstration = false;
};

} // namespace caseward::ui
