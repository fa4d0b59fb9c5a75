// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/allegationline.h"

#include "ui/base/chip.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/allegationwords.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace caseward::ui {

namespace {
constexpr int arrow = 16, labelWidth = 52, far = 1000;
}

AllegationLine::AllegationLine(Theme *theme, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_label(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this)),
      m_words(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, this)),
      m_detail(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)),
      m_standing(new Chip(theme, {}, ChipKind::Neutral, ChipShape::Tag, this))
{
    setObjectName(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_words->setFit(ThemedLabel::Fit::Wrap);
    m_detail->setFit(ThemedLabel::Fit::Wrap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_label, m_words, m_detail, m_standing})
        part->setAttribute(Qt::WA_TransparentForMouseEvents); // the whole line is pressed
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8 + arrow + 8, 10, 8, 11);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1);
    grid->addWidget(m_standing, 0, 2, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(m_detail, 1, 1, 1, 2);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void AllegationLine::show(const model::Dossier &dossier, const model::AllegationState &state)
{
    const QString words = allegationText(dossier, state.states), detail = allegationDetail(dossier, state), standing = allegationStanding(state);
    const QString label = caseward::ui::text(state.states.label);
    m_label->setText(label);
    m_words->setText(words);
    m_words->setTone(state.isAlleged() ? Tone::Primary : Tone::Secondary);
    m_detail->setText(detail);
    m_standing->setText(standing);
    setAccessibleName(tr("Sub-paragraph %1: %2. %3").arg(label, words, standing));
    setAccessibleDescription(detail);
}

void AllegationLine::setOpen(bool open)
{
    setChecked(open);
    update();
}

void AllegationLine::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: emit stepWanted(1); break;
    case Qt::Key_Up: emit stepWanted(-1); break;
    case Qt::Key_Home: emit stepWanted(-far); break;
    case Qt::Key_End: emit stepWanted(far); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); break;
    default: QAbstractButton::keyPressEvent(event); // Space presses
    }
}

void AllegationLine::enterEvent(QEnterEvent *) { update(); }
void AllegationLine::leaveEvent(QEvent *) { update(); }

void AllegationLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme->tokens();
    QPainter painter(this);
    if (isChecked() || underMouse())
        painter.fillRect(rect(), isChecked() ? t.accentBg : t.window);
    const QString icon = isChecked() ? QStringLiteral("chevron-down") : layoutDirection() == Qt::RightToLeft ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(8, 10 + std::max(0, (m_label->height() - arrow) / 2), arrow, arrow));
    m_theme->icon(icon, isChecked() ? t.accent : t.text2).paint(&painter, place);
    painter.fillRect(0, height() - 1, width(), 1, t.rule);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -2), 4, 4);
    }
}

} // namespace caseward::ui
