// SPDX-License-Identifier: GPL-3.0-or-later
// The templates of letters: those of the program, and those a site put in their place.
#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/session/letters.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

const char *const signatureEnding = ".p7s";

Path fileOf(model::LetterKind kind) { return std::string(model::letterKindName(kind)) + ".letter"; }

Result<LetterForm> shipped(const Session::State &state, model::LetterKind kind)
{
    const Bytes text = TRY(readFile(state.env.packsFolder / "letters" / fileOf(kind), letters::bounds::templateBytes));
    return LetterForm{TRY(letters::readTemplate(text)), crypto::sha256(text), LetterOrigin::Program, {}, {}};
}

Result<crypto::Signature> signedByOfficer(const Session::State &state, BytesView signature, BytesView text)
{
    const crypto::Signature verified = TRY(crypto::verifyDetached(signature, text, state.trust));
    const auto roles = TRY(state.rolesOf(verified.signer));
    if (std::ranges::find(roles, "security-officer") == roles.end())
        return fail(FaultCode::CertificateUnsuitable, "the template is signed by " + verified.signer.commonName() + ", who is no security officer",
                    {{"certificate", verified.signer.commonName()}});
    return verified;
}

} // namespace

Result<letters::Template> readLetterForm(const Path &file)
{
    return letters::readTemplate(TRY(readFile(file, letters::bounds::templateBytes)));
}

Status LetterDesk::mayManage() const
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    if (!rules::mayAct(state.actor(), rules::Act::ManagePeople).ok())
        return fail(FaultCode::NotAllowed, "Only a security officer may sign or take in templates of letters");
    return {};
}

// One whose signature holds no more counts for nothing: the next older one does, and it is said.
Result<LetterForm> LetterDesk::form(model::LetterKind kind)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    std::string doubt;
    for (const store::KeptLetterForm &kept : TRY(state.vault->letterTable().all())) {
        if (kept.kind != model::letterKindName(kind))
            continue;
        const auto verified = crypto::verifyDetached(kept.signature, viewOf(kept.text), state.trust);
        const auto form = letters::readTemplate(viewOf(kept.text));
        if (verified.ok() && form.ok() && form->kind == kind)
            return LetterForm{*form, crypto::sha256(viewOf(kept.text)), LetterOrigin::Imported, verified->signer.commonName(), doubt};
        if (doubt.empty())
            doubt = "version " + kept.version + " was taken in, but does not count: " + (verified.ok() ? form.ok() ? "it is of another kind" : form.fault().detail : verified.fault().detail);
    }
    LetterForm form = TRY(shipped(state, kind));
    form.doubt = doubt;
    return form;
}

Result<std::vector<LetterForm>> LetterDesk::forms()
{
    std::vector<LetterForm> list;
    for (const rules::LetterRow &row : rules::letterTable())
        list.push_back(TRY(form(row.kind)));
    return list;
}

Result<Path> LetterDesk::exportForm(model::LetterKind kind, const Path &folder)
{
    const Path file = folder / fileOf(kind);
    TRY(writeFile(file, viewOf(TRY(form(kind)).form.text)));
    return file;
}

Result<Path> LetterDesk::signForm(const Path &file)
{
    Session::State &state = m_session.state();
    TRY(mayManage());
    TRY(state.vault->needWritable()); // what is signed stands in the ledger, or is not signed
    const letters::Template form = TRY(readLetterForm(file));
    const Instant now = state.env.clock.now();
    TRY(state.trust.check(state.who.certificate, now));
    const Path signature = file.string() + signatureEnding;
    TRY(writeFile(signature, TRY(crypto::signDetached(viewOf(form.text), state.credential, now, state.chain()))));
    const Status noted = state.note("letter-form.signed", {{"kind", codec::Json(std::string(model::letterKindName(form.kind)))}, {"version", codec::Json(form.version)},
                                                           {"digest", codec::Json(crypto::sha256(viewOf(form.text)).hex())}});
    if (!noted.ok()) {
        std::error_code ignored;
        std::filesystem::remove(signature, ignored);
        return noted.fault();
    }
    return signature;
}

Result<LetterForm> LetterDesk::importForm(const Path &file)
{
    Session::State &state = m_session.state();
    TRY(mayManage());
    TRY(state.vault->needWritable());
    const Bytes text = TRY(readFile(file, letters::bounds::templateBytes));
    const auto untrustedSignature = readFile(file.string() + signatureEnding, limits::cmsBytes);
    if (!untrustedSignature.ok() && untrustedSignature.fault().code == FaultCode::NotFound)
        return fail(FaultCode::SignatureInvalid, "the template is not signed: beside it there is no " + file.filename().string() + signatureEnding, {{"file", file.string()}});
    const Bytes signature = TRY(untrustedSignature);
    const crypto::Signature verified = TRY(signedByOfficer(state, signature, text)); // nothing of it is read before somebody vouches for it
    const letters::Template form = TRY(letters::readTemplate(text));
    const Instant now = state.env.clock.now();
    const Digest digest = crypto::sha256(text);
    const std::string kind(model::letterKindName(form.kind));
    codec::Json::Object body{{"kind", codec::Json(kind)}, {"version", codec::Json(form.version)}, {"digest", codec::Json(digest.hex())},
                             {"signer", codec::Json(verified.signer.commonName())}, {"office", codec::Json(verified.signer.organisation())}};
    TRY(state.vault->keepLetterForm({digest, kind, form.version, toText(text), signature, now}, {now, state.who.person, "letter-form.imported", codec::Json(std::move(body))}));
    return this->form(form.kind);
}

} // namespace caseward::session
