// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/packdesk.h"

#include "core/crypto/signature.h"
#include "core/session/state.h"

#include <algorithm>
#include <set>

namespace caseward::session {

namespace {

const char *const signatureEnding = ".p7s";

std::string nameOf(const packs::Pack &pack) { return pack.id + " " + pack.version; }

// Why a pack begins no new case, in words.
Fault notForNewCases(const PackRow &row)
{
    std::string why = row.origin == PackOrigin::Doubted ? "was taken in here, but its signature does not verify any more (" + row.doubt + "); it must be taken in anew"
                                                        : "came with a case and was never taken in here with a signature";
    switch (row.standing) {
    case packs::Standing::NotYet: why = "counts from " + row.pack->effective; break;
    case packs::Standing::Ended: why = "ended on " + row.pack->effectiveTo; break;
    case packs::Standing::Replaced: why = "has been replaced by a newer one"; break;
    case packs::Standing::Retired: why = "was retired on " + dayOf(row.retiredAt) + ": " + row.retiredReason; break;
    case packs::Standing::InForce: break;
    }
    return fail(FaultCode::NotAllowed, "pack " + nameOf(*row.pack) + " begins no new cases: it " + why, {{"pack", nameOf(*row.pack)}});
}

// Vouched for here: by the program, or by a signature that holds.
bool isVouched(const PackRow &row) { return row.origin == PackOrigin::Program || row.origin == PackOrigin::Imported; }

// Who signed, once the signature holds: only a security officer vouches for a checklist.
Status mustBeOfficer(const Session::State &state, const crypto::Certificate &signer)
{
    const auto roles = TRY(state.rolesOf(signer));
    if (std::ranges::find(roles, "security-officer") == roles.end())
        return fail(FaultCode::CertificateUnsuitable, "the pack is signed by " + signer.commonName() + ", who is no security officer",
                    {{"certificate", signer.commonName()}});
    return {};
}

void takeBack(const SignedPack &out)
{
    std::error_code ignored;
    for (const Path &file : {out.file, out.signature})
        std::filesystem::remove(file, ignored);
}

// Both or neither.
Status writePack(const SignedPack &out, BytesView signature)
{
    std::error_code ignored;
    for (const Path &file : {out.file, out.signature})
        if (std::filesystem::exists(file, ignored))
            return fail(FaultCode::AlreadyExists, file.string() + " exists", {{"file", file.string()}});
    TRY(writeFile(out.file, viewOf(out.pack->canonical)));
    const Status done = writeFile(out.signature, signature);
    if (!done.ok())
        std::filesystem::remove(out.file, ignored);
    return done;
}

SignedPack named(const packs::PackPtr &pack, const Path &folder)
{
    const Path file = folder / packFileName(*pack);
    return {pack, file, file.string() + signatureEnding};
}

// The same id and version with other words would make two decisions by "the same" pack differ unseen.
Status mustBeNew(const std::vector<PackRow> &held, const packs::Pack &pack)
{
    for (const PackRow &row : held) {
        if (row.origin == PackOrigin::WithCase || row.pack->id != pack.id || row.pack->version != pack.version)
            continue;
        if (row.origin == PackOrigin::Doubted && row.pack->digest == pack.digest)
            continue; // the same words, vouched for anew
        return fail(FaultCode::AlreadyExists, row.pack->digest == pack.digest
                        ? "pack " + nameOf(pack) + " is held here already"
                        : "another pack " + nameOf(pack) + " is held here, with other words: what changes needs a version of its own",
                    {{"pack", nameOf(pack)}});
    }
    return {};
}

// As it was believed when it was taken in: a certificate that has ended since takes nothing away, one that was revoked does.
void judgeSignature(PackRow &row, const store::KeptPack &kept, const crypto::TrustStore &trust)
{
    const auto signature = crypto::verifyDetached(kept.signature, viewOf(kept.text), trust);
    if (row.origin == PackOrigin::WithCase)
        row.origin = signature.ok() ? PackOrigin::Imported : PackOrigin::Doubted;
    if (!signature.ok()) {
        row.doubt = signature.fault().detail;
        return;
    }
    row.signer = signature->signer.commonName();
    row.office = signature->signer.organisation();
    row.signedAt = signature->signingTime;
}

} // namespace

std::string_view originName(PackOrigin origin)
{
    switch (origin) {
    case PackOrigin::Program: return "program";
    case PackOrigin::Imported: return "imported";
    case PackOrigin::Doubted: return "doubted";
    case PackOrigin::WithCase: break;
    }
    return "case";
}

bool beginsCases(const PackRow &row) { return row.standing == packs::Standing::InForce && isVouched(row); }

Result<PackRow> packAmong(const std::vector<PackRow> &rows, const std::string &name)
{
    const PackRow *found = nullptr;
    for (const PackRow &row : rows) {
        if (name != nameOf(*row.pack) && name != row.pack->digest.hex() && name != row.pack->id)
            continue;
        const bool better = found == nullptr || (beginsCases(row) != beginsCases(*found) ? beginsCases(row) : packs::isNewer(row.pack->version, found->pack->version));
        found = better ? &row : found;
    }
    if (!found)
        return fail(FaultCode::NotFound, "no guideline pack '" + name + "' is installed", {{"what", name}});
    return *found;
}

std::string packFileName(const packs::Pack &pack) { return pack.id + "-" + pack.version + ".json"; }

Result<packs::PackPtr> readPackFile(const Path &file)
{
    return packs::Pack::load(TRY(readFile(file, limits::packBytes)));
}

Status PackDesk::mayManage() const
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    if (!rules::mayAct(state.actor(), rules::Act::ManagePeople).ok())
        return fail(FaultCode::NotAllowed, "Only a security officer may take in, sign or retire guideline packs");
    return {};
}

Result<std::vector<PackRow>> PackDesk::list()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    std::vector<PackRow> rows;
    for (const packs::PackPtr &pack : TRY(packs::loadPacks(state.env.packsFolder)))
        rows.push_back({pack, PackOrigin::Program, {}, {}, {}, {}, {}, {}});
    std::set<Digest> retired;
    for (const store::KeptPack &kept : TRY(state.vault->packTable().all())) {
        auto row = std::ranges::find_if(rows, [&kept](const PackRow &it) { return it.pack->digest == kept.ref.digest; });
        if (row == rows.end()) {
            const auto pack = state.packFor(kept.ref);
            if (!pack.ok())
                continue; // one that is damaged takes nothing from the others: see lost()
            rows.push_back({*pack, PackOrigin::WithCase, {}, {}, {}, {}, {}, {}});
            row = std::prev(rows.end());
        }
        if (!kept.signature.empty())
            judgeSignature(*row, kept, state.trust);
        row->retiredAt = kept.retiredAt;
        row->retiredReason = kept.retiredReason;
        if (kept.retiredAt.milliseconds != 0)
            retired.insert(kept.ref.digest);
    }
    // What nobody vouches for says nothing about what is in force here.
    std::vector<packs::PackPtr> known;
    for (const PackRow &row : rows)
        if (isVouched(row))
            known.push_back(row.pack);
    const std::string today = dayOf(state.env.clock.now());
    for (PackRow &row : rows)
        row.standing = packs::standingOf(*row.pack, known, retired, today);
    std::ranges::stable_sort(rows, [](const PackRow &left, const PackRow &right) {
        return left.pack->id != right.pack->id ? left.pack->id < right.pack->id : packs::isNewer(left.pack->version, right.pack->version);
    });
    return rows;
}

Result<std::vector<LostPack>> PackDesk::lost()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    std::vector<LostPack> list;
    for (const store::KeptPack &kept : TRY(state.vault->packTable().all()))
        if (const auto pack = state.packFor(kept.ref); !pack.ok())
            list.push_back({kept.ref, pack.fault()});
    return list;
}

Result<std::vector<packs::PackPtr>> PackDesk::inForce()
{
    std::vector<packs::PackPtr> packs;
    for (const PackRow &row : TRY(list()))
        if (beginsCases(row))
            packs.push_back(row.pack);
    return packs;
}

Result<PackRow> PackDesk::find(const std::string &name) { return packAmong(TRY(list()), name); }

Result<packs::PackPtr> PackDesk::forNewCase(const std::string &name)
{
    const PackRow row = TRY(find(name));
    if (!beginsCases(row))
        return notForNewCases(row);
    return row.pack;
}

Result<PackRow> PackDesk::import(const Path &file)
{
    Session::State &state = m_session.state();
    TRY(mayManage());
    TRY(state.vault->needWritable());
    const Bytes bytes = TRY(readFile(file, limits::packBytes));
    const auto untrustedSignature = readFile(file.string() + signatureEnding, limits::cmsBytes);
    if (!untrustedSignature.ok() && untrustedSignature.fault().code == FaultCode::NotFound)
        return fail(FaultCode::SignatureInvalid, "the pack is not signed: beside it there is no " + file.filename().string() + signatureEnding,
                    {{"file", file.string()}});
    const Bytes signature = TRY(untrustedSignature);
    // Nothing of it is read before somebody vouches for it.
    const auto verified = TRY(crypto::verifyDetached(signature, bytes, state.trust));
    TRY(mustBeOfficer(state, verified.signer));
    const packs::PackPtr pack = TRY(packs::Pack::load(bytes));
    if (toText(bytes) != pack->canonical)
        return fail(FaultCode::NotCanonical, "a signed pack is canonical JSON; this one was written another way", {{"file", file.string()}});
    const auto held = TRY(list());
    TRY(mustBeNew(held, *pack));
    const Instant now = state.env.clock.now();
    if (!pack->effectiveTo.empty() && pack->effectiveTo < dayOf(now))
        return fail(FaultCode::NotAllowed, "pack " + nameOf(*pack) + " ended on " + pack->effectiveTo, {{"pack", nameOf(*pack)}});
    std::vector<packs::PackPtr> together{pack};
    for (const PackRow &row : held)
        if (isVouched(row))
            together.push_back(row.pack);
    TRY(packs::checkRelations(together));
    codec::Json::Object body{{"pack", codec::Json(nameOf(*pack))}, {"digest", codec::Json(pack->digest.hex())},
                             {"signer", codec::Json(verified.signer.commonName())}, {"office", codec::Json(verified.signer.organisation())},
                             {"signed", codec::Json(toText(verified.signingTime))}};
    TRY(state.vault->keepPack({pack->ref(), pack->canonical, signature, now, {}, {}}, {now, state.who.person, "pack.imported", codec::Json(std::move(body))}));
    return find(pack->digest.hex());
}

Result<SignedPack> PackDesk::sign(const Path &file, const Path &folder)
{
    Session::State &state = m_session.state();
    TRY(mayManage());
    TRY(state.vault->needWritable()); // what is signed stands in the ledger, or is not signed
    const Instant now = state.env.clock.now();
    TRY(state.trust.check(state.who.certificate, now));
    const SignedPack out = named(TRY(readPackFile(file)), folder);
    const Bytes signature = TRY(crypto::signDetached(viewOf(out.pack->canonical), state.credential, now, state.chain()));
    TRY(writePack(out, signature));
    const Status noted = state.note("pack.signed", {{"pack", codec::Json(nameOf(*out.pack))}, {"digest", codec::Json(out.pack->digest.hex())}});
    if (!noted.ok()) {
        takeBack(out);
        return noted.fault();
    }
    return out;
}

Result<SignedPack> PackDesk::exportPack(const std::string &name, const Path &folder)
{
    const PackRow row = TRY(find(name));
    const auto kept = TRY(m_session.state().vault->packTable().all());
    const auto found = std::ranges::find_if(kept, [&row](const store::KeptPack &it) { return it.ref.digest == row.pack->digest; });
    if (found == kept.end() || found->signature.empty())
        return fail(FaultCode::NotFound, "pack " + nameOf(*row.pack) + " is held without a signature; a security officer signs it with pack sign",
                    {{"pack", nameOf(*row.pack)}});
    const SignedPack out = named(row.pack, folder);
    TRY(writePack(out, found->signature));
    return out;
}

Result<PackRow> PackDesk::retire(const std::string &name, const std::string &reason)
{
    Session::State &state = m_session.state();
    TRY(mayManage());
    TRY(state.vault->needWritable());
    TRY(needReason(reason));
    const PackRow row = TRY(find(name));
    if (row.standing == packs::Standing::Retired)
        return fail(FaultCode::AlreadyExists, "pack " + nameOf(*row.pack) + " is retired already", {{"pack", nameOf(*row.pack)}});
    const Instant now = state.env.clock.now();
    codec::Json::Object body{{"pack", codec::Json(nameOf(*row.pack))}, {"digest", codec::Json(row.pack->digest.hex())}, {"reason", codec::Json(reason)}};
    TRY(state.vault->retirePack({row.pack->ref(), row.pack->canonical, {}, {}, now, reason}, {now, state.who.person, "pack.retired", codec::Json(std::move(body))}));
    return find(row.pack->digest.hex());
}

} // namespace caseward::session
