// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the two sides and the words both files of the decision's blocks are set with. Private to ui/paper. GUI thread or not.
#pragma once

#include "core/packs/pack.h"

#include <QColor>
#include <QString>

namespace caseward::ui::paperwords {

inline const QColor disqualifying(0x9c, 0x3a, 0x0b), mitigating(0x0b, 0x64, 0x72), quiet(0x4b, 0x59, 0x66);

inline QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline QString spoken(std::string_view machineName)
{
    return words(machineName).replace(QLatin1Char('-'), QLatin1Char(' '));
}

inline QString sideWord(packs::ConditionKind kind)
{
    switch (kind) {
    case packs::ConditionKind::Disqualifying: return QStringLiteral("Disqualifying");
    case packs::ConditionKind::Criterion: return QStringLiteral("Criterion");
    case packs::ConditionKind::Counterweight: return QStringLiteral("For the person");
    case packs::ConditionKind::Mitigating: break;
    }
    return QStringLiteral("Mitigating");
}

} // namespace caseward::ui::paperwords
