// SPDX-License-Identifier: GPL-3.0-or-later
// The office's own warning before signing in: its text, how it will stand there, and the built-in one again. GUI thread.
#pragma once

#include "core/session/banner.h"
#include "ui/base/formcard.h"

class QPlainTextEdit;

namespace caseward::ui {

class ThemedLabel;

class BannerForm final : public FormCard {
    Q_OBJECT
public:
    BannerForm(Theme *theme, const session::Banner &now, QWidget *anywhere);

signals:
    void wanted(const QString &words);       // empty: the built-in one

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    void showText();
    [[nodiscard]] QString words() const;
    QPlainTextEdit *m_text;
    ThemedLabel *m_preview, *m_size;
};

} // namespace caseward::ui
