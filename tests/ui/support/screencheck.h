// SPDX-License-Identifier: GPL-3.0-or-later
// What every screen must keep, whatever it shows (UI.md section 13): names, a Tab order that reaches everything and leaves
// nothing, no clipped words, contrast, both banners. Each function returns sentences about what is wrong; empty is good.
// The screen must be shown. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

namespace caseward::uitest {

// Shows and activates a window, so that it can have the focus; ends the program when that does not come about.
void showActive(QWidget *window);

// Interactive widgets without objectName or without accessible name.
QStringList namelessWidgets(QWidget *screen);
// Focusable widgets that Tab never reaches from the first one.
QStringList unreachableByTab(QWidget *screen);
// Labels and buttons whose words need more room than they have.
QStringList clippedWords(QWidget *screen);
// Labels whose darkest and lightest pixels differ by less than `least` : 1 (WCAG contrast).
QStringList weakContrast(QWidget *screen, double least = 4.5);
// Top-level windows without both banners, or with a banner in another text.
QStringList missingBanners(const QString &text);

double contrast(const QColor &a, const QColor &b);

} // namespace caseward::uitest
