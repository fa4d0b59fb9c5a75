// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the queue: the selected case in two lines, and what can be done with it. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/themedlabel.h"

#include <QDate>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace caseward::ui {

class CaseStrip final : public QWidget {
    Q_OBJECT
public:
    explicit CaseStrip(Theme *theme, QWidget *parent = nullptr);
    // `whyNoDocuments`: empty when documents may be added, else the sentence.
    void show(const session::DocketRow &row, const QString &whyNoDocuments);
    void clear();

signals:
    void openWanted();
    void addDocumentsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using QWidget::show;
    Theme *m_theme;
    ThemedLabel *m_title, *m_facts, *m_last;
    QWidget *m_letters;
    QHBoxLayout *m_letterRow;
    QPushButton *m_open, *m_add;
};

} // namespace caseward::ui
