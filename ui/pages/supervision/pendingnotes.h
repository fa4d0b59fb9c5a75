// SPDX-License-Identifier: GPL-3.0-or-later
// The notes a supervisor collects before returning a case: each about one change or the decision as a whole. They go out
// with the return and are nowhere recorded before it. GUI thread.
#pragma once

#include "core/model/events.h"
#include "ui/base/theme.h"

#include <QSet>
#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class SectionHeader;
class ThemedLabel;

class PendingNotes final : public QWidget {
    Q_OBJECT
public:
    PendingNotes(Theme *theme, QWidget *parent = nullptr);
    // `about` is the target in words.
    void add(const QString &target, const QString &about, const QString &said);
    void clear();
    void setRefusal(const QString &sentence);      // empty: notes may be taken
    [[nodiscard]] std::vector<model::ReviewNote> notes() const;
    [[nodiscard]] QSet<QString> targets() const;

signals:
    void changed();
    void noteWanted();                             // on the decision as a whole

private:
    struct Note { QString target, about, said; };
    void fill();
    Theme *m_theme;
    SectionHeader *m_head;
    QPushButton *m_add;
    ThemedLabel *m_hint;
    QWidget *m_content;
    QVBoxLayout *m_list;
    std::vector<Note> m_notes;
};

} // namespace caseward::ui
