// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of the completeness gate as rows: what is missing, a way there, and for those that may be explained a place to
// explain them. Lists and jumps; judges nothing. GUI thread.
#pragma once

#include "core/rules/completeness.h"
#include "ui/base/themedlabel.h"

#include <QWidget>

#include <map>
#include <functional>

class QVBoxLayout;

namespace caseward::ui {

class GateRow;

class GateList final : public QWidget {
    Q_OBJECT
public:
    enum class Which { Open, All };
    GateList(Theme *theme, const QString &name, QWidget *parent = nullptr);
    // `only`: checks for which it says yes; empty: all.
    void show(const rules::Gate &gate, Which which, const std::function<bool(const rules::Check &)> &only = {});
    void setWhyNot(const QString &sentence);
    void refused();
    void clear();
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }

signals:
    void targetWanted(const caseward::rules::Target &target);
    void explained(const QString &check, const QString &target, const QString &words);

private:
    using QWidget::show;
    Theme *m_theme;
    QString m_name, m_whyNot;
    QVBoxLayout *m_column;
    std::map<QString, GateRow *> m_rows;      // "check/target": a row keeps its place, its focus and its unsaved words
};

// ✗ blocks, ⚠ needs an explanation, ✓ passed.
class GateRow final : public QWidget {
    Q_OBJECT
public:
    GateRow(Theme *theme, const QString &name, const rules::Check &check, QWidget *parent);
    void show(const rules::Check &check);
    void setWhyNot(const QString &sentence);
    void refused();

signals:
    void targetWanted(const caseward::rules::Target &target);
    void explained(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using QWidget::show;
    struct Parts;
    void build(const QString &name);
    void unfold(bool on);
    Theme *m_theme;
    rules::Check m_check;
    Parts *m_parts;                           // widgets; owned with this one
    QString m_whyNot;
};

} // namespace caseward::ui
