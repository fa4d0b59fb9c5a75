// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/segmentedcontrol.h"

#include "ui/base/deliberatechoice.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

namespace {

class Segment final : public QPushButton {
public:
    Segment(Theme *theme, const QString &text, QWidget *parent) : QPushButton(text, parent), m_theme(theme)
    {
        setCheckable(true);
        setAutoExclusive(true); // makes it a radio button to assistive technology
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme->font(Theme::Text::Label, QFont::DemiBold));
        return {metrics.horizontalAdvance(text()) + 22, qMax(26, metrics.height() + 10)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme->tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || hasFocus()) {
            painter.setPen(hasFocus() ? QPen(t.accent, 2) : QPen(t.edge, 1));
            painter.setBrush(isChecked() ? QBrush(t.surface) : QBrush(Qt::NoBrush));
            const qreal inset = hasFocus() ? 1.0 : 0.5;
            painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
        }
        painter.setFont(m_theme->font(Theme::Text::Label, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(!isEnabled() ? t.disabledText : isChecked() ? t.text : t.text2);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }

private:
    Theme *m_theme;
};

} // namespace

SegmentedControl::SegmentedControl(Theme *theme, const QString &name, const QStringList &texts, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < texts.size(); ++i) {
        auto *button = new Segment(theme, texts[i], this);
        button->setObjectName(QStringLiteral("%1.%2").arg(name).arg(i));
        button->setAccessibleName(texts[i]);
        group->addButton(button, i);
        row->addWidget(button);
        m_buttons.append(button);
    }
    chooseDeliberately(group);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (!on || index == m_current)
            return;
        m_current = index;
        emit chosen(index);
    });
    connect(theme, &Theme::changed, this, [this] { updateGeometry(); update(); });
}

void SegmentedControl::setCurrent(int index)
{
    m_current = index;
    for (int i = 0; i < m_buttons.size(); ++i) {
        QPushButton *button = m_buttons[i];
        if (index < 0) { // an exclusive group cannot be emptied while it is exclusive
            button->group()->setExclusive(false);
            button->setAutoExclusive(false);
            button->setChecked(false);
            button->setAutoExclusive(true);
        } else if (i == index) {
            button->group()->setExclusive(true);
            button->setChecked(true);
        }
    }
    if (index < 0 && !m_buttons.isEmpty())
        m_buttons.first()->group()->setExclusive(true);
}

void SegmentedControl::setText(int index, const QString &text)
{
    m_buttons[index]->setText(text);
    m_buttons[index]->setAccessibleName(text);
    m_buttons[index]->updateGeometry();
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.rule, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace caseward::ui
