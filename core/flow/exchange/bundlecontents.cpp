// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/codec/tar.h"
#include "core/crypto/digest.h"
#include "core/crypto/envelope.h"
#include "core/crypto/signature.h"
#include "core/flow/exchange/bundlereader.h"
#include "core/flow/exchange/outerarchive.h"
#include "core/ledger/ledger.h"
#include "core/store/history.h"

#include <algorithm>

namespace caseward::flow {

namespace {

Result<crypto::Secret> bundleKey(const SealCheck &seal, const crypto::Credential &recipient)
{
    const bool named = std::ranges::any_of(seal.label.to, [&](const Party &party) {
        return party.certificate == recipient.certificate().fingerprint();
    });
    if (!named)
        return fail(FaultCode::BundleNotForYou, "the label does not name " + recipient.certificate().commonName(),
                    {{"office", seal.label.to.front().office}});
    auto key = crypto::openEnvelope(seal.envelope, recipient);
    if (!key.ok() && key.fault().code == FaultCode::NotEnrolled)
        return fail(FaultCode::BundleMismatch, "the label names you, but the key was not sealed for you", {{"what", "recipients"}});
    return key;
}

// The inner archive as a source of plaintext: parts are read from the outer archive in order as they are needed.
class InnerArchive {
public:
    static Result<std::unique_ptr<InnerArchive>> open(const Path &bundle, const SealCheck &seal,
                                                      const crypto::Credential &recipient)
    {
        crypto::Secret key = TRY(bundleKey(seal, recipient));
        auto outer = TRY(OuterArchive::open(bundle));
        std::unique_ptr<InnerArchive> inner(new InnerArchive(std::move(outer)));
        InnerArchive *self = inner.get();
        inner->m_stream = std::make_unique<crypto::SealedReader>(
            std::move(key), seal.label.stream.segments, [self](std::size_t index, Bytes &part) { return self->read(index, part); });
        auto tar = codec::TarReader::open([self](std::span<std::uint8_t> buffer) { return self->m_stream->read(buffer); });
        if (!tar.ok())
            return tar.fault();
        inner->m_tar = std::make_unique<codec::TarReader>(std::move(tar).value());
        return inner;
    }
    codec::TarReader &tar() { return *m_tar; }

private:
    explicit InnerArchive(OuterArchive outer) : m_outer(std::move(outer)) {}
    Status read(std::size_t index, Bytes &part)
    {
        for (;;) {
            const auto member = TRY(m_outer.tar().next());
            if (!member)
                return fail(FaultCode::BundleTruncated, partName(index) + " is missing");
            if (member->name == partName(index))
                break;
        }
        part = TRY(m_outer.tar().readAll(limits::sealedSegmentBytes));
        return {};
    }
    OuterArchive m_outer;
    std::unique_ptr<crypto::SealedReader> m_stream;
    std::unique_ptr<codec::TarReader> m_tar;
};

Result<Manifest> takeManifest(codec::TarReader &tar)
{
    const auto first = TRY(tar.next());
    if (!first || first->name != "manifest.json")
        return fail(FaultCode::BundleMismatch, "the content does not begin with its manifest", {{"what", "manifest"}});
    return decodeManifest(TRY(tar.readAll(limits::jsonBytes)));
}

std::vector<std::string> splitLines(const std::string &text)
{
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// Documents, text layers and packs are named by their digest; a case finds them by that name.
bool namedRightly(const ManifestFile &file)
{
    const bool byDigest = file.name.find("/documents/") != std::string::npos || file.name.find("/text/") != std::string::npos;
    if (byDigest)
        return file.name.ends_with("/" + file.digest.hex());
    if (file.name.starts_with("rosters/") && file.name.ends_with(".json"))
        return file.name == "rosters/" + file.digest.hex() + ".json";
    return !file.name.starts_with("packs/") || file.name == "packs/" + file.digest.hex() + ".json";
}

// Everything of one case but its documents, by the name below cases/<id>/.
using CaseFiles = std::map<std::string, Bytes>;

Result<IncomingCase> checkCase(const ManifestCase &named, CaseFiles &files, const SealCheck &seal,
                               const crypto::TrustStore &trust)
{
    IncomingCase incoming;
    incoming.id = named.id;
    incoming.reference = named.reference;
    for (const char *needed : {"history.jsonl", "checkpoint.txt", "checkpoint.p7s"})
        if (!files.contains(needed))
            return fail(FaultCode::BundleMismatch, "the bundle lacks " + std::string(needed) + " of a case", {{"what", needed}});
    incoming.history = TRY(store::verifyHistory(splitLines(toText(files["history.jsonl"]))));
    const auto checkpoint = TRY(ledger::decodeCheckpoint(textView(files["checkpoint.txt"])));
    const auto signature = TRY(crypto::verifyDetached(files["checkpoint.p7s"], files["checkpoint.txt"], trust));
    const bool agrees = checkpoint.origin == "caseward/case/" + named.id.text() && checkpoint.size == named.size &&
                        checkpoint.root == named.root && named.size == incoming.history.size() &&
                        store::rootOf(incoming.history) == named.root && signature.signer == seal.sender;
    if (!agrees)
        return fail(FaultCode::HistoryBroken, "the history of case " + named.id.text() + " is not the one its checkpoint vouches for",
                    {{"entry", std::to_string(incoming.history.size())}});
    for (auto &[name, bytes] : files)
        if (name.starts_with("text/"))
            incoming.textLayers.emplace(TRY(Digest::parseHex(name.substr(5))), toText(bytes));
    return incoming;
}

} // namespace

Result<Contents> openContents(const Path &bundle, const SealCheck &seal, const crypto::Credential &recipient,
                              const crypto::TrustStore &trust, Progress &progress)
{
    Contents contents;
    auto inner = TRY(InnerArchive::open(bundle, seal, recipient));
    contents.manifest = TRY(takeManifest(inner->tar()));
    TRY(compare(seal.label, contents.manifest));
    std::map<std::string, CaseFiles> cases;
    std::uint64_t done = 0;
    for (const ManifestFile &file : contents.manifest.files) {
        const auto member = TRY(inner->tar().next());
        if (!member || member->name != file.name || member->size != file.bytes)
            return fail(FaultCode::BundleMismatch, "the content is not what the manifest names at " + file.name, {{"what", file.name}});
        Bytes content = TRY(inner->tar().readAll(limits::documentBytes));
        const Digest found = crypto::sha256(content);
        contents.files.push_back({file.name, file.bytes, file.digest, found});
        if (found != file.digest)
            return fail(FaultCode::BundleDamaged, file.name + " does not have the digest of the manifest");
        if (!namedRightly(file))
            return fail(FaultCode::BundleMismatch, file.name + " is not named by its digest", {{"what", file.name}});
        if (file.name.starts_with("packs/"))
            contents.packs.emplace(found, toText(content));
        else if (file.name.starts_with("rosters/") && file.name.ends_with(".json"))
            contents.rosters[file.name.substr(8, 64)].json = toText(content);
        else if (file.name.starts_with("rosters/") && file.name.ends_with(".p7s"))
            contents.rosters[file.name.substr(8, 64)].signature = std::move(content);
        else if (file.name.starts_with("cases/") && file.name.size() > 43 && file.name.find("/documents/") == std::string::npos)
            cases[file.name.substr(6, 36)][file.name.substr(43)] = std::move(content);
        done += file.bytes;
        if (!progress.advance(done, seal.bytes))
            return cancelled();
    }
    if (TRY(inner->tar().next()))
        return fail(FaultCode::BundleMismatch, "there is more in the bundle than its manifest names", {{"what", "files"}});
    for (const ManifestCase &named : contents.manifest.cases)
        contents.cases.push_back(TRY(checkCase(named, cases[named.id.text()], seal, trust)));
    return contents;
}

Status forEachFile(const Path &bundle, const SealCheck &seal, const crypto::Credential &recipient, const FileSink &sink,
                   Progress &progress)
{
    auto inner = TRY(InnerArchive::open(bundle, seal, recipient));
    const Manifest manifest = TRY(takeManifest(inner->tar()));
    TRY(compare(seal.label, manifest));
    std::uint64_t done = 0;
    for (const ManifestFile &file : manifest.files) {
        const auto member = TRY(inner->tar().next());
        if (!member || member->name != file.name)
            return fail(FaultCode::BundleDamaged, "the bundle changed while it was read");
        TRY(sink(file, TRY(inner->tar().readAll(limits::documentBytes))));
        done += file.bytes;
        if (!progress.advance(done, seal.bytes))
            return cancelled();
    }
    return {};
}

} // namespace caseward::flow
