// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/letters/template.h"
#include "core/letters/vocabulary.h"

#include <algorithm>

namespace caseward::letters {

using model::LetterKind;

const std::vector<std::string_view> &letterFields()
{
    static const std::vector<std::string_view> names = {
        "office", "case", "subject", "access", "type", "date", "addressee", "days", "words", "signer", "role", "instrument",
        "outcome", "exception", "decision.date", "decision.digest",
    };
    return names;
}

const std::vector<ListWords> &lists()
{
    static const std::vector<ListWords> all = {
        {"paragraphs", "", {"paragraph.number", "paragraph.guideline", "paragraph.title", "paragraph.citation", "paragraph.concern"}},
        {"allegations", "paragraphs", {"allegation.label", "allegation.text", "allegation.when", "allegation.conditions", "allegation.repeats", "allegation.exhibits",
                                       "allegation.answer", "allegation.finding"}},
        {"exhibits", "", {"exhibit.name", "exhibit.title", "exhibit.date", "exhibit.pages", "exhibit.about"}},
        {"questions", "", {"question.number", "question.text"}},
        {"findings", "", {"finding.guideline", "finding.title", "finding.words"}},
        {"reasons", "", {"reason.number", "reason.text", "reason.exhibits"}},
        {"notes", "", {"note.text", "note.exhibits"}, true},
        {"conditions", "", {"condition.number", "condition.text", "condition.due"}},
        {"eligibility", "", {"line.authority", "line.access", "line.status", "line.since", "line.until", "line.exception"}},
    };
    return all;
}

const ListWords *listNamed(std::string_view name)
{
    const auto found = std::ranges::find(lists(), name, &ListWords::name);
    return found == lists().end() ? nullptr : &*found;
}

std::vector<std::string_view> requiredWords(LetterKind kind)
{
    std::vector<std::string_view> names = {"case", "date"};
    const auto add = [&names](std::initializer_list<std::string_view> more) { names.insert(names.end(), more); };
    switch (kind) {
    case LetterKind::StatementOfReasons: add({"addressee", "paragraphs", "allegations", "allegation.label", "allegation.text", "exhibits", "days", "rights"}); break;
    case LetterKind::Interrogatory: add({"addressee", "questions", "question.text", "days"}); break;
    case LetterKind::LetterOfIntent: add({"addressee", "paragraphs", "allegations", "allegation.label", "allegation.text", "days", "rights"}); break;
    case LetterKind::Denial:
    case LetterKind::Revocation: add({"addressee", "outcome", "reasons", "reason.text", "days", "rights"}); break;
    case LetterKind::Advisement: add({"addressee", "outcome", "conditions", "condition.text"}); break;
    case LetterKind::Memorandum: add({"outcome", "findings", "reasons", "reason.text", "notes", "note.text", "decision.digest"}); break;
    case LetterKind::Certificate: add({"outcome", "access", "decision.date"}); break;
    }
    return names;
}

std::vector<std::string> fieldNames(LetterKind kind)
{
    std::vector<std::string> names(letterFields().begin(), letterFields().end());
    for (const ListWords &list : lists()) {
        if (list.internal && model::isReleased(kind))
            continue;
        std::string row = std::string(list.name) + (list.within.empty() ? "" : " (within " + std::string(list.within) + ")") + ":";
        for (const std::string_view field : list.fields)
            row += " " + std::string(field);
        names.push_back(std::move(row));
    }
    return names;
}

} // namespace caseward::letters
