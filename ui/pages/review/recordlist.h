// SPDX-License-Identifier: GPL-3.0-or-later
// The left column of the review desk: "Record, 18 documents", open contradictions, the documents by group. Enter or a click
// opens; Ctrl+Enter opens in the other pane; the context menu also describes. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/recordmodel.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace caseward::ui {

class SectionHeader;

class RecordList final : public QWidget {
    Q_OBJECT
public:
    RecordList(Theme *theme, QWidget *parent = nullptr);
    void setDossier(const model::Dossier *dossier);
    void setCurrent(const DocumentId &document);     // the one in the active pane
    [[nodiscard]] RecordModel *model() const { return m_model; }
    [[nodiscard]] QListView *view() const { return m_view; }

signals:
    void documentWanted(const caseward::DocumentId &document, bool otherPane);
    void describeWanted(const caseward::DocumentId &document);
    void compareWanted(const caseward::ContradictionId &contradiction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void openRow(const QModelIndex &index, bool otherPane);
    void toggleFilter();
    void showMenu(const QModelIndex &index, const QPoint &global);
    Theme *m_theme;
    SectionHeader *m_header;
    QLineEdit *m_filter;
    QListView *m_view;
    RecordModel *m_model;
};

} // namespace caseward::ui
