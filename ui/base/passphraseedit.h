// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase as it is typed, straight into a crypto::Secret. The line edit itself only ever holds as many dots as there
// are characters, so no copy of the passphrase stays in Qt's text, undo history or accessibility. GUI thread.
#pragma once

#include "core/crypto/secret.h"

#include <QLineEdit>

namespace caseward::ui {

class PassphraseEdit final : public QLineEdit {
    Q_OBJECT
public:
    static constexpr std::size_t most = 1024;                 // bytes of UTF-8
    explicit PassphraseEdit(QWidget *parent = nullptr);
    [[nodiscard]] crypto::Secret take();                      // what was typed; the field is empty afterwards
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    void wipe();
    // Whether a passphrase typed twice is the same.
    [[nodiscard]] static bool agree(const crypto::Secret &once, const crypto::Secret &again);

signals:
    void typed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void append(QString typed);
    void removeLast();
    void showDots();
    crypto::Secret m_secret;
    std::size_t m_size = 0;
};

} // namespace caseward::ui
