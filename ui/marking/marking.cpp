// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marking/marking.h"

namespace caseward::ui {

namespace {

// Astro UXDS after SF 706-712 and 902; the same in light and dark. The highest comes first where one begins another.
struct Level { const char *prefix; int rank; QRgb background, ink; };
constexpr Level levels[] = {
    {"TOP SECRET//", 5, 0xfce83a, 0x000000}, {"TOP SECRET", 4, 0xff8c00, 0x000000},
    {"SECRET", 3, 0xc8102e, 0xffffff},       {"CONFIDENTIAL", 2, 0x0033a0, 0xffffff},
    {"CUI", 1, 0x502b85, 0xffffff},          {"CONTROLLED UNCLASSIFIED", 1, 0x502b85, 0xffffff},
    {"UNCLASSIFIED", 0, 0x007a33, 0xffffff},
};

const Level &levelOf(const QString &marking)
{
    const QString upper = marking.trimmed().toUpper();
    for (const Level &level : levels) {
        if (upper.startsWith(QLatin1String(level.prefix)))
            return level;
    }
    return levels[0];
}

} // namespace

BannerColours bannerColours(const QString &marking)
{
    const Level &level = levelOf(marking);
    return {QColor(level.background), QColor(level.ink)};
}

int markingLevel(const QString &marking)
{
    return levelOf(marking).rank;
}

} // namespace caseward::ui
