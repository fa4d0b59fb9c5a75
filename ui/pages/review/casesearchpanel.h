// SPDX-License-Identifier: GPL-3.0-or-later
// Find in the whole case (Ctrl+Shift+F): the words, how far the search is, the hits by document. Enter and F3 go on, Shift
// goes back, arrows walk through the list, Esc gives the focus back. Child of the review page, which goes to the hits; GUI
// thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/casesearch.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace caseward::ui {

// Where in its document a hit leads to.
[[nodiscard]] model::Spot spotOf(const session::CaseHit &hit);

class CaseHitModel;
class EmptyState;
class IconButton;
class ThemedLabel;

class CaseSearchPanel final : public QWidget {
    Q_OBJECT
public:
    CaseSearchPanel(Theme *theme, CaseDoor *door, QWidget *parent = nullptr);
    void open(const QString &words);             // takes the focus; words are looked for when there are some
    void clear();                                // nothing typed, nothing found
    void setOrder(std::vector<DocumentId> order) { m_order = std::move(order); }   // of the record
    void step(int direction);                    // to the next hit, or the one before
    [[nodiscard]] const CaseSearch &search() const { return *m_search; }
    [[nodiscard]] CaseHitModel *model() const { return m_model; }
    // The places on pages of one document, in its words or in pictures that a machine read, in the order of the hits, and which of them is `chosen` (-1: none).
    [[nodiscard]] std::vector<model::Spot> placesIn(const DocumentId &document, const session::CaseHit &chosen, int *current) const;

signals:
    void hitWanted(const caseward::session::CaseHit &hit, bool otherPane);
    void leaveWanted();                          // Esc: the focus belongs to the documents again
    void closeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void look();
    void go(int row, bool otherPane);
    void showState();
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] QString missingWords() const;
    Theme *m_theme;
    CaseDoor *m_door;
    CaseSearch *m_search;
    CaseHitModel *m_model;
    QLineEdit *m_words;
    ThemedLabel *m_count, *m_missing;
    IconButton *m_stop;
    QListView *m_view;
    EmptyState *m_empty;
    QTimer m_typing;                             // a search a pause in typing, not one a key
    std::vector<DocumentId> m_order;
    bool m_goToFirst = false;                    // Enter came before the first hit
};

} // namespace caseward::ui
