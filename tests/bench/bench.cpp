// SPDX-License-Identifier: GPL-3.0-or-later
// One pass of the job inside one process, each step timed on its own: prints one line of JSON, {"step": milliseconds, …}.
// Works on a demonstration office whose case was reviewed but not signed (tests/bench/run makes copies of one), and
// leaves it countersigned. `caseward-bench job OFFICE SCRATCH`, `caseward-bench stream FILE SCRATCH`, and `caseward-bench scale NAME SCRATCH` (scale.h).
#include "core/crypto/sealedstream.h"
#include "core/evidence/decisioncheck.h"
#include "core/session/session.h"
#include "tests/bench/scale.h"
#include "tests/bench/times.h"

#include <fstream>

using namespace caseward;
using namespace caseward::bench;

namespace {

struct Station {
    Path vault;
    std::string role, passphrase;
    session::VaultPerson person = {};
};

session::VaultPerson personOf(const Station &station)
{
    for (const session::VaultPerson &person : need(session::Session::peopleOf(station.vault), "people"))
        for (const std::string &role : person.roles)
            if (role == station.role)
                return person;
    std::fprintf(stderr, "caseward-bench: nobody there is %s\n", station.role.c_str());
    std::exit(1);
}

void signIn(session::Session &session, const Station &station, Times &times, const std::string &step)
{
    const crypto::Secret passphrase = crypto::Secret::fromText(station.passphrase);
    times.of(step, [&] { return session.unlock({station.vault, station.person.id, {}, &passphrase}); });
}

void timeKeyDerivation(const Station &station, Times &times)
{
    const crypto::Secret passphrase = crypto::Secret::fromText(station.passphrase);
    const Bytes file = need(readFile(station.person.keyFile, 64u << 10), "key file");
    times.of("key derivation (scrypt)", [&] { return crypto::PrivateKey::fromEncryptedFile(file, passphrase); });
}

// The first page of a PDF of the case, from nothing to pixels in this process; leaves the PDF in `scratch` for the peer.
void timeFirstPage(session::Session &session, const model::Dossier &dossier, const Path &scratch, Times &times)
{
    for (const model::DocumentState &state : dossier.documents) {
        if (state.facts.media != model::MediaType::Pdf)
            continue;
        const CaseId id = dossier.facts.caseId;
        const Bytes bytes = need(session.documentBytes(id, state.facts.document), "document");
        need(writeFile(scratch / "page.pdf", bytes), "page.pdf");
        auto reader = times.of("first page: start the reader child", [&] { return session.openReader(id, state.facts.document); });
        times.of("first page: render at 150 dpi", [&] { return reader->renderPage(1, 150); });
        return;
    }
    std::fprintf(stderr, "caseward-bench: the case has no PDF\n");
    std::exit(1);
}

// Ties and unties again, so that the record is as complete as before. Each tie is on disk when the call returns.
void timeTies(session::Session &session, const CaseId &id, const model::Tie &like, Times &times)
{
    for (int round = 0; round < 10; ++round) {
        model::Anchor anchor = like.anchor;
        const PassageId passage = session.newPassageId();
        times.of("tie a passage (durable)", [&] {
            return session.record(id, model::PassageTied{passage, anchor, like.condition, model::Weight::Slight, "measured"});
        });
        need(session.record(id, model::PassageUntied{passage, "measured"}), "untie");
    }
}

session::ExportRequest exportOf(session::Session &session, const CaseId &id, const char *role, const Path &file)
{
    session::ExportRequest request;
    request.cases = {id};
    request.file = file;
    request.purpose = "measured";
    for (const session::Contact &contact : need(session.contacts(), "contacts"))
        for (const std::string &held : contact.roles)
            if (held == role && !contact.here)
                request.recipients = {contact.fingerprint};
    return request;
}

std::string confirmWordOf(session::Session &session, const CaseId &id)
{
    const auto dossier = need(session.openCase(id), "case");
    return need(session.packOf(id), "pack")->outcome(dossier->proposal->outcome.outcome)->confirmWord;
}

int job(const Path &office, const Path &scratch)
{
    Times times;
    SystemClock clock;
    SystemRandom random;
    const Path resources = CASEWARD_RESOURCES;
    const session::Environment environment{clock, random, {reading::defaultReaderProgram(), resources / "fonts", true}, resources / "packs"};
    NoProgress progress;
    Station adjudication{office / "adjudication.caseward", "adjudicator", "demo adjudicator passphrase"};
    Station supervision{office / "supervision.caseward", "supervisor", "demo supervisor passphrase"};
    adjudication.person = personOf(adjudication);
    supervision.person = personOf(supervision);

    session::Session a(environment), b(environment);
    timeKeyDerivation(adjudication, times);
    signIn(a, adjudication, times, "unlock (key derivation within)");
    const auto rows = times.of("queue", [&] { return a.docket(); });
    const CaseId id = rows.front().id;
    const auto dossier = times.of("open case", [&] { return a.openCase(id); });
    timeFirstPage(a, *dossier, scratch, times);
    timeTies(a, id, dossier->ties.front(), times);
    times.of("completeness gate", [&] { return a.gate(id); });
    const std::string word = confirmWordOf(a, id);
    times.of("sign", [&] { return a.sign(id, word); });
    const auto there = exportOf(a, id, "supervisor", scratch / "there.cwb");
    times.of("seal (11 documents)", [&] { return a.exportBundle(there, progress); });

    signIn(b, supervision, times, "unlock at the second station");
    times.of("open bundle (all verified, kept)", [&] { return b.importBundle(there.file, progress); });
    times.of("what changed", [&] { return b.changes(id, session::Since::Start); });
    need(b.concur(id, "measured"), "concur");
    times.of("countersign", [&] { return b.countersign(id); });
    const auto back = exportOf(b, id, "adjudicator", scratch / "back.cwb");
    times.of("seal back", [&] { return b.exportBundle(back, progress); });
    times.of("open bundle back", [&] { return a.importBundle(back.file, progress); });

    const auto files = need(a.decisionFiles(id), "decision");
    crypto::TrustStore trust;
    for (const auto &certificate : need(crypto::Certificate::listFromPem(toBytes(files.officePem)), "office"))
        trust.add(certificate);
    times.of("verify decision and countersignature", [&] {
        return evidence::verifyDecision(viewOf(files.decision), files.signature, files.countersignature, trust);
    });
    times.of("vault check", [&] { return a.checkVault(progress); });
    times.print();
    return 0;
}

// A sealed stream of the file and back, as a bundle's parts are written and read: hashed, encrypted, written, synced.
int stream(const Path &file, const Path &scratch)
{
    Times times;
    crypto::Secret key = need(crypto::Secret::random(32), "key");
    const Path sealedFile = scratch / "stream.sealed";
    const crypto::StreamSeal seal = times.of("sealed stream: seal", [&]() -> Result<crypto::StreamSeal> {
        std::ifstream in(file, std::ios::binary);
        auto pending = TRY(PendingFile::create(sealedFile));
        crypto::SealedWriter writer(key.clone(), [&](BytesView segment) { return pending.write(segment); });
        Bytes buffer(1u << 20);
        while (in.read(reinterpret_cast<char *>(buffer.data()), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
            TRY(writer.write(BytesView(buffer).first(static_cast<std::size_t>(in.gcount()))));
        auto made = TRY(writer.finish());
        TRY(pending.commit());
        return made;
    });
    times.of("sealed stream: open", [&]() -> Status {
        std::ifstream in(sealedFile, std::ios::binary);
        std::ofstream out(scratch / "stream.opened", std::ios::binary);
        crypto::SealedReader reader(std::move(key), seal.segments, [&](std::size_t index, Bytes &segment) -> Status {
            segment.resize(seal.segments[index].bytes);
            in.read(reinterpret_cast<char *>(segment.data()), static_cast<std::streamsize>(segment.size()));
            return {};
        });
        Bytes buffer(4u << 20);
        for (;;) {
            const std::size_t got = TRY(reader.read(buffer));
            if (got == 0)
                return {};
            out.write(reinterpret_cast<const char *>(buffer.data()), static_cast<std::streamsize>(got));
        }
    });
    times.print();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    need(crypto::prepareProcess(), "prepare");
    const std::string what = argc == 4 ? argv[1] : "";
    if (what == "job")
        return job(argv[2], argv[3]);
    if (what == "stream")
        return stream(argv[2], argv[3]);
    if (what == "scale" && scaleBench(argv[2], argv[3]))
        return 0;
    std::fprintf(stderr, "caseward-bench job OFFICE SCRATCH | stream FILE SCRATCH | scale append|case|history|memory|documents|docket SCRATCH\n");
    return 2;
}
