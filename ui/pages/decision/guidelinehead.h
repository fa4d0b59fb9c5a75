// SPDX-License-Identifier: GPL-3.0-or-later
// Head of a guideline in a step: its letter on a dark square, its title, and how much of it is answered. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

#include <QWidget>

namespace caseward::ui {

class GuidelineHead final : public QWidget {
    Q_OBJECT
public:
    GuidelineHead(Theme *theme, const QString &letter, const QString &title, const QString &concern, QWidget *parent = nullptr);
    void setDetail(const QString &detail);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QString m_letter, m_title, m_detail;
};

} // namespace caseward::ui
