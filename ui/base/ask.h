// SPDX-License-Identifier: GPL-3.0-or-later
// Modal questions without a nested event loop: a card over the window, and the answer through a callback. A test answers
// by clicking the real buttons (ask.accept, ask.reject, ask.reason, ask.word) or by putting an AskHandler on the window.
// GUI thread. The callback is dropped when the asking widget has died.
#pragma once

#include "ui/base/theme.h"

#include <QObject>
#include <QWidget>

#include <functional>
#include <optional>

namespace caseward::ui {

struct Question {
    QString id;                          // stable: "untie", "return-case"
    QString title;                       // "Untie this passage?"
    QString text;                        // what happens, what is safe
    QString accept;                      // a verb: "Untie"
    QString reject;                      // empty: "Cancel"; "-": no second button (a notice)
    QString reasonLabel = {};            // not empty: a reason is asked for, and needed
    QString confirmWord = {};            // not empty: must be typed exactly
    bool danger = false;
};

struct Reply { bool accepted = false; QString reason; };
using AnswerCall = std::function<void(const Reply &)>;

void ask(Theme *theme, QWidget *asking, const Question &question, AnswerCall answered);

// Answers for the person on one window, in tests and in scripted walks; returning nothing shows the card after all.
class AskHandler final : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<std::optional<Reply>(const Question &)>;
    AskHandler(QWidget *window, Answer answer) : QObject(window), m_answer(std::move(answer)) {}
    [[nodiscard]] std::optional<Reply> answer(const Question &question) const { return m_answer(question); }

private:
    Answer m_answer;
};

} // namespace caseward::ui
