// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about what a passage says: reliability of the source and credibility of the information (Admiralty code), admitted or
// disputed, and when the conduct was. Each change is one entry; a date that is none is marked and not recorded. GUI thread.
#pragma once

#include "core/model/events.h"
#include "ui/base/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace caseward::ui {

class ThemedLabel;

class AppraisalRow final : public QWidget {
    Q_OBJECT
public:
    explicit AppraisalRow(Theme *theme, QWidget *parent = nullptr);
    void show(const PassageId &passage, const model::PassageAppraised &said);
    void setEditable(bool editable);
    void focusFirst();

signals:
    void wanted(const caseward::model::PassageAppraised &said);

private:
    void send();
    [[nodiscard]] model::PassageAppraised entered() const;
    PassageId m_passage;
    model::PassageAppraised m_said;
    QComboBox *m_reliability, *m_credibility, *m_standing;
    QLineEdit *m_from, *m_to;
    QCheckBox *m_about;
    ThemedLabel *m_problem;
};

} // namespace caseward::ui
