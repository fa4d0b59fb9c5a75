// SPDX-License-Identifier: GPL-3.0-or-later
// The right column of the decision: how many checks are open, and each of them with the way there. GUI thread.
#pragma once

#include "ui/pages/decision/gatelist.h"

class QScrollArea;

namespace caseward::ui {

class SectionHeader;

class GatePanel final : public QWidget {
    Q_OBJECT
public:
    GatePanel(Theme *theme, QWidget *parent = nullptr);
    void show(const rules::Gate &gate, const QString &whyNot);
    void focusFirst();
    [[nodiscard]] GateList *list() const { return m_list; }

private:
    using QWidget::show;
    SectionHeader *m_header;
    ThemedLabel *m_nothing;
    GateList *m_list;
    QScrollArea *m_scroll;
};

} // namespace caseward::ui
