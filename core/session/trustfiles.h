// SPDX-License-Identifier: GPL-3.0-or-later
// Files that say whom to believe: certificates of authorities and revocation lists. Any thread.
#pragma once

#include "core/base/files.h"
#include "core/crypto/revocation.h"

namespace caseward::session {

struct TrustFiles {
    std::vector<crypto::Certificate> authorities;
    std::vector<crypto::RevocationList> lists;
};
// DER, or PEM with any number of certificates and lists; one that is damaged spoils them all (Malformed).
// CertificateUnsuitable for the certificate of a person.
[[nodiscard]] Result<TrustFiles> readTrustFiles(const std::vector<Path> &files);

} // namespace caseward::session
