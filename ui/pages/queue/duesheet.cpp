// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue/duesheet.h"

#include "ui/base/plaintable.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

DueSheet::DueSheet(Theme *theme, const std::vector<session::DueRow> &rows, QWidget *anywhere) : Overlay(theme, QStringLiteral("queue.dueSheet"), anywhere)
{
    setAccessibleName(tr("What is due"));
    setCardWidth(920);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(12);
    column->addWidget(new ThemedLabel(theme, tr("What is due"), {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, card()));
    auto *lead = new ThemedLabel(theme, rows.empty() ? tr("Nothing has a day.") : tr("Every clock, condition and case that has a day, by day. Enter opens the case."),
                                 {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, card());
    lead->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(lead);
    auto *model = new QStandardItemModel(0, 4, this);
    model->setHorizontalHeaderLabels({tr("Day"), tr("Case"), tr("What"), tr("Stands")});
    auto *room = new QWidget(card());
    room->setFixedHeight(std::clamp(anywhere->window()->height() - 360, 160, 520));
    auto *inside = new QVBoxLayout(room);
    inside->setContentsMargins(0, 0, 0, 0);
    m_table = makePlainTable(theme, QStringLiteral("queue.dueSheet.table"), tr("What is due"), model, room);
    const int widths[] = {108, 150, 330, 220};
    for (int i = 0; i < 4; ++i)
        m_table->horizontalHeader()->resizeSection(i, widths[i]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    inside->addWidget(m_table);
    column->addWidget(room);
    fill(rows);
    auto *open = new QPushButton(tr("Open the case"), card());
    open->setObjectName(QStringLiteral("queue.dueSheet.open"));
    auto *close = new QPushButton(tr("Close"), card());
    close->setObjectName(QStringLiteral("queue.dueSheet.close"));
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton *button : {open, close}) {
        button->setAccessibleName(button->text());
        row->addWidget(button);
    }
    column->addLayout(row);
    open->setEnabled(!rows.empty());
    connect(open, &QPushButton::clicked, this, &DueSheet::openChosen);
    connect(m_table, &QTableView::activated, this, &DueSheet::openChosen);
    connect(close, &QPushButton::clicked, this, &Overlay::dismiss);
    present(rows.empty() ? static_cast<QWidget *>(close) : m_table);
}

void DueSheet::fill(const std::vector<session::DueRow> &rows)
{
    auto *model = static_cast<QStandardItemModel *>(m_table->model());
    for (const session::DueRow &row : rows) {
        const QString what = row.due.goal ? tr("%1 (a goal)").arg(text(row.due.what)) : text(row.due.what);
        QList<QStandardItem *> items;
        for (const QString &cell : {text(row.due.day), text(row.reference), what, text(row.words)}) {
            items << new QStandardItem(cell);
            items.last()->setToolTip(cell);
        }
        model->appendRow(items);
        m_cases.push_back(row.id);
    }
    if (!m_cases.empty())
        m_table->setCurrentIndex(model->index(0, 0));
}

void DueSheet::openChosen()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_cases.size()))
        return;
    const CaseId id = m_cases[static_cast<std::size_t>(row)];
    dismiss();
    emit caseWanted(id);
}

} // namespace caseward::ui
