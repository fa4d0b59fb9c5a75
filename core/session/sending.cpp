// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange, outgoing: sealing cases for others and handing over custody.
#include "core/codec/objectreader.h"
#include "core/flow/exchange/bundlewriter.h"
#include "core/session/exchangefacts.h"
#include "core/session/clockcheck.h"
#include "core/session/sealing.h"

#include <algorithm>

namespace caseward::session {

Result<std::vector<Contact>> Session::contacts()
{
    TRY(m_state->needUnlocked());
    std::vector<Contact> list;
    for (const store::PersonRow &row : TRY(m_state->vault->people())) {
        Contact contact;
        contact.person = TRY(PersonId::parse(row.certificate.personId()));
        contact.name = row.certificate.commonName();
        contact.office = row.certificate.organisation();
        for (const crypto::Role role : row.certificate.roles())
            contact.roles.emplace_back(crypto::roleName(role));
        contact.fingerprint = row.certificate.fingerprint();
        contact.here = row.member;
        list.push_back(std::move(contact));
    }
    return list;
}

namespace {

struct Outgoing {
    flow::BundleDraft draft;
    std::vector<OpenCase *> cases;
    std::vector<std::vector<model::Entry>> entries;   // to append here once the bundle is on disk
    std::vector<std::string> references;
};

Result<std::vector<crypto::Certificate>> recipientCertificates(Session::State &state, const std::vector<Digest> &wanted)
{
    std::vector<crypto::Certificate> found;
    const auto people = TRY(state.vault->people());
    for (const Digest &fingerprint : wanted) {
        const auto row = std::ranges::find_if(
            people, [&](const store::PersonRow &person) { return person.certificate.fingerprint() == fingerprint; });
        if (row == people.end())
            return fail(FaultCode::NotFound, "nobody here has a certificate " + fingerprint.hex(), {{"what", "recipient"}});
        if (std::ranges::find(found, row->certificate) != found.end())
            return fail(FaultCode::Usage, row->certificate.commonName() + " is named twice");
        TRY(state.trust.check(row->certificate, state.env.clock.now()));
        found.push_back(row->certificate);
    }
    if (found.empty())
        return fail(FaultCode::Usage, "a bundle needs at least one recipient");
    return found;
}

Status addressLabel(Session::State &state, flow::Label &label, const std::vector<crypto::Certificate> &recipients)
{
    label.bundle = BundleId::make(state.env.clock, state.env.random);
    label.created = state.env.clock.now();
    label.from = {state.who.office, state.who.certificate.fingerprint(), 0, {}};
    for (const crypto::Certificate &recipient : recipients) {
        const auto last = TRY(state.vault->lastOnLane(true, recipient.fingerprint().hex()));
        label.to.push_back({recipient.organisation(), recipient.fingerprint(), last ? last->number + 1 : 1,
                            last ? last->label.hex() : std::string()});
    }
    return {};
}

Result<flow::OutgoingCase> outgoingCase(OpenCase &target, std::vector<model::Entry> history)
{
    flow::OutgoingCase item;
    item.id = target.file->id();
    item.reference = target.dossier->facts.reference;
    item.history = std::move(history);
    for (const model::DocumentState &document : target.dossier->documents) {
        const std::string layer = store::encodeTextLayer(TRY(target.file->textLayer(document.facts.document)));
        item.documents.push_back({document.facts.document, document.facts.digest, document.facts.bytes,
                                  document.facts.textDigest, layer.size()});
    }
    store::CaseFile *file = target.file.get();
    item.documentBytes = [file](const DocumentId &id) { return file->documentBytes(id); };
    item.textLayer = [file](const DocumentId &id) -> Result<std::string> {
        return store::encodeTextLayer(TRY(file->textLayer(id)));
    };
    return item;
}

Result<Outgoing> prepare(Session::State &state, const ExportRequest &request)
{
    Outgoing out;
    if (request.cases.empty())
        return fail(FaultCode::Usage, "a bundle needs at least one case");
    TRY(state.trust.check(state.who.certificate, state.env.clock.now()));
    out.draft.recipients = TRY(recipientCertificates(state, request.recipients));
    TRY(addressLabel(state, out.draft.label, out.draft.recipients));
    out.draft.label.cases = static_cast<std::uint32_t>(request.cases.size());
    out.draft.purpose = request.purpose;
    out.draft.legalBasis = request.legalBasis;
    for (const CaseId &id : request.cases) {
        OpenCase &target = *TRY(state.caseOf(id));
        if (std::ranges::find(out.cases, &target) != out.cases.end())
            return fail(FaultCode::Usage, "case " + target.dossier->facts.reference + " is named twice");
        TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Send));
        // The highest marking would be computed from a site's table; until packs carry one, the first case's stands.
        if (out.draft.label.marking.empty())
            out.draft.label.marking = target.dossier->facts.marking;
        const auto entries = state.draft(target, {model::CustodySent{out.draft.label.bundle, out.draft.label.to.front().office,
                                                                     request.recipients, request.purpose}});
        std::vector<model::Entry> history = target.file->history().entries();
        history.insert(history.end(), entries.begin(), entries.end());
        out.draft.cases.push_back(TRY(outgoingCase(target, std::move(history))));
        for (const packs::PackPtr &pack : target.packs)
            if (std::ranges::none_of(out.draft.packs, [&pack](const auto &it) { return it.digest == pack->digest; }))
                out.draft.packs.push_back({pack->digest, pack->canonical});
        out.cases.push_back(&target);
        out.entries.push_back(entries);
        out.references.push_back(target.dossier->facts.reference);
    }
    if (const auto roster = TRY(state.vault->rosters().newest(state.who.office)))
        out.draft.rosters.push_back({state.rosterDigest, roster->json, roster->signature});
    return out;
}

std::vector<store::ExchangeRecord> registerRows(const Session::State &state, const flow::WrittenBundle &written, const Outgoing &out,
                                                 const ExportRequest &request)
{
    std::vector<store::ExchangeRecord> rows;
    for (std::size_t index = 0; index < written.label.to.size(); ++index) {
        const flow::Party &party = written.label.to[index];
        const ExchangeFacts facts{party.office, out.draft.recipients[index].commonName(), request.purpose,
                                  request.file.filename().string(), out.references, "being sealed"};
        rows.push_back({written.label.bundle, true, party.certificate.hex(), party.lane, written.labelDigest,
                        state.env.clock.now(), encodeExchangeFacts(facts)});
    }
    return rows;
}

} // namespace

Result<BundleSent> Session::exportBundle(const ExportRequest &request, Progress &progress)
{
    State &state = *m_state;
    TRY(state.needUnlocked());
    std::error_code ignored;
    if (std::filesystem::exists(request.file, ignored))
        return fail(FaultCode::AlreadyExists, request.file.string() + " exists; bundles are never written over", {{"file", request.file.string()}});
    TRY(state.vault->needWritable());
    TRY(clockIsRight(state, nullptr));
    const auto waiting = settleSealings(state);
    if (!waiting.empty())
        return fail(FaultCode::NotAllowed, waiting.front());
    Outgoing out = TRY(prepare(state, request));
    auto pending = TRY(PendingFile::create(request.file));
    const flow::WrittenBundle written = TRY(flow::writeBundle(out.draft, state.credential, state.chain(), pending, progress));

    // Custody goes first, the file name second, and a note of both before: whatever stops us leaves the case in one place only,
    // and settleSealings() finds out in which.
    const Path file = std::filesystem::absolute(request.file, ignored);
    TRY(state.vault->beginSealing({written.label.bundle, ignored ? request.file : file, written.labelDigest, request.cases},
                                  registerRows(state, written, out, request)));
    Status outcome;
    for (std::size_t index = 0; index < out.cases.size() && outcome.ok(); ++index)
        outcome = state.appendEntries(*out.cases[index], out.entries[index], {});
    if (outcome.ok())
        outcome = pending.commit();
    static_cast<void>(settleSealings(state)); // what fails now is settled at the next occasion
    if (!outcome.ok())
        return outcome.fault();
    return BundleSent{written.label.bundle, request.file, written.bytes,
                      static_cast<std::uint32_t>(written.label.stream.segments.size()), written.label.to.front().lane};
}

Result<std::vector<ExchangeRow>> Session::exchangeRegister()
{
    TRY(m_state->needUnlocked());
    std::vector<ExchangeRow> rows;
    for (const store::ExchangeRecord &record : TRY(m_state->vault->exchange())) {
        const ExchangeFacts facts = decodeExchangeFacts(record.facts);
        rows.push_back({record.bundle, record.sent, facts.office, facts.person, facts.purpose, facts.file, record.number,
                        record.at, facts.references, facts.outcome});
    }
    return rows;
}

} // namespace caseward::session
