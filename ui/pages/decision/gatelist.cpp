// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/gatelist.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

bool sameCheck(const rules::Check &a, const rules::Check &b)
{
    return a.id == b.id && a.target.id == b.target.id && a.target.pack == b.target.pack && a.text == b.text && a.open == b.open && a.explanation == b.explanation
        && a.target.page == b.target.page;
}

} // namespace

GateList::GateList(Theme *theme, const QString &name, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
}

CheckRow *GateList::rowOf(const rules::Check &check, std::vector<CheckRow *> &old)
{
    const auto known = std::find_if(old.begin(), old.end(), [&check](CheckRow *row) { return row && sameCheck(row->check(), check); });
    if (known != old.end()) {
        CheckRow *row = *known;
        *known = nullptr;
        return row;
    }
    auto *row = new CheckRow(m_theme, CheckRow::nameOf(objectName(), check), check, this);
    connect(row, &CheckRow::goWanted, this, &GateList::goWanted);
    connect(row, &CheckRow::explained, this, &GateList::explained);
    return row;
}

// Whoever is at a row that is made anew stays at its check, or where it stood.
void GateList::keepFocus(const CheckRow *gone, std::size_t index)
{
    const auto same = std::ranges::find_if(m_rows, [gone](const CheckRow *row) { return row->check().id == gone->check().id && row->check().key() == gone->check().key(); });
    const CheckRow *row = same != m_rows.end() ? *same : m_rows.empty() ? nullptr : m_rows[std::min(index, m_rows.size() - 1)];
    if (row && row->first())
        row->first()->setFocus(Qt::OtherFocusReason);
}

void GateList::show(const std::vector<Item> &items, const QString &whyNot)
{
    const auto held = std::ranges::find_if(m_rows, [](const CheckRow *row) { return row->isAncestorOf(QApplication::focusWidget()); });
    const auto heldAt = static_cast<std::size_t>(held - m_rows.begin());
    std::vector<CheckRow *> old;
    old.swap(m_rows);
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item; // the widgets stay
    for (QWidget *heading : m_headings)
        delete heading;
    m_headings.clear();
    QString heading;
    for (const Item &item : items) {
        if (item.heading != heading) {
            heading = item.heading;
            auto *words = new ThemedLabel(m_theme, heading, {Theme::Text::Label, QFont::DemiBold, Tone::Secondary, false}, this);
            words->setContentsMargins(0, m_headings.empty() ? 0 : 20, 0, 4);
            m_headings.push_back(words);
            m_column->addWidget(words);
        }
        CheckRow *row = rowOf(item.check, old);
        row->setWhyNot(whyNot);
        m_rows.push_back(row);
        m_column->addWidget(row);
    }
    m_column->addStretch(1);
    if (heldAt < old.size() && old[heldAt])
        keepFocus(old[heldAt], heldAt);
    for (CheckRow *row : old) {
        if (row) {
            row->hide();
            row->deleteLater(); // it may be the one that asked
        }
    }
    QWidget *before = nullptr;
    for (CheckRow *row : m_rows) {
        for (QWidget *child : row->findChildren<QWidget *>()) {
            if (child->focusPolicy() & Qt::TabFocus) {
                if (before)
                    setTabOrder(before, child);
                before = child;
            }
        }
    }
}

QWidget *GateList::first() const
{
    for (CheckRow *row : m_rows) {
        if (row->check().open && row->first())
            return row->first();
    }
    return nullptr;
}

} // namespace caseward::ui
