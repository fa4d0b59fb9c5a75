// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange, incoming: everything is verified before anything is kept.
#include "core/flow/exchange/bundlereader.h"
#include "core/flow/exchange/caseimport.h"
#include "core/session/exchangefacts.h"
#include "core/session/reciprocitycheck.h"
#include "core/session/rostersigning.h"

#include <algorithm>

namespace caseward::session {

namespace {

// A bundle of which everything is known to be good.
struct Vouched {
    flow::SealCheck seal;
    flow::Contents contents;
    std::vector<flow::JudgedCase> cases;
    std::uint64_t lane = 0;
    std::string laneNote;
};

Status judgeLane(Session::State &state, Vouched &vouched)
{
    const auto me = std::ranges::find(vouched.seal.label.to, state.who.certificate.fingerprint(), &flow::Party::certificate);
    const auto last = TRY(state.vault->lastOnLane(false, vouched.seal.sender.fingerprint().hex()));
    const std::uint64_t expected = last ? last->number + 1 : 1;
    vouched.lane = me->lane;
    if (me->lane > expected)
        vouched.laneNote = std::to_string(me->lane - expected) + " bundle(s) from this sender are missing before this one";
    else if (me->lane < expected)
        vouched.laneNote = "older than the last bundle received from this sender";
    else if (last && me->previous != last->label.hex())
        vouched.laneNote = "the bundle before this one was not the one received here";
    else
        vouched.laneNote = last ? "follows the last one from this sender" : "the first one from this sender";
    return {};
}

Status judgePacks(Session::State &state, const Vouched &vouched)
{
    for (const auto &[digest, text] : vouched.contents.packs) {
        const auto pack = TRY(packs::Pack::load(viewOf(text)));
        if (pack->digest != digest)
            return fail(FaultCode::PackMismatch, "a guideline pack in the bundle does not have its digest", {{"pack", pack->id}});
    }
    for (const flow::JudgedCase &judged : vouched.cases) {
        for (const model::PackRef &ref : judged.dossier.packs)
            if (!vouched.contents.packs.contains(ref.digest) && !state.packFor(ref).ok())
                return fail(FaultCode::PackMismatch, "neither the bundle nor this station holds pack " + ref.id, {{"pack", ref.id + " " + ref.version}});
    }
    return {};
}

// With the packs of the bundle, which nobody has kept yet, and those held here.
Status judgeReciprocity(Session::State &state, const Vouched &vouched)
{
    const auto packFor = [&](const model::PackRef &ref) -> Result<packs::PackPtr> {
        const auto carried = vouched.contents.packs.find(ref.digest);
        return carried == vouched.contents.packs.end() ? state.packFor(ref) : packs::Pack::load(viewOf(carried->second));
    };
    const packs::ReciprocityRulesPtr rules = TRY(packs::loadReciprocity(state.env.packsFolder / "reciprocity"));
    for (const flow::IncomingCase &incoming : vouched.contents.cases)
        TRY(checkReciprocity(incoming.history, packFor, rules));
    return {};
}

// Whether the sender stood on the roster of their office when the bundle was sealed: the newest that is held here or came with it.
Status judgeSender(Session::State &state, const Vouched &vouched)
{
    const crypto::Certificate &sender = vouched.seal.sender;
    std::optional<model::Roster> roster;
    if (const auto kept = TRY(state.vault->rosters().newest(sender.organisation())))
        roster = TRY(verifyRoster(*kept, state.trust)).roster;
    for (const auto &[digest, incoming] : vouched.contents.rosters) {
        const auto verified = verifyRoster({{}, 0, incoming.json, incoming.signature}, state.trust);
        if (verified.ok() && verified->roster.office == sender.organisation() && (!roster || verified->roster.version > roster->version))
            roster = verified->roster;
    }
    const auto person = PersonId::parse(sender.personId());
    const model::RosterPerson *row = roster && person.ok() ? roster->find(*person) : nullptr;
    if (row && row->standing != model::Standing::Active && row->since <= vouched.seal.label.created)
        return fail(FaultCode::PersonSuspended, row->name + " was " + std::string(model::standingName(row->standing)) + " when this bundle was sealed",
                    {{"person", row->name}, {"office", roster->office}});
    return {};
}

// Newer rosters are kept; older, equal and doubtful ones change nothing, and a doubtful one is remembered.
Status keepRosters(Session::State &state, const Vouched &vouched)
{
    for (const auto &[digest, incoming] : vouched.contents.rosters) {
        const auto adopted = adoptRoster(state, {{}, 0, incoming.json, incoming.signature});
        if (adopted.ok() || adopted.fault().code == FaultCode::AlreadyExists)
            continue;
        TRY(state.note("roster.refused", {{"digest", codec::Json(digest)}, {"reason", codec::Json(adopted.fault().detail)}}));
    }
    return {};
}

Result<Vouched> vouch(Session::State &state, const Path &bundle, Progress &progress)
{
    Vouched vouched;
    vouched.seal = TRY(flow::checkSeal(bundle, state.trust, progress));
    if (TRY(state.vault->hasSeen(vouched.seal.label.bundle)))
        return fail(FaultCode::BundleSeenBefore, "bundle " + vouched.seal.label.bundle.text() + " was received here before",
                    {{"bundle", vouched.seal.label.bundle.text()}});
    vouched.contents = TRY(flow::openContents(bundle, vouched.seal, state.credential, state.trust, progress));
    TRY(judgeSender(state, vouched));
    for (const flow::IncomingCase &incoming : vouched.contents.cases) {
        std::vector<model::Entry> here;
        const auto known = state.vault->summary(incoming.id);
        if (!known.ok() && known.fault().code != FaultCode::NotFound)
            return known.fault();
        if (known.ok())
            here = TRY(state.caseOf(incoming.id))->file->history().entries();
        vouched.cases.push_back(TRY(flow::judgeCase(incoming, vouched.contents, vouched.seal, here, state.trust)));
    }
    TRY(judgePacks(state, vouched));
    TRY(judgeReciprocity(state, vouched));
    TRY(judgeLane(state, vouched));
    return vouched;
}

std::vector<BundleCase> caseRows(const Vouched &vouched)
{
    std::vector<BundleCase> rows;
    for (std::size_t index = 0; index < vouched.cases.size(); ++index) {
        const flow::IncomingCase &incoming = vouched.contents.cases[index];
        const flow::JudgedCase &judged = vouched.cases[index];
        rows.push_back({incoming.id, incoming.reference, incoming.history.size(), incoming.history.size() - judged.known,
                        static_cast<std::uint32_t>(judged.dossier.documents.size()),
                        flow::verdictWords(judged, incoming.history.size())});
    }
    return rows;
}

// Seals the documents of one case that are new here into its file.
Result<std::vector<store::SealedDocument>> keepDocuments(Session::State &state, const Path &bundle, const Vouched &vouched,
                                                         std::size_t which, store::CaseFile &file, Progress &progress)
{
    const flow::IncomingCase &incoming = vouched.contents.cases[which];
    const flow::JudgedCase &judged = vouched.cases[which];
    const std::string folder = "cases/" + incoming.id.text() + "/documents/";
    std::vector<store::SealedDocument> kept;
    const auto keep = [&](const flow::ManifestFile &named, const Bytes &content) -> Status {
        if (!named.name.starts_with(folder))
            return {};
        for (const DocumentId &id : judged.newDocuments) {
            const model::DocumentAdded &facts = judged.dossier.document(id)->facts;
            if (facts.digest != named.digest)
                continue;
            auto layer = TRY(store::decodeTextLayer(incoming.textLayers.at(facts.textDigest)));
            kept.push_back(TRY(file.sealDocument(id, content, std::move(layer), state.env.random, progress)));
        }
        return {};
    };
    if (!judged.newDocuments.empty())
        TRY(flow::forEachFile(bundle, vouched.seal, state.credential, keep, progress));
    if (kept.size() != judged.newDocuments.size())
        return fail(FaultCode::BundleDamaged, "the bundle changed while it was read");
    return kept;
}

std::vector<model::Entry> entriesFrom(const std::vector<model::Entry> &history, std::uint64_t from)
{
    return {history.begin() + static_cast<std::ptrdiff_t>(from), history.end()};
}

Status keepCase(Session::State &state, const Path &bundle, const Vouched &vouched, std::size_t which, Progress &progress)
{
    const flow::IncomingCase &incoming = vouched.contents.cases[which];
    const flow::JudgedCase &judged = vouched.cases[which];
    if (judged.received)
        return {};
    const auto receive = [&](store::CaseFile &file) -> Status {
        auto documents = TRY(keepDocuments(state, bundle, vouched, which, file, progress));
        return file.append(entriesFrom(incoming.history, judged.known), std::move(documents));
    };
    if (judged.known == 0) {
        OpenCase fresh;
        fresh.use(TRY(state.packsFor(judged.dossier.packs)));
        const auto row = newRow(summarise(judged.dossier, fresh.packs, incoming.history), incoming.history.size());
        fresh.file = TRY(state.vault->createCase(incoming.id, TRY(state.keyHolders()), state.env.clock.now(), receive, row));
        TRY(state.refresh(fresh));
        state.open.insert_or_assign(incoming.id, std::move(fresh));
    } else {
        TRY(receive(*TRY(state.caseOf(incoming.id))->file));
    }
    OpenCase &target = *TRY(state.caseOf(incoming.id));
    TRY(state.refresh(target));
    TRY(state.append(target, {model::CustodyReceived{vouched.seal.label.bundle, vouched.seal.sender.fingerprint()}}));
    return {};
}

// Once the first case is kept the others follow: stopping between two would keep half a bundle.
class Unstoppable final : public Progress {
public:
    explicit Unstoppable(Progress &shown) : m_shown(shown) {}
    bool advance(std::uint64_t done, std::uint64_t total) override
    {
        static_cast<void>(m_shown.advance(done, total));
        return true;
    }

private:
    Progress &m_shown;
};

std::vector<std::string> references(const Vouched &vouched)
{
    std::vector<std::string> list;
    for (const flow::IncomingCase &incoming : vouched.contents.cases)
        list.push_back(incoming.reference);
    return list;
}

} // namespace

Result<BundleInspection> Session::inspectBundle(const Path &bundle, Progress &progress)
{
    State &state = *m_state;
    TRY(state.needUnlocked());
    const Vouched vouched = TRY(vouch(state, bundle, progress));
    BundleInspection found;
    const flow::Label &label = vouched.seal.label;
    found.id = label.bundle;
    found.fromOffice = label.from.office;
    found.fromName = vouched.seal.sender.commonName();
    found.toOffice = label.to.front().office;
    found.marking = label.marking;
    found.purpose = vouched.contents.manifest.purpose;
    found.created = label.created;
    found.bytes = vouched.seal.bytes;
    found.lane = vouched.lane;
    found.parts = static_cast<std::uint32_t>(label.stream.segments.size());
    found.laneNote = vouched.laneNote;
    found.cases = caseRows(vouched);
    found.files = vouched.contents.files;
    return found;
}

Result<BundleReceived> Session::importBundle(const Path &bundle, Progress &progress)
{
    State &state = *m_state;
    TRY(state.needUnlocked());
    TRY(state.vault->needWritable());
    auto tried = vouch(state, bundle, progress);
    if (!tried.ok()) {
        // The refusal is remembered; nothing of the bundle is.
        TRY(state.note("bundle.refused", {{"file", codec::Json(bundle.filename().string())},
                                          {"reason", codec::Json(faultName(tried.fault().code))}}));
        return tried.fault();
    }
    const Vouched vouched = std::move(tried).value();
    TRY(rules::mayAct(vouched.cases.front().dossier, state.actor(), rules::Act::Receive));
    for (const auto &[digest, text] : vouched.contents.packs) {
        const auto pack = TRY(packs::Pack::load(viewOf(text)));
        TRY(state.vault->storePack(pack->ref(), text));
    }
    Unstoppable unstoppable(progress);
    for (std::size_t index = 0; index < vouched.cases.size(); ++index)
        TRY(keepCase(state, bundle, vouched, index, index == 0 ? progress : unstoppable));

    TRY(keepRosters(state, vouched));
    TRY(state.vault->addPerson(vouched.seal.sender, false));
    const ExchangeFacts facts{vouched.seal.label.from.office, vouched.seal.sender.commonName(), vouched.contents.manifest.purpose,
                              bundle.filename().string(), references(vouched), "accepted"};
    // Both or neither: a bundle that is in the register was received, whatever happens to the disk now.
    codec::Json::Object entry{{"bundle", codec::Json(vouched.seal.label.bundle.text())},
                              {"label", codec::Json(vouched.seal.labelDigest.hex())},
                              {"office", codec::Json(vouched.seal.label.from.office)}};
    const Instant now = state.env.clock.now();
    TRY(state.vault->recordReceived({vouched.seal.label.bundle, false, vouched.seal.sender.fingerprint().hex(), vouched.lane,
                                     vouched.seal.labelDigest, now, encodeExchangeFacts(facts)},
                                    {now, state.who.person, "bundle.received", codec::Json(std::move(entry))}));
    return BundleReceived{vouched.seal.label.bundle, caseRows(vouched), vouched.laneNote};
}

} // namespace caseward::session
