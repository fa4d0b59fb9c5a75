// SPDX-License-Identifier: GPL-3.0-or-later
// A person's or an office's certificate as a PEM file. Any thread.
#pragma once

#include "core/base/files.h"
#include "core/crypto/certificate.h"

namespace caseward::session {

// The first certificate of the file. Malformed and TooLarge name the file; NotFound, PermissionDenied.
[[nodiscard]] Result<crypto::Certificate> readCertificate(const Path &path);

} // namespace caseward::session
