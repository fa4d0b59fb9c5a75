// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/contradictionlink.h"

#include "ui/base/iconlabel.h"
#include "ui/base/themedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

ContradictionLink::ContradictionLink(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_words(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Warning, false}, this))
{
    setObjectName(QStringLiteral("review.contradiction"));
    auto *forgetButton = new QPushButton(tr("Forget"), this);
    forgetButton->setObjectName(QStringLiteral("review.contradiction.forget"));
    forgetButton->setAccessibleName(tr("Forget the first side of the contradiction"));
    forgetButton->setProperty("cls", "link");
    forgetButton->setFocusPolicy(Qt::TabFocus);
    m_words->setFit(ThemedLabel::Fit::Elide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconLabel(theme, QStringLiteral("git-compare-arrows"), Tone::Warning, 16, this));
    row->addWidget(m_words, 1);
    row->addWidget(forgetButton);
    connect(forgetButton, &QPushButton::clicked, this, &ContradictionLink::forget);
    hide();
}

void ContradictionLink::mark(const Side &side)
{
    if (!m_first) {
        m_first = side;
        m_words->setText(tr("Contradiction, first side: %1. Select the other side and press C.").arg(side.words));
        show();
        return;
    }
    const Side first = *m_first;
    forget();
    if (first != side)
        emit linkWanted(first, side);
}

void ContradictionLink::forget()
{
    m_first.reset();
    hide();
}

void ContradictionLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().warnBg);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
