// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/passagefacts.h"

#include "core/model/spot.h"
#include "ui/models/anchorwords.h"
#include "ui/models/casewords.h"

#include <QCoreApplication>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("PassageFacts", words); }

} // namespace

QString documentTitle(const model::Dossier &dossier, const DocumentId &id)
{
    const model::DocumentState *document = dossier.document(id);
    if (!document)
        return text(id.text());
    return text(document->facts.title.empty() ? document->facts.name : document->facts.title);
}

QString placeWords(const model::Dossier &dossier, const model::Anchor &anchor)
{
    return tr("%1, p. %2").arg(documentTitle(dossier, anchor.document)).arg(anchor.span.page);
}

QString placeLink(const DocumentId &document, std::uint32_t page)
{
    const QString id = text(document.text());
    return page == 0 ? id : QStringLiteral("%1#p%2").arg(id).arg(page);
}

PassageFacts passageFacts(const model::Dossier &dossier, const packs::Pack &pack, const model::Tie &tie)
{
    const packs::Condition *condition = pack.condition(tie.condition.id);
    PassageFacts facts = anchorFacts(dossier, tie.anchor);
    facts.id = tie.id;
    facts.label = condition ? conditionLabel(*condition) : text(tie.condition.id);
    facts.disqualifying = !condition || packs::isConcern(condition->kind);
    facts.weight = weightWord(tie.weight);
    facts.note = text(tie.note);
    facts.link = QStringLiteral("passage:") + text(tie.id.text());
    return facts;
}

std::vector<PassageFacts> passagesOf(const model::Dossier &dossier, const packs::Pack &pack, const packs::Condition &condition)
{
    std::vector<PassageFacts> found;
    for (const model::Tie &tie : dossier.ties) {
        if (tie.condition.pack == pack.id && tie.condition.id == condition.id)
            found.push_back(passageFacts(dossier, pack, tie));
    }
    return found;
}

PassageFacts anchorFacts(const model::Dossier &dossier, const model::Anchor &anchor)
{
    PassageFacts facts;
    facts.isPart = model::isArea(anchor);
    facts.quote = anchorWords(anchor);
    facts.place = placeWords(dossier, anchor);
    facts.link = placeLink(anchor.document, anchor.span.page);
    return facts;
}

QString PassageFacts::spoken(qsizetype most) const
{
    if (isPart)
        return quote;
    return QStringLiteral("“%1”").arg(quote.size() > most ? quote.left(most) + QStringLiteral("…") : quote);
}

} // namespace caseward::ui
