// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold before an entry of screening is accepted: the paper it names is in the case, its dates are in order, and whoever says
// no says why. Which sections, releases, components and codes there are is the forms file's to say (core/session/screening.h).
// Pure; worker thread. Malformed, NotFound, AlreadyExists.
#pragma once

#include "core/model/dossier.h"

namespace caseward::flow {

class ScreeningChecker {
public:
    explicit ScreeningChecker(const model::Dossier &dossier) : m_dossier(dossier) {}
    Status operator()(const model::SectionJudged &event) const;
    Status operator()(const model::ReleaseRecorded &event) const;
    Status operator()(const model::IdentityRecorded &event) const;
    Status operator()(const model::ComponentRecorded &event) const;
    Status operator()(const model::FlagRaised &event) const;
    Status operator()(const model::FlagDismissed &event) const;
    Status operator()(const model::DeficiencyNoted &event) const;
    Status operator()(const model::DeficiencySettled &event) const;

private:
    Status document(const DocumentId &id) const;
    Status place(const model::PaperPlace &place) const;

    const model::Dossier &m_dossier;
};

} // namespace caseward::flow
