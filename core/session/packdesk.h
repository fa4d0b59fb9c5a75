// SPDX-License-Identifier: GPL-3.0-or-later
// The guideline packs of this station: what came with the program, what was taken in with a signature, what came with cases; which of
// them begin new cases. Everything is checked before anything is kept; what is taken in, signed or retired stands in the station
// ledger. Worker thread; the session must outlive it. Failure: a Fault, and nothing changed.
#pragma once

#include "core/packs/difference.h"
#include "core/packs/relations.h"
#include "core/session/session.h"

namespace caseward::session {

// Doubted: it was taken in here, and its signature does not verify any more; it begins no cases until it is taken in anew.
enum class PackOrigin { Program, Imported, WithCase, Doubted };
[[nodiscard]] std::string_view originName(PackOrigin origin);   // "program", "imported", "case", "doubted"

struct PackRow {
    packs::PackPtr pack;
    PackOrigin origin = PackOrigin::Program;
    packs::Standing standing = packs::Standing::InForce;
    std::string signer, office;          // of what was imported
    Instant signedAt;
    Instant retiredAt;                   // 0: not retired
    std::string retiredReason;
    std::string doubt = {};              // why its signature does not verify any more
};

// One the vault keeps that cannot be read: damaged, or of a kind this version refuses. Whatever hangs on it cannot be opened.
struct LostPack { model::PackRef ref; Fault why; };

struct SignedPack { packs::PackPtr pack; Path file, signature; };

class PackDesk {
public:
    explicit PackDesk(Session &session) : m_session(session) {}

    Result<std::vector<PackRow>> list();            // by id, the newest version first; without what cannot be read
    Result<std::vector<LostPack>> lost();           // in the order they came
    // What may begin a new case: in force, and from the program or taken in; a pack that only came with a case may not.
    Result<std::vector<packs::PackPtr>> inForce();
    // "us-sead4-2017" (the newest in force), "us-sead4-2017 1.0.0", or a digest. NotFound; NotAllowed, with why, for new cases.
    Result<packs::PackPtr> forNewCase(const std::string &name);
    Result<PackRow> find(const std::string &name);  // whatever its standing

    // `file` and its signature, `file`.p7s. TooLarge; SignatureInvalid for none or a broken one; the faults of the signer's path;
    // CertificateUnsuitable when the signer is no security officer; Malformed, NotCanonical; VaultReadOnly; AlreadyExists for one that is held, or
    // another of that id and version; NotAllowed for one that has ended; Malformed for what leads round in a circle.
    Result<PackRow> import(const Path &file);
    // Writes `<id>-<version>.json`, canonical, and its signature into `folder`. NotAllowed, AlreadyExists.
    Result<SignedPack> sign(const Path &file, const Path &folder);
    // As sign(), of a pack that is held, with the signature it came with. NotFound for one without.
    Result<SignedPack> exportPack(const std::string &name, const Path &folder);
    // No new cases; cases that have it keep it. A blank reason is Malformed; AlreadyExists when it is retired.
    Result<PackRow> retire(const std::string &name, const std::string &reason);

    [[nodiscard]] Status mayManage() const;         // NotAllowed: only a security officer may

private:
    Session &m_session;
};

// Of `rows`, the one that find() means by `name`. NotFound.
[[nodiscard]] Result<PackRow> packAmong(const std::vector<PackRow> &rows, const std::string &name);
[[nodiscard]] bool beginsCases(const PackRow &row);
// A file as it is, without any station: read and checked, not signed. Any thread.
[[nodiscard]] Result<packs::PackPtr> readPackFile(const Path &file);
// `<id>-<version>.json`
[[nodiscard]] std::string packFileName(const packs::Pack &pack);

} // namespace caseward::session
