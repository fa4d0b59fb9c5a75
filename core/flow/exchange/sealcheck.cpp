// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/codec/tar.h"
#include "core/crypto/signature.h"
#include "core/flow/exchange/bundlereader.h"
#include "core/flow/exchange/outerarchive.h"

namespace caseward::flow {

namespace {

// What one walk over the outer archive collects, before anything in it is believed.
struct Walk {
    Bytes untrustedKey, untrustedLabel, untrustedSeal;
    std::vector<crypto::StreamSeal::Segment> untrustedParts;
};

Fault damaged(const std::string &why)
{
    return fail(FaultCode::BundleDamaged, why);
}

// An archive that cannot be read as one is a damaged bundle, whatever the codec calls it.
Fault asBundle(const Fault &fault)
{
    switch (fault.code) {
    case FaultCode::BundleTruncated:
    case FaultCode::IoFailed:
    case FaultCode::Cancelled:
    case FaultCode::PermissionDenied:
        return fault;
    default:
        return damaged(fault.detail);
    }
}

Status takeMember(const codec::TarMember &member, codec::TarReader &tar, codec::TarWriter &again, Walk &walk)
{
    const bool label = member.name == "label.json";
    const std::uint64_t most = label ? limits::labelBytes
                               : member.name == "key.p7m" || member.name == "label.p7s" ? limits::cmsBytes
                                                                                        : limits::sealedSegmentBytes;
    Bytes content = TRY(tar.readAll(most));
    TRY(again.add(member.name, content));
    if (label)
        walk.untrustedLabel = std::move(content);
    else if (member.name == "label.p7s")
        walk.untrustedSeal = std::move(content);
    else if (member.name == "key.p7m")
        walk.untrustedKey = std::move(content);
    else if (member.name == partName(walk.untrustedParts.size()) && walk.untrustedParts.size() < limits::bundleParts)
        walk.untrustedParts.push_back({content.size(), crypto::sha256(content)});
    else
        return damaged("there is a member '" + member.name + "' that does not belong in a bundle");
    return {};
}

Result<Walk> walkArchive(const Path &bundle, std::uint64_t &bytes, Progress &progress)
{
    Walk walk;
    auto archive = TRY(OuterArchive::open(bundle));
    bytes = archive.bytes();
    auto spelling = TRY(ExactSpelling::of(bundle));
    auto again = TRY(codec::TarWriter::open([&spelling](BytesView expected) { return spelling.compare(expected); }));
    std::uint64_t done = 0;
    for (;;) {
        const auto member = TRY(archive.tar().next());
        if (!member)
            break;
        TRY(takeMember(*member, archive.tar(), again, walk));
        done += member->size;
        if (!progress.advance(done, bytes))
            return cancelled();
    }
    TRY(again.finish());
    TRY(spelling.atEnd());
    return walk;
}

Status checkParts(const Walk &walk, const Label &label)
{
    const auto &declared = label.stream.segments;
    if (walk.untrustedParts.size() < declared.size())
        return fail(FaultCode::BundleTruncated, "the label names " + std::to_string(declared.size()) + " parts, " +
                                                    std::to_string(walk.untrustedParts.size()) + " are there");
    if (walk.untrustedParts.size() > declared.size())
        return damaged("there are more parts than the label names");
    for (std::size_t index = 0; index < declared.size(); ++index)
        if (walk.untrustedParts[index].digest != declared[index].digest ||
            walk.untrustedParts[index].bytes != declared[index].bytes)
            return damaged(partName(index) + " was changed: its digest is not the one on the sealed label");
    if (crypto::sha256(walk.untrustedKey) != label.key)
        return damaged("key.p7m was changed: its digest is not the one on the sealed label");
    return {};
}

} // namespace

Result<SealCheck> checkSeal(const Path &bundle, const crypto::TrustStore &trust, Progress &progress)
{
    SealCheck check;
    auto walked = walkArchive(bundle, check.bytes, progress);
    if (!walked.ok()) {
        if (walked.fault().code == FaultCode::NotFound || walked.fault().code == FaultCode::TooLarge)
            return walked.fault();
        return asBundle(walked.fault());
    }
    const Walk walk = std::move(walked).value();
    if (walk.untrustedLabel.empty() || walk.untrustedSeal.empty() || walk.untrustedKey.empty())
        return fail(FaultCode::BundleTruncated, "the bundle lacks its label, its seal or its key");
    auto seal = crypto::verifyDetached(walk.untrustedSeal, walk.untrustedLabel, trust);
    if (!seal.ok()) {
        const bool broken = seal.fault().code == FaultCode::SignatureInvalid || seal.fault().code == FaultCode::Malformed;
        return broken ? damaged("the seal does not belong to the label: " + seal.fault().detail) : seal.fault();
    }
    check.sender = seal->signer;
    check.label = TRY(decodeLabel(walk.untrustedLabel));
    check.labelDigest = crypto::sha256(walk.untrustedLabel);
    if (check.label.from.certificate != check.sender.fingerprint() || check.label.from.office != check.sender.organisation())
        return fail(FaultCode::BundleMismatch, "the label names another sender than the one who sealed it", {{"what", "sender"}});
    TRY(checkParts(walk, check.label));
    check.envelope = walk.untrustedKey;
    return check;
}

} // namespace caseward::flow
