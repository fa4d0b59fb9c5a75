// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/decisionstepbar.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace caseward::ui {

namespace {
constexpr int barHeight = 48, badge = 20, gap = 7, side = 8;
}

// A radio button, so that it says so to assistive technology; painted by itself.
class DecisionStepButton final : public QRadioButton {
public:
    DecisionStepButton(Theme *theme, int number, const QString &name, QWidget *parent)
        : QRadioButton(name, parent), m_theme(theme), m_number(number)
    {
        setObjectName(QStringLiteral("decision.step.%1").arg(number));
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        setToolTip(name);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setState({});
    }
    void setState(const DecisionStepBar::State &state)
    {
        m_state = state;
        const QString words = state.open > 0 ? DecisionStepBar::tr("%1, %n check(s) open", nullptr, static_cast<int>(state.open)).arg(text())
            : state.done                     ? DecisionStepBar::tr("%1, complete").arg(text())
                                             : text();
        setAccessibleName(words);
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics name(m_theme->font(Theme::Text::Base, QFont::DemiBold));
        const int words = name.horizontalAdvance(text()) + 2; // the drawn width may be a fraction more than the measured one
        return {side + badge + gap + words + countWidth() + side, std::max(barHeight - 8, name.height() + 16)};
    }
    // Where there is no room for the name it is cut and the tool tip has it; the number and what is open always show.
    [[nodiscard]] QSize minimumSizeHint() const override { return {side + badge + gap + countWidth() + side, sizeHint().height()}; }
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme->tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? t.accentBg : t.window);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        paintBadge(painter, QRectF(side, (height() - badge) / 2.0, badge, badge));
        painter.setFont(m_theme->font(Theme::Text::Base, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isChecked() ? t.accent : t.text);
        const QRect words = rect().adjusted(side + badge + gap, 0, -side - countWidth(), 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        paintCount(painter);
        if (hasFocus()) {
            painter.setPen(QPen(t.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
    }

private:
    [[nodiscard]] QFont countFont() const { return m_theme->font(Theme::Text::Small, QFont::DemiBold); }
    [[nodiscard]] int pill() const { return std::max(18, QFontMetrics(countFont()).horizontalAdvance(QString::number(m_state.open)) + 10); }
    [[nodiscard]] int countWidth() const { return m_state.open > 0 ? gap + pill() : 0; }
    void paintBadge(QPainter &painter, const QRectF &circle) const
    {
        const Tokens &t = m_theme->tokens();
        const QColor ink = isChecked() ? t.accent : t.text2;
        painter.setPen(QPen(isChecked() ? t.accent : t.edge, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6));
        if (m_state.done) {
            const QIcon tick = m_theme->icon(QStringLiteral("check"), isChecked() ? t.accent : t.mc);
            tick.paint(&painter, circle.adjusted(3, 3, -3, -3).toAlignedRect());
            return;
        }
        painter.setPen(ink);
        painter.setFont(m_theme->font(Theme::Text::Small, QFont::DemiBold));
        painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
    }
    void paintCount(QPainter &painter) const
    {
        if (m_state.open == 0)
            return;
        const Tokens &t = m_theme->tokens();
        const QRectF shape(width() - side - pill(), (height() - 18) / 2.0, pill(), 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.warnBg);
        painter.drawRoundedRect(shape, 9, 9);
        painter.setPen(t.warn);
        painter.setFont(countFont());
        painter.drawText(shape, Qt::AlignCenter, QString::number(m_state.open));
    }
    Theme *m_theme;
    int m_number;
    DecisionStepBar::State m_state;
};

DecisionStepBar::DecisionStepBar(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("decision.steps"));
    setAccessibleName(tr("Steps of the decision"));
    setMinimumHeight(barHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 5);
    row->setSpacing(4);
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < stepCount; ++i) {
        auto *button = new DecisionStepButton(theme, i + 1, stepName(static_cast<StepId>(i)), this);
        m_buttons[static_cast<std::size_t>(i)] = button;
        group->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_buttons.front()->setChecked(true);
    connect(group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (!on || static_cast<StepId>(index) == m_current)
            return;
        m_current = static_cast<StepId>(index);
        emit chosen(m_current);
    });
    connect(theme, &Theme::changed, this, [this] {
        for (DecisionStepButton *button : m_buttons)
            button->updateGeometry();
        update();
    });
}

void DecisionStepBar::setState(StepId step, const State &state) { m_buttons[static_cast<std::size_t>(step)]->setState(state); }

void DecisionStepBar::setCurrent(StepId step)
{
    m_current = step;
    m_buttons[static_cast<std::size_t>(step)]->setChecked(true);
}

void DecisionStepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().raised);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
