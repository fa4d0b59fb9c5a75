// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include "ui/base/tintedicon.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

// Q_INIT_RESOURCE must stand outside every namespace: the resources live in a static library, so the linker would
// drop them if nothing named them.
static void initResources() { Q_INIT_RESOURCE(caseward); }

namespace caseward::ui {

namespace {

constexpr double pointSizes[] = {8.2, 8.8, 9.2, 9.8, 10.5, 12.5};
constexpr double documentPointSize = 10.4;

Tokens lightTokens()
{
    Tokens t;
    t.window = 0xEDF0F3, t.surface = 0xFFFFFF, t.raised = 0xF6F8FA;
    t.text = 0x16202A, t.text2 = 0x4B5966, t.disabledText = 0x687683;
    t.accent = 0x1D5FA6, t.accentBg = 0xE1ECF8, t.onAccent = 0xFFFFFF;
    t.dq = 0x9C3A0B, t.dqBg = 0xFDEBDF;
    t.mc = 0x0B6472, t.mcBg = 0xDDF2F4;
    t.warn = 0x7A5200, t.warnBg = 0xFFF4D6;
    t.integrity = 0xB3121F;
    t.edge = 0x7D8B98, t.rule = 0xD6DCE2;
    t.selection = 0xA9CBEF;
    t.paperDim = QColor(0, 0, 0, 0);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = 0x12161B, t.surface = 0x1A2027, t.raised = 0x212932;
    t.text = 0xE7ECF1, t.text2 = 0xA9B6C2, t.disabledText = 0x8794A1;
    t.accent = 0x7DB4EE, t.accentBg = 0x203449, t.onAccent = 0x0E1A27;
    t.dq = 0xF2A57C, t.dqBg = 0x3F261A;
    t.mc = 0x6FCBD6, t.mcBg = 0x12373D;
    t.warn = 0xE8C15A, t.warnBg = 0x3A3013;
    t.integrity = 0xFF8F86;
    t.edge = 0x6B7A88, t.rule = 0x2F3944;
    t.selection = 0x335F93;
    t.paperDim = QColor(0, 0, 0, 46); // 18 %
    return t;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ToolTipBase, t.raised);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, t.text);
    p.setColor(QPalette::PlaceholderText, t.text2);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.rule);
    p.setColor(QPalette::Mid, t.rule);
    p.setColor(QPalette::Dark, t.edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.disabledText);
    return p;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int from, int to) { return from + qRound((to - from) * share); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

// Heights in it are of ordinary text; larger text makes what holds a line of it higher by as much.
QString styleSheetOf(const Tokens &t, Theme::Scheme scheme, double scale)
{
    QFile file(QStringLiteral(":/styles/caseward.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> colours[] = {
        {"@window@", t.window}, {"@surface@", t.surface}, {"@raised@", t.raised}, {"@text@", t.text},
        {"@text2@", t.text2}, {"@disabledText@", t.disabledText}, {"@accent@", t.accent}, {"@accentBg@", t.accentBg},
        {"@onAccent@", t.onAccent}, {"@accentHover@", mixed(t.accent, t.text, 0.18)}, {"@warn@", t.warn},
        {"@warnBg@", t.warnBg}, {"@integrity@", t.integrity}, {"@edge@", t.edge}, {"@rule@", t.rule},
        {"@hover@", mixed(t.raised, t.rule, 0.5)}, {"@scroll@", mixed(t.rule, t.edge, 0.35)}};
    for (const auto &[token, colour] : colours)
        sheet.replace(QLatin1String(token), colour.name());
    for (const int height : {24, 26, 28, 30})
        sheet.replace(QStringLiteral("@high%1@").arg(height), QStringLiteral("%1px").arg(height + qRound((scale - 1) * 18)));
    return sheet.replace(QLatin1String("@scheme@"), QLatin1String(scheme == Theme::Scheme::Dark ? "dark" : "light"));
}

void loadFonts()
{
    for (const char *file : {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
                             "JetBrainsMono-Regular.ttf"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1String(file));
}

} // namespace

Theme::Theme(QApplication &application, Scheme scheme, QObject *parent)
    : QObject(parent), m_application(application), m_scheme(scheme)
{
    initResources();
    loadFonts();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip, Qt::UI_FadeMenu,
                              Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, false);
    apply();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
}

void Theme::setTextScale(double scale)
{
    m_scale = qBound(1.0, scale, 2.0);
    apply();
}

QFont Theme::font(Text size, QFont::Weight weight) const
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans")});
    font.setPointSizeF(pointSizes[static_cast<int>(size)] * m_scale);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Theme::mono(Text size) const
{
    QFont font(QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")});
    font.setPointSizeF(pointSizes[static_cast<int>(size)] * m_scale);
    font.setStyleHint(QFont::Monospace);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Theme::documentFont() const
{
    QFont result = font(Text::Base);
    result.setPointSizeF(documentPointSize * m_scale);
    return result;
}

QIcon Theme::icon(const QString &name) const
{
    return tintedIcon(name, {m_tokens.text2, m_tokens.accent, m_tokens.disabledText});
}

QIcon Theme::icon(const QString &name, const QColor &colour) const
{
    return tintedIcon(name, {colour, colour, m_tokens.disabledText});
}

void Theme::apply()
{
    m_tokens = m_scheme == Scheme::Dark ? darkTokens() : lightTokens();
    m_application.setPalette(paletteOf(m_tokens));
    m_application.setFont(font(Text::Base));
    m_application.setStyleSheet(styleSheetOf(m_tokens, m_scheme, m_scale));
    emit changed();
}

} // namespace caseward::ui
