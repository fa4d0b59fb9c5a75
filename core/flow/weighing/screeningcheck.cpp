// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/weighing/screeningcheck.h"

#include "core/flow/weighing/textcheck.h"

#include <algorithm>

namespace caseward::flow {

namespace {

Fault notThere(const std::string &what) { return fail(FaultCode::NotFound, what, {{"what", what}}); }

} // namespace

Status ScreeningChecker::document(const DocumentId &id) const
{
    return m_dossier.document(id) ? Status() : Status(notThere("document " + id.text()));
}

Status ScreeningChecker::place(const model::PaperPlace &place) const
{
    if (!place.document)
        return {};
    TRY(document(*place.document));
    const model::DocumentAdded &facts = m_dossier.document(*place.document)->facts;
    if (place.page > facts.pages)
        return notThere("page " + std::to_string(place.page) + " of '" + facts.title + "'");
    return {};
}

Status ScreeningChecker::operator()(const model::SectionJudged &event) const
{
    TRY(model::checkEvent(event));
    TRY(document(event.document));
    const bool refused = event.complete == model::Verdict::No || event.consistent == model::Verdict::No || event.relevant == model::Verdict::No;
    return refused ? needWords(event.reason, "the reason for a no") : checkWords(event.reason, "the reason");
}

Status ScreeningChecker::operator()(const model::ReleaseRecorded &event) const
{
    TRY(model::checkEvent(event));
    TRY(place(event.place));
    if (event.signedOn.empty() && !event.validUntil.empty())
        return fail(FaultCode::Malformed, "a release that nobody signed counts until no day");
    if (!event.validUntil.empty() && event.validUntil < event.signedOn) // days written YYYY-MM-DD compare as text
        return fail(FaultCode::Malformed, "the release ends before it was signed");
    return checkWords(event.note, "the note");
}

Status ScreeningChecker::operator()(const model::IdentityRecorded &event) const
{
    TRY(model::checkEvent(event));
    TRY(place(event.place));
    TRY(event.verified ? needWords(event.means, "by what it was verified") : needWords(event.note, "why it cannot be verified"));
    return checkWords(event.note, "the note");
}

Status ScreeningChecker::operator()(const model::ComponentRecorded &event) const
{
    TRY(model::checkEvent(event));
    TRY(place(event.place));
    return event.state == model::ComponentState::Present ? checkWords(event.reason, "the reason") : needWords(event.reason, "the reason");
}

Status ScreeningChecker::operator()(const model::FlagRaised &event) const
{
    const auto &flags = m_dossier.screening.flags;
    if (event.flag.isNull() || std::ranges::any_of(flags, [&](const auto &flag) { return flag.first.flag == event.flag; }))
        return fail(FaultCode::AlreadyExists, "flag id is null or taken");
    TRY(place(event.place));
    return needWords(event.text, "the flag");
}

Status ScreeningChecker::operator()(const model::FlagDismissed &event) const
{
    TRY(needWords(event.hint, "the hint"));
    return needWords(event.reason, "the reason");
}

Status ScreeningChecker::operator()(const model::DeficiencyNoted &event) const
{
    TRY(model::checkEvent(event));
    return needWords(event.text, "what is to be mended");
}

Status ScreeningChecker::operator()(const model::DeficiencySettled &event) const
{
    const auto noted = m_dossier.screening.deficiencies.find({event.code, event.section});
    if (noted == m_dossier.screening.deficiencies.end())
        return notThere("deficiency " + event.code + (event.section.empty() ? "" : " of section " + event.section));
    if (noted->second.settled)
        return fail(FaultCode::AlreadyExists, "the deficiency is settled already");
    return needWords(event.reason, "what settles it");
}

} // namespace caseward::flow
