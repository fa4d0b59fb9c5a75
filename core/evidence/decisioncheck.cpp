// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/decisioncheck.h"

#include "core/codec/objectreader.h"
#include "core/crypto/digest.h"

namespace caseward::evidence {

using codec::Json;

Bytes countersignedContent(BytesView decision, BytesView signature)
{
    Bytes content(decision.begin(), decision.end());
    content.insert(content.end(), signature.begin(), signature.end());
    return content;
}

namespace {

Result<VerifiedDecision> factsOf(const Json &json, const crypto::Certificate &signer)
{
    codec::ObjectReader reader(json, "decision.json");
    VerifiedDecision verified;
    if (reader.text("format") != decisionFormat)
        reader.problem("format", "is not " + std::string(decisionFormat));
    verified.caseReference = reader.text("reference");
    codec::ObjectReader outcome(reader.member("outcome"), "decision.json: outcome");
    verified.outcomeId = outcome.text("id");
    verified.outcomeTitle = outcome.text("title");
    if (outcome.optionalMember("class") != nullptr)
        verified.outcomeClass = outcome.text("class");
    codec::ObjectReader history(reader.member("history"), "decision.json: history");
    verified.historySize = static_cast<std::uint64_t>(history.integer("size", 1, limits::caseEntries));
    verified.historyRoot = history.digest("root");
    codec::ObjectReader named(reader.member("signer"), "decision.json: signer");
    const Digest fingerprint = named.digest("certificate");
    const std::string person = named.text("person");
    TRY(reader.finish(codec::UnknownFields::Keep));
    TRY(outcome.finish(codec::UnknownFields::Keep));
    TRY(history.finish(codec::UnknownFields::Keep));
    TRY(named.finish(codec::UnknownFields::Keep));
    if (fingerprint != signer.fingerprint() || person != signer.personId())
        return fail(FaultCode::NotAllowed, "the decision names another signer than the one who signed it");
    if (!signer.roles().contains(crypto::Role::Adjudicator))
        return fail(FaultCode::CertificateUnsuitable, signer.commonName() + " does not hold the role of an adjudicator");
    return verified;
}

} // namespace

Result<VerifiedDecision> verifyDecision(BytesView untrustedDecision, BytesView untrustedSignature,
                                        BytesView untrustedCountersignature, const crypto::TrustStore &trust)
{
    const crypto::Signature signature = TRY(crypto::verifyDetached(untrustedSignature, untrustedDecision, trust));
    const Json json = TRY(codec::parseCanonicalJson(untrustedDecision));
    VerifiedDecision verified = TRY(factsOf(json, signature.signer));
    verified.digest = crypto::sha256(untrustedDecision);
    verified.signerName = signature.signer.commonName();
    verified.signerOffice = signature.signer.organisation();
    verified.signedAt = signature.signingTime;
    if (untrustedCountersignature.empty())
        return verified;

    const Bytes content = countersignedContent(untrustedDecision, untrustedSignature);
    const crypto::Signature counter = TRY(crypto::verifyDetached(untrustedCountersignature, content, trust));
    if (counter.signer.personId() == signature.signer.personId())
        return fail(FaultCode::NotAllowed, "the same person signed and countersigned");
    if (!counter.signer.roles().contains(crypto::Role::Supervisor))
        return fail(FaultCode::CertificateUnsuitable, counter.signer.commonName() + " does not hold the role of a supervisor");
    verified.countersigned = true;
    verified.countersignerName = counter.signer.commonName();
    verified.countersignedAt = counter.signingTime;
    return verified;
}

} // namespace caseward::evidence
