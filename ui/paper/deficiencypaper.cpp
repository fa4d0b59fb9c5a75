// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/deficiencypaper.h"

#include "ui/marking/marking.h"
#include "ui/paper/bannerpaginator.h"
#include "ui/paper/decisionblocks.h"

namespace caseward::ui {

namespace {

using Kind = PaperBlock::Kind;

QString of(const std::string &words) { return QString::fromStdString(words); }

PaperBlock block(Kind kind, PaperText text)
{
    PaperBlock made;
    made.kind = kind;
    made.text = std::move(text);
    return made;
}

PaperBlock facts(const session::DeficiencyLetter &letter)
{
    PaperBlock table;
    table.kind = Kind::Table;
    table.columns = {{20, false}, {80, false}};
    table.shaded = true;
    table.rows = {{bold(QStringLiteral("To")), plain(of(letter.to))}, {bold(QStringLiteral("Date")), plain(of(letter.date))},
                  {bold(QStringLiteral("Case")), plain(of(letter.reference))}};
    if (!letter.subject.empty())
        table.rows.push_back({bold(QStringLiteral("Subject")), plain(of(letter.subject))});
    return table;
}

std::vector<PaperBlock> blocksOf(const session::DeficiencyLetter &letter)
{
    std::vector<PaperBlock> blocks = {block(Kind::Title, plain(QStringLiteral("File returned as deficient"))), facts(letter)};
    blocks.push_back(block(Kind::Paragraph, plain(QStringLiteral("The file of this case is returned because it falls short of what is needed to begin. Nothing in this "
                                                                 "letter says anything about the subject."))));
    if (!letter.words.empty())
        blocks.push_back(block(Kind::Paragraph, plain(of(letter.words))));
    blocks.push_back(block(Kind::Heading, plain(QStringLiteral("Please mend, and send the file back"))));
    int number = 0;
    for (const session::DeficiencyLetter::Item &item : letter.items) {
        const QString about = item.section.empty() ? QString() : QStringLiteral(" · Section %1%2").arg(of(item.section), item.sectionTitle.empty() ? QString() : QStringLiteral(", ") + of(item.sectionTitle));
        blocks.push_back(block(Kind::Subheading, plain(QStringLiteral("%1. %2%3").arg(++number).arg(item.title.empty() ? of(item.code) : of(item.title), about))));
        blocks.push_back(block(Kind::Paragraph, plain(of(item.text))));
        blocks.push_back(block(Kind::Small, plain(QStringLiteral("Code %1").arg(of(item.code)))));
    }
    return blocks;
}

} // namespace

Result<Bytes> deficiencyPdf(const session::DeficiencyLetter &letter, const model::Dossier &dossier, const DeficiencyPaper &options)
{
    const BannerColours colours = bannerColours(of(dossier.facts.marking));
    PaperFrame frame;
    frame.banner = of(dossier.facts.marking);
    if (dossier.facts.demonstration)
        frame.banner += QStringLiteral("  ·  DEMONSTRATION RECORD");
    frame.bannerGround = colours.background;
    frame.bannerText = colours.ink;
    frame.headLeft = QStringLiteral("Case %1 · Deficiency letter").arg(of(letter.reference));
    frame.headRight = QStringLiteral("page %p of %n");
    frame.footLeft = QStringLiteral("Printed by %1").arg(of(options.printedBy));
    frame.footRight = dayAndTime(options.printedAt);
    PaperOptions paper;
    paper.title = QStringLiteral("Deficiency letter %1").arg(of(letter.reference));
    return BannerPaginator(frame, paper).print(blocksOf(letter));
}

} // namespace caseward::ui
