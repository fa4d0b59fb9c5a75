// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/casehitmodel.h"

#include "ui/models/casewords.h"

#include <algorithm>
#include <map>

namespace caseward::ui {

namespace {

// Line breaks and runs of white space are one space, and nothing at the ends goes missing: "debts" after " unpaid ".
QString oneLine(const std::string &words)
{
    QString line;
    for (const QChar c : text(words)) {
        const bool space = c.isSpace() || c.category() == QChar::Other_Control;
        if (!space)
            line += c;
        else if (!line.endsWith(u' '))
            line += u' ';
    }
    return line;
}

QString factWord(const session::CaseHit &hit)
{
    static const std::map<std::string, QString, std::less<>> words{
        {"title", CaseHitModel::tr("Title")}, {"exhibit", CaseHitModel::tr("Exhibit")}, {"source", CaseHitModel::tr("Given by")},
        {"agency", CaseHitModel::tr("Agency")}, {"date", CaseHitModel::tr("Date")}, {"marking", CaseHitModel::tr("Marking")},
        {"custody", CaseHitModel::tr("Custody")}, {"name", CaseHitModel::tr("File name")}, {"part", CaseHitModel::tr("Name as a part")},
        {"waived", CaseHitModel::tr("Why page %1 need not be read")}};
    const auto word = words.find(hit.field);
    const QString found = word == words.end() ? text(hit.field) : word->second;
    return hit.field == "waived" ? found.arg(hit.span.page) : found;
}

QString allegationWord(const session::CaseHit &hit)
{
    static const std::map<std::string, QString, std::less<>> words{
        {"text", CaseHitModel::tr("what is alleged")}, {"withdrawn", CaseHitModel::tr("why it is withdrawn")}, {"answer", CaseHitModel::tr("the answer")},
        {"view", CaseHitModel::tr("how grave it is")}, {"recency", CaseHitModel::tr("how recent it is")}, {"mitigator", CaseHitModel::tr("mitigation")},
        {"finding", CaseHitModel::tr("the finding")}};
    const auto word = words.find(hit.field);
    return word == words.end() ? text(hit.field) : word->second;
}

QString findingWord(const session::CaseHit &hit)
{
    if (hit.field == "factor")
        return CaseHitModel::tr("Whole person");
    if (hit.field == "explained")
        return CaseHitModel::tr("Explanation of a check");
    return hit.field == "guideline" ? CaseHitModel::tr("Finding on guideline %1").arg(text(hit.target)) : CaseHitModel::tr("Finding on %1").arg(text(hit.target));
}

} // namespace

QString caseHitPlace(const session::CaseHit &hit)
{
    const QString page = hit.span.page > 0 ? CaseHitModel::tr("p. %1").arg(hit.span.page) : QString();
    const auto at = [&page](const QString &words) { return page.isEmpty() ? words : words + QStringLiteral(", ") + page; };
    switch (hit.in) {
    case session::HitIn::Page: return page;
    case session::HitIn::Scan: return CaseHitModel::tr("p. %1, read by a machine").arg(hit.span.page);
    case session::HitIn::Fact: return factWord(hit);
    case session::HitIn::Passage: return at(CaseHitModel::tr("Note of a passage"));
    case session::HitIn::Contradiction:
        return at(hit.field == "note" ? CaseHitModel::tr("Contradiction") : CaseHitModel::tr("Resolution of a contradiction"));
    case session::HitIn::Gap: return at(hit.field == "note" ? CaseHitModel::tr("Gap") : CaseHitModel::tr("Explanation of a gap"));
    case session::HitIn::Finding: return findingWord(hit);
    case session::HitIn::Reasons: return CaseHitModel::tr("Reasons, paragraph %1").arg(text(hit.target));
    case session::HitIn::Review: return CaseHitModel::tr("Review");
    case session::HitIn::Allegation: return CaseHitModel::tr("Sub-paragraph %1, %2").arg(text(hit.label), allegationWord(hit));
    }
    return {};
}

void CaseHitModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int CaseHitModel::headingFor(const DocumentId &document, const model::Dossier &dossier, const std::vector<DocumentId> &order)
{
    const auto rank = [&order](const DocumentId &id) { return id.isNull() ? order.end() : std::find(order.begin(), order.end(), id); };
    std::size_t at = 0;
    for (; at < m_rows.size(); ++at) {
        if (!m_rows[at].heading)
            continue;
        if (m_rows[at].document == document)
            return static_cast<int>(at);
        if (rank(m_rows[at].document) > rank(document))
            break;
    }
    CaseHitRow heading;
    heading.heading = true;
    heading.document = document;
    const model::DocumentState *state = dossier.document(document);
    heading.place = state ? text(state->facts.title) : tr("Said of the case");
    heading.detail = state ? text(state->facts.exhibit) : QString();
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(heading));
    endInsertRows();
    return static_cast<int>(at);
}

void CaseHitModel::append(const std::vector<session::CaseHit> &hits, std::size_t first, const model::Dossier &dossier, const std::vector<DocumentId> &order)
{
    for (std::size_t i = first; i < hits.size(); ++i) {
        const session::CaseHit &hit = hits[i];
        const int heading = headingFor(hit.document, dossier, order);
        CaseHitRow row;
        row.document = hit.document;
        row.hit = i;
        row.place = caseHitPlace(hit);
        row.before = oneLine(hit.before);
        row.match = oneLine(hit.match);
        row.after = oneLine(hit.after);
        CaseHitRow &head = m_rows[static_cast<std::size_t>(heading)];
        const int at = heading + 1 + head.count;
        ++head.count;
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, std::move(row));
        endInsertRows();
        emit dataChanged(index(heading), index(heading));
    }
}

int CaseHitModel::documentCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const CaseHitRow &row) { return row.heading && !row.document.isNull(); }));
}

int CaseHitModel::nextHit(int from, int direction) const
{
    const int count = rowCount();
    int at = from < 0 ? (direction > 0 ? -1 : count) : from;
    for (int looked = 0; looked < count; ++looked) {
        at = (at + direction + count) % count;
        if (!row(at).heading)
            return at;
    }
    return -1;
}

int CaseHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CaseHitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CaseHitRow &here = row(index.row());
    const QString words = here.before + here.match + here.after;
    switch (role) {
    case Qt::DisplayRole:
        return here.heading ? here.place : words;
    case Qt::ToolTipRole:
        return here.heading ? QStringList{here.place, here.detail}.join(u'\n').trimmed() : here.place + u'\n' + words.trimmed();
    case Qt::AccessibleTextRole:
        return here.heading ? tr("%1, %2 places").arg(here.place).arg(here.count) : here.place + QStringLiteral(": ") + words.trimmed();
    default:
        return {};
    }
}

Qt::ItemFlags CaseHitModel::flags(const QModelIndex &index) const
{
    const bool heading = index.isValid() && row(index.row()).heading;
    return heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace caseward::ui
