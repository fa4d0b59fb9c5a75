// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/bannerpaginator.h"

#include "ui/paper/paperflow.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

namespace caseward::ui {

namespace {

constexpr int resolution = 1200;
constexpr double unit = resolution / 72.0;      // device units of a point
constexpr double bannerHeight = 16, margin = 54, headHeight = 22, footHeight = 30; // points
const QColor quiet(0x4b, 0x59, 0x66), rule(0xb4, 0xbe, 0xc8);

class FramePainter {
public:
    FramePainter(QPainter &painter, const PaperFonts &fonts, const PaperFrame &frame, QSizeF page)
        : m_painter(painter), m_fonts(fonts), m_frame(frame), m_page(page)
    {
    }

    void draw(std::size_t page, std::size_t pages)
    {
        banner(0);
        banner(m_page.height() - bannerHeight * unit);
        const double side = margin * unit, width = m_page.width() - 2 * side;
        const double head = (bannerHeight + 8) * unit;
        const double foot = m_page.height() - (bannerHeight + footHeight) * unit;
        corner(filled(m_frame.headLeft, page, pages), {side, head, width, 12 * unit}, Qt::AlignLeft);
        corner(filled(m_frame.headRight, page, pages), {side, head, width, 12 * unit}, Qt::AlignRight);
        m_painter.fillRect(QRectF(side, foot, width, 0.6 * unit), rule);
        corner(filled(m_frame.footLeft, page, pages), {side, foot + 3 * unit, width, 12 * unit}, Qt::AlignLeft);
        corner(filled(m_frame.footRight, page, pages), {side, foot + 3 * unit, width, 12 * unit}, Qt::AlignRight);
        m_painter.setFont(m_fonts.font(PaperFace::Mono, 6.6 * unit));
        m_painter.drawText(QRectF(side, foot + 15 * unit, width, 10 * unit), Qt::AlignLeft | Qt::AlignVCenter,
                           m_frame.digestLine);
    }

private:
    static QString filled(QString text, std::size_t page, std::size_t pages)
    {
        return text.replace(QLatin1String("%p"), QString::number(page)).replace(QLatin1String("%n"), QString::number(pages));
    }
    void banner(double top)
    {
        const QRectF area(0, top, m_page.width(), bannerHeight * unit);
        m_painter.fillRect(area, m_frame.bannerGround);
        m_painter.setFont(m_fonts.font(PaperFace::Sans, 8.8 * unit, true)); // no letter spacing: it would be spaces in the text of the PDF
        m_painter.setPen(m_frame.bannerText);
        m_painter.drawText(area, Qt::AlignCenter, m_frame.banner);
    }
    void corner(const QString &text, const QRectF &area, Qt::Alignment side)
    {
        m_painter.setFont(m_fonts.font(PaperFace::Sans, 7.8 * unit));
        m_painter.setPen(quiet);
        m_painter.drawText(area, static_cast<int>(side | Qt::AlignVCenter), text);
    }

    QPainter &m_painter;
    const PaperFonts &m_fonts;
    const PaperFrame &m_frame;
    QSizeF m_page;
};

void prepare(QPdfWriter &writer, const PaperOptions &options)
{
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(options.size == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(options.title);
    writer.setCreator(QStringLiteral("Caseward"));
}

} // namespace

BannerPaginator::BannerPaginator(PaperFrame frame, PaperOptions options)
    : m_frame(std::move(frame)), m_options(std::move(options))
{
}

Result<Bytes> BannerPaginator::print(const std::vector<PaperBlock> &blocks) const
{
    if (!qGuiApp)
        return fail(FaultCode::Internal, "papers need a QGuiApplication for their fonts");
    QByteArray made;
    QBuffer buffer(&made);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        prepare(writer, m_options);
        const QSizeF page(writer.width(), writer.height());
        const QPointF origin(margin * unit, (bannerHeight + 8 + headHeight) * unit);
        const QSizeF body(page.width() - 2 * origin.x(), page.height() - origin.y() - (bannerHeight + footHeight + 10) * unit);
        const PaperFonts fonts;
        const std::vector<PaperPage> pages = PaperFlow(fonts, m_options.face, m_options.points, body, unit).lay(blocks);
        QPainter painter(&writer);
        if (!painter.isActive())
            return fail(FaultCode::IoFailed, "the PDF engine did not start");
        FramePainter frame(painter, fonts, m_frame, page);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i > 0 && !writer.newPage())
                return fail(FaultCode::IoFailed, "the PDF engine refused a page");
            frame.draw(i + 1, pages.size());
            for (const PlacedFill &fill : pages[i].fills)
                painter.fillRect(fill.area.translated(origin), fill.colour);
            for (const PlacedText &text : pages[i].texts) {
                const QTextLine line = text.layout->lineAt(text.line);
                line.draw(&painter, origin + text.at - QPointF(0, line.y()));
            }
        }
        if (!painter.end())
            return fail(FaultCode::IoFailed, "the PDF engine could not finish");
    }
    buffer.close();
    const auto *data = reinterpret_cast<const std::uint8_t *>(made.constData());
    return Bytes(data, data + made.size());
}

} // namespace caseward::ui
