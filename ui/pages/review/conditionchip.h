// SPDX-License-Identifier: GPL-3.0-or-later
// The labelled chip of a condition, "▲ E 16(a)": triangle, edge and text say its class without colour. Painted the same
// in the margin, the tree, the palette and the inspector, over ui/base's chip. GUI thread; never fails.
#pragma once

#include "ui/base/chip.h"

#include <QRectF>

namespace caseward::ui {

enum class ChipState { Quiet, Used, Chosen };   // no passage yet (outline only), tinted, filled

struct ConditionChip {
    QString label;                              // "E 16(a)"
    bool disqualifying = true;
    ChipState state = ChipState::Used;
};

[[nodiscard]] QSize conditionChipSize(const Theme &theme, const QString &label);
void paintConditionChip(QPainter &painter, const QRect &rect, const ConditionChip &chip, const Theme &theme);

// ▲ or ▼ as a shape, centred in `rect`; fonts do not agree on these glyphs.
void paintTriangle(QPainter &painter, const QRectF &rect, bool up, const QColor &colour);

} // namespace caseward::ui
