// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/description.h"

#include <tuple>

namespace caseward::model {

DocumentDescribed descriptionOf(const DocumentAdded &facts)
{
    return {facts.document, facts.title, facts.kind, facts.source, facts.agency, facts.date, facts.exhibit, facts.marking, facts.custody};
}

bool saysTheSame(const DocumentDescribed &one, const DocumentDescribed &other)
{
    const auto all = [](const DocumentDescribed &said) {
        return std::tie(said.document, said.title, said.kind, said.source, said.agency, said.date, said.exhibit, said.marking, said.custody);
    };
    return all(one) == all(other);
}

} // namespace caseward::model
