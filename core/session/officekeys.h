// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/session: the files of an office's certificate authority.
#pragma once

#include "core/session/office.h"

namespace caseward::session {

// WrongPassphrase, NotFound, CertificateUnsuitable.
[[nodiscard]] Result<crypto::CertificateAuthority> openOffice(const OfficeFiles &office, const crypto::Secret &passphrase);

} // namespace caseward::session
