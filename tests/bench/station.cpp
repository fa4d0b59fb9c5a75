// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/station.h"

#include "core/evidence/anchors.h"
#include "core/packs/pack.h"

namespace caseward::bench {

namespace {

constexpr std::size_t charactersPerPage = 2500;
constexpr const char *words = "a passphrase for measuring only";

crypto::Validity aYear(const Clock &clock)
{
    const std::int64_t day = 86'400'000;
    return {{clock.now().milliseconds - day}, {clock.now().milliseconds + 365 * day}};
}

// Reading, tying, noting, weighing and finding, in the mix of a long case.
std::vector<model::Event> eventsOf(const CaseId &id, const packs::Pack &pack, std::size_t entries, std::uint32_t pages,
                                   const Clock &clock, Random &random, const PersonId &person)
{
    constexpr std::uint32_t documents = 20;
    const std::uint32_t each = pages / documents;
    std::vector<model::Event> events;
    events.push_back(model::CaseOpened{id, "BENCH-1", "S-BENCH", "initial", "Secret", "CUI//PRVCY", "2027-01-31", pack.ref(), true});
    events.push_back(model::PersonIntroduced{person, "A. Measurer", {"adjudicator"}, Bytes(900, 7)});
    std::vector<model::DocumentAdded> added;
    for (std::uint32_t number = 0; number < documents; ++number) {
        model::DocumentAdded facts;
        facts.document = DocumentId::make(clock, random);
        facts.digest = crypto::sha256(viewOf(facts.document.text()));
        facts.bytes = facts.document.text().size();
        facts.name = facts.title = "Document " + std::to_string(number);
        facts.media = model::MediaType::Pdf;
        facts.pages = each;
        facts.textDigest = store::textLayerDigest(store::TextLayer(each, pageOfText(charactersPerPage)));
        facts.engine = "poppler 22.12.0";
        added.push_back(facts);
        events.push_back(facts);
    }
    for (std::uint32_t page = 0; page < each * documents; ++page)
        events.push_back(model::PagesDisplayed{added[page / each].document, {page % each + 1}});
    const model::PageText text = pageOfText(charactersPerPage).text;
    const packs::Guideline &guideline = pack.guidelines.front();
    for (std::size_t turn = 0; events.size() < entries; ++turn) {
        const model::DocumentAdded &facts = added[turn % documents];
        const PassageId passage = PassageId::make(clock, random);
        const std::uint32_t page = static_cast<std::uint32_t>(turn % each) + 1;
        const model::Anchor anchor = need(evidence::makeAnchor(facts, text, {page, 100, 160}), "anchor");
        events.push_back(model::PassageTied{passage, anchor, {pack.id, guideline.disqualifying[turn % guideline.disqualifying.size()].id},
                                            model::Weight::Moderate, "compare with the credit report of the same year"});
        if (events.size() < entries && turn % 2 == 0)
            events.push_back(model::PassageWeighed{passage, model::Weight::Substantial});
        if (events.size() < entries && turn % 3 == 0)
            events.push_back(model::PassageNoted{passage, "the account was opened in the year before the first interview"});
        if (events.size() < entries && turn % 5 == 0)
            events.push_back(model::FactorWeighed{pack.id, pack.factors.front().id, "considered with the passages of this document"});
    }
    return events;
}

} // namespace

store::PageLayer pageOfText(std::size_t characters)
{
    store::PageLayer page;
    page.size = {612, 792};
    for (std::size_t at = 0; at < characters; ++at) {
        page.text.text += at % 80 == 79 ? '\n' : static_cast<char>('a' + at % 26);
        page.text.boxes.push_back({72 + static_cast<double>(at % 80) * 5.5, 72 + static_cast<double>(at / 80) * 12, 5, 10});
    }
    return page;
}

std::vector<model::Entry> chained(const std::vector<model::Event> &events, const PersonId &actor)
{
    SystemClock clock;
    SystemRandom random;
    std::vector<store::Draft> drafts;
    for (const model::Event &event : events)
        drafts.push_back(store::draftOf(event, clock.now(), actor));
    return store::History().next(drafts, StationId::make(clock, random));
}

crypto::Secret Station::passphrase() { return crypto::Secret::fromText(words); }

Station::Station(const Path &scratch) : vault(scratch / "bench.caseward")
{
    const crypto::Secret spoken = passphrase();
    need(makeDirectory(scratch / "office"), "office");
    const auto office = need(session::createOffice(scratch / "office", "Bench", spoken, aYear(m_clock)), "office");
    m_person = need(session::enrolPerson(office, spoken, {"A. Measurer", {crypto::Role::Adjudicator}, aYear(m_clock)}, spoken,
                                         scratch, "measurer", environment()), "person");
    session::NewVault made;
    made.folder = vault;
    made.officeCertificates = {office.certificate};
    made.members = {m_person};
    need(session::createVault(made, environment()), "vault");
    const Bytes pem = need(readFile(m_person.certificate, 64u << 10), "certificate");
    const Bytes file = need(readFile(m_person.key, 64u << 10), "key");
    m_credential = need(crypto::Credential::make(need(crypto::Certificate::fromPem(pem), "certificate"),
                                                 need(crypto::PrivateKey::fromEncryptedFile(file, spoken), "key")), "credential");
}

session::Environment Station::environment() const
{
    const Path resources = CASEWARD_RESOURCES;
    return {m_clock, m_random, {reading::defaultReaderProgram(), resources / "fonts", true}, resources / "packs"};
}

std::unique_ptr<store::Vault> Station::openVault()
{
    return need(store::Vault::open(vault, m_credential), "vault");
}

Result<session::SignedIn> Station::signIn(session::Session &session)
{
    const crypto::Secret spoken = passphrase();
    session::UnlockRequest request;
    request.vault = vault;
    request.person = m_person.id;
    request.passphrase = &spoken;
    return session.unlock(request);
}

CaseId Station::addLargeCase(std::size_t entries, std::uint32_t pages)
{
    const auto open = openVault();
    const packs::PackPtr pack = packs::newestOf(need(packs::loadPacks(environment().packsFolder), "packs"), "us-sead4-2017");
    const CaseId id = CaseId::make(m_clock, m_random);
    const auto events = eventsOf(id, *pack, entries, pages, m_clock, m_random, m_person.id);
    const store::PageLayer page = pageOfText(charactersPerPage);
    NoProgress progress;
    need(open->createCase(id, {m_credential.certificate()}, m_clock.now(), [&](store::CaseFile &file) -> Status {
        std::vector<store::SealedDocument> documents;
        for (const model::Event &event : events)
            if (const auto *added = std::get_if<model::DocumentAdded>(&event))
                documents.push_back(TRY(file.sealDocument(added->document, viewOf(added->document.text()),
                                                          store::TextLayer(added->pages, page), m_random, progress)));
        return file.append(chained(events, m_person.id), std::move(documents));
    }, {"{}", {}}), "large case");
    return id;
}

} // namespace caseward::bench
