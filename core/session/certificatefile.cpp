// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/certificatefile.h"

#include "core/base/limits.h"

namespace caseward::session {

Result<crypto::Certificate> readCertificate(const Path &path)
{
    auto certificate = crypto::Certificate::fromPem(TRY(readFile(path, limits::certificateBytes)));
    if (!certificate.ok())
        return fail(certificate.fault().code, path.string() + ": " + certificate.fault().detail, {{"file", path.string()}});
    return certificate;
}

} // namespace caseward::session
