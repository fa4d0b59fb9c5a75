// SPDX-License-Identifier: GPL-3.0-or-later
// One paragraph of the reasons: its number, its words, the passages it cites, whether it is internal, and moving or removing it. Says what the
// person did; the step saves. GUI thread.
#pragma once

#include "core/model/dossier.h"
#include "ui/evidence/passagefacts.h"

#include <QWidget>

#include <vector>

class QCheckBox;

namespace caseward::ui {

class CitedPassages;
class IconButton;
class RecordedText;
class Theme;
class ThemedLabel;

class ParagraphRow final : public QWidget {
    Q_OBJECT
public:
    explicit ParagraphRow(Theme *theme, QWidget *parent = nullptr);
    void setPlace(int index, int count);                     // "1 of 3": names of the widgets, and what may move
    void setParagraph(const model::Paragraph &paragraph);    // replaces what is shown
    void setPassages(const std::vector<PassageFacts> &passages); // what can be cited, in the order of the record
    void dropLostCites();                                    // the record has gone on without them
    void setWhyNot(const QString &sentence);
    [[nodiscard]] model::Paragraph paragraph() const;        // with citations of passages untied since
    [[nodiscard]] RecordedText *words() const { return m_words; }

signals:
    void saveWanted();                  // Ctrl+Enter
    void citesChanged();
    void moveWanted(int step);
    void removeWanted();
    void placeWanted(const QString &link);

private:
    Theme *m_theme;
    ThemedLabel *m_number;
    RecordedText *m_words;
    CitedPassages *m_cites;
    QCheckBox *m_internal;
    IconButton *m_up, *m_down, *m_remove;
    QString m_whyNot;
    int m_index = 0, m_count = 1;
};

} // namespace caseward::ui
