// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled input with help and an error below it, wired for assistive technology (the label is the input's accessible
// name and buddy, the error its description). Owns the input. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

#include <QWidget>

namespace caseward::ui {

class FormField : public QWidget {
    Q_OBJECT
public:
    // `label` may carry a mnemonic ("&Purpose"). The input gets the field's object name + ".input" unless it has one.
    FormField(Theme *theme, const QString &name, const QString &label, QWidget *input, QWidget *parent = nullptr);
    void setLabel(const QString &label);     // the field asks for something else now
    void setHelp(const QString &help);
    void setError(const QString &error);     // empty: no error; help shows again
    void setOptional();                      // says "optional" after the label
    [[nodiscard]] QWidget *input() const { return m_input; }

private:
    Theme *m_theme;
    QWidget *m_input;
    ThemedLabel *m_label, *m_note;
    QString m_help;
};

} // namespace caseward::ui
