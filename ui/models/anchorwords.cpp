// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/anchorwords.h"

#include "ui/models/casewords.h"

#include <QCoreApplication>

namespace caseward::ui {

QString anchorWords(const model::Anchor &anchor)
{
    return model::isArea(anchor) ? QCoreApplication::translate("AnchorWords", "[part of the picture]") : text(anchor.quote).simplified();
}

QString quotedWords(const model::Anchor &anchor, qsizetype most)
{
    const QString words = anchorWords(anchor);
    if (model::isArea(anchor))
        return words;
    return QStringLiteral("“%1”").arg(most > 0 && words.size() > most ? words.left(most) + QStringLiteral("…") : words);
}

} // namespace caseward::ui
