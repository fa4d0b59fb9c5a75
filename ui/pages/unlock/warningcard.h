// SPDX-License-Identifier: GPL-3.0-or-later
// The warning that stands before signing in, until it is acknowledged. The text comes out of a file next to the vault and
// is shown as plain text only. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QFrame>

class QPushButton;

namespace caseward::ui {

class ThemedLabel;

class WarningCard final : public QFrame {
    Q_OBJECT
public:
    explicit WarningCard(Theme *theme, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QWidget *first() const;

signals:
    void acknowledged();
    void declined();                     // another vault, or none

private:
    ThemedLabel *m_text;
    QPushButton *m_accept;
};

} // namespace caseward::ui
