// SPDX-License-Identifier: GPL-3.0-or-later
// What a person should know on coming in, over the pages: sign-ins that failed, a certificate that ends soon, a vault that
// can only be read. Stays until it is dismissed. Owned by the main window; GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QStringList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class NoticeStrip final : public QWidget {
    Q_OBJECT
public:
    explicit NoticeStrip(Theme *theme, QWidget *parent = nullptr);
    void show(const QStringList &sentences);     // none: hides
    void add(const QString &sentence);
    void clear() { show({}); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using QWidget::show;
    Theme *m_theme;
    QVBoxLayout *m_lines;
    QStringList m_sentences;
    QPushButton *m_dismiss;
};

} // namespace caseward::ui
