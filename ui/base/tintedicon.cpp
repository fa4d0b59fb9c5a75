// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tintedicon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace caseward::ui {

namespace {

class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, const IconColours &colours) : m_name(std::move(name)), m_colours(colours)
    {
        QFile file(QStringLiteral(":/icons/") + m_name + QStringLiteral(".svg"));
        if (file.open(QIODevice::ReadOnly))
            m_svg = file.readAll().replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
        else
            qWarning("no icon named %s", qPrintable(m_name));
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        const QColor colour = mode == QIcon::Disabled ? m_colours.disabled
            : mode == QIcon::Selected || state == QIcon::On ? m_colours.selected : m_colours.normal;
        const QString key = QStringLiteral("lucide/%1/%2/%3x%4@%5").arg(m_name, colour.name())
                                .arg(size.width()).arg(size.height()).arg(ratio);
        QPixmap result;
        if (!QPixmapCache::find(key, &result)) {
            result = QPixmap(size);
            result.fill(Qt::transparent);
            QByteArray svg = m_svg;
            QSvgRenderer renderer(svg.replace("currentColor", colour.name().toLatin1()));
            QPainter painter(&result);
            renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
            painter.end();
            QPixmapCache::insert(key, result);
        }
        result.setDevicePixelRatio(ratio);
        return result;
    }

    QIconEngine *clone() const override { return new TintedEngine(m_name, m_colours); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QString m_name;
    IconColours m_colours;
    QByteArray m_svg;
};

} // namespace

QIcon tintedIcon(const QString &name, const IconColours &colours)
{
    return QIcon(new TintedEngine(name, colours));
}

} // namespace caseward::ui
