// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/exchange/bundlewriter.h"

#include "core/codec/tar.h"
#include "core/crypto/envelope.h"
#include "core/crypto/signature.h"
#include "core/ledger/ledger.h"

#include <set>

namespace caseward::flow {

namespace {

// What the inner archive holds, in order, and how to get each piece.
struct InnerFile {
    ManifestFile facts;
    std::function<Result<Bytes>()> content;
};

std::vector<InnerFile> planFiles(const BundleDraft &draft, Manifest &manifest, const crypto::Credential &sender,
                                 const std::vector<crypto::Certificate> &chain, Status &outcome)
{
    std::vector<InnerFile> files;
    const auto addBytes = [&files](const std::string &name, Bytes bytes) {
        const Digest digest = crypto::sha256(bytes);
        auto shared = std::make_shared<Bytes>(std::move(bytes));
        files.push_back({{name, shared->size(), digest}, [shared]() -> Result<Bytes> { return *shared; }});
    };
    for (const OutgoingPack &pack : draft.packs)
        addBytes("packs/" + pack.digest.hex() + ".json", toBytes(pack.text));
    for (const OutgoingRoster &roster : draft.rosters) {
        addBytes("rosters/" + roster.digest.hex() + ".json", toBytes(roster.json));
        addBytes("rosters/" + roster.digest.hex() + ".p7s", roster.signature);
    }
    for (const OutgoingCase &item : draft.cases) {
        const std::string folder = "cases/" + item.id.text() + "/";
        ledger::MerkleFrontier frontier;
        for (const model::Entry &entry : item.history)
            frontier.append(ledger::leafHash(viewOf(model::encodeEntry(entry))));
        manifest.cases.push_back({item.id, item.reference, frontier.size(), frontier.root()});
        const std::string checkpoint =
            ledger::encodeCheckpoint({"caseward/case/" + item.id.text(), frontier.size(), frontier.root()});
        auto signature = crypto::signDetached(viewOf(checkpoint), sender, draft.label.created, chain);
        if (!signature.ok()) {
            outcome = signature.fault();
            return files;
        }
        addBytes(folder + "history.jsonl", toBytes(joinHistory(item.history)));
        addBytes(folder + "checkpoint.txt", toBytes(checkpoint));
        addBytes(folder + "checkpoint.p7s", *signature);
        std::set<Digest> texts; // two documents may say the same; what could not be opened says nothing
        for (const OutgoingCase::Document &document : item.documents) {
            files.push_back({{folder + "documents/" + document.digest.hex(), document.bytes, document.digest},
                             [&item, document] { return item.documentBytes(document.id); }});
            if (!texts.insert(document.textDigest).second)
                continue;
            files.push_back({{folder + "text/" + document.textDigest.hex(), document.textBytes, document.textDigest},
                             [&item, document]() -> Result<Bytes> { return toBytes(TRY(item.textLayer(document.id))); }});
        }
    }
    for (const InnerFile &file : files)
        manifest.files.push_back(file.facts);
    return files;
}

Status writeInner(const std::vector<InnerFile> &files, const Manifest &manifest, crypto::SealedWriter &sealed,
                  Progress &progress)
{
    std::uint64_t total = 1, done = 0;
    for (const InnerFile &file : files)
        total += file.facts.bytes;
    auto tar = TRY(codec::TarWriter::open([&sealed](BytesView bytes) { return sealed.write(bytes); }));
    TRY(tar.add("manifest.json", viewOf(encodeManifest(manifest))));
    for (const InnerFile &file : files) {
        if (!progress.advance(done, total))
            return cancelled();
        const Bytes content = TRY(file.content());
        if (content.size() != file.facts.bytes || crypto::sha256(content) != file.facts.digest)
            return fail(FaultCode::VaultDamaged, file.facts.name + " is not what the history says");
        TRY(tar.begin(file.facts.name, content.size()));
        // In pieces, so that stopping never waits for a whole large document.
        for (std::size_t at = 0; at < content.size(); at += limits::segmentBytes) {
            const std::size_t size = std::min(limits::segmentBytes, content.size() - at);
            TRY(tar.write(BytesView(content).subspan(at, size)));
            done += size;
            if (!progress.advance(done, total))
                return cancelled();
        }
        TRY(tar.end());
    }
    TRY(tar.finish());
    progress.advance(total, total);
    return {};
}

} // namespace

std::string joinHistory(const std::vector<model::Entry> &entries)
{
    std::string text;
    for (const model::Entry &entry : entries)
        text += model::encodeEntry(entry) + "\n";
    return text;
}

Result<WrittenBundle> writeBundle(BundleDraft draft, const crypto::Credential &sender,
                                  const std::vector<crypto::Certificate> &chain, PendingFile &pending, Progress &progress)
{
    WrittenBundle written;
    written.label = draft.label;
    Manifest manifest;
    manifest.bundle = draft.label.bundle;
    manifest.from = draft.label.from.certificate;
    for (const Party &party : draft.label.to)
        manifest.to.push_back(party.certificate);
    manifest.purpose = draft.purpose;
    manifest.legalBasis = draft.legalBasis;
    Status planned;
    const auto files = planFiles(draft, manifest, sender, chain, planned);
    TRY(planned);

    const crypto::Secret key = TRY(crypto::Secret::random(32));
    const Bytes envelope = TRY(crypto::sealFor(key, draft.recipients));
    written.label.key = crypto::sha256(envelope);

    auto outer = TRY(codec::TarWriter::open([&](BytesView bytes) {
        written.bytes += bytes.size();
        return pending.write(bytes);
    }));
    TRY(outer.add("key.p7m", envelope));
    std::size_t parts = 0;
    crypto::SealedWriter sealed(key.clone(), [&](BytesView segment) -> Status {
        if (parts >= limits::bundleParts)
            return fail(FaultCode::TooLarge, "a bundle has at most " + std::to_string(limits::bundleParts) + " parts");
        return outer.add(partName(parts++), segment);
    });
    TRY(writeInner(files, manifest, sealed, progress));
    written.label.stream = TRY(sealed.finish());

    const std::string label = encodeLabel(written.label);
    written.labelDigest = crypto::sha256(viewOf(label));
    TRY(outer.add("label.json", viewOf(label)));
    TRY(outer.add("label.p7s", TRY(crypto::signDetached(viewOf(label), sender, draft.label.created, chain))));
    TRY(outer.finish());
    TRY(pending.sync());
    return written;
}

} // namespace caseward::flow
