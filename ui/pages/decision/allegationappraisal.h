// SPDX-License-Identifier: GPL-3.0-or-later
// How grave a sub-paragraph is, as two people see it: the investigation provider's code, and apart from it the adjudicator's own
// view, how recent and how often, in words. Nothing is added up. Says what the person wrote; the form records. GUI thread.
#pragma once

#include "core/model/allegations.h"
#include "ui/base/themedlabel.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace caseward::ui {

class RecordedText;
class SegmentedControl;

class AllegationAppraisal final : public QWidget {
    Q_OBJECT
public:
    // Parts are <name>.given, .view, .recency, .frequency; `about` is "Sub-paragraph 1.a".
    AllegationAppraisal(Theme *theme, const QString &name, const QString &about, QWidget *parent);
    void setRecorded(const model::AllegationAppraised &recorded);
    void setWhyNot(const QString &sentence);
    void refused();

signals:
    void appraised(const caseward::model::AllegationAppraised &said); // without the sub-paragraph's id

private:
    void add(const QString &title, QWidget *input, QVBoxLayout *column);
    void offer();
    [[nodiscard]] model::AllegationAppraised said() const;
    Theme *m_theme;
    SegmentedControl *m_given, *m_frequency;
    RecordedText *m_view, *m_recency;
    model::AllegationAppraised m_recorded;
    std::optional<model::AllegationAppraised> m_sent;   // asked for, not on disk yet
};

} // namespace caseward::ui
