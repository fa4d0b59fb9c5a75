// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/letters.h"

#include "core/crypto/digest.h"
#include "core/crypto/pdfsignature.h"
#include "core/session/clockcheck.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

constexpr std::size_t mostQuestions = 200, mostWords = 20'000, mostAddressee = 1'000;
constexpr std::uint32_t mostDays = 3'650;

bool isBlank(const std::string &text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

std::string daysWords(std::uint32_t days, std::string_view unit)
{
    return std::to_string(days) + (unit == "business" ? " business" : "") + (days == 1 ? " day" : " days");
}

Status checkSaid(const LetterWish &wish)
{
    const bool staysHere = !model::isReleased(wish.kind);
    if (isBlank(wish.addressee) && !staysHere)
        return fail(FaultCode::Malformed, "the letter needs an addressee", {{"field", "addressee"}});
    if (wish.addressee.size() > mostAddressee || wish.addressee.find('\n') != std::string::npos)
        return fail(FaultCode::Malformed, "an addressee is one line of up to " + std::to_string(mostAddressee) + " bytes", {{"field", "addressee"}});
    if (wish.words.size() > mostWords)
        return fail(FaultCode::TooLarge, "what else a letter says has up to " + std::to_string(mostWords) + " bytes");
    if (wish.kind != model::LetterKind::Interrogatory)
        return {};
    if (wish.questions.empty() || std::ranges::any_of(wish.questions, isBlank))
        return fail(FaultCode::Malformed, "an interrogatory asks at least one question, and none of them is blank", {{"field", "questions"}});
    if (wish.questions.size() > mostQuestions || std::ranges::any_of(wish.questions, [](const std::string &it) { return it.size() > mostWords; }))
        return fail(FaultCode::TooLarge, "an interrogatory asks up to " + std::to_string(mostQuestions) + " questions");
    return {};
}

// What the maker says counts before what the packs say; somebody must say it.
Result<std::string> daysOf(const LetterWish &wish, const std::vector<packs::PackPtr> &packs)
{
    if (*rules::letterRow(wish.kind).daysFrom == '\0')
        return std::string();
    if (wish.days > mostDays)
        return fail(FaultCode::Malformed, "there are at most " + std::to_string(mostDays) + " days to answer", {{"field", "days"}});
    if (wish.days > 0)
        return daysWords(wish.days, "calendar");
    if (const packs::TimeLimit *limit = rules::letterDays(packs, wish.kind))
        return daysWords(limit->days, limit->unit);
    return fail(FaultCode::Malformed, "the packs of this case do not say how many days there are to answer: say it", {{"field", "days"}});
}

// "adjudicator", the role one acts by.
std::string roleOf(const SignedIn &who)
{
    for (const char *role : {"supervisor", "adjudicator"})
        if (std::ranges::find(who.roles, role) != who.roles.end())
            return role;
    return who.roles.empty() ? std::string() : who.roles.front();
}

} // namespace

Result<std::vector<LetterChoice>> LetterDesk::choices(const CaseId &id)
{
    const OpenCase &target = *TRY(m_session.state().caseOf(id));
    const Status may = rules::mayAct(*target.dossier, m_session.state().actor(), rules::Act::Proceed);
    std::vector<LetterChoice> list;
    for (const rules::LetterRow &row : rules::letterTable()) {
        LetterChoice choice{row.kind, rules::letterMissing(*target.dossier, *target.pack, row.kind, LetterUse::Draft),
                            rules::letterMissing(*target.dossier, *target.pack, row.kind, LetterUse::Issue), *row.daysFrom != '\0', 0, {}};
        if (choice.issueMissing.empty() && !may.ok())
            choice.issueMissing = may.fault().detail;
        if (const packs::TimeLimit *limit = rules::letterDays(target.packs, row.kind)) {
            choice.days = limit->days;
            choice.unit = limit->unit;
        }
        list.push_back(std::move(choice));
    }
    return list;
}

Result<PreparedLetter> LetterDesk::prepare(const CaseId &id, const LetterWish &wish)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    const model::Dossier &dossier = *target.dossier;
    TRY(rules::mayAct(dossier, state.actor(), wish.use == LetterUse::Issue ? rules::Act::Proceed : rules::Act::Read));
    TRY(rules::mayMake(dossier, *target.pack, wish.kind, wish.use));
    TRY(checkSaid(wish));
    const LetterForm form = TRY(this->form(wish.kind));
    const std::string role = roleOf(state.who);
    PreparedLetter letter{wish, form.form.title, dossier.facts.reference, dossier.facts.marking, state.who.office, state.who.name, role,
                          dayOf(state.env.clock.now()), form.form.version, dossier.facts.demonstration, form.digest, {}, dossier.size};
    if (isBlank(letter.wish.addressee))
        letter.wish.addressee = "The file of case " + dossier.facts.reference;
    const letters::Wish said{wish.kind, letter.wish.addressee, wish.words, TRY(daysOf(wish, target.packs)), wish.questions, letter.on};
    letter.lines = TRY(letters::fill(form.form, letters::factsOf(dossier, *target.pack, said, {state.who.name, role, state.who.office})));
    return letter;
}

Result<SignedLetter> LetterDesk::issue(const CaseId &id, const PreparedLetter &letter, BytesView pdf, const Path &file)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(state.vault->needWritable());
    if (letter.wish.use != LetterUse::Issue)
        return fail(FaultCode::NotAllowed, "a draft is not signed");
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Proceed));
    TRY(rules::mayMake(*target.dossier, *target.pack, letter.wish.kind, LetterUse::Issue));
    if (target.dossier->size != letter.entries)
        return fail(FaultCode::NotAllowed, "the case went on since this letter was prepared: look at it again");
    TRY(clockIsRight(state, &target));
    const Instant now = state.env.clock.now();
    TRY(state.trust.check(state.who.certificate, now));
    const crypto::PdfSigning signing{now, state.who.name, letter.title + ", case " + letter.reference};
    const Bytes made = TRY(crypto::signPdf(pdf, state.credential, signing, state.chain()));
    const Digest paper = crypto::sha256(made);
    const model::Event event = model::LetterIssued{letter.wish.kind, letter.wish.addressee, letter.on, paper, letter.form, letter.version};
    TRY(model::checkEvent(event));
    TRY(writeFile(file, made)); // never over anything
    auto dossier = state.append(target, {event});
    if (!dossier.ok()) { // what no history names is no letter
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
        return dossier.fault();
    }
    return SignedLetter{file, paper, *dossier};
}

} // namespace caseward::session
