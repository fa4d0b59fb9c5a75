// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/answermodel.h"

#include "core/model/spot.h"
#include "ui/base/plaintable.h"
#include "ui/base/themedlabel.h"
#include "ui/models/anchorwords.h"
#include "ui/models/casewords.h"

#include <QCoreApplication>

#include <map>

namespace caseward::ui {

namespace {

constexpr qsizetype quoteLength = 90;

QString tr(const char *words, int count = -1) { return QCoreApplication::translate("AnswerModel", words, nullptr, count); }

// "EmploymentActivities" -> "Employment activities"; "Employment[2]" -> "Employment 2". "@Type" -> "Type".
QString spoken(QStringView name)
{
    QString words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool begins = i > 0 && c.isUpper() && !name[i - 1].isUpper();
        if (c == QLatin1Char('['))
            words += QLatin1Char(' ');
        else if (c != QLatin1Char(']') && c != QLatin1Char('@'))
            words += begins ? QLatin1Char(' ') + QString(i + 1 < name.size() && name[i + 1].isUpper() ? c : c.toLower()) : QString(c);
    }
    return words;
}

// The list that holds an entry says nothing that the entry does not: "Employments/Employment[2]/Type" -> "Employment 2, Type".
QString questionOf(const QStringList &parts)
{
    QStringList words;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const bool isListOfNext = i + 1 < parts.size() && parts[i + 1].contains(QLatin1Char('['));
        const QString &part = parts[i];
        if (part == QLatin1String("@NotApplicable") || part == QLatin1String("@DoNotKnow"))
            continue; // the answer says it
        if (!isListOfNext && part != QLatin1String("DateRange") && part != QLatin1String("Answer"))
            words << spoken(part);
    }
    return words.isEmpty() ? spoken(parts.last()) : words.join(QStringLiteral(", "));
}

bool touches(const model::Anchor &anchor, const AnswerRow &row)
{
    return anchor.span.page == row.place.page && anchor.span.start < row.place.end && row.place.start < anchor.span.end;
}

QString placeIn(const model::Anchor &anchor, const model::Dossier &dossier)
{
    const model::DocumentState *document = dossier.document(anchor.document);
    return tr("%1, p. %2").arg(document ? text(document->facts.title) : QString()).arg(anchor.span.page);
}

// What the dossier says, by document and page, so that a long form does not look through all of it at every answer.
struct Found {
    std::map<std::pair<DocumentId, std::uint32_t>, std::vector<const model::Tie *>> ties;
    std::map<std::pair<DocumentId, std::uint32_t>, std::vector<const model::Contradiction *>> contradictions;
};

void describe(AnswerRow &row, const Found &found, const model::Dossier &dossier)
{
    int passages = 0, contradictions = 0;
    const std::pair at(row.document, row.place.page);
    if (const auto ties = found.ties.find(at); ties != found.ties.end())
        for (const model::Tie *tie : ties->second)
            if (touches(tie->anchor, row)) {
                ++passages;
                row.details << tr("Tied to %1: %2").arg(text(tie->condition.id), quotedWords(tie->anchor, quoteLength));
            }
    if (const auto linked = found.contradictions.find(at); linked != found.contradictions.end())
        for (const model::Contradiction *one : linked->second) {
            const bool claims = one->claimed.document == row.document && touches(one->claimed, row);
            if (!claims && !(one->found.document == row.document && touches(one->found, row)))
                continue;
            ++contradictions;
            const model::Anchor &other = claims ? one->found : one->claimed;
            row.details << tr("Against %1 in %2 (%3)").arg(quotedWords(other, quoteLength), placeIn(other, dossier), one->resolution.empty() ? tr("open") : tr("resolved"));
        }
    QStringList words;
    if (passages > 0)
        words << (passages == 1 ? tr("1 passage") : tr("%1 passages").arg(passages));
    if (contradictions > 0)
        words << (contradictions == 1 ? tr("1 contradiction") : tr("%1 contradictions").arg(contradictions));
    row.found = words.join(QStringLiteral(", "));
}

} // namespace

std::vector<AnswerRow> answerRows(const std::vector<AnsweredForm> &forms, const model::Dossier &dossier)
{
    Found found;
    for (const model::Tie &tie : dossier.ties)
        found.ties[{tie.anchor.document, tie.anchor.span.page}].push_back(&tie);
    for (const model::Contradiction &one : dossier.contradictions) {
        found.contradictions[{one.claimed.document, one.claimed.span.page}].push_back(&one);
        if (one.found.document != one.claimed.document || one.found.span.page != one.claimed.span.page)
            found.contradictions[{one.found.document, one.found.span.page}].push_back(&one);
    }
    std::vector<AnswerRow> rows;
    for (const AnsweredForm &form : forms) {
        for (const model::Answer &answer : *form.answers) {
            const QStringList parts = text(answer.path).split(QLatin1Char('/'));
            AnswerRow row;
            row.document = form.document;
            row.section = spoken(parts.first());
            row.question = questionOf(parts);
            row.value = text(answer.value);
            row.place = answer.span;
            describe(row, found, dossier);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void AnswerModel::setRows(std::vector<AnswerRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int AnswerModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int AnswerModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AnswerRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == PlainToneRole)
        return static_cast<int>(index.column() == Section || index.column() == Page ? Tone::Secondary : Tone::Primary);
    if (role == PlainStrongRole)
        return index.column() == Found;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Section:
        return row.section;
    case Question:
        return row.question;
    case Value:
        return row.value;
    case Page:
        return tr("p. %1").arg(row.place.page);
    default:
        return role == Qt::ToolTipRole ? row.details.join(QLatin1Char('\n')) : row.found;
    }
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const char *const words[] = {QT_TRANSLATE_NOOP("AnswerModel", "Section"), QT_TRANSLATE_NOOP("AnswerModel", "Question"), QT_TRANSLATE_NOOP("AnswerModel", "Answer"),
                                 QT_TRANSLATE_NOOP("AnswerModel", "Page"), QT_TRANSLATE_NOOP("AnswerModel", "Found in the record")};
    return tr(words[section]);
}

} // namespace caseward::ui
