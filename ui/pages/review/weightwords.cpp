// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/weightwords.h"

#include <QCoreApplication>

namespace caseward::ui {

QString weightWord(model::Weight weight)
{
    switch (weight) {
    case model::Weight::Slight:
        return QCoreApplication::translate("WeightWords", "Slight");
    case model::Weight::Moderate:
        return QCoreApplication::translate("WeightWords", "Moderate");
    case model::Weight::Substantial:
        return QCoreApplication::translate("WeightWords", "Substantial");
    }
    return {};
}

} // namespace caseward::ui
