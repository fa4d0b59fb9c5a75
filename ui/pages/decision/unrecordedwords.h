// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the page's fields that could not be recorded yet (a reason without its finding, a sub-paragraph not added) outlive the lock,
// another case and the end of the program: kept for the person alone as soon as a field is left, and every few seconds while it is written
// in; brought back when the case is open again, until they are recorded or struck out. GUI thread.
#pragma once

#include "ui/models/casemodel.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <map>
#include <set>

namespace caseward::ui {

class RecordedText;

class UnrecordedWords final : public QObject {
    Q_OBJECT
public:
    UnrecordedWords(CaseModel *model, QWidget *page);
    void fetch();                                // of the case that is open now
    void forget();                               // no case is open: what was kept stays kept
    void bringBack();                            // into the fields that are there by now

    // "Sub-paragraph 1.a", "Factor 2(d)(4)": what a person calls the place of a field.
    [[nodiscard]] static QString placeWord(const QString &field);

signals:
    void found(const QStringList &places);       // in words, each once

private:
    void focusMoved(QWidget *from, QWidget *to);
    [[nodiscard]] RecordedText *fieldIn(QWidget *widget) const; // null: not one of the page's
    void bringBackInto(RecordedText *field);
    void settle(RecordedText *field);
    void dropWhatIsRecorded();
    void keep(const QString &place, const QString &words);
    CaseModel *m_model;
    QWidget *m_page;
    QTimer m_writing;
    QPointer<RecordedText> m_field;              // the one written in
    CaseId m_case;
    std::map<QString, QString> m_kept;           // on disk or on the way there
    std::set<QString> m_waiting;                 // of these: in no field yet
};

} // namespace caseward::ui
