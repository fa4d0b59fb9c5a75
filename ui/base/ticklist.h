// SPDX-License-Identifier: GPL-3.0-or-later
// A list of things to tick (cases, recipients, people), with a second line in small type. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QListWidget>

namespace caseward::ui {

class TickList final : public QListWidget {
    Q_OBJECT
public:
    TickList(Theme *theme, const QString &name, const QString &words, QWidget *parent = nullptr);
    void addChoice(const QString &text, const QString &detail, const QString &key, bool ticked = false);
    [[nodiscard]] QStringList ticked() const;            // keys

signals:
    void tickedChanged();
};

} // namespace caseward::ui
