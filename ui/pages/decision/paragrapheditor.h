// SPDX-License-Identifier: GPL-3.0-or-later
// One paragraph of the reasons: its words, and the passages it cites as lines with their chips. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"
#include "ui/pages/supervision/passagefacts.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class IconButton;
class RecordedText;

class ParagraphEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ParagraphEditor(Theme *theme, QWidget *parent = nullptr);
    void setNumber(int index, int count);              // its place among all: names, and what may be moved
    void setParagraph(const model::Paragraph &paragraph);
    void setRecorded(const QString &words);            // this paragraph as it is on disk
    [[nodiscard]] model::Paragraph paragraph() const;
    [[nodiscard]] bool isBlank() const;
    // The lines below the words; a cited passage that is no longer tied is said to be gone.
    void showCites(const model::Dossier &dossier, const packs::Pack &pack);
    void addCite(const PassageId &id);
    void setWhyNot(const QString &sentence);
    [[nodiscard]] QWidget *first() const;

signals:
    void commitWanted();
    void citesChanged();
    void citeWanted();
    void moveWanted(int by);                           // -1 up, 1 down
    void removeWanted();
    void placeWanted(const QString &link);

private:
    void build();
    void addCiteLine(const PassageFacts &facts, bool gone);
    Theme *m_theme;
    ThemedLabel *m_number;
    RecordedText *m_words;
    QPushButton *m_cite;
    IconButton *m_up, *m_down, *m_remove;
    QVBoxLayout *m_lines;
    std::vector<PassageId> m_cites;
    QString m_name, m_shown;
    bool m_locked = false;
    int m_index = 0, m_count = 0;
};

} // namespace caseward::ui
