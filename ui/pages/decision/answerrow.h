// SPDX-License-Identifier: GPL-3.0-or-later
// A question answered in words: a whole-person factor, a contradiction, a gap. The question, what it is about, and the
// recorded answer. An empty answer is never recorded. GUI thread.
#pragma once

#include "ui/base/chip.h"
#include "ui/base/themedlabel.h"
#include "ui/pages/supervision/passagefacts.h"

#include <QWidget>

class QVBoxLayout;

namespace caseward::ui {

class RecordedText;

class AnswerRow final : public QWidget {
    Q_OBJECT
public:
    struct Setup {
        QString name;                    // the field is <name>.answer
        QString label;                   // "2(d)(1)"; as a chip
        QString question;
        QString spoken;                  // accessible name of the field
        QString placeholder;
    };
    AnswerRow(Theme *theme, const Setup &setup, QWidget *parent = nullptr);
    void setQuestion(const QString &words);
    void addPlace(const QString &caption, const PassageFacts &facts);   // a place it is about
    void showAnswer(const QString &recorded);
    void setWhyNot(const QString &sentence);
    void refused();
    [[nodiscard]] QWidget *first() const;

signals:
    void answered(const QString &words);
    void placeWanted(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void offer();
    Theme *m_theme;
    QString m_name;
    ThemedLabel *m_question, *m_note;
    RecordedText *m_answer;
    QVBoxLayout *m_places;
    bool m_recorded = false;
};

} // namespace caseward::ui
