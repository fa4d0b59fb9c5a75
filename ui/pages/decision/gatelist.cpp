// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/gatelist.h"

#include "ui/base/iconlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

struct GateRow::Parts : public QObject {
    explicit Parts(QObject *parent) : QObject(parent) {}
    IconLabel *icon = nullptr;
    ThemedLabel *text = nullptr, *said = nullptr;
    QPushButton *go = nullptr, *explain = nullptr;
    RecordedText *words = nullptr;
};

namespace {

QString keyOf(const rules::Check &check) { return text(check.id) + QLatin1Char('/') + text(check.key()); }

bool leadsToReview(const rules::Check &check)
{
    return check.target.place == rules::Target::Place::Document || check.target.place == rules::Target::Place::Passage;
}

QPushButton *linkButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("cls", "link");
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

} // namespace

GateRow::GateRow(Theme *theme, const QString &name, const rules::Check &check, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_check(check), m_parts(new Parts(this))
{
    setObjectName(name);
    build(name);
    connect(m_parts->go, &QPushButton::clicked, this, [this] { emit targetWanted(m_check.target); });
    connect(m_parts->explain, &QPushButton::clicked, this, [this] { unfold(true); });
    connect(m_parts->words, &RecordedText::commitWanted, this, [this] {
        if (m_parts->words->words().isEmpty())
            unfold(false);
        else if (m_parts->words->isUnsent()) {
            m_parts->words->sent();
            emit explained(m_parts->words->words());
        }
    });
    show(check);
}

void GateRow::build(const QString &name)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_parts->icon = new IconLabel(m_theme, QStringLiteral("circle"), Tone::Secondary, 16, this);
    m_parts->text = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Primary, false}, this);
    m_parts->said = new ThemedLabel(m_theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, this);
    m_parts->text->setFit(ThemedLabel::Fit::Wrap);
    m_parts->said->setFit(ThemedLabel::Fit::Wrap);
    m_parts->go = linkButton(name + QStringLiteral(".go"), this);
    m_parts->explain = linkButton(name + QStringLiteral(".explain"), this);
    m_parts->words = new RecordedText(m_theme, name + QStringLiteral(".words"), tr("Explanation"), this);
    m_parts->words->setLines(2, 6);
    m_parts->words->setPlaceholderText(tr("Explain why this may stand. Ctrl+Enter records it."));
    m_parts->words->hide();
    auto *links = new QHBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_parts->explain);
    links->addWidget(m_parts->go);
    grid->addWidget(m_parts->icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_parts->text, 0, 1, Qt::AlignVCenter);
    grid->addLayout(links, 0, 2, Qt::AlignTop);
    grid->addWidget(m_parts->said, 1, 1, 1, 2);
    grid->addWidget(m_parts->words, 2, 1, 1, 2);
}

void GateRow::show(const rules::Check &check)
{
    m_check = check;
    const bool mayExplain = check.severity == rules::Severity::NeedsExplanation;
    const bool said = !check.explanation.empty();
    const QString words = text(check.text);
    if (check.open)
        m_parts->icon->setIcon(mayExplain ? QStringLiteral("triangle-alert") : QStringLiteral("circle-x"), Tone::Warning);
    else
        m_parts->icon->setIcon(QStringLiteral("circle-check"), Tone::Mitigating);
    m_parts->icon->setToolTip(!check.open ? tr("Passed") : mayExplain ? tr("Needs to be mended or explained") : tr("Blocks the signature"));
    m_parts->text->setText(words);
    m_parts->text->setTone(check.open ? Tone::Primary : Tone::Secondary);
    m_parts->said->setText(said ? tr("Explained: %1").arg(text(check.explanation)) : QString());
    m_parts->said->setVisible(said && !m_parts->words->isVisibleTo(this));
    m_parts->go->setVisible(check.open || mayExplain);
    m_parts->go->setText(leadsToReview(check) ? tr("Open") : tr("Go"));
    m_parts->go->setAccessibleName(tr("%1: %2").arg(m_parts->go->text(), words));
    m_parts->explain->setVisible(mayExplain && (check.open || said));
    m_parts->explain->setText(said ? tr("Change") : tr("Explain"));
    m_parts->explain->setAccessibleName(tr("%1: %2").arg(m_parts->explain->text(), words));
    const bool arrived = m_parts->words->isChanged() && m_parts->words->words() == text(check.explanation);
    m_parts->words->setRecorded(text(check.explanation));
    m_parts->words->setAccessibleName(tr("Explanation: %1").arg(words));
    if (arrived)
        unfold(false);
    setWhyNot(m_whyNot);
}

void GateRow::unfold(bool on)
{
    const bool hadFocus = m_parts->words->hasFocus();
    m_parts->words->setVisible(on);
    m_parts->said->setVisible(!on && !m_parts->said->text().isEmpty());
    if (on)
        m_parts->words->setFocus();
    else if (hadFocus)
        m_parts->explain->setFocus();
}

void GateRow::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    m_parts->explain->setEnabled(sentence.isEmpty());
    m_parts->explain->setToolTip(sentence);
    m_parts->words->setWhyNot(sentence);
}

void GateRow::refused() { m_parts->words->refused(); }

void GateRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

GateList::GateList(Theme *theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(name), m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void GateList::show(const rules::Gate &gate, Which which, const std::function<bool(const rules::Check &)> &only)
{
    std::map<QString, GateRow *> kept;
    int place = 0;
    for (const rules::Check &check : gate.checks) {
        if ((which == Which::Open && !check.open) || (only && !only(check)))
            continue;
        const QString key = keyOf(check);
        const auto known = m_rows.find(key);
        GateRow *row = known == m_rows.end() ? new GateRow(m_theme, m_name + QLatin1Char('.') + key, check, this) : known->second;
        if (known == m_rows.end()) {
            connect(row, &GateRow::targetWanted, this, &GateList::targetWanted);
            connect(row, &GateRow::explained, this, [this, id = text(check.id), target = text(check.key())](const QString &words) {
                emit explained(id, target, words);
            });
            row->setWhyNot(m_whyNot);
        } else {
            row->show(check);
            m_rows.erase(known);
        }
        if (m_column->indexOf(row) != place)
            m_column->insertWidget(place, row);
        kept[key] = row;
        ++place;
    }
    for (const auto &[key, row] : m_rows)
        delete row;
    m_rows = std::move(kept);
}

void GateList::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    for (const auto &[key, row] : m_rows)
        row->setWhyNot(sentence);
}

void GateList::refused()
{
    for (const auto &[key, row] : m_rows)
        row->refused();
}

void GateList::clear()
{
    for (const auto &[key, row] : m_rows)
        delete row;
    m_rows.clear();
}

} // namespace caseward::ui
