// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/screening.h"

#include "core/rules/stages.h"
#include "core/session/answers.h"
#include "core/session/docket.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

constexpr std::size_t mostOthers = 20, pageOfCases = 200;
constexpr const char *deficientPurpose = "deficient";

Fault notThere(const std::string &what) { return fail(FaultCode::NotFound, what, {{"what", what}}); }

bool isQuestionnaire(const model::DocumentState &document)
{
    return document.facts.media == model::MediaType::Questionnaire || document.facts.kind == model::DocumentKind::Questionnaire;
}

// Cases of the same subject among those this person may know of: the queue shows nobody any other.
Result<std::vector<rules::OtherCase>> othersOf(Session &session, const model::Dossier &dossier)
{
    std::vector<rules::OtherCase> others;
    const std::string &subject = dossier.facts.subject;
    if (subject.empty())
        return others;
    DocketQuery query;
    query.words = {{subject, {}, {}}};
    query.count = pageOfCases;
    for (std::size_t matching = 1; query.from < matching && others.size() < mostOthers; query.from += pageOfCases) {
        const DocketPage page = TRY(docketPage(session, query));
        matching = page.matching;
        for (const DocketRow &row : page.rows)
            if (row.readable && row.subject == subject && row.id != dossier.facts.caseId && others.size() < mostOthers)
                others.push_back({row.id, row.reference, std::string(model::caseStatusName(row.status))});
    }
    return others;
}

// What an entry names must be in the forms file.
struct Vocabulary {
    const packs::Forms &forms;
    const model::Dossier &dossier;

    Status section(const std::string &id) const { return forms.section(id) ? Status() : Status(notThere("section " + id)); }
    Status operator()(const model::SectionJudged &event) const
    {
        const model::DocumentState *document = dossier.document(event.document);
        if (document && !isQuestionnaire(*document))
            return fail(FaultCode::NotAllowed, "'" + document->facts.title + "' is no questionnaire: only the sections of one are judged");
        return section(event.section);
    }
    Status operator()(const model::ReleaseRecorded &event) const
    {
        const bool known = std::ranges::find(forms.releases, event.kind, &packs::ReleaseRule::id) != forms.releases.end();
        return known ? Status() : Status(notThere("release '" + event.kind + "'"));
    }
    Status operator()(const model::ComponentRecorded &event) const
    {
        for (const packs::Tier &tier : forms.tiers)
            if (std::ranges::find(tier.components, event.component, &packs::TierComponent::id) != tier.components.end())
                return {};
        return notThere("component '" + event.component + "'");
    }
    Status operator()(const model::DeficiencyNoted &event) const
    {
        if (!forms.deficiency(event.code))
            return notThere("deficiency code " + event.code);
        return event.section.empty() ? Status() : section(event.section);
    }
    Status operator()(const model::IdentityRecorded &) const { return {}; }
    Status operator()(const model::FlagRaised &) const { return {}; }
    Status operator()(const model::FlagDismissed &) const { return {}; }   // what it names is looked up by record()
    Status operator()(const model::DeficiencySettled &) const { return {}; }
    template <typename Other>
    Status operator()(const Other &) const
    {
        return fail(FaultCode::NotAllowed, "this kind of entry is no matter of screening");
    }
};

} // namespace

const Hint *Screened::hint(const std::string &id) const
{
    const auto is = [&](const Hint &hint) { return hint.id == id; };
    for (const FormScreening &form : found.questionnaires)
        for (const SectionResult &section : form.sections)
            if (const auto at = std::ranges::find_if(section.hints, is); at != section.hints.end())
                return &*at;
    if (const auto at = std::ranges::find_if(found.flags, is); at != found.flags.end())
        return &*at;
    return found.deviation && is(*found.deviation) ? &*found.deviation : nullptr;
}

const FormScreening *Screened::form(const DocumentId &document) const
{
    const auto at = std::ranges::find(found.questionnaires, document, &FormScreening::document);
    return at == found.questionnaires.end() ? nullptr : &*at;
}

Result<packs::FormsPtr> ScreeningDesk::forms()
{
    const std::vector<packs::FormsPtr> all = TRY(packs::loadForms(m_session.state().env.packsFolder / "forms"));
    packs::FormsPtr newest;
    for (const packs::FormsPtr &one : all)
        if (!newest || (one->id == newest->id && packs::isNewer(one->version, newest->version)))
            newest = one;
    if (!newest)
        return fail(FaultCode::NotFound, "this station has no questionnaire forms", {{"what", "questionnaire forms"}});
    return newest;
}

Result<Screened> ScreeningDesk::screen(const CaseId &id, const std::string &asOf)
{
    Session::State &state = m_session.state();
    const std::string day = asOf.empty() ? dayOf(state.env.clock.now()) : asOf;
    if (!isDay(day))
        return fail(FaultCode::Malformed, "'" + day + "' is not a day written YYYY-MM-DD");
    OpenCase &target = *TRY(state.caseOf(id));
    const DossierPtr dossier = target.dossier;
    Screened screened;
    screened.forms = TRY(forms());
    std::vector<rules::Questionnaire> questionnaires;
    std::vector<DocumentId> unread;
    for (const model::DocumentState &document : dossier->documents) {
        if (!isQuestionnaire(document))
            continue;
        const auto answers = Answers(m_session).of(id, document.facts.document);
        if (!answers.ok() || !document.isReadable())
            unread.push_back(document.facts.document);
        else if (!(*answers)->empty() || document.facts.kind == model::DocumentKind::Questionnaire) // other XML is no questionnaire
            questionnaires.push_back({document.facts.document, **answers});
    }
    screened.found = rules::screen({*dossier, *screened.forms, target.packs, std::move(questionnaires), TRY(othersOf(m_session, *dossier)), TRY(dayNumber(day))});
    screened.found.unread = std::move(unread);
    return screened;
}

Result<DossierPtr> ScreeningDesk::record(const CaseId &id, const model::Event &event, const std::string &asOf)
{
    const DossierPtr dossier = TRY(m_session.openCase(id));
    TRY(std::visit(Vocabulary{*TRY(forms()), *dossier}, event));
    if (const auto *dismissed = std::get_if<model::FlagDismissed>(&event)) {
        const Screened screened = TRY(screen(id, asOf));
        if (!screened.hint(dismissed->hint))
            return notThere("hint " + dismissed->hint);
    }
    return m_session.record(id, event);
}

model::FlagId ScreeningDesk::newFlagId()
{
    const Environment &env = m_session.state().env;
    return model::FlagId::make(env.clock, env.random);
}

Result<DeficiencyLetter> ScreeningDesk::letter(const CaseId &id, const std::string &to, const std::string &words)
{
    const DossierPtr dossier = TRY(m_session.openCase(id));
    const packs::FormsPtr file = TRY(forms());
    DeficiencyLetter letter{to, dossier->facts.reference, dossier->facts.subject, dayOf(m_session.state().env.clock.now()), words, {}};
    const auto add = [&](const std::string &section) {
        for (const auto &[key, noted] : dossier->screening.deficiencies) {
            if (noted.settled || key.second != section)
                continue;
            const packs::DeficiencyCode *code = file->deficiency(key.first);
            const packs::FormSection *named = file->section(section);
            // A code of another version of the forms stands for itself.
            letter.items.push_back({key.first, code ? code->title : std::string(), section, named ? named->title : std::string(), noted.text});
        }
    };
    for (const packs::FormSection &section : file->sections)
        add(section.id);
    std::vector<std::string> rest;
    for (const auto &[key, noted] : dossier->screening.deficiencies)
        if (!file->section(key.second) && std::ranges::find(rest, key.second) == rest.end())
            rest.push_back(key.second);
    std::ranges::for_each(rest, add);
    if (letter.items.empty())
        return fail(FaultCode::NotAllowed, "No deficiency is noted: there is nothing to ask the sender for");
    return letter;
}

Result<BundleSent> ScreeningDesk::returnDeficient(const CaseId &id, const std::string &to, const std::string &words, ExportRequest request, Progress &progress)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(state.vault->needWritable());
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Send));
    if (request.recipients.empty())
        return fail(FaultCode::Malformed, "nobody is named to send it to");
    std::error_code ignored;
    if (std::filesystem::exists(request.file, ignored))
        return fail(FaultCode::AlreadyExists, request.file.string() + " exists", {{"file", request.file.string()}});
    const DeficiencyLetter asked = TRY(letter(id, to, words));
    model::CaseReturnedDeficient entry{to, {}, words};
    for (const DeficiencyLetter::Item &item : asked.items)
        entry.items.push_back({item.code, item.section, item.text});
    TRY(model::checkEvent(entry));
    const auto &returns = target.dossier->screening.returns;
    const bool written = !returns.empty() && returns.back().first.to == entry.to && returns.back().first.items == entry.items && returns.back().first.words == entry.words;
    if (!written) {
        std::vector<model::Event> events{entry};
        // The stage says so too, where the table leads there from where the case stands.
        const model::StageMoved move{target.dossier->proceedings.stage, model::Stage::DeficientReturned, {}, "Returned to " + to + " as deficient"};
        if (rules::mayMove(*target.dossier, state.actor(), move, TRY(dayNumber(asked.date))).ok())
            events.emplace_back(move);
        TRY(state.append(target, events));
    }
    request.cases = {id};
    request.purpose = deficientPurpose;
    return m_session.exportBundle(request, progress);
}

std::string DeficiencyLetter::text() const
{
    std::string lines = "To: " + to + "\nDate: " + date + "\nCase: " + reference + (subject.empty() ? "" : "\nSubject: " + subject) +
        "\n\nThe file of this case is returned because it falls short of what is needed to begin. Nothing in this letter says anything about the subject.\n";
    if (!words.empty())
        lines += "\n" + words + "\n";
    lines += "\nPlease mend, and send the file back:\n";
    std::size_t number = 0;
    for (const Item &item : items) {
        lines += "\n" + std::to_string(++number) + ". " + item.code + (item.title.empty() ? "" : "  " + item.title) + "\n";
        if (!item.section.empty())
            lines += "   Section " + item.section + (item.sectionTitle.empty() ? "" : ", " + item.sectionTitle) + "\n";
        lines += "   " + item.text + "\n";
    }
    return lines;
}

} // namespace caseward::session
