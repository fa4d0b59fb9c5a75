// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/state.h"

#include "core/base/blanktext.h"
#include "core/codec/objectreader.h"
#include "core/rules/severalpacks.h"

#include <algorithm>

namespace caseward::session {

Status needReason(const std::string &reason)
{
    if (isBlank(reason))
        return fail(FaultCode::Malformed, "a reason is needed: it is what an inspector reads", {{"what", "the reason"}});
    return {};
}

Status Session::State::needUnlocked() const
{
    return vault ? Status() : Status(fail(FaultCode::NotSignedIn, "nobody is signed in"));
}

Result<packs::PackPtr> Session::State::packFor(const model::PackRef &ref)
{
    for (const packs::PackPtr &pack : packs)
        if (pack->digest == ref.digest)
            return pack;
    auto text = vault->packText(ref.digest);
    if (!text.ok())
        return fail(FaultCode::PackMismatch, "this station does not hold pack " + ref.id + " " + ref.version + " (" + ref.digest.hex() + ")",
                    {{"pack", ref.id + " " + ref.version}});
    auto pack = TRY(packs::Pack::load(viewOf(*text)));
    if (pack->digest != ref.digest)
        return fail(FaultCode::PackMismatch, "the stored pack does not have its digest", {{"pack", ref.id + " " + ref.version}});
    packs.push_back(pack);
    return pack;
}

Result<std::vector<packs::PackPtr>> Session::State::packsFor(const std::vector<model::PackRef> &refs)
{
    std::vector<packs::PackPtr> list;
    for (const model::PackRef &ref : refs)
        list.push_back(TRY(packFor(ref)));
    return list;
}

void OpenCase::use(std::vector<packs::PackPtr> those)
{
    packs = std::move(those);
    pack = packs.front();
}

Status Session::State::keepPack(const packs::Pack &pack)
{
    if (vault->packText(pack.digest).ok())
        return {};
    const bool fresh = docket && docket->isFresh(vault->docket().changes(), env.clock.now());
    TRY(vault->storePack(pack.ref(), pack.canonical));
    if (fresh)
        docket->settle(vault->docket().changes()); // as in note()
    return {};
}

Result<OpenCase *> Session::State::caseOf(const CaseId &id)
{
    TRY(needUnlocked());
    const auto known = open.find(id);
    if (known != open.end())
        return &known->second;
    if (!vault->isReadOnly())
        TRY(tendAccess(id));
    OpenCase fresh;
    fresh.file = TRY(vault->openCase(id, keyring()));
    TRY(noteShortened(*fresh.file)); // before its row is written again
    const model::Folding &folding = *TRY(follow(fresh, fresh.file->history().entries()));
    fresh.use(TRY(packsFor(folding.dossier().packs)));
    // A case opens with its pack whatever the program comes with later; a full disk keeps nobody from reading.
    if (!vault->isReadOnly())
        for (const packs::PackPtr &pack : fresh.packs)
            static_cast<void>(keepPack(*pack));
    show(fresh);
    return &open.emplace(id, std::move(fresh)).first->second;
}

std::vector<model::Event> Session::State::introduced(const model::Dossier *dossier, std::vector<model::Event> events) const
{
    if (dossier && dossier->people.contains(who.person))
        return events;
    // case.opened has to stay the first entry of all.
    const std::size_t at = !events.empty() && std::holds_alternative<model::CaseOpened>(events.front()) ? 1 : 0;
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(at),
                  model::PersonIntroduced{who.person, who.name, who.roles, who.certificate.der()});
    return events;
}

std::vector<model::Entry> Session::State::draft(const OpenCase &target, const std::vector<model::Event> &events) const
{
    std::vector<store::Draft> drafts;
    for (const model::Event &event : introduced(target.dossier.get(), events))
        drafts.push_back(store::draftOf(event, env.clock.now(), who.person));
    return target.file->history().next(drafts, who.stationId);
}

Result<model::Folding *> Session::State::follow(OpenCase &target, const model::HistoryView &history)
{
    // Where a check or a write failed in between, the folding went on and the file did not: then it is begun anew.
    if (target.folding && target.folding->isOf(history))
        TRY(target.folding->follow(history));
    else
        target.folding = TRY(model::Folding::of(history));
    return &*target.folding;
}

Status Session::State::noteShortened(const store::CaseFile &file)
{
    const auto shown = vault->summary(file.id());
    const std::uint64_t had = shown.ok() ? entriesInSummary(*shown) : 0;
    if (had <= file.history().size() || vault->isReadOnly())
        return {};
    return note("case.shortened", {{"case", codec::Json(file.id().text())}, {"had", codec::Json(had)}, {"has", codec::Json(file.history().size())}});
}

void Session::State::show(OpenCase &target)
{
    target.dossier = std::make_shared<const model::Dossier>(target.folding->dossier());
    const CaseId &id = target.file->id();
    const DocketRow row = summarise(*target.dossier, target.packs, target.file->history().entries());
    const std::string summary = encodeSummary(row, target.file->history().size());
    // The docket row is derived: the entry is on disk whether or not the row could be written, so failing here would tell a
    // lie. A row left behind is mended when the case is next opened.
    const auto shown = vault->summary(id);
    if (shown.ok() && *shown == summary)
        return;
    const bool fresh = docket && docket->isFresh(vault->docket().changes(), env.clock.now());
    const std::string line = docketLineOf(row);
    if (vault->docket().put({id, row.reference, line}, summary).ok() && fresh && docket->put(id, line))
        docket->settle(vault->docket().changes());
}

store::Vault::NewCaseRow newRow(const DocketRow &row, std::uint64_t entries)
{
    return {encodeSummary(row, entries), {row.id, row.reference, docketLineOf(row)}};
}

Status Session::State::refresh(OpenCase &target)
{
    target.use(TRY(packsFor(TRY(follow(target, target.file->history().entries()))->dossier().packs)));
    show(target);
    return {};
}

Status Session::State::appendEntries(OpenCase &target, const std::vector<model::Entry> &entries,
                                     std::vector<store::SealedDocument> documents)
{
    // Fold before writing: what cannot be folded must never get on disk, since nothing is ever taken back.
    auto checklists = TRY(packsFor(TRY(follow(target, {target.file->history().entries(), entries}))->dossier().packs));
    TRY(target.file->append(entries, std::move(documents)));
    target.use(std::move(checklists));
    show(target);
    return {};
}

Result<DossierPtr> Session::State::append(OpenCase &target, const std::vector<model::Event> &events,
                                          std::vector<store::SealedDocument> documents)
{
    TRY(appendEntries(target, draft(target, events), std::move(documents)));
    return target.dossier;
}

Status Session::State::note(const std::string &kind, codec::Json::Object body)
{
    const bool fresh = docket && docket->isFresh(vault->docket().changes(), env.clock.now());
    TRY(vault->appendLedger({{env.clock.now(), who.person, kind, codec::Json(std::move(body))}}));
    if (fresh)
        docket->settle(vault->docket().changes()); // the ledger is no matter of the queue
    return {};
}

Result<model::PageText> Session::State::page(OpenCase &target, const DocumentId &document, std::uint32_t number)
{
    return TRY(target.file->page(document, number)).text;
}

std::vector<crypto::Certificate> Session::State::chain() const
{
    return trust.issuersOf(who.certificate);
}

DocketRow summarise(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const std::vector<model::Entry> &history)
{
    DocketRow row;
    row.id = dossier.facts.caseId;
    row.reference = dossier.facts.reference;
    row.subject = dossier.facts.subject;
    row.type = dossier.facts.type;
    row.access = dossier.facts.access;
    row.marking = dossier.facts.marking;
    row.due = dossier.facts.due;
    row.demonstration = dossier.facts.demonstration;
    row.status = dossier.status;
    row.stage = dossier.proceedings.stage;
    row.dues = rules::duesOf(dossier);
    row.custodyHere = dossier.custodyHere;
    row.custodyWith = dossier.custodyWith;
    row.documents = static_cast<std::uint32_t>(dossier.documents.size());
    row.pages = dossier.pageCount();
    row.pagesRead = dossier.pagesRead();
    row.passages = static_cast<std::uint32_t>(dossier.ties.size());
    row.openContradictions = dossier.openContradictions();
    row.openGaps = static_cast<std::uint32_t>(
        std::ranges::count_if(dossier.gaps, [](const model::Gap &gap) { return !gap.explained.has_value(); }));
    const rules::Gate gate = rules::completeness(dossier, packs);
    row.checksOpen = static_cast<std::uint32_t>(gate.openCount());
    row.checksTotal = static_cast<std::uint32_t>(gate.checks.size());
    row.guidelinesRaised = rules::guidelinesRaised(dossier, *packs.front());
    row.holder = dossier.personName(dossier.lastActor);
    row.lastAt = dossier.last;
    row.lastKind = history.empty() ? std::string() : history.back().kind;
    return row;
}

namespace {

codec::Json duesJson(const std::vector<rules::Due> &dues)
{
    codec::Json::Array list;
    for (const rules::Due &due : dues)
        list.emplace_back(codec::Json::Array{due.what, due.day, due.stoppedOn, due.because, due.goal});
    return list;
}

std::optional<rules::Due> dueOf(const codec::Json &json)
{
    if (!json.isArray() || json.array().size() != 5 || json.array()[4].type() != codec::Json::Type::Boolean)
        return std::nullopt;
    const codec::Json::Array &fields = json.array();
    if (!std::ranges::all_of(fields.begin(), fields.begin() + 4, [](const codec::Json &field) { return field.isString(); }))
        return std::nullopt;
    return rules::Due{fields[0].string(), fields[1].string(), fields[2].string(), fields[3].string(), fields[4].boolean()};
}

// Rows written before there were stages have neither; the day of the case was all that was due.
void readProceedings(codec::ObjectReader &reader, DocketRow &row)
{
    const codec::Json *stage = reader.optionalMember("stage");
    const codec::Json *dues = reader.optionalMember("dues");
    const auto known = model::parseStage(stage != nullptr && stage->isString() ? stage->string() : std::string());
    if (known.ok())
        row.stage = *known;
    if (dues != nullptr && dues->isArray()) {
        for (const codec::Json &json : dues->array())
            if (auto due = dueOf(json))
                row.dues.push_back(std::move(*due));
    } else if (!row.due.empty() && row.status != model::CaseStatus::Countersigned) {
        row.dues = {{"The case", row.due, {}, {}, true}};
    }
}

} // namespace

std::string encodeSummary(const DocketRow &row, std::uint64_t entries)
{
    codec::Json::Object json;
    codec::Json::Array raised;
    for (const std::string &letter : row.guidelinesRaised)
        raised.emplace_back(letter);
    json["reference"] = row.reference;
    json["subject"] = row.subject;
    json["type"] = row.type;
    json["access"] = row.access;
    json["marking"] = row.marking;
    json["due"] = row.due;
    json["demonstration"] = row.demonstration;
    json["status"] = static_cast<int>(row.status);
    json["stage"] = std::string(model::stageName(row.stage));
    json["dues"] = duesJson(row.dues);
    json["custodyHere"] = row.custodyHere;
    json["custodyWith"] = row.custodyWith;
    json["numbers"] = codec::Json::Array{row.documents, row.pages, row.pagesRead, row.passages, row.openContradictions,
                                         row.openGaps, row.checksOpen, row.checksTotal, entries};
    json["raised"] = std::move(raised);
    json["holder"] = row.holder;
    json["lastAt"] = toText(row.lastAt);
    json["lastKind"] = row.lastKind;
    return codec::canonicalJson(codec::Json(std::move(json)));
}

std::uint64_t entriesInSummary(const std::string &text)
{
    const auto json = codec::parseCanonicalJson(viewOf(text));
    const codec::Json *numbers = json.ok() ? json->find("numbers") : nullptr;
    if (!numbers || !numbers->isArray() || numbers->array().size() != 9 || numbers->array()[8].type() != codec::Json::Type::Number)
        return 0;
    return static_cast<std::uint64_t>(numbers->array()[8].number());
}

DocketRow decodeSummary(const CaseId &id, const std::string &text)
{
    DocketRow row;
    row.id = id;
    const auto json = codec::parseCanonicalJson(viewOf(text));
    if (!json.ok()) {
        row.readable = false;
        row.problem = "its line in the docket is damaged";
        return row;
    }
    codec::ObjectReader reader(*json, "docket");
    row.reference = reader.text("reference");
    row.subject = reader.text("subject");
    row.type = reader.text("type");
    row.access = reader.text("access");
    row.marking = reader.text("marking");
    row.due = reader.text("due");
    row.demonstration = reader.boolean("demonstration");
    row.status = static_cast<model::CaseStatus>(reader.integer("status", 0, 4));
    readProceedings(reader, row);
    row.custodyHere = reader.boolean("custodyHere");
    row.custodyWith = reader.text("custodyWith");
    row.guidelinesRaised = reader.texts("raised");
    row.holder = reader.text("holder");
    row.lastAt = reader.instant("lastAt");
    row.lastKind = reader.text("lastKind");
    const codec::Json::Array numbers = reader.array("numbers");
    std::uint32_t *fields[] = {&row.documents, &row.pages, &row.pagesRead, &row.passages, &row.openContradictions,
                               &row.openGaps, &row.checksOpen, &row.checksTotal};
    // Rows written before the number of entries was kept lack the last one.
    if (!reader.finish().ok() || (numbers.size() != std::size(fields) && numbers.size() != std::size(fields) + 1)) {
        row.readable = false;
        row.problem = "its line in the docket is damaged";
        return row;
    }
    for (std::size_t index = 0; index < std::size(fields); ++index)
        if (numbers[index].type() == codec::Json::Type::Number)
            *fields[index] = static_cast<std::uint32_t>(numbers[index].number());
    return row;
}

} // namespace caseward::session
