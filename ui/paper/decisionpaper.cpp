// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/decisionpaper.h"

#include "ui/marking/marking.h"

#include "ui/paper/bannerpaginator.h"
#include "ui/paper/decisionblocks.h"

namespace caseward::ui {

namespace {

Status mayBePrinted(const session::DecisionFiles &files, const model::Dossier &dossier, const packs::Pack &pack)
{
    if (dossier.decisions.empty())
        return fail(FaultCode::NotFound, "this case has no signed decision");
    if (files.decision != dossier.decisions.back().what.decision)
        return fail(FaultCode::HistoryBroken, "the decision given is not the newest one of this record");
    const Digest leading = dossier.packs.empty() ? dossier.facts.pack.digest : dossier.packs.front().digest;
    if (leading != pack.digest)
        return fail(FaultCode::PackMismatch, "the case pins another version of the guideline pack");
    if (dossier.status == model::CaseStatus::InReview || dossier.status == model::CaseStatus::Returned)
        return fail(FaultCode::NotAllowed, "the case is open again since it was signed; sign it before printing a decision");
    return {};
}

} // namespace

Result<Bytes> decisionPdf(const session::DecisionFiles &files, const model::Dossier &dossier, const packs::Pack &pack,
                          const DecisionPaper &options)
{
    TRY(mayBePrinted(files, dossier, pack));
    const std::string &marking = options.marking.empty() ? dossier.facts.marking : options.marking;
    const QString reference = QString::fromStdString(dossier.facts.reference);
    const BannerColours colours = bannerColours(QString::fromStdString(marking));
    PaperFrame frame;
    frame.banner = QString::fromStdString(marking);
    if (dossier.facts.demonstration)
        frame.banner += QStringLiteral("  ·  DEMONSTRATION RECORD");
    frame.bannerGround = colours.background;
    frame.bannerText = colours.ink;
    frame.headLeft = QStringLiteral("Case %1 · Decision").arg(reference);
    frame.headRight = QStringLiteral("page %p of %n");
    frame.footLeft = QStringLiteral("Printed by %1").arg(QString::fromStdString(options.printedBy));
    frame.footRight = dayAndTime(options.printedAt);
    frame.digestLine = QStringLiteral("decision.json SHA-256 %1").arg(QString::fromStdString(dossier.decisions.back().what.digest.hex()));
    PaperOptions paper;
    paper.size = options.size;
    paper.title = QStringLiteral("Decision %1").arg(reference);
    return BannerPaginator(frame, paper).print(DecisionBlocks(dossier, pack, files, options.packs).make());
}

} // namespace caseward::ui
