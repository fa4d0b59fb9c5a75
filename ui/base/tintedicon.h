// SPDX-License-Identifier: GPL-3.0-or-later
// A lucide SVG of the resources drawn in our colours at every size and pixel ratio, stroke 1.75. GUI thread.
// An unknown name gives an icon that draws nothing and a warning.
#pragma once

#include <QColor>
#include <QIcon>

namespace caseward::ui {

struct IconColours { QColor normal, selected, disabled; };

[[nodiscard]] QIcon tintedIcon(const QString &name, const IconColours &colours);

} // namespace caseward::ui
