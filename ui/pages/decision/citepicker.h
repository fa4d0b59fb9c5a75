// SPDX-License-Identifier: GPL-3.0-or-later
// "Cite passage…": a card with a search field over the tied passages. Type words, Down, Enter. GUI thread.
#pragma once

#include "ui/base/overlay.h"
#include "ui/pages/supervision/passagefacts.h"

#include <functional>

class QLineEdit;
class QListWidget;

namespace caseward::ui {

class CitePicker final : public Overlay {
    Q_OBJECT
public:
    CitePicker(Theme *theme, QWidget *anywhere, std::vector<PassageFacts> passages, std::function<void(const PassageId &)> picked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void pick();
    Theme *m_theme;
    std::vector<PassageFacts> m_passages;
    std::function<void(const PassageId &)> m_picked;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace caseward::ui
