// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures beside golden ones: how many pixels differ and where. A channel may be three of 255 off, which nobody sees and another
// processor's instructions may cause. Pure but for load() and keep(); any thread.
#pragma once

#include <QImage>
#include <QString>

namespace caseward::uitest {

struct Difference {
    qint64 pixels = 0;
    QRect where;                 // around all of them
    QImage picture;              // the actual one pale, what differs in red; null when nothing does
    [[nodiscard]] QString words() const;
};

inline constexpr int invisible = 3;

// Of another size everything differs.
[[nodiscard]] Difference differenceOf(const QImage &golden, const QImage &actual);
// Small on the disk: PNG, compressed as far as it goes, without text, dates or resolution.
[[nodiscard]] bool keep(const QImage &picture, const QString &file);

} // namespace caseward::uitest
