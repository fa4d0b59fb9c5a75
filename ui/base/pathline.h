// SPDX-License-Identifier: GPL-3.0-or-later
// A path that can be typed or chosen: a line and a Choose… button. The dialog is Qt's own, never the desktop's, which
// would remember what was chosen. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace caseward::ui {

class PathLine final : public QWidget {
    Q_OBJECT
public:
    enum class What { File, Folder, NewFile };
    // The line is called <name>, the button <name>.browse.
    PathLine(const QString &name, const QString &words, const QString &example, QWidget *parent = nullptr);
    // Choose… opens a dialog (<name>.dialog) and puts what was chosen into the line.
    void setChooser(What what, const QString &title, const QString &filter = {});
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QString path() const;      // trimmed

signals:
    void browseWanted();

private:
    void choose(What what, const QString &title, const QString &filter);
    QLineEdit *m_line;
};

} // namespace caseward::ui
