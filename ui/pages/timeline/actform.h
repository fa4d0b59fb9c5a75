// SPDX-License-Identifier: GPL-3.0-or-later
// One act of the proceedings asked for on a card: a few fields that are lines, days, texts or choices, and what must be said. GUI thread.
#pragma once

#include "ui/base/formcard.h"

#include <QMap>

namespace caseward::ui {

class ActForm final : public FormCard {
    Q_OBJECT
public:
    struct Field {
        enum class Kind { Line, Day, Text, Choice };
        QString key, label, help;
        Kind kind = Kind::Line;
        bool needed = true;
        QList<QPair<QString, QString>> choices = {}; // value, words
        QString before = {};                         // what stands in it at first
        bool beside = false;                         // in one row with the field before it
    };
    using Said = QMap<QString, QString>;
    // Object names: <name>, <name>.<key>.
    ActForm(Theme *theme, const QString &name, const Words &words, const QList<Field> &fields, QWidget *anywhere);

signals:
    void wanted(const QMap<QString, QString> &said);

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    FormField *add(const QString &name, const Field &field);
    [[nodiscard]] QString saidIn(qsizetype field) const;
    QList<Field> m_fields;
    QList<QWidget *> m_inputs;
};

} // namespace caseward::ui
