// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placerail.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int leastButton = 68, sides = 17; // pixels: a button, and what is left and right of it with the rule

class RailButton final : public QPushButton {
public:
    RailButton(Theme *theme, const QString &name, const QString &title, const QString &icon, QWidget *parent)
        : QPushButton(title, parent), m_theme(theme), m_icon(icon)
    {
        setObjectName(name);
        setAccessibleName(title);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        QObject::connect(theme, &Theme::changed, this, [this] { updateGeometry(); update(); });
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme->font(Theme::Text::Caption, QFont::DemiBold));
        return {std::max(leastButton, metrics.horizontalAdvance(text()) + 8), metrics.height() + 38};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme->tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || hasFocus() || (underMouse() && isEnabled())) {
            painter.setPen(hasFocus() ? QPen(t.accent, 2) : QPen(Qt::NoPen));
            painter.setBrush(isChecked() ? t.accentBg : t.surface);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
        }
        const QColor ink = !isEnabled() ? t.disabledText : isChecked() ? t.accent : t.text2;
        m_theme->icon(m_icon, ink).paint(&painter, QRect((width() - 22) / 2, 9, 22, 22));
        painter.setPen(ink);
        painter.setFont(m_theme->font(Theme::Text::Caption, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.drawText(QRect(0, 33, width(), height() - 35), Qt::AlignHCenter | Qt::AlignTop, text());
    }

private:
    Theme *m_theme;
    QString m_icon;
};

} // namespace

PlaceRail::PlaceRail(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    m_column->setContentsMargins(8, 8, 9, 8);
    m_column->setSpacing(4);
    m_column->addStretch(1);
    auto *lock = new RailButton(theme, QStringLiteral("rail.lock"), tr("Lock"), QStringLiteral("lock"), this);
    lock->setToolTip(tr("Lock now  (Ctrl+L)"));
    connect(lock, &QPushButton::clicked, this, &PlaceRail::lockWanted);
    m_column->addWidget(lock);
    connect(theme, &Theme::changed, this, [this] {
        fitWidth();
        update();
    });
    fitWidth();
}

// The longest name decides: none may stand over the edge.
void PlaceRail::fitWidth()
{
    int widest = leastButton;
    for (const QPushButton *button : findChildren<QPushButton *>())
        widest = std::max(widest, button->sizeHint().width());
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setFixedWidth(widest);
    setFixedWidth(widest + sides);
}

void PlaceRail::addPlace(const QString &id, const QString &title, const QString &icon, const QString &keys)
{
    auto *button = new RailButton(m_theme, QStringLiteral("rail.") + id, title, icon, this);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setToolTip(keys.isEmpty() ? title : QStringLiteral("%1  (%2)").arg(title, keys));
    // Assistive technology toggles what can be checked, and then nothing is clicked.
    connect(button, &QPushButton::toggled, this, [this, id](bool on) {
        if (on)
            emit placeChosen(id);
    });
    m_column->insertWidget(m_at++, button);
    m_buttons.insert(id, button);
    fitWidth();
}

void PlaceRail::removePlaces()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_at = 0;
}

void PlaceRail::setCurrent(const QString &id)
{
    if (QPushButton *button = m_buttons.value(id)) {
        const QSignalBlocker quiet(button);
        button->setChecked(true);
        button->update();
    }
}

void PlaceRail::setPlaceEnabled(const QString &id, bool on, const QString &why)
{
    if (QPushButton *button = m_buttons.value(id)) {
        button->setEnabled(on);
        button->setAccessibleDescription(why);
        button->setToolTip(on ? button->text() : why);
    }
}

void PlaceRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().raised);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme->tokens().rule);
}

} // namespace caseward::ui
