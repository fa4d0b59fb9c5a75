// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/bannerform.h"

#include "core/base/limits.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace caseward::ui {

BannerForm::BannerForm(Theme *theme, const session::Banner &now, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.bannerForm"),
               {tr("The warning before signing in"),
                tr("Everybody reads it and agrees to it before they can sign in. It stands in clear in the vault folder, so it must say nothing secret. "
                   "The ledger keeps which text each person agreed to."),
                tr("Set the warning")},
               anywhere),
      m_text(new QPlainTextEdit), m_preview(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false})),
      m_size(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, card()))
{
    setCardWidth(664);
    m_text->setObjectName(QStringLiteral("people.banner.text"));
    m_text->setProperty("cls", "field");
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(132);
    m_text->setPlainText(text(now.text));
    m_preview->setObjectName(QStringLiteral("people.banner.preview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setFit(ThemedLabel::Fit::Wrap);
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_preview->setContentsMargins(12, 8, 12, 8);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("people.banner.scroll"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(132);
    scroll->setProperty("cls", "panel");
    scroll->setWidget(m_preview);
    scroll->viewport()->setAutoFillBackground(false);
    m_preview->setAutoFillBackground(false);
    m_size->setObjectName(QStringLiteral("people.banner.size"));
    addField(tr("&Text"), m_text);
    auto *builtIn = new QPushButton(tr("Use the built-in warning again"), card());
    builtIn->setObjectName(QStringLiteral("people.banner.builtIn"));
    builtIn->setAccessibleName(builtIn->text());
    builtIn->setProperty("cls", "link");
    builtIn->setEnabled(now.own);
    builtIn->setToolTip(now.own ? QString() : tr("The built-in warning stands there now."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_size, 1);
    row->addWidget(builtIn);
    fields()->addLayout(row);
    addField(tr("As it will &stand there"), scroll);
    connect(m_text, &QPlainTextEdit::textChanged, this, &BannerForm::showText);
    connect(builtIn, &QPushButton::clicked, this, [this] {
        setBusy(true);
        emit wanted({});
    });
    showText();
    present(m_text);
}

QString BannerForm::words() const { return m_text->toPlainText().trimmed(); }

void BannerForm::showText()
{
    m_preview->setText(words());
    const std::size_t size = words().toStdString().size();
    m_size->setTone(size > limits::bannerBytes ? Tone::Warning : Tone::Secondary);
    m_size->setText(tr("%1 of at most %2").arg(sizeWord(size), sizeWord(limits::bannerBytes)));
    check();
}

QString BannerForm::whyNot() const
{
    if (words().isEmpty())
        return tr("Write the warning, or use the built-in one.");
    return words().toStdString().size() > limits::bannerBytes ? tr("The warning is too long: at most %1.").arg(sizeWord(limits::bannerBytes)) : QString();
}

void BannerForm::accept()
{
    setBusy(true);
    emit wanted(words());
}

} // namespace caseward::ui
