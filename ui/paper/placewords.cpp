// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/placewords.h"

namespace caseward::ui {

QString saidAt(const model::Anchor &anchor)
{
    if (!model::isArea(anchor))
        return QString::fromStdString(anchor.quote).simplified();
    constexpr double millimetres = 25.4 / 72.0;
    const model::Rect &part = anchor.rects.front();
    const auto rounded = [](double points) { return QString::number(qRound(points * millimetres)); };
    return QStringLiteral("Part of the picture: %1 mm from the left and %2 mm from the top of the page, %3 mm wide, %4 mm high")
        .arg(rounded(part.x), rounded(part.y), rounded(part.width), rounded(part.height));
}

QString quotedAt(const model::Anchor &anchor)
{
    return model::isArea(anchor) ? saidAt(anchor) : QStringLiteral("“%1”").arg(saidAt(anchor));
}

} // namespace caseward::ui
