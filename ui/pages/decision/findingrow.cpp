// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/findingrow.h"

#include "ui/base/segmentedcontrol.h"
#include "ui/evidence/passageline.h"
#include "ui/pages/decision/recordedtext.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QPainter>

namespace caseward::ui {

namespace {
constexpr int labelWidth = 84;
}

FindingRow::FindingRow(Theme *theme, const Setup &setup, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_setup(setup), m_note(nullptr), m_below(new QVBoxLayout), m_passages(new QVBoxLayout)
{
    setObjectName(setup.name);
    QStringList texts;
    for (const FindingChoice &choice : setup.choices)
        texts << choice.text;
    const QString about = (setup.label + QLatin1Char(' ') + setup.title).trimmed();
    m_finding = new SegmentedControl(theme, setup.name + QStringLiteral(".finding"), texts, this);
    m_finding->setAccessibleName(setup.spoken.isEmpty() ? tr("Finding on %1").arg(about) : setup.spoken);
    for (QAbstractButton *button : m_finding->findChildren<QAbstractButton *>())
        button->setAccessibleDescription(setup.spoken.isEmpty() ? about : setup.spoken); // "Established" alone does not say of what
    const QString reason = setup.reasonSpoken.isEmpty() ? tr("Reason for the finding on %1").arg(about) : setup.reasonSpoken;
    m_reason = new RecordedText(theme, setup.name + QStringLiteral(".reason"), reason, this);
    m_reason->setPlaceholderText(setup.hint.isEmpty() ? tr("because…") : setup.hint);
    m_note = new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, this);
    m_note->setObjectName(setup.name + QStringLiteral(".note"));
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    build();
    connect(m_finding, &SegmentedControl::chosen, this, [this] { offer(); });
    connect(m_reason, &RecordedText::commitWanted, this, &FindingRow::offer);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FindingRow::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 12, 0, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    const bool chips = m_setup.hasChipColumn || !m_setup.label.isEmpty();
    const int first = chips ? 1 : 0;
    if (chips)
        grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(first, 1);
    if (!m_setup.label.isEmpty())
        grid->addWidget(new Chip(m_theme, m_setup.label, m_setup.kind, ChipShape::Tag, this), 0, 0, Qt::AlignLeft | Qt::AlignTop);
    else if (chips)
        grid->addWidget(new QWidget(this), 0, 0); // an empty column would lose its spacing, and the row its line
    auto *title = new ThemedLabel(m_theme, m_setup.title, {Theme::Text::Base, m_setup.label.isEmpty() ? QFont::DemiBold : QFont::Normal, Tone::Primary, false}, this);
    title->setFit(ThemedLabel::Fit::Wrap);
    if (!m_setup.whole.isEmpty())
        title->setToolTip(QStringLiteral("<qt>%1</qt>").arg(m_setup.whole.toHtmlEscaped()));
    grid->addWidget(title, 0, first, Qt::AlignTop);
    grid->addWidget(m_finding, 0, first + 1, Qt::AlignRight | Qt::AlignTop);
    m_below->setSpacing(4);
    m_below->addWidget(m_reason);
    m_below->addWidget(m_note);
    m_passages->setSpacing(0);
    m_below->addLayout(m_passages);
    grid->addLayout(m_below, 1, first, 1, 2);
    setTabOrder(m_finding, m_reason);
}

QWidget *FindingRow::first() const
{
    const QList<QAbstractButton *> buttons = m_finding->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isChecked())
            return button;
    }
    return buttons.isEmpty() ? static_cast<QWidget *>(m_reason) : buttons.first();
}

void FindingRow::offer()
{
    const int choice = m_finding->current();
    const QString reason = m_reason->words();
    if (choice < 0) {
        say(m_setup.chooseFirst.isEmpty() ? tr("Choose a finding: the reason is not recorded yet.") : m_setup.chooseFirst);
    } else if (needsReason(choice) && reason.isEmpty()) {
        say(tr("Write the reason: “%1” is not recorded yet.").arg(m_setup.choices[choice].text));
    } else {
        say({});
        const std::pair<int, QString> wanted{choice, reason};
        if ((choice != m_recorded || m_reason->isChanged()) && m_sent != wanted) {
            m_sent = wanted;
            emit found(choice, reason);
        }
    }
}

void FindingRow::say(const QString &words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    m_reason->setNote(words);
}

void FindingRow::showState(int recorded, const QString &reason)
{
    const bool waits = m_finding->current() != m_recorded; // chosen, and not on disk for want of a reason
    const bool moved = recorded != m_recorded;
    m_recorded = recorded;
    m_reason->setRecorded(reason);
    if (m_sent && m_sent->first == recorded && m_sent->second == reason)
        m_sent.reset();
    if (!waits || moved) {
        m_finding->setCurrent(recorded);
        if (!m_reason->isChanged())
            say({});
    }
}

void FindingRow::refused()
{
    m_sent.reset();
    if (m_finding->current() != m_recorded && !m_note->isVisibleTo(this)) {
        m_finding->setCurrent(m_recorded);
        say(tr("This was not recorded."));
    } else if (m_reason->isChanged()) {
        say(tr("These words are not recorded."));
    }
}

void FindingRow::showPassages(const std::vector<PassageFacts> &passages)
{
    QStringList shown;
    for (const PassageFacts &facts : passages)
        shown << facts.link + facts.weight + facts.note;
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_passages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QWidget *before = m_reason;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        auto *line = new PassageLine(m_theme, QStringLiteral("%1.passage.%2").arg(m_setup.name).arg(i), passages[i], PassageLine::Show::Quote, this);
        connect(line, &QAbstractButton::clicked, this, [this, link = passages[i].link] { emit placeWanted(link); });
        m_passages->addWidget(line);
        setTabOrder(before, line);
        before = line;
    }
}

void FindingRow::setBelow(QWidget *widget) { m_below->addWidget(widget); }

void FindingRow::setWhyNot(const QString &sentence)
{
    m_finding->setEnabled(sentence.isEmpty());
    m_finding->setToolTip(sentence);
    m_reason->setWhyNot(sentence);
    if (!sentence.isEmpty())
        say({});
}

void FindingRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
