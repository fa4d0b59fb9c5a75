// SPDX-License-Identifier: GPL-3.0-or-later
// The palette that ties the selection: type words or a paragraph number, Enter. A frame inside its page and no popup
// window, so that banners, focus and tests stay simple. Says what is wanted and does nothing itself. GUI thread.
#pragma once

#include "core/model/events.h"
#include "ui/pages/review/palettemodel.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QLineEdit;
class QListView;

namespace caseward::ui {

class ThemedLabel;

class TiePalette final : public QWidget {
    Q_OBJECT
public:
    enum class After { Close, Stay };
    TiePalette(Theme *theme, QWidget *page);

    // `near` is the selection in coordinates of the page; the palette stands under it, or over it when there is no room.
    void present(const QRect &near, int words, const packs::PackPtr &pack, const ConditionUse &use);
    void setUse(const packs::PackPtr &pack, const ConditionUse &use);   // after a tie that stayed
    void dismiss();
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    [[nodiscard]] model::Weight weight() const { return m_weight; }

signals:
    void tieWanted(const std::string &conditionId, caseward::model::Weight weight, bool stay);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    QWidget *makeFooter();
    void place();
    void queryChanged(const QString &query);
    void currentChanged();
    void setWeight(model::Weight weight);
    bool queryKey(int key, Qt::KeyboardModifiers modifiers);
    void choose(int row, After after);
    Theme *m_theme;
    QFrame *m_card;
    QLineEdit *m_query;
    QListView *m_list;
    ThemedLabel *m_words, *m_text, *m_weightWords, *m_none;
    PaletteModel *m_model;
    PaletteDelegate *m_delegate;
    QRect m_near;
    QPointer<QWidget> m_focusBefore;
    model::Weight m_weight = model::Weight::Moderate;
};

} // namespace caseward::ui
