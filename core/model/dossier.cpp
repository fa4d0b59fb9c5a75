// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dossier.h"

#include <algorithm>

namespace caseward::model {

std::string_view caseStatusName(CaseStatus status)
{
    switch (status) {
    case CaseStatus::InReview: return "in-review";
    case CaseStatus::Signed: return "signed";
    case CaseStatus::Returned: return "returned";
    case CaseStatus::Concurred: return "concurred";
    case CaseStatus::Countersigned: return "countersigned";
    }
    return {};
}

const DocumentState *Dossier::document(const DocumentId &id) const
{
    for (const DocumentState &state : documents)
        if (state.facts.document == id)
            return &state;
    return nullptr;
}

const Tie *Dossier::tie(const PassageId &id) const
{
    for (const Tie &candidate : ties)
        if (candidate.id == id)
            return &candidate;
    return nullptr;
}

const AllegationState *Dossier::allegation(const AllegationId &id) const
{
    for (const AllegationState &candidate : allegations)
        if (candidate.id == id)
            return &candidate;
    return nullptr;
}

std::string Dossier::personName(const PersonId &id) const
{
    const auto person = people.find(id);
    return person == people.end() ? id.text() : person->second.name;
}

std::uint32_t Dossier::pageCount() const
{
    std::uint32_t count = 0;
    for (const DocumentState &state : documents)
        count += state.facts.pages;
    return count;
}

std::uint32_t Dossier::pagesRead() const
{
    std::size_t count = 0; // the fold keeps displayed and waived apart, so no page counts twice
    for (const DocumentState &state : documents)
        count += state.displayed.size() + state.waived.size();
    return static_cast<std::uint32_t>(count);
}

std::uint32_t Dossier::openContradictions() const
{
    return static_cast<std::uint32_t>(std::count_if(contradictions.begin(), contradictions.end(),
                                                    [](const Contradiction &it) { return !it.resolved.has_value(); }));
}

} // namespace caseward::model
