// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ask.h"

#include "ui/base/formfield.h"
#include "ui/base/overlay.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace caseward::ui {

namespace {

QString words(const char *text) { return QCoreApplication::translate("Ask", text); }

struct Inputs { QPlainTextEdit *reason = nullptr; QLineEdit *word = nullptr; };

Inputs addInputs(Theme *theme, const Question &question, Overlay *overlay, QVBoxLayout *column)
{
    Inputs inputs;
    if (!question.reasonLabel.isEmpty()) {
        inputs.reason = new QPlainTextEdit;
        inputs.reason->setObjectName(QStringLiteral("ask.reason"));
        inputs.reason->setProperty("cls", "field");
        inputs.reason->setTabChangesFocus(true);
        inputs.reason->setFixedHeight(76);
        column->addWidget(new FormField(theme, QStringLiteral("ask.reasonField"), question.reasonLabel, inputs.reason,
                                        overlay->card()));
    }
    if (!question.confirmWord.isEmpty()) {
        inputs.word = new QLineEdit;
        inputs.word->setObjectName(QStringLiteral("ask.word"));
        column->addWidget(new FormField(theme, QStringLiteral("ask.wordField"),
                                        words("Type %1 to confirm").arg(question.confirmWord), inputs.word,
                                        overlay->card()));
    }
    return inputs;
}

void showCard(Theme *theme, QWidget *asking, const Question &question, AnswerCall answered)
{
    auto *overlay = new Overlay(theme, QStringLiteral("ask.") + question.id, asking);
    overlay->setCardWidth(440);
    auto *column = new QVBoxLayout(overlay->card());
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *title = new ThemedLabel(theme, question.title, {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false});
    auto *text = new ThemedLabel(theme, question.text, {Theme::Text::Base, QFont::Normal, Tone::Secondary, false});
    title->setFit(ThemedLabel::Fit::Wrap);
    text->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(title);
    column->addWidget(text);
    const Inputs inputs = addInputs(theme, question, overlay, column);
    auto *accept = new QPushButton(question.accept);
    accept->setObjectName(QStringLiteral("ask.accept"));
    accept->setAccessibleName(question.accept);
    accept->setProperty("cls", question.danger ? "danger" : "primary");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    QPushButton *reject = nullptr;
    if (question.reject != QLatin1String("-")) {
        reject = new QPushButton(question.reject.isEmpty() ? words("Cancel") : question.reject);
        reject->setObjectName(QStringLiteral("ask.reject"));
        reject->setAccessibleName(reject->text());
        row->addWidget(reject);
    }
    row->addWidget(accept);
    column->addSpacing(4);
    column->addLayout(row);

    const auto check = [accept, inputs, word = question.confirmWord] {
        accept->setEnabled((!inputs.reason || !inputs.reason->toPlainText().trimmed().isEmpty())
                           && (!inputs.word || inputs.word->text() == word));
    };
    if (inputs.reason)
        QObject::connect(inputs.reason, &QPlainTextEdit::textChanged, accept, check);
    if (inputs.word)
        QObject::connect(inputs.word, &QLineEdit::textChanged, accept, check);
    check();

    // Whatever closes the card, exactly one answer goes out.
    const auto reply = std::make_shared<Reply>();
    QObject::connect(accept, &QPushButton::clicked, overlay, [overlay, reply, inputs] {
        *reply = {true, inputs.reason ? inputs.reason->toPlainText().trimmed() : QString()};
        overlay->dismiss();
    });
    if (reject)
        QObject::connect(reject, &QPushButton::clicked, overlay, &Overlay::dismiss);
    QObject::connect(overlay, &Overlay::closed, asking, [reply, answered = std::move(answered)] { answered(*reply); });
    QWidget *first = inputs.reason ? static_cast<QWidget *>(inputs.reason)
        : inputs.word ? static_cast<QWidget *>(inputs.word)
        : question.danger && reject ? static_cast<QWidget *>(reject) : accept;
    overlay->present(first);
}

} // namespace

void ask(Theme *theme, QWidget *asking, const Question &question, AnswerCall answered)
{
    for (const AskHandler *handler : asking->window()->findChildren<AskHandler *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (const auto reply = handler->answer(question)) {
            answered(*reply);
            return;
        }
    }
    showCard(theme, asking, question, std::move(answered));
}

} // namespace caseward::ui
