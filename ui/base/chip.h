// SPDX-License-Identifier: GPL-3.0-or-later
// Chips and pills: a short word with a shape and a colour. As a widget, and as painting for delegates. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QPainter;

namespace caseward::ui {

// Disqualifying carries ▲ and a solid edge, Mitigating ▼ and a dashed edge: three forms for every meaning.
enum class ChipKind { Neutral, Accent, Disqualifying, Mitigating, Warning, Integrity, Done };
// Pill: round, filled, no edge (states). Tag: square-ish with an edge (conditions, kinds). Count: small number.
enum class ChipShape { Pill, Tag, Count };

[[nodiscard]] QSize chipSize(const Theme &theme, const QString &text, ChipKind kind, ChipShape shape);
void paintChip(QPainter &painter, const QRect &rect, const Theme &theme, const QString &text, ChipKind kind,
               ChipShape shape, bool strong = false); // strong: filled with the class colour (current passage)

class Chip : public QWidget {
    Q_OBJECT
public:
    Chip(Theme *theme, const QString &text, ChipKind kind, ChipShape shape = ChipShape::Pill, QWidget *parent = nullptr);
    void setText(const QString &text);
    void setKind(ChipKind kind);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QString m_text;
    ChipKind m_kind;
    ChipShape m_shape;
};

} // namespace caseward::ui
