// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/checkrow.h"

#include "ui/base/iconlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

QPushButton *linkButton(const QString &words, const QString &name, const QString &spoken, QWidget *parent)
{
    auto *button = new QPushButton(words, parent);
    button->setObjectName(name);
    button->setAccessibleName(spoken);
    button->setProperty("cls", "link");
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

bool leadsSomewhere(const rules::Target &target) { return target.place != rules::Target::Place::Case; }

} // namespace

QString CheckRow::nameOf(const QString &prefix, const rules::Check &check)
{
    const QString name = prefix + QLatin1Char('.') + text(check.id);
    const QString whose = check.target.pack.empty() ? QString() : text(check.target.pack) + QLatin1Char(':');
    return check.target.id.empty() ? name : name + QLatin1Char('.') + whose + text(check.target.id);
}

CheckRow::CheckRow(Theme *theme, const QString &name, const rules::Check &check, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_check(check)
{
    setObjectName(name);
    const bool blocks = check.severity == rules::Severity::Blocks;
    const QString kind = !check.open ? tr("Passed") : blocks ? tr("Blocks signing") : tr("Needs an explanation");
    setAccessibleName(QStringLiteral("%1: %2").arg(kind, text(check.text)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, check.open ? 4 : 8);
    row->setSpacing(12);
    auto *icon = new IconLabel(theme, !check.open ? QStringLiteral("check") : blocks ? QStringLiteral("x") : QStringLiteral("triangle-alert"),
                               !check.open ? Tone::Mitigating : blocks ? Tone::Primary : Tone::Warning, 16, this);
    icon->setToolTip(kind);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    auto *words = new ThemedLabel(theme, text(check.text), {Theme::Text::Base, QFont::Normal, check.open ? Tone::Primary : Tone::Secondary, false}, this);
    words->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(words);
    const bool mayExplain = !blocks && (check.open || !check.explanation.empty());
    if (!check.open && !mayExplain)
        return;
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(4);
    if (check.open && leadsSomewhere(check.target)) {
        m_go = linkButton(tr("Go"), name + QStringLiteral(".go"), tr("Go to: %1").arg(text(check.text)), this);
        buttons->addWidget(m_go);
        connect(m_go, &QPushButton::clicked, this, [this] { emit goWanted(m_check.target); });
    }
    if (mayExplain)
        addExplanation(name, column, buttons);
    buttons->addStretch(1);
    column->addLayout(buttons);
}

void CheckRow::addExplanation(const QString &name, QVBoxLayout *column, QHBoxLayout *buttons)
{
    if (!m_check.explanation.empty()) {
        auto *said = new ThemedLabel(m_theme, tr("Explained: %1").arg(text(m_check.explanation)),
                                     {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this);
        said->setFit(ThemedLabel::Fit::Wrap);
        column->addSpacing(4);
        column->addWidget(said);
    }
    m_explain = linkButton(m_check.open ? tr("Explain…") : tr("Change…"), name + QStringLiteral(".explain"),
                           tr("Explain: %1").arg(text(m_check.text)), this);
    m_explain->setCheckable(true);
    buttons->addWidget(m_explain);
    m_words = new RecordedText(m_theme, name + QStringLiteral(".words"), tr("Explanation: %1").arg(text(m_check.text)), this);
    m_words->setPlaceholderText(tr("Say why; Ctrl+Enter saves"));
    m_words->reset(text(m_check.explanation));
    m_words->hide();
    column->addSpacing(4);
    column->addWidget(m_words);
    connect(m_explain, &QPushButton::toggled, this, [this](bool on) {
        m_words->setVisible(on);
        if (on)
            m_words->setFocus(Qt::OtherFocusReason);
    });
    connect(m_words, &RecordedText::commitWanted, this, [this] {
        if (m_words->words().isEmpty() || !m_words->isUnsent())
            return;
        m_words->sent();
        emit explained(m_check, m_words->words());
    });
}

void CheckRow::setWhyNot(const QString &sentence)
{
    if (!m_explain)
        return;
    m_explain->setEnabled(sentence.isEmpty());
    m_explain->setToolTip(sentence);
    m_words->setWhyNot(sentence);
}

QWidget *CheckRow::first() const { return m_go ? m_go : m_explain; }

void CheckRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
