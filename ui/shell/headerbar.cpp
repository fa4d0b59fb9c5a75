// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/headerbar.h"

#include "ui/base/iconbutton.h"
#include "ui/base/progressline.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/shell/pillbutton.h"
#include "ui/shell/searchbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

HeaderBar::HeaderBar(Theme *theme, CaseModel *model, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_clock(clock),
      m_title(new ThemedLabel(theme, {}, {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, this)),
      m_detail(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)),
      m_status(new Chip(theme, {}, ChipKind::Accent, ChipShape::Pill, this)),
      m_open(new Chip(theme, {}, ChipKind::Warning, ChipShape::Pill, this))
{
    setObjectName(QStringLiteral("header"));
    fitHeight();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 1);
    row->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_detail);
    words->addStretch();
    m_title->setObjectName(QStringLiteral("header.title"));
    row->addLayout(words);
    row->addSpacing(4);
    row->addWidget(m_status);
    row->addWidget(m_open);
    m_checks = new PillButton(theme, QStringLiteral("header.checks"), this);
    row->addWidget(m_checks);
    row->addStretch(1);
    connect(m_checks, &QPushButton::clicked, this, &HeaderBar::openChecksWanted);
    buildRight(row);

    connect(model, &CaseModel::opened, this, &HeaderBar::showCase);
    connect(model, &CaseModel::closed, this, &HeaderBar::showCase);
    connect(model, &CaseModel::changed, this, &HeaderBar::showCase);
    connect(theme, &Theme::changed, this, &HeaderBar::fitHeight);
    showCase();
}

// Two lines of words, however large they are wanted.
void HeaderBar::fitHeight()
{
    const QFontMetrics title(m_theme->font(Theme::Text::Title, QFont::DemiBold)), detail(m_theme->font(Theme::Text::Label));
    setFixedHeight(std::max(56, title.height() + detail.height() + 18));
    update();
}

void HeaderBar::buildRight(QHBoxLayout *row)
{
    m_search = new SearchButton(m_theme, this);
    row->addWidget(m_search, 4);
    connect(m_search, &QPushButton::clicked, this, &HeaderBar::commandBoxWanted);

    m_progressBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_progressBox);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(5);
    m_read = new ThemedLabel(m_theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false});
    m_read->setObjectName(QStringLiteral("header.read"));
    m_progress = new ProgressLine(m_theme);
    column->addStretch();
    column->addWidget(m_read);
    column->addWidget(m_progress);
    column->addStretch();
    row->addWidget(m_progressBox);

    m_undo = new IconButton(m_theme, QStringLiteral("undo-2"), QStringLiteral("header.undo"), tr("Undo"), QStringLiteral("Ctrl+Z"), this);
    m_redo = new IconButton(m_theme, QStringLiteral("redo-2"), QStringLiteral("header.redo"), tr("Redo"), QStringLiteral("Ctrl+Shift+Z"), this);
    connect(m_undo, &IconButton::clicked, this, &HeaderBar::undoWanted);
    connect(m_redo, &IconButton::clicked, this, &HeaderBar::redoWanted);
    m_decide = new QPushButton(tr("Decide…"), this);
    m_decide->setObjectName(QStringLiteral("header.decide"));
    m_decide->setAccessibleName(tr("Decide"));
    m_decide->setProperty("cls", "primary");
    m_decide->setMinimumHeight(34);
    connect(m_decide, &QPushButton::clicked, this, &HeaderBar::decideWanted);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addSpacing(4);
    row->addWidget(m_decide);
}

void HeaderBar::setTitleWithoutCase(const QString &title, const QString &detail)
{
    m_plainTitle = title;
    m_plainDetail = detail;
    showCase();
}

void HeaderBar::showCase()
{
    const bool open = m_model->isOpen();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_status, m_progressBox, m_undo, m_redo, m_decide})
        widget->setVisible(open);
    if (!open) {
        m_open->hide();
        m_checks->hide();
        m_checks->setText({});
        m_checks->setAccessibleName({});
        m_status->setText({});
        m_read->setText({});
        m_title->setText(m_plainTitle);
        m_detail->setText(m_plainDetail);
        return;
    }
    const model::Dossier &dossier = *m_model->dossier();
    m_title->setText(tr("Case %1").arg(text(dossier.facts.reference)));
    const bool mine = dossier.lastActor == m_model->signedIn().person;
    QStringList parts{typeWord(dossier.facts.type, true)};
    if (!dossier.custodyHere)
        parts << tr("sent to %1").arg(text(dossier.custodyWith));
    else if (dossier.size > 0)
        parts << (mine ? tr("held by you") : tr("held by %1").arg(text(dossier.personName(dossier.lastActor))));
    const DueWords due = dueWords(dossier.facts.due, dayFrom(dayOf(m_clock.now())));
    if (!due.text.isEmpty() && dossier.status != model::CaseStatus::Countersigned)
        parts << (due.overdue || due.text.startsWith(tr("due")) ? due.text : tr("due %1").arg(due.text));
    m_detail->setText(parts.join(QStringLiteral("  ·  ")));

    m_status->setText(dossier.readOnly || !dossier.custodyHere ? tr("Read only") : statusWord(dossier.status));
    m_status->setKind(dossier.custodyHere ? statusChip(dossier.status) : ChipKind::Neutral);
    const std::uint32_t contradictions = dossier.openContradictions();
    m_open->setVisible(contradictions > 0 && width() > 1180);
    m_open->setText(contradictions == 1 ? tr("1 contradiction open") : tr("%1 contradictions open").arg(contradictions));
    const std::size_t checks = m_model->gate().openCount();
    m_checks->setVisible(dossier.status == model::CaseStatus::InReview || dossier.status == model::CaseStatus::Returned);
    m_checks->setText(checks == 0 ? tr("Nothing open") : checks == 1 ? tr("1 check open") : tr("%1 checks open").arg(checks));
    m_checks->setAccessibleName(m_checks->text());

    m_read->setText(tr("Read %1 of %2 pages").arg(dossier.pagesRead()).arg(dossier.pageCount()));
    m_progress->setProgress(dossier.pagesRead(), dossier.pageCount());
    m_undo->setEnabled(m_model->canUndo());
    m_redo->setEnabled(m_model->canRedo());
}

void HeaderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showCase();
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().surface);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
