// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what explains a gap, and for a note why it matters. The gap becomes data only when this is accepted. GUI thread.
#pragma once

#include "ui/base/formcard.h"

class QPlainTextEdit;

namespace caseward::ui {

class ExplainForm final : public FormCard {
    Q_OBJECT
public:
    // `sentence` says which gap; a gap that was noted before keeps its note.
    ExplainForm(Theme *theme, const QString &sentence, bool isNoted, QWidget *anywhere);

signals:
    void wanted(const QString &note, const QString &explanation);

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    QPlainTextEdit *m_note = nullptr, *m_explanation;
};

} // namespace caseward::ui
