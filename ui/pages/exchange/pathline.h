// SPDX-License-Identifier: GPL-3.0-or-later
// A path that can be typed or chosen: a line and a Choose… button. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace caseward::ui {

class PathLine final : public QWidget {
    Q_OBJECT
public:
    // The line is called <name>, the button <name>.browse.
    PathLine(const QString &name, const QString &words, const QString &example, QWidget *parent = nullptr);
    [[nodiscard]] QLineEdit *line() const { return m_line; }

signals:
    void browseWanted();

private:
    QLineEdit *m_line;
};

} // namespace caseward::ui
