// SPDX-License-Identifier: GPL-3.0-or-later
// Files of authorities and revocation lists to be taken in, one a line, and whether a new root may be believed. GUI thread.
#pragma once

#include "core/session/trust.h"
#include "ui/base/formcard.h"

class QCheckBox;
class QPlainTextEdit;

namespace caseward::ui {

class TrustForm final : public FormCard {
    Q_OBJECT
public:
    struct Given { std::vector<Path> files; session::NewAnchors anchors = session::NewAnchors::Refuse; };
    // `whyNoAnchors` empty: whoever is signed in may believe a new office or root.
    TrustForm(Theme *theme, const QString &whyNoAnchors, QWidget *anywhere);
    void resume();                           // the further question was not answered with yes

signals:
    void wanted(const caseward::ui::TrustForm::Given &given);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    void chooseFiles();
    [[nodiscard]] QStringList files() const;
    QPlainTextEdit *m_files;
    QCheckBox *m_anchors;
};

} // namespace caseward::ui
