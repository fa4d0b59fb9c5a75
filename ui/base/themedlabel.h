// SPDX-License-Identifier: GPL-3.0-or-later
// A label whose size, weight and colour are tokens and follow the theme; can elide in the middle of a row. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QLabel>

namespace caseward::ui {

enum class Tone { Primary, Secondary, Accent, Disqualifying, Mitigating, Warning, Integrity };
[[nodiscard]] QColor toneColour(const Tokens &tokens, Tone tone);

class ThemedLabel : public QLabel {
    Q_OBJECT
public:
    struct Look {
        Theme::Text size = Theme::Text::Base;
        QFont::Weight weight = QFont::Normal;
        Tone tone = Tone::Primary;
        bool mono = false;
    };
    enum class Fit { Whole, Wrap, Elide };

    ThemedLabel(Theme *theme, const QString &text, Look look, QWidget *parent = nullptr);
    void setTone(Tone tone);
    void setFit(Fit fit);                // Elide: shortens with "…" and shows the whole text as tool tip

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void apply();
    Theme *m_theme;
    Look m_look;
    Fit m_fit = Fit::Whole;
};

} // namespace caseward::ui
