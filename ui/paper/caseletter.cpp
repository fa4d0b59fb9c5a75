// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/caseletter.h"

#include "ui/marking/marking.h"
#include "ui/paper/bannerpaginator.h"
#include "ui/paper/decisionblocks.h"
#include "ui/paper/paperwords.h"

namespace caseward::ui {

namespace {

using Kind = PaperBlock::Kind;
using paperwords::quiet;
using paperwords::words;
using session::LineKind;

PaperText textOf(const std::vector<letters::Run> &runs, bool strong = false)
{
    PaperText text;
    for (const letters::Run &run : runs)
        text.push_back({words(run.text), run.bold || strong});
    return text;
}

Kind kindOf(LineKind kind)
{
    switch (kind) {
    case LineKind::Title: return Kind::Title;
    case LineKind::Heading: return Kind::Heading;
    case LineKind::Subheading: return Kind::Subheading;
    case LineKind::Bullet: return Kind::Bullet;
    case LineKind::Quote: return Kind::Quote;
    case LineKind::Small: return Kind::Small;
    case LineKind::Row: return Kind::Table;
    case LineKind::Rule: return Kind::Rule;
    case LineKind::PageBreak: return Kind::PageBreak;
    case LineKind::Paragraph: break;
    }
    return Kind::Paragraph;
}

// Rows that follow one another are one table.
std::vector<PaperBlock> blocksOf(const std::vector<session::Line> &lines)
{
    std::vector<PaperBlock> blocks;
    LineKind before = LineKind::Title;
    for (const session::Line &line : lines) {
        if (line.kind != LineKind::Row || before != LineKind::Row || blocks.empty()) {
            PaperBlock block;
            block.kind = kindOf(line.kind);
            if (line.kind == LineKind::Row) {
                block.columns = {{22, false}, {78, false}};
                block.shaded = true;
            } else {
                block.text = textOf(line.runs);
            }
            if (line.kind == LineKind::Small && !blocks.empty())
                blocks.back().keepWithNext = true; // it says when, under what and on what evidence the line above is
            blocks.push_back(std::move(block));
        }
        if (line.kind == LineKind::Row)
            blocks.back().rows.push_back({textOf(line.label, true), textOf(line.runs)});
        before = line.kind;
    }
    return blocks;
}

// Who stands behind it, on the paper itself: a print shows no signature.
std::vector<PaperBlock> signatureOf(const session::PreparedLetter &letter, bool draft)
{
    PaperBlock space, table;
    space.kind = Kind::Space;
    space.points = 14;
    table.kind = Kind::Table;
    table.columns = {{22, false}, {78, false}};
    const QString signer = words(letter.signer), office = QStringLiteral("%1, %2").arg(words(letter.role), words(letter.office));
    if (draft)
        table.rows = {{bold(QStringLiteral("Draft")), plain(QStringLiteral("Prepared by %1, %2. Not signed, not issued: nothing follows from it.").arg(signer, office))}};
    else
        table.rows = {{bold(QStringLiteral("Signed")), {{signer, true}, {QStringLiteral("\n%1").arg(office)},
                                                        {QStringLiteral("\nSigned electronically: the signature is inside this file and covers all of it."), false, false, false, quiet}}}};
    return {space, table};
}

} // namespace

Result<Bytes> letterPdf(const session::PreparedLetter &letter, Instant printedAt, PaperSize size)
{
    const bool draft = letter.wish.use == session::LetterUse::Draft;
    const BannerColours colours = bannerColours(words(letter.marking));
    const QString title = words(letter.title), reference = words(letter.reference);
    PaperFrame frame;
    frame.banner = words(letter.marking);
    if (draft)
        frame.banner += QStringLiteral("  ·  DRAFT, NOT ISSUED");
    if (letter.demonstration)
        frame.banner += QStringLiteral("  ·  DEMONSTRATION RECORD");
    frame.bannerGround = colours.background;
    frame.bannerText = colours.ink;
    frame.headLeft = QStringLiteral("Case %1 · %2").arg(reference, title);
    frame.headRight = QStringLiteral("page %p of %n");
    frame.footLeft = model::isReleased(letter.wish.kind) ? QStringLiteral("%1 by %2").arg(draft ? QStringLiteral("Prepared") : QStringLiteral("Issued"), words(letter.office))
                                                         : QStringLiteral("For the file, not for release");
    frame.footRight = dayAndTime(printedAt);
    frame.digestLine = QStringLiteral("template %1 %2 SHA-256 %3").arg(words(model::letterKindName(letter.wish.kind)), words(letter.version), words(letter.form.hex()));
    PaperOptions paper;
    paper.size = size;
    paper.title = QStringLiteral("%1%2, case %3").arg(draft ? QStringLiteral("Draft: ") : QString(), title, reference);
    std::vector<PaperBlock> blocks = blocksOf(letter.lines);
    for (PaperBlock &block : signatureOf(letter, draft))
        blocks.push_back(std::move(block));
    return BannerPaginator(frame, paper).print(blocks);
}

} // namespace caseward::ui
