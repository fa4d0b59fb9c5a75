// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/docketmodel.h"

#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"

#include <algorithm>

namespace caseward::ui {

void DocketModel::setRows(std::vector<session::DocketRow> rows, const QDate &today)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_today = today;
    endResetModel();
}

int DocketModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int DocketModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DocketModel::words(const session::DocketRow &row, int column) const
{
    const QString none = QStringLiteral("–");
    if (!row.readable && column != Case)
        return column == State ? tr("Not open to you") : column == Holder ? text(row.problem) : none;
    switch (column) {
    case Case: return text(row.reference.empty() ? row.id.text() : row.reference);
    case Type: return typeWord(row.type);
    case State: return row.custodyHere ? statusWord(row.status) : tr("Sent to %1").arg(text(row.custodyWith));
    case Due: {
        const QString due = dueWords(row.due, m_today).text;
        return due.isEmpty() || row.status == model::CaseStatus::Countersigned ? none : due;
    }
    case Read: return row.pages == 0 ? none : tr("%1 of %2").arg(row.pagesRead).arg(row.pages);
    case Open: {
        QStringList parts;
        if (row.openContradictions > 0)
            parts << (row.openContradictions == 1 ? tr("1 contradiction") : tr("%1 contradictions").arg(row.openContradictions));
        if (row.openGaps > 0)
            parts << (row.openGaps == 1 ? tr("1 gap") : tr("%1 gaps").arg(row.openGaps));
        if (row.checksOpen > 0)
            parts << (row.checksOpen == 1 ? tr("1 check") : tr("%1 checks").arg(row.checksOpen));
        return parts.isEmpty() ? none : parts.join(QStringLiteral(", "));
    }
    case Holder: return row.holder.empty() ? none : text(row.holder);
    default: return {};
    }
}

QVariant DocketModel::data(const QModelIndex &index, int role) const
{
    const session::DocketRow &entry = row(index.row());
    if (role == Qt::DisplayRole)
        return words(entry, index.column());
    if (role == Qt::ToolTipRole)
        return entry.readable ? QVariant() : QVariant(text(entry.problem));
    if (role == ToneRole) {
        const bool overdue = index.column() == Due && entry.readable && dueWords(entry.due, m_today).overdue;
        const bool open = index.column() == Open && entry.openContradictions > 0;
        return static_cast<int>(overdue || open || !entry.readable ? Tone::Warning
                                : index.column() == Case ? Tone::Primary : Tone::Secondary);
    }
    if (role == SortRole) {
        switch (index.column()) {
        case Due: return entry.due.empty() ? QStringLiteral("9999") : text(entry.due);
        case Read: return entry.pages == 0 ? -1.0 : static_cast<double>(entry.pagesRead) / entry.pages;
        case Open: return static_cast<int>(entry.openContradictions * 10000 + entry.checksOpen);
        default: return words(entry, index.column());
        }
    }
    return {};
}

QVariant DocketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Case: return tr("Case");
    case Type: return tr("Type");
    case State: return tr("State");
    case Due: return tr("Due");
    case Read: return tr("Pages read");
    case Open: return tr("Open");
    case Holder: return tr("Holder");
    default: return {};
    }
}

DocketFilter::DocketFilter(DocketModel *docket, QObject *parent) : QSortFilterProxyModel(parent), m_docket(docket)
{
    setSourceModel(docket);
    setSortRole(DocketModel::SortRole);
    setDynamicSortFilter(true);
}

void DocketFilter::setPart(DocketPart part)
{
    m_part = part;
    invalidateFilter();
}

void DocketFilter::setWords(const QString &words)
{
    m_words = words.simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

std::vector<session::DocketWord> DocketFilter::docketWords(const QString &words)
{
    std::vector<session::DocketWord> list;
    for (const QString &word : words.simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        session::DocketWord wanted{word.toStdString(), {}, {}};
        for (const char *type : {"initial", "periodic", "incident", "reciprocity"})
            if (typeWord(type, true).toLower().contains(word))
                wanted.types.emplace_back(type);
        for (const auto status : {model::CaseStatus::InReview, model::CaseStatus::Signed, model::CaseStatus::Returned,
                                  model::CaseStatus::Concurred, model::CaseStatus::Countersigned})
            if (statusWord(status).toLower().contains(word))
                wanted.states.push_back(status);
        list.push_back(std::move(wanted));
    }
    return list;
}

bool DocketFilter::filterAcceptsRow(int index, const QModelIndex &) const
{
    const session::DocketRow &row = m_docket->row(index);
    if (m_words.isEmpty())
        return partOf(row) == m_part;
    const QString hay = QStringList{text(row.reference), text(row.subject), typeWord(row.type, true), text(row.holder),
                                    statusWord(row.status), text(row.due)}.join(QLatin1Char(' ')).toLower();
    return std::all_of(m_words.begin(), m_words.end(), [&hay](const QString &word) { return hay.contains(word); });
}

} // namespace caseward::ui
