// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/recordmodel.h"

#include "core/model/layernotes.h"
#include "ui/models/casewords.h"

#include <algorithm>
#include <array>

namespace caseward::ui {

namespace {

constexpr std::array groups{RecordGroup::Investigation, RecordGroup::SubjectResponses, RecordGroup::Financial,
                            RecordGroup::CourtAndLawEnforcement, RecordGroup::Other};

QString titleOf(const model::Dossier &dossier, const DocumentId &id)
{
    const model::DocumentState *document = dossier.document(id);
    return document ? text(document->facts.title) : text(id.text());
}

RecordRow documentRow(const model::Dossier &dossier, const model::DocumentState &state)
{
    RecordRow row;
    row.document = state.facts.document;
    row.icon = documentIcon(state.facts);
    row.title = text(state.facts.title);
    row.detail = documentDetail(state.facts);
    row.wordless = model::layerNoteOf(state.facts.engine) == model::LayerNote::NoWords;
    row.pages = state.facts.pages;
    row.pagesRead = static_cast<std::uint32_t>(std::min<std::size_t>(state.displayed.size() + state.waived.size(), state.facts.pages));
    row.passages = static_cast<std::uint32_t>(std::count_if(dossier.ties.begin(), dossier.ties.end(), [&state](const model::Tie &tie) {
        return tie.anchor.document == state.facts.document;
    }));
    return row;
}

} // namespace

RecordGroup recordGroupOf(model::DocumentKind kind)
{
    using Kind = model::DocumentKind;
    switch (kind) {
    case Kind::Questionnaire:
    case Kind::ReportOfInvestigation:
    case Kind::Decision:
        return RecordGroup::Investigation;
    case Kind::SubjectStatement:
    case Kind::Interrogatory:
    case Kind::Email:
        return RecordGroup::SubjectResponses;
    case Kind::CreditReport:
    case Kind::TaxRecord:
        return RecordGroup::Financial;
    case Kind::CourtRecord:
    case Kind::PoliceRecord:
        return RecordGroup::CourtAndLawEnforcement;
    case Kind::MedicalRecord:
    case Kind::Letter:
    case Kind::Transcript:
    case Kind::Other:
        break;
    }
    return RecordGroup::Other;
}

QString recordGroupWord(RecordGroup group)
{
    switch (group) {
    case RecordGroup::Investigation:
        return RecordModel::tr("Investigation");
    case RecordGroup::SubjectResponses:
        return RecordModel::tr("Subject responses");
    case RecordGroup::Financial:
        return RecordModel::tr("Financial");
    case RecordGroup::CourtAndLawEnforcement:
        return RecordModel::tr("Court / law enforcement");
    case RecordGroup::Other:
        break;
    }
    return RecordModel::tr("Other");
}

QString documentIcon(const model::DocumentAdded &facts)
{
    using Kind = model::DocumentKind;
    switch (facts.kind) {
    case Kind::Email:
    case Kind::SubjectStatement:
    case Kind::Letter:
        return QStringLiteral("mail");
    case Kind::CreditReport:
    case Kind::TaxRecord:
        return QStringLiteral("receipt-text");
    case Kind::CourtRecord:
    case Kind::PoliceRecord:
        return QStringLiteral("gavel");
    case Kind::Transcript:
        return QStringLiteral("scroll-text");
    case Kind::Questionnaire:
        return QStringLiteral("list-checks");
    default:
        return facts.unreadable.empty() ? QStringLiteral("file-text") : QStringLiteral("triangle-alert");
    }
}

QString documentDetail(const model::DocumentAdded &facts)
{
    QStringList parts;
    if (!facts.unreadable.empty())
        parts << RecordModel::tr("Not opened: %1").arg(unreadableWord(facts.unreadable));
    else
        parts << mediaWord(facts.media) << (facts.pages == 1 ? RecordModel::tr("1 p") : RecordModel::tr("%1 pp").arg(facts.pages));
    switch (model::layerNoteOf(facts.engine)) {
    case model::LayerNote::NoWords:
        parts << RecordModel::tr("no words to search");
        break;
    case model::LayerNote::DynamicForm:
        parts << RecordModel::tr("dynamic form, may not show all");
        break;
    case model::LayerNote::None:
        break;
    }
    if (!facts.exhibit.empty())
        parts << text(facts.exhibit);
    if (facts.parent)
        parts << RecordModel::tr("attached");
    return parts.join(QStringLiteral(" · "));
}

void RecordModel::setDossier(const model::Dossier *dossier)
{
    std::vector<RecordRow> rows;
    m_documents = dossier ? dossier->documents.size() : 0;
    if (dossier) {
        for (const model::Contradiction &contradiction : dossier->contradictions) {
            if (contradiction.resolved)
                continue;
            RecordRow row;
            row.kind = RecordRow::Kind::Contradiction;
            row.contradiction = contradiction.id;
            row.icon = QStringLiteral("triangle-alert");
            row.title = contradiction.note.empty() ? tr("Contradiction") : text(contradiction.note);
            row.detail = tr("%1 p. %2 against %3 p. %4").arg(titleOf(*dossier, contradiction.claimed.document)).arg(contradiction.claimed.span.page)
                             .arg(titleOf(*dossier, contradiction.found.document)).arg(contradiction.found.span.page);
            rows.push_back(std::move(row));
        }
        for (const RecordGroup group : groups) {
            bool headed = false;
            for (const model::DocumentState &state : dossier->documents) {
                if (recordGroupOf(state.facts.kind) != group)
                    continue;
                if (!headed) {
                    RecordRow heading;
                    heading.kind = RecordRow::Kind::Heading;
                    heading.title = recordGroupWord(group).toUpper();
                    rows.push_back(std::move(heading));
                    headed = true;
                }
                rows.push_back(documentRow(*dossier, state));
            }
        }
    }
    m_all = std::move(rows);
    show();
}

void RecordModel::setMachineRead(std::map<DocumentId, std::uint32_t> pages)
{
    m_machineRead = std::move(pages);
    show();
}

QString RecordModel::detailOf(const RecordRow &row) const
{
    const auto read = m_machineRead.find(row.document);
    if (row.kind != RecordRow::Kind::Document || read == m_machineRead.end())
        return row.detail;
    const bool whole = read->second >= row.pages;
    const QString words = whole ? tr("read by a machine") : tr("%1 of %2 pp read by a machine").arg(read->second).arg(row.pages);
    return row.wordless ? QString(row.detail).replace(tr("no words to search"), words) : row.detail + QStringLiteral(" · ") + words;
}

void RecordModel::setFilter(const QString &words)
{
    m_filter = words.simplified();
    show();
}

void RecordModel::show()
{
    std::vector<RecordRow> rows;
    for (const RecordRow &row : m_all) {
        const bool document = row.kind == RecordRow::Kind::Document;
        if (document && !m_filter.isEmpty() && !row.title.contains(m_filter, Qt::CaseInsensitive) && !detailOf(row).contains(m_filter, Qt::CaseInsensitive))
            continue;
        // A heading whose documents are all filtered away goes too.
        if (row.kind == RecordRow::Kind::Heading && !rows.empty() && rows.back().kind == RecordRow::Kind::Heading)
            rows.pop_back();
        rows.push_back(row);
        rows.back().detail = detailOf(row);
    }
    if (!rows.empty() && rows.back().kind == RecordRow::Kind::Heading)
        rows.pop_back();
    if (rows == m_rows)
        return;
    // The same rows with new numbers (the usual case: a tie, a page read) keep selection and scroll position.
    const bool sameShape = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const RecordRow &a, const RecordRow &b) {
        return a.kind == b.kind && a.document == b.document && a.contradiction == b.contradiction;
    });
    if (sameShape) {
        m_rows = std::move(rows);
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RecordModel::rowOf(const DocumentId &document) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == RecordRow::Kind::Document && m_rows[i].document == document)
            return static_cast<int>(i);
    }
    return -1;
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RecordRow &here = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return here.title;
    case Qt::ToolTipRole:
        return here.kind == RecordRow::Kind::Heading ? QString() : here.title + u'\n' + here.detail;
    case Qt::AccessibleTextRole:
        if (here.kind == RecordRow::Kind::Document)
            return tr("%1, %2, %3 passages, %4 of %5 pages read").arg(here.title, here.detail).arg(here.passages).arg(here.pagesRead).arg(here.pages);
        return here.kind == RecordRow::Kind::Heading ? here.title : tr("Contradiction: %1, %2").arg(here.title, here.detail);
    default:
        return {};
    }
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const
{
    const bool heading = index.isValid() && row(index.row()).kind == RecordRow::Kind::Heading;
    return heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace caseward::ui
