// SPDX-License-Identifier: GPL-3.0-or-later
// The passages that a text cites, one line each, and "Cite…" to add one of the record. Says what the person did; whoever shows it saves.
// A passage untied since is shown as such. GUI thread.
#pragma once

#include "ui/evidence/passagefacts.h"

#include <QWidget>

#include <map>
#include <vector>

class QMenu;
class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class Theme;

class CitedPassages final : public QWidget {
    Q_OBJECT
public:
    CitedPassages(Theme *theme, QWidget *parent);
    // Widgets are <name>.cite, <name>.cites.0 …; `spoken` stands before what they do: "Paragraph 2".
    void setPlace(const QString &name, const QString &spoken);
    void setCited(std::vector<PassageId> cited);             // replaces what is shown
    void setPassages(const std::vector<PassageFacts> &passages); // what can be cited, in the order of the record
    void dropLost();                                         // the record has gone on without them
    void setMayCite(bool may);
    [[nodiscard]] const std::vector<PassageId> &cited() const { return m_cited; } // with passages untied since
    [[nodiscard]] std::vector<PassageId> live() const;       // without

signals:
    void citesChanged();
    void placeWanted(const QString &link);

private:
    void showCites();
    void orderByTab();
    [[nodiscard]] const PassageFacts *tied(const PassageId &id) const;
    void openMenu();
    void addCite(const PassageFacts &facts, int index);
    void addLostCite(const PassageId &id, int index);
    void addLine(QWidget *line, int index, const PassageId &id, const QString &spoken);
    [[nodiscard]] QString citeName(int index) const;
    Theme *m_theme;
    QVBoxLayout *m_list;
    QPushButton *m_cite;
    QMenu *m_menu;
    std::vector<PassageId> m_cited;
    std::vector<PassageFacts> m_passages;
    std::map<PassageId, PassageFacts> m_known;               // also those untied since this is shown
    QString m_name, m_spoken;
    bool m_mayCite = true;
};

} // namespace caseward::ui
