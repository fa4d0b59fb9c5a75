// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packwords.h"

#include "ui/models/casewords.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QRegularExpression>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("PackWords", words); }

} // namespace

void offerPacks(QComboBox *list, const std::vector<packs::PackPtr> &packs, const packs::PackPtr &chosen)
{
    list->clear();
    for (const packs::PackPtr &pack : packs)
        list->addItem(text(pack->id), text(pack->id));
    list->setCurrentIndex(chosen ? list->findData(text(chosen->id)) : -1);
}

QString packTitle(const packs::Pack &pack)
{
    // The instrument's name alone: what follows the first comma, semicolon or bracket is its dates and parts.
    static const QRegularExpression end(QStringLiteral("[,;]| \\("));
    return QStringLiteral("%1: %2").arg(text(pack.jurisdiction), text(pack.instrument).section(end, 0, 0));
}

QString packTitleAndVersion(const packs::Pack &pack) { return tr("%1  ·  version %2").arg(packTitle(pack), text(pack.version)); }

QString confidenceWord(const std::string &confidence)
{
    if (confidence == "high")
        return tr("High");
    if (confidence == "medium-high")
        return tr("Medium to high");
    if (confidence == "medium")
        return tr("Medium");
    return confidence == "low" ? tr("Low") : QString();
}

QString standingWord(const session::PackRow &row)
{
    switch (row.standing) {
    case packs::Standing::NotYet: return tr("Not yet in force");
    case packs::Standing::Ended: return tr("Ended on %1").arg(text(row.pack->effectiveTo));
    case packs::Standing::Replaced: return tr("Replaced by a newer one");
    case packs::Standing::Retired: return tr("Retired on %1: %2").arg(text(dayOf(row.retiredAt)), text(row.retiredReason));
    case packs::Standing::InForce: break;
    }
    if (row.origin == session::PackOrigin::Doubted)
        return tr("No longer signed; take it in anew");
    return session::beginsCases(row) ? tr("In force") : tr("Of a case; begins none here");
}

} // namespace caseward::ui
