// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/golden/pictures.h"

#include <QDir>
#include <QFileInfo>

#include <cstdlib>

namespace caseward::uitest {

namespace {

bool isFar(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) > invisible || std::abs(qGreen(one) - qGreen(other)) > invisible || std::abs(qBlue(one) - qBlue(other)) > invisible;
}

QRgb pale(QRgb colour)
{
    const int grey = 160 + qGray(colour) * 95 / 255;
    return qRgb(grey, grey, grey);
}

} // namespace

QString Difference::words() const
{
    return QStringLiteral("%1 pixels differ, within %2 x %3 at %4, %5").arg(pixels).arg(where.width()).arg(where.height()).arg(where.x()).arg(where.y());
}

Difference differenceOf(const QImage &golden, const QImage &actual)
{
    const QImage here = actual.convertToFormat(QImage::Format_RGB32), there = golden.convertToFormat(QImage::Format_RGB32);
    if (here.size() != there.size())
        return {qint64(here.width()) * here.height(), here.rect(), here};
    Difference found;
    QImage picture(here.size(), QImage::Format_RGB32);
    for (int y = 0; y < here.height(); ++y) {
        for (int x = 0; x < here.width(); ++x) {
            const bool far = isFar(here.pixel(x, y), there.pixel(x, y));
            picture.setPixel(x, y, far ? qRgb(220, 0, 0) : pale(here.pixel(x, y)));
            if (far) {
                ++found.pixels;
                found.where |= QRect(x, y, 1, 1);
            }
        }
    }
    if (found.pixels > 0)
        found.picture = picture;
    return found;
}

bool keep(const QImage &picture, const QString &file)
{
    QImage plain(picture.size(), QImage::Format_RGB32);
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < plain.height(); ++y)
        std::copy_n(pixels.constScanLine(y), static_cast<std::size_t>(plain.width()) * 4, plain.scanLine(y));
    return QDir().mkpath(QFileInfo(file).path()) && plain.save(file, "PNG", 0);
}

} // namespace caseward::uitest
