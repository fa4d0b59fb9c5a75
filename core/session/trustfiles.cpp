// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustfiles.h"

#include "core/base/limits.h"

namespace caseward::session {

namespace {

Result<std::vector<crypto::Certificate>> certificatesIn(BytesView untrustedBytes)
{
    if (textView(untrustedBytes).find("-----BEGIN ") != std::string_view::npos)
        return crypto::Certificate::listFromPem(untrustedBytes);
    return std::vector{TRY(crypto::Certificate::fromDer(untrustedBytes))};
}

} // namespace

Result<TrustFiles> readTrustFiles(const std::vector<Path> &files)
{
    TrustFiles found;
    for (const Path &file : files) {
        const Bytes bytes = TRY(readFile(file, limits::revocationListBytes));
        auto list = crypto::RevocationList::fromBytes(bytes);
        if (list.ok()) {
            found.lists.push_back(std::move(list).value());
            continue;
        }
        const auto certificates = certificatesIn(bytes);
        if (!certificates.ok()) {
            const bool saysList = textView(bytes).find("X509 CRL") != std::string_view::npos;
            return fail(saysList ? list.fault().code : certificates.fault().code,
                        file.string() + ": " + (saysList ? list.fault().detail : "neither a certificate nor a revocation list"), {{"file", file.string()}});
        }
        for (const crypto::Certificate &one : *certificates) {
            if (!one.isAuthority())
                return fail(FaultCode::CertificateUnsuitable, file.string() + ": the certificate of " + one.commonName() + " is not one of an authority",
                            {{"file", file.string()}, {"certificate", one.commonName()}});
            found.authorities.push_back(one);
        }
    }
    return found;
}

} // namespace caseward::session
