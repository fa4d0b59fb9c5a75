// SPDX-License-Identifier: GPL-3.0-or-later
// A condition chip that can be pressed, and the quoted words of a passage with the bar of its class. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/conditionchip.h"

#include <QAbstractButton>

namespace caseward::ui {

class ChipButton final : public QAbstractButton {
    Q_OBJECT
public:
    ChipButton(Theme *theme, const ConditionChip &chip, const QString &name, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    ConditionChip m_chip;
};

class QuoteLabel final : public QWidget {
    Q_OBJECT
public:
    QuoteLabel(Theme *theme, QWidget *parent);
    void setQuote(const QString &quote, bool disqualifying);
    void setPart(const QString &words, bool disqualifying);   // where there is nothing to quote: without quotation marks
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QString m_quote, m_part;      // one of them
    bool m_disqualifying = true;
};

} // namespace caseward::ui
