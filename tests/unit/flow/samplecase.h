// SPDX-License-Identifier: GPL-3.0-or-later
// A case in memory for the tests of core/flow: a history made by core/store's own chain, documents of plain text, and
// the bundle it goes into. Nothing is on disk but the bundle.
#pragma once

#include "core/crypto/signature.h"
#include "core/evidence/anchors.h"
#include "core/flow/decision/decisionrecord.h"
#include "core/flow/exchange/bundlereader.h"
#include "core/flow/exchange/bundlewriter.h"
#include "core/flow/exchange/caseimport.h"
#include "core/store/history.h"
#include "core/store/textlayer.h"
#include "tests/support/testoffice.h"

namespace caseward::tests {

inline packs::PackPtr sead4()
{
    static const auto packs = must(packs::loadPacks(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs"));
    static const packs::PackPtr newest = packs::newestOf(packs, "us-sead4-2017");
    return newest;
}

class SampleCase {
public:
    SampleCase(TestOffice &office, const Member &author)
        : m_office(office), m_author(author), m_station(StationId::make(office.clock, office.random)),
          id(CaseId::make(office.clock, office.random))
    {
        add(model::CaseOpened{id, "PSH-26-0001", "Subject K", "initial", "Secret", "CUI//PRVCY", "", sead4()->ref(), true});
        introduce(author);
    }

    void introduce(const Member &person)
    {
        std::vector<std::string> roles;
        for (const crypto::Role role : person.certificate().roles())
            roles.emplace_back(crypto::roleName(role));
        add(model::PersonIntroduced{person.files.id, person.certificate().commonName(), roles, person.certificate().der()});
    }
    void addAs(const Member &actor, const model::Event &event)
    {
        const auto entries = history.next({store::draftOf(event, m_office.clock.now(), actor.files.id)}, m_station);
        history.accept(entries);
    }
    void add(const model::Event &event) { addAs(m_author, event); }

    // Without pages it is one that could not be opened.
    DocumentId addDocument(const std::string &title, const std::vector<std::string> &pages, Bytes content = {})
    {
        store::TextLayer layer;
        for (const std::string &page : pages)
            layer.push_back({{612, 792}, {page, {}}});
        if (content.empty())
            content = toBytes(title + "\n" + (pages.empty() ? std::string() : pages.front()));
        model::DocumentAdded facts;
        facts.document = DocumentId::make(m_office.clock, m_office.random);
        facts.digest = crypto::sha256(content);
        facts.bytes = content.size();
        facts.name = title + ".txt";
        facts.title = title;
        facts.pages = static_cast<std::uint32_t>(layer.size());
        if (layer.empty())
            facts.unreadable = "document-damaged";
        facts.textDigest = store::textLayerDigest(layer);
        add(facts);
        contents[facts.document] = std::move(content);
        layers[facts.document] = std::move(layer);
        return facts.document;
    }
    PassageId tie(const DocumentId &document, const std::string &quote, const std::string &condition)
    {
        const model::PageText &page = layers[document].front().text;
        std::uint32_t occurrence = 1;
        const auto span = evidence::findQuote(page.text, 1, quote, occurrence);
        const auto anchor = must(evidence::makeAnchor(dossier().document(document)->facts, page, span.value()));
        const PassageId passage = PassageId::make(m_office.clock, m_office.random);
        add(model::PassageTied{passage, anchor, {sead4()->id, condition}, model::Weight::Substantial, "a note"});
        return passage;
    }
    [[nodiscard]] model::Dossier dossier() const { return must(model::foldHistory(history.entries())); }
    [[nodiscard]] ledger::Checkpoint checkpoint() const
    {
        return {"caseward/case/" + id.text(), history.size(), history.root()};
    }

    // decision.json and its signature as the session makes them.
    model::DecisionSigned sign(const Member &signer, const ledger::Checkpoint &over)
    {
        add(model::OutcomeProposed{"deny", "", {}});
        const ledger::Checkpoint now = over.size == 0 ? checkpoint() : over;
        const std::string decision = flow::buildDecision({dossier(), *sead4(), now, signer.certificate(), signer.files.id,
                                                          "adjudicator", m_office.clock.now()});
        const Bytes signature = must(crypto::signDetached(viewOf(decision), signer.credential, m_office.clock.now(), {m_office.officeCertificate()}));
        return {crypto::sha256(viewOf(decision)), decision, signature, "deny"};
    }

private:
    TestOffice &m_office;
    Member m_author;
    StationId m_station;

public:
    CaseId id;
    store::History history;
    std::map<DocumentId, Bytes> contents;
    std::map<DocumentId, store::TextLayer> layers;
};

// What is about to be sent, open to be bent by a test before it is written.
inline flow::BundleDraft draftBundle(TestOffice &office, SampleCase &sample, const Member &sender, const std::vector<Member> &recipients)
{
    flow::BundleDraft draft;
    draft.label.bundle = BundleId::make(office.clock, office.random);
    draft.label.created = office.clock.now();
    draft.label.from = {sender.certificate().organisation(), sender.fingerprint(), 0, {}};
    std::vector<Digest> fingerprints;
    for (const Member &recipient : recipients) {
        draft.label.to.push_back({recipient.certificate().organisation(), recipient.fingerprint(), 1, {}});
        draft.recipients.push_back(recipient.certificate());
        fingerprints.push_back(recipient.fingerprint());
    }
    draft.label.marking = "CUI//PRVCY";
    draft.label.cases = 1;
    draft.purpose = "for review";
    draft.legalBasis = "test";
    sample.addAs(sender, model::CustodySent{draft.label.bundle, draft.label.to.front().office, fingerprints, "for review"});
    flow::OutgoingCase item;
    item.id = sample.id;
    item.reference = "PSH-26-0001";
    item.history = sample.history.entries();
    for (const auto &state : sample.dossier().documents) {
        const std::string layer = store::encodeTextLayer(sample.layers[state.facts.document]);
        item.documents.push_back({state.facts.document, state.facts.digest, state.facts.bytes, state.facts.textDigest, layer.size()});
    }
    item.documentBytes = [&sample](const DocumentId &id) -> Result<Bytes> { return sample.contents[id]; };
    item.textLayer = [&sample](const DocumentId &id) -> Result<std::string> { return store::encodeTextLayer(sample.layers[id]); };
    draft.cases.push_back(std::move(item));
    draft.packs.push_back({sead4()->digest, sead4()->canonical});
    return draft;
}

inline Result<flow::WrittenBundle> writeTo(const Path &file, const flow::BundleDraft &draft, const Member &sender,
                                           const TestOffice &office, Progress &progress)
{
    auto pending = TRY(PendingFile::create(file));
    const auto written = TRY(flow::writeBundle(draft, sender.credential, {office.officeCertificate()}, pending, progress));
    TRY(pending.commit());
    return written;
}

// Everything an import checks before it would keep anything, for a receiver who has `here` of the case.
inline Status readWhole(const Path &bundle, const crypto::Credential &receiver, const crypto::TrustStore &trust,
                        const std::vector<model::Entry> &here = {})
{
    NoProgress progress;
    const auto seal = TRY(flow::checkSeal(bundle, trust, progress));
    const auto contents = TRY(flow::openContents(bundle, seal, receiver, trust, progress));
    for (const auto &incoming : contents.cases)
        TRY(flow::judgeCase(incoming, contents, seal, here, trust));
    return {};
}

} // namespace caseward::tests
