// SPDX-License-Identifier: GPL-3.0-or-later
// The contradictions and gaps of the case below the reasons: what stands against what, and how it is resolved or
// explained. GUI thread.
#pragma once

#include "ui/evidence/passagefacts.h"
#include "ui/models/casemodel.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace caseward::ui {

class RecordedText;
class Theme;

class OpenPoints final : public QWidget {
    Q_OBJECT
public:
    OpenPoints(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void refresh(const QString &whyNot);
    void forget();
    [[nodiscard]] RecordedText *fieldOf(const rules::Target &target) const; // null: no such point

signals:
    void placeWanted(const QString &link);                  // as DecisionStep has it

private:
    struct Point { QString key, title, note, label; std::vector<PassageFacts> places; };
    [[nodiscard]] std::vector<Point> points() const;
    void rebuild(const std::vector<Point> &points);
    void addPoint(const Point &point);
    void addHeading(const QString &words);
    void save(const QString &key, RecordedText *field);
    Theme *m_theme;
    CaseModel *m_model;
    QVBoxLayout *m_column;
    QStringList m_built;
    std::map<QString, RecordedText *> m_fields;             // "contradiction/<id>", "gap/<id>"
};

} // namespace caseward::ui
