// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, type, spacing and icons (UI.md section 10) for light and dark. One object made by main(), passed by pointer; GUI
// thread only. Widgets that paint by themselves read tokens() in paintEvent and update on changed().
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;

namespace caseward::ui {

struct Tokens {
    QColor window, surface, raised;      // background, panes, headers
    QColor text, text2, disabledText;
    QColor accent, accentBg, onAccent;
    QColor dq, dqBg;                     // disqualifying: orange, solid line, ▲
    QColor mc, mcBg;                     // mitigating: teal, dashed line, ▼
    QColor warn, warnBg;
    QColor integrity;                    // red: integrity failure only
    QColor edge;                         // control edges, >= 3:1
    QColor rule;                         // one-pixel separators
    QColor selection;                    // text selected on a page
    QColor paperDim;                     // drawn over page pixels in the dark theme (18 %), else transparent
};

class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Scheme { Light, Dark };
    enum class Text { Small, Caption, Label, Base, Large, Title };   // 8.2 8.8 9.2 9.8 10.5 12.5 pt

    explicit Theme(QApplication &application, Scheme scheme = Scheme::Light, QObject *parent = nullptr);
    void setScheme(Scheme scheme);       // palette, style sheet, fonts; emits changed()
    void setTextScale(double scale);     // 1.0 … 2.0
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] QFont font(Text size, QFont::Weight weight = QFont::Normal) const; // Inter from the resources
    [[nodiscard]] QFont mono(Text size) const;
    [[nodiscard]] QFont documentFont() const;                       // 10.4 pt
    // lucide icon by name ("inbox", "book-open", …), tinted from the palette (normal, selected, disabled).
    [[nodiscard]] QIcon icon(const QString &name) const;
    [[nodiscard]] QIcon icon(const QString &name, const QColor &colour) const;

signals:
    void changed();

private:
    void apply();
    QApplication &m_application;
    Scheme m_scheme;
    double m_scale = 1.0;
    Tokens m_tokens;
};

} // namespace caseward::ui
