// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in (hash, seal, write, sync) and back (read, open, hash), and the check of a whole vault, beside plain work on the
// same bytes in the same round.
#include "core/crypto/digest.h"
#include "tests/bench/scale.h"
#include "tests/bench/station.h"

#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace caseward::bench {

namespace {

constexpr std::size_t mebibytes = 256;

Status plainIn(const Path &path, BytesView content)
{
    crypto::Sha256 hash;
    auto pending = TRY(PendingFile::create(path));
    for (std::size_t at = 0; at < content.size(); at += 256u << 10) {
        const BytesView piece = content.subspan(at, std::min<std::size_t>(256u << 10, content.size() - at));
        hash.update(piece);
        TRY(pending.write(piece));
    }
    static_cast<void>(hash.finish());
    return pending.commit();
}

// Reads and hashes a file in pieces that stay in the cache: what the machine can do at most on one thread.
std::uint64_t plainBack(const Path &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    Bytes piece(256u << 10);
    crypto::Sha256 hash;
    std::uint64_t bytes = 0;
    for (ssize_t got; (got = ::read(file, piece.data(), piece.size())) > 0; bytes += static_cast<std::uint64_t>(got))
        hash.update(BytesView(piece).first(static_cast<std::size_t>(got)));
    ::close(file);
    static_cast<void>(hash.finish());
    return bytes;
}

void benchCheck(const Path &scratch, Times &times)
{
    Station station(scratch);
    const CaseId id = station.addLargeCase(500, 200);
    Bytes content(64u << 20);
    SystemRandom random;
    SystemClock clock;
    NoProgress progress;
    {
        const auto vault = station.openVault();
        const auto file = need(vault->openCase(id, station.credential()), "case");
        for (int number = 0; number < 8; ++number) {
            random.fill(content);
            model::DocumentAdded facts;
            facts.document = DocumentId::make(clock, random);
            facts.digest = crypto::sha256(content);
            facts.bytes = content.size();
            facts.name = facts.title = "Large";
            facts.pages = 1;
            const store::TextLayer layer = {pageOfText(100)};
            facts.textDigest = store::textLayerDigest(layer);
            facts.engine = "none";
            std::vector<store::SealedDocument> documents;
            documents.push_back(need(file->sealDocument(facts.document, content, layer, random, progress), "seal"));
            const auto entries = file->history().next({store::draftOf(facts, clock.now(), PersonId::make(clock, random))}, StationId::make(clock, random));
            need(file->append(entries, std::move(documents)), "append");
        }
    }
    for (int round = 0; round < 5; ++round) {
        session::Session session(station.environment());
        need(station.signIn(session), "sign in");
        times.of("vault check of 512 MiB", [&]() -> Status {
            const auto report = TRY(session.checkVault(progress));
            return report.problems.empty() ? Status() : Status(fail(FaultCode::Internal, report.problems.front().problem));
        });
        times.of("  limit: read and hash every file of it", [&]() -> Status {
            for (const auto &item : std::filesystem::recursive_directory_iterator(station.vault))
                if (item.is_regular_file())
                    plainBack(item.path());
            return {};
        });
    }
}

} // namespace

void benchDocuments(const Path &scratch)
{
    Times times;
    SystemClock clock;
    SystemRandom random;
    NoProgress progress;
    Bytes content(mebibytes << 20);
    random.fill(content);
    const CaseId id = CaseId::make(clock, random);
    const crypto::Secret key = need(crypto::Secret::random(32), "key");
    auto file = need(store::CaseFile::create(scratch / "case", key, id), "case");
    const PersonId person = PersonId::make(clock, random);
    for (int round = 0; round < 7; ++round) {
        const DocumentId document = DocumentId::make(clock, random);
        std::vector<store::SealedDocument> sealed;
        sealed.push_back(times.of("document in: 256 MiB, hash, seal, sync", [&] {
            return file->sealDocument(document, content, {}, random, progress);
        }));
        const model::Event event = model::PassageNoted{PassageId::make(clock, random), "stands for the entry that names it"};
        need(file->append(file->history().next({store::draftOf(event, clock.now(), person)}, StationId::make(clock, random)), std::move(sealed)), "append");
        const Path plain = scratch / ("plain" + std::to_string(round));
        times.of("  peer: hash, write, sync the same, plain", [&] { return plainIn(plain, content); });
        times.of("document back: 256 MiB, open, check", [&]() -> Status {
            std::uint64_t bytes = 0;
            TRY(file->readDocument(document, [&bytes](BytesView piece, std::uint64_t) {
                bytes += piece.size();
                return Status();
            }));
            return bytes == content.size() ? Status() : Status(fail(FaultCode::Internal, "other bytes"));
        });
        times.of("  peer: read and hash the same, plain", [&]() -> Status {
            return plainBack(plain) == content.size() ? Status() : Status(fail(FaultCode::Internal, "short"));
        });
        // Both kinds of file go, so that both find memory this machine has had before: a virtual machine's very first touch of a page
        // costs more than the work on it.
        std::filesystem::remove(plain);
        std::filesystem::remove_all(scratch / "case/documents");
        need(makeDirectory(scratch / "case/documents"), "folder");
    }
    file.reset();
    std::filesystem::remove_all(scratch / "case");
    benchCheck(scratch, times);
    times.print();
}

} // namespace caseward::bench
