// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/letterpaper.h"

#include "ui/paper/bannerpaginator.h"

#include <QStringList>

namespace caseward::ui {

namespace {

using Kind = PaperBlock::Kind;

class MarkupReader {
public:
    Status read(const QString &markup)
    {
        const QStringList lines = markup.split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (const Status one = readLine(lines[i].trimmed()); !one)
                return fail(FaultCode::Malformed, "line " + std::to_string(i + 1) + ": " + one.fault().detail);
        }
        endParagraph();
        return {};
    }
    std::vector<PaperBlock> blocks;
    PaperFrame frame;
    PaperOptions options{PaperSize::Letter, PaperFace::Serif, 10.2, {}};

private:
    Status readLine(const QString &line)
    {
        if (line.startsWith(QLatin1Char('@'))) {
            endParagraph();
            return directive(line);
        }
        if (line.isEmpty()) {
            endParagraph();
            return {};
        }
        if (line.startsWith(QLatin1Char('|')))
            return tableLine(line);
        if (line == QLatin1String("===") || line == QLatin1String("---")) {
            endParagraph();
            PaperBlock block;
            block.kind = line == QLatin1String("===") ? Kind::PageBreak : Kind::Rule;
            blocks.push_back(block);
            return {};
        }
        struct Mark { const char *text; Kind kind; };
        static constexpr Mark marks[] = {{"### ", Kind::Subheading}, {"## ", Kind::Heading}, {"# ", Kind::Title},
                                         {"! ", Kind::Centred}, {"- ", Kind::Bullet}, {"> ", Kind::Quote}, {"~ ", Kind::Small}};
        for (const Mark &mark : marks) {
            const QLatin1String start(mark.text);
            if (line.startsWith(start)) {
                endParagraph();
                m_kind = mark.kind;
                m_text = line.mid(start.size());
                if (mark.kind == Kind::Title || mark.kind == Kind::Heading || mark.kind == Kind::Subheading || mark.kind == Kind::Centred)
                    endParagraph(); // these are one line
                return {};
            }
        }
        if (m_text.endsWith(QLatin1Char('\\')))
            m_text = m_text.chopped(1) + QLatin1Char('\n') + line;
        else
            m_text += m_text.isEmpty() ? line : QLatin1Char(' ') + line;
        return {};
    }

    Status directive(const QString &line)
    {
        const QString name = line.section(QLatin1Char(' '), 0, 0), value = line.section(QLatin1Char(' '), 1);
        struct Corner { const char *name; QString *text; };
        const Corner corners[] = {{"@title", &options.title}, {"@headleft", &frame.headLeft}, {"@headright", &frame.headRight},
                                  {"@footleft", &frame.footLeft}, {"@footright", &frame.footRight}};
        for (const Corner &corner : corners) {
            if (name == QLatin1String(corner.name)) {
                *corner.text = value;
                return {};
            }
        }
        if (name == QLatin1String("@face"))
            options.face = value == QLatin1String("mono") ? PaperFace::Mono
                           : value == QLatin1String("sans") ? PaperFace::Sans : PaperFace::Serif;
        else if (name == QLatin1String("@size"))
            options.size = value == QLatin1String("a4") ? PaperSize::A4 : PaperSize::Letter;
        else if (name == QLatin1String("@points"))
            options.points = value.toDouble();
        else
            return fail(FaultCode::Malformed, "unknown directive " + name.toStdString());
        return {};
    }

    Status tableLine(const QString &line)
    {
        endParagraph();
        if (line.startsWith(QLatin1String("|="))) {
            PaperBlock table;
            table.kind = Kind::Table;
            for (const QString &word : line.mid(2).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                const bool right = word.endsWith(QLatin1Char('r'));
                table.columns.push_back({(right ? word.chopped(1) : word).toDouble(), right});
            }
            blocks.push_back(table);
            return {};
        }
        if (blocks.empty() || blocks.back().kind != Kind::Table)
            return fail(FaultCode::Malformed, "a table row without |= before it");
        const bool head = line.startsWith(QLatin1String("||"));
        QString inside = line.mid(head ? 2 : 1);
        if (inside.endsWith(QLatin1Char('|')))
            inside.chop(1);
        PaperRow row;
        for (const QString &cell : inside.split(QLatin1Char('|')))
            row.push_back(marked(cell.trimmed()));
        if (head)
            blocks.back().header = row;
        else
            blocks.back().rows.push_back(row);
        return {};
    }

    void endParagraph()
    {
        if (!m_text.isEmpty()) {
            PaperBlock block;
            block.kind = m_kind;
            block.text = marked(m_text);
            blocks.push_back(block);
        }
        m_text.clear();
        m_kind = Kind::Paragraph;
    }

    QString m_text;
    Kind m_kind = Kind::Paragraph;
};

} // namespace

Result<Bytes> typesetLetter(const QString &markup)
{
    MarkupReader reader;
    TRY(reader.read(markup));
    reader.frame.banner = QString::fromUtf8(demonstrationBanner);
    reader.frame.bannerGround = QColor(0x3d, 0x49, 0x55);
    reader.frame.bannerText = QColor(Qt::white);
    return BannerPaginator(reader.frame, reader.options).print(reader.blocks);
}

} // namespace caseward::ui
