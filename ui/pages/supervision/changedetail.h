// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen change: before and now side by side, the passages it stands on, and what can be done with it. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/supervision/changewords.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class SectionHeader;
class ThemedLabel;

class ChangeDetail final : public QWidget {
    Q_OBJECT
public:
    ChangeDetail(Theme *theme, QWidget *parent = nullptr);
    void show(const model::Change &change, const ChangeContext &context);
    void clear();
    void setNoteRefusal(const QString &sentence);        // empty: a note may be put on the change

signals:
    void placeWanted(const QString &link);               // for Review
    void noteWanted();

private:
    using QWidget::show;
    QPlainTextEdit *addSide(QWidget *row, const QString &name, const QString &title);
    void showPassages(const std::vector<PassageFacts> &passages);
    Theme *m_theme;
    SectionHeader *m_head;
    QPushButton *m_place, *m_note;
    QPlainTextEdit *m_before = nullptr, *m_after = nullptr;
    ThemedLabel *m_by;
    QWidget *m_passages;
    QVBoxLayout *m_lines;
    QString m_link, m_refusal;
    bool m_any = false;
};

} // namespace caseward::ui
