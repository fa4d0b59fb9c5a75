// SPDX-License-Identifier: GPL-3.0-or-later
// A passage as a quiet line that can be pressed to see it in Review: the bar of its class (solid or dashed), the quoted
// words on at most two rows, and where they stand. GUI thread.
#pragma once

#include "ui/base/fittedquote.h"
#include "ui/base/theme.h"
#include "ui/evidence/passagefacts.h"

#include <QAbstractButton>

namespace caseward::ui {

class PassageLine final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Show { Quote, ChipAndQuote };       // ChipAndQuote: with "▲ E 16(a)" before it, for lists of several conditions
    // Bar of no class when the facts have no label (a place that is tied to nothing).
    PassageLine(Theme *theme, const QString &name, const PassageFacts &facts, Show show, QWidget *parent = nullptr);
    [[nodiscard]] const PassageFacts &facts() const { return m_facts; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int left() const;                // where the words begin
    [[nodiscard]] QString under() const;           // the line below the quote
    [[nodiscard]] QuoteRoom roomIn(int width) const; // for the quote
    Theme *m_theme;
    PassageFacts m_facts;
    Show m_show;
};

} // namespace caseward::ui
