// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperfonts.h"

#include <QDir>
#include <QFontDatabase>
#include <QStringList>

namespace caseward::ui {

namespace {

// Adds every font of the resource folder once; a second call finds the families already there.
void addResourceFonts()
{
    static const bool done = [] {
        const QDir folder(QStringLiteral(":/fonts"));
        for (const QString &name : folder.entryList({QStringLiteral("*.otf"), QStringLiteral("*.ttf")}, QDir::Files))
            QFontDatabase::addApplicationFont(folder.filePath(name));
        return true;
    }();
    Q_UNUSED(done)
}

QString firstOf(const QStringList &wanted)
{
    const QStringList have = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (have.contains(family))
            return family;
    }
    return have.isEmpty() ? QString() : have.first();
}

} // namespace

PaperFonts::PaperFonts()
{
    addResourceFonts();
    m_sans = firstOf({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    m_serif = firstOf({QStringLiteral("Noto Serif"), QStringLiteral("Liberation Serif"), QStringLiteral("DejaVu Serif"),
                       QStringLiteral("DejaVu Sans")});
    m_mono = firstOf({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono")});
}

QFont PaperFonts::font(PaperFace face, double pixels, bool bold, bool italic) const
{
    QFont font(face == PaperFace::Sans ? m_sans : face == PaperFace::Serif ? m_serif : m_mono);
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setBold(bold);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace caseward::ui
