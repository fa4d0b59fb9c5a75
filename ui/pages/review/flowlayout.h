// SPDX-License-Identifier: GPL-3.0-or-later
// A layout that sets its widgets in rows and wraps, for chips. GUI thread.
#pragma once

#include <QLayout>
#include <QList>

namespace caseward::ui {

class FlowLayout final : public QLayout {
public:
    FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;
    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), Do::Measure); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Do { Measure, Place };
    int arrange(const QRect &rect, Do what) const;
    QList<QLayoutItem *> m_items;
    int m_spacing;
};

} // namespace caseward::ui
