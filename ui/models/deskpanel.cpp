// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deskpanel.h"

#include "ui/base/faultnote.h"
#include "ui/base/formcard.h"
#include "ui/base/plaintable.h"
#include "ui/base/rule.h"
#include "ui/base/sectionheader.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {
constexpr int KeyRole = Qt::UserRole + 1;
}

DeskPanel::DeskPanel(Theme *theme, CaseModel *model, const Setup &setup, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_name(setup.name), m_head(new SectionHeader(theme, setup.title, this)),
      m_note(new FaultNote(theme, setup.name + QStringLiteral(".note"), this)),
      m_rows(new QStandardItemModel(0, static_cast<int>(setup.columns.size()), this)), m_foot(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_actRow(new QHBoxLayout), m_lastRow(m_actRow),
      m_why(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this))
{
    setObjectName(setup.name);
    QStringList titles;
    for (const Column &column : setup.columns)
        titles << column.title;
    m_rows->setHorizontalHeaderLabels(titles);
    m_table = makePlainTable(theme, setup.name + QStringLiteral(".table"), setup.title, m_rows, this);
    for (int i = 0; i < setup.columns.size(); ++i)
        m_table->horizontalHeader()->resizeSection(i, setup.columns[i].width);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(16, 8, 16, 8);
    noteRow->addWidget(m_note);
    m_foot->setContentsMargins(16, 12, 16, 12);
    m_foot->setSpacing(8);
    m_foot->addLayout(m_actRow);
    m_actRow->setSpacing(8);
    m_why->setObjectName(setup.name + QStringLiteral(".why"));
    m_why->setFit(ThemedLabel::Fit::Wrap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addLayout(noteRow);
    column->addWidget(m_table, 1);
    column->addWidget(makeRule(Qt::Horizontal, this));
    auto *whyRow = new QHBoxLayout; // above the acts: between them it was cut short on a narrow screen
    whyRow->setContentsMargins(16, 8, 16, 0);
    whyRow->addWidget(m_why);
    column->addLayout(whyRow);
    column->addLayout(m_foot);
    setFocusProxy(m_table);
    connect(theme, &Theme::changed, this, &DeskPanel::fitActs);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeskPanel::showActs);
}

void DeskPanel::addAct(const QString &act, const QString &words, std::function<void()> run, std::function<QString()> whyNot)
{
    auto *button = new QPushButton(words, this);
    button->setObjectName(QStringLiteral("%1.%2").arg(m_name, act));
    button->setAccessibleName(words);
    m_lastRow->addWidget(button);
    m_acts.push_back({button, std::move(whyNot)});
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
}

void DeskPanel::addActSpace()
{
    m_lastRow = new QHBoxLayout;
    m_lastRow->setSpacing(8);
    m_foot->addStretch(1);
    m_foot->addLayout(m_lastRow);
}

void DeskPanel::fitActs()
{
    if (m_lastRow == m_actRow)
        return;
    const int wanted = m_actRow->sizeHint().width() + m_lastRow->sizeHint().width() + 2 * 16 + 2 * m_foot->spacing();
    const auto direction = wanted > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_foot->setDirection(direction);
    m_foot->setAlignment(m_lastRow, direction == QBoxLayout::TopToBottom ? Qt::AlignLeft : Qt::Alignment());
    m_foot->setAlignment(m_actRow, direction == QBoxLayout::TopToBottom ? Qt::AlignLeft : Qt::Alignment());
}

void DeskPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitActs();
}

void DeskPanel::showActs()
{
    m_why->setText(m_acts.empty() ? QString() : m_acts.front().whyNot());
    m_why->setVisible(!m_why->text().isEmpty());
    for (const Act &act : m_acts) {
        const QString why = act.whyNot();
        act.button->setEnabled(why.isEmpty());
        act.button->setToolTip(why);
        act.button->setAccessibleDescription(why);
    }
}

void DeskPanel::clearRows() { m_rows->setRowCount(0); }

void DeskPanel::addRow(const QStringList &cells, const QString &key, bool quiet)
{
    QList<QStandardItem *> items;
    for (int i = 0; i < m_rows->columnCount(); ++i) {
        auto *item = new QStandardItem(cells.value(i));
        item->setToolTip(cells.value(i));
        item->setData(key, KeyRole);
        item->setData(static_cast<int>(i == 0 && !quiet ? Tone::Primary : Tone::Secondary), PlainToneRole);
        items << item;
    }
    m_rows->appendRow(items);
}

void DeskPanel::warnRow(int column, const QString &key)
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->index(row, 0).data(KeyRole).toString() == key)
            m_rows->item(row, column)->setData(static_cast<int>(Tone::Warning), PlainToneRole);
    }
}

QString DeskPanel::currentKey() const
{
    const QModelIndex now = m_table->currentIndex();
    return now.isValid() ? m_rows->index(now.row(), 0).data(KeyRole).toString() : QString();
}

void DeskPanel::chooseKey(const QString &key)
{
    int wanted = m_rows->rowCount() > 0 ? 0 : -1;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->index(row, 0).data(KeyRole).toString() == key)
            wanted = row;
    }
    if (wanted >= 0)
        m_table->setCurrentIndex(m_rows->index(wanted, 0));
    showActs();
}

void DeskPanel::act(Job job, const QString &done, Then then) { run(std::move(job), {}, done, std::move(then)); }

void DeskPanel::submit(FormCard *form, Job job, const QString &done, Then then) { run(std::move(job), form, done, std::move(then)); }

void DeskPanel::run(Job job, QPointer<FormCard> form, const QString &done, Then then)
{
    m_note->clear();
    const bool inForm = form != nullptr;
    m_model->worker()->run<bool>(
        this,
        [job = std::move(job)](session::Session &session, Progress &progress) -> Result<bool> {
            TRY(job(session, progress));
            return true;
        },
        [this, form, inForm, done, then = std::move(then)](const Result<bool> &result) {
            if (result.ok()) {
                if (form)
                    form->dismiss();
                m_note->notice(done, {});
                if (then) // may say more
                    then();
                reload();
            } else if (form) {
                form->fail(result.fault());
            } else if (!inForm) {
                refuse(result.fault());
            }
        });
}

void DeskPanel::refuse(const Fault &fault)
{
    if (fault.code != FaultCode::NotSignedIn && fault.code != FaultCode::Cancelled)
        m_note->show(fault);
}

} // namespace caseward::ui
