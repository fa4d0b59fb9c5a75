// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustfiles.h"

#include "core/base/limits.h"

namespace caseward::session {

namespace {

// The first and the last line of each block.
std::size_t linesOf(std::string_view kind, std::string_view text)
{
    const std::string end = " " + std::string(kind) + "-----";
    std::size_t count = 0;
    for (std::size_t at = text.find(end); at != std::string_view::npos; at = text.find(end, at + end.size()))
        ++count;
    return count;
}

Result<TrustFiles> fromDer(BytesView untrustedDer)
{
    auto list = crypto::RevocationList::fromBytes(untrustedDer);
    if (list.ok())
        return TrustFiles{{}, {std::move(list).value()}};
    auto certificate = crypto::Certificate::fromDer(untrustedDer);
    if (!certificate.ok())
        return fail(certificate.fault().code, "neither a certificate nor a revocation list");
    return TrustFiles{{std::move(certificate).value()}, {}};
}

Result<TrustFiles> fromPem(BytesView untrustedPem)
{
    const std::string_view text = textView(untrustedPem);
    const std::size_t certificateLines = linesOf("CERTIFICATE", text);
    TrustFiles found;
    if (linesOf("X509 CRL", text) > 0)
        found.lists = TRY(crypto::RevocationList::listFromBytes(untrustedPem));
    if (certificateLines > 0)
        found.authorities = TRY(crypto::Certificate::listFromPem(untrustedPem));
    if (certificateLines != 2 * found.authorities.size()) // one with a spoiled first line was passed over
        return fail(FaultCode::Malformed, "a damaged certificate");
    if (found.authorities.empty() && found.lists.empty())
        return fail(FaultCode::Malformed, "neither a certificate nor a revocation list");
    return found;
}

} // namespace

Result<TrustFiles> readTrustFiles(const std::vector<Path> &files)
{
    TrustFiles found;
    for (const Path &file : files) {
        const Bytes bytes = TRY(readFile(file, limits::revocationListBytes));
        const bool pem = textView(bytes).find("-----BEGIN ") != std::string_view::npos;
        auto here = pem ? fromPem(bytes) : fromDer(bytes);
        if (!here.ok())
            return fail(here.fault().code, file.string() + ": " + here.fault().detail, {{"file", file.string()}});
        for (crypto::RevocationList &list : here->lists)
            found.lists.push_back(std::move(list));
        for (const crypto::Certificate &one : here->authorities) {
            if (!one.isAuthority())
                return fail(FaultCode::CertificateUnsuitable, file.string() + ": the certificate of " + one.commonName() + " is not one of an authority",
                            {{"file", file.string()}, {"certificate", one.commonName()}});
            found.authorities.push_back(one);
        }
    }
    return found;
}

} // namespace caseward::session
