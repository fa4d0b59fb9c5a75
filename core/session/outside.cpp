// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/outside.h"

#include "core/base/limits.h"
#include "core/evidence/decisioncheck.h"
#include "core/flow/exchange/bundlereader.h"
#include "core/flow/intake/documentintake.h"
#include "core/store/history.h"

#include <algorithm>

namespace caseward::session {

Result<crypto::TrustStore> trustOffices(const std::vector<Path> &certificateFiles, const std::vector<Path> &listFiles)
{
    crypto::TrustStore trust;
    for (const Path &path : certificateFiles)
        for (const auto &certificate : TRY(crypto::Certificate::listFromPem(TRY(readFile(path, limits::certificateBytes)))))
            trust.add(certificate);
    for (const Path &path : listFiles)
        for (const auto &list : TRY(crypto::RevocationList::listFromBytes(TRY(readFile(path, limits::revocationListBytes)))))
            TRY(trust.addList(list));
    return trust;
}

Result<CheckedDecision> checkDecision(const Path &decision, const Path &signature, const Path &countersignature,
                                      const crypto::TrustStore &trust)
{
    const Bytes json = TRY(readFile(decision, limits::jsonBytes));
    const Bytes first = TRY(readFile(signature, limits::cmsBytes));
    const Bytes second = countersignature.empty() ? Bytes() : TRY(readFile(countersignature, limits::cmsBytes));
    // An empty file must not pass for "not countersigned".
    if (!countersignature.empty() && second.empty())
        return fail(FaultCode::SignatureInvalid, countersignature.string() + " is empty");
    const auto verified = TRY(evidence::verifyDecision(json, first, second, trust));
    return CheckedDecision{verified.caseReference, verified.outcomeId, verified.outcomeTitle, verified.outcomeClass, verified.signerName, verified.signerOffice,
                           verified.countersignerName, verified.signedAt, verified.countersignedAt, verified.digest, verified.countersigned};
}

Result<CheckedSeal> checkSeal(const Path &bundle, const crypto::TrustStore &trust, Progress &progress)
{
    const auto seal = TRY(flow::checkSeal(bundle, trust, progress));
    const flow::Label &label = seal.label;
    return CheckedSeal{label.bundle, label.from.office, label.to.front().office, label.marking, seal.sender.fingerprint(), label.created,
                       label.cases, static_cast<std::uint32_t>(label.stream.segments.size()), seal.bytes};
}

Result<CheckedHistory> checkHistory(const Path &history)
{
    const std::string text = toText(TRY(readFile(history, limits::documentBytes)));
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    if (lines.empty())
        return fail(FaultCode::HistoryBroken, history.string() + " is empty", {{"entry", "0"}});
    const auto entries = TRY(store::verifyHistory(lines));
    const auto dossier = TRY(model::foldHistory(entries));
    return CheckedHistory{dossier.facts.reference, entries.size(), store::rootOf(entries), dossier.head};
}

model::DocumentKind guessKind(const std::string &fileName)
{
    return flow::guessKind(fileName);
}

} // namespace caseward::session
