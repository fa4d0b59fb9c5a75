// SPDX-License-Identifier: GPL-3.0-or-later
// Colours and order of classification markings (UI.md section 3), shared by screen and paper. Pure; any thread.
#pragma once

#include <QColor>
#include <QString>

namespace caseward::ui {

struct BannerColours { QColor background, ink; };
// By the level the marking begins with; an unknown level is shown as the highest.
[[nodiscard]] BannerColours bannerColours(const QString &marking);
// 0 UNCLASSIFIED … 5 TOP SECRET with compartments; unknown words count as 5.
[[nodiscard]] int markingLevel(const QString &marking);

} // namespace caseward::ui
