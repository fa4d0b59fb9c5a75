// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keptcheck.h"

#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/letters/template.h"
#include "core/session/state.h"

#include <map>
#include <set>

namespace caseward::session {

namespace {

std::string wordOf(const model::Entry &entry, std::string_view key)
{
    const codec::Json *value = entry.body.find(key);
    return value != nullptr && value->isString() ? value->string() : std::string();
}

// What the ledger says of one thing that was taken in, by the digest of its text.
struct Entered {
    std::string name;
    std::uint64_t seq = 0;              // of the entry that took it in; 0 for what came with a case or the program
    bool retired = false;
};

using Ledger = std::map<std::string, Entered>;

Ledger packsEntered(const Session::State &state)
{
    Ledger entered;
    for (const model::Entry &entry : state.vault->ledger().entries()) {
        const bool imported = entry.kind == "pack.imported", retired = entry.kind == "pack.retired";
        if (!imported && !retired)
            continue;
        Entered &it = entered[wordOf(entry, "digest")];
        it.name = "guideline pack " + wordOf(entry, "pack");
        it.seq = imported ? entry.seq : it.seq;
        it.retired = it.retired || retired;
    }
    return entered;
}

Ledger formsEntered(const Session::State &state)
{
    Ledger entered;
    for (const model::Entry &entry : state.vault->ledger().entries())
        if (entry.kind == "letter-form.imported")
            entered[wordOf(entry, "digest")] = {"template " + wordOf(entry, "kind") + " " + wordOf(entry, "version"), entry.seq, false};
    return entered;
}

Fault damaged(const std::string &words) { return fail(FaultCode::VaultDamaged, words, {{"file", "vault.db"}}); }

std::string entryWords(std::uint64_t seq) { return "entry " + std::to_string(seq) + " of the station's ledger"; }

// The text under its digest, the signature over the text, and the ledger about both.
Status checkSigned(const Session::State &state, const std::string &text, const Digest &digest, BytesView signature, const Entered *entered)
{
    if (crypto::sha256(viewOf(text)) != digest)
        return damaged("its stored text is not the one that was kept: the digest differs");
    const bool takenIn = entered != nullptr && entered->seq != 0;
    if (signature.empty())
        return takenIn ? Status(damaged("the signature it was taken in with is gone (" + entryWords(entered->seq) + ")")) : Status();
    TRY(crypto::verifyDetached(signature, viewOf(text), state.trust));
    if (!takenIn)
        return damaged("it is kept as one that was taken in, and no entry of the station's ledger says so");
    return {};
}

Status checkPack(const Session::State &state, const store::KeptPack &kept, const Entered *entered)
{
    TRY(checkSigned(state, kept.text, kept.ref.digest, kept.signature, entered));
    const packs::PackPtr pack = TRY(packs::Pack::load(viewOf(kept.text)));
    if (pack->id != kept.ref.id || pack->version != kept.ref.version)
        return damaged("it is kept under another name: it says of itself that it is " + pack->id + " " + pack->version);
    const bool retired = entered != nullptr && entered->retired;
    if (retired != (kept.retiredAt.milliseconds != 0))
        return damaged(retired ? "the station's ledger says that it was retired, and it is kept as one that is not"
                               : "it is kept as retired, and no entry of the station's ledger says so");
    return {};
}

Status checkForm(const Session::State &state, const store::KeptLetterForm &kept, const Entered *entered)
{
    TRY(checkSigned(state, kept.text, kept.digest, kept.signature, entered));
    if (kept.signature.empty())
        return damaged("it is kept without a signature");
    const letters::Template form = TRY(letters::readTemplate(viewOf(kept.text)));
    if (model::letterKindName(form.kind) != kept.kind || form.version != kept.version)
        return damaged("it is kept under another name: it says of itself that it is " + std::string(model::letterKindName(form.kind)) + " " + form.version);
    return {};
}

// What the ledger took in and nobody keeps.
void addGone(std::vector<KeptPart> &parts, const Ledger &entered, const std::set<std::string> &kept)
{
    for (const auto &[digest, it] : entered)
        if (!kept.contains(digest))
            parts.push_back({it.name, fail(FaultCode::VaultTruncated, "it is gone, and nothing kept here is ever removed" + (it.seq == 0 ? std::string() : " (" + entryWords(it.seq) + ")")), false});
}

template <typename Kept, typename Check, typename Name, typename DigestOf>
std::vector<KeptPart> checkAll(const Result<std::vector<Kept>> &all, const Ledger &entered, const char *table, const Name &name, const DigestOf &digestOf, const Check &check)
{
    std::vector<KeptPart> parts;
    if (!all.ok()) {
        parts.push_back({table, all.fault(), false});
        return parts;
    }
    std::set<std::string> kept;
    for (const Kept &one : *all) {
        const std::string digest = digestOf(one).hex();
        kept.insert(digest);
        const auto known = entered.find(digest);
        Status status = check(one, known == entered.end() ? nullptr : &known->second);
        const bool isSigned = status.ok() && !one.signature.empty();
        parts.push_back({name(one), std::move(status), isSigned});
    }
    addGone(parts, entered, kept);
    return parts;
}

} // namespace

std::vector<KeptPart> checkKeptPacks(Session::State &state)
{
    return checkAll(
        state.vault->packTable().all(), packsEntered(state), "guideline packs",
        [](const store::KeptPack &kept) { return "guideline pack " + kept.ref.id + " " + kept.ref.version; },
        [](const store::KeptPack &kept) -> const Digest & { return kept.ref.digest; },
        [&state](const store::KeptPack &kept, const Entered *entered) { return checkPack(state, kept, entered); });
}

std::vector<KeptPart> checkKeptLetterForms(Session::State &state)
{
    return checkAll(
        state.vault->letterTable().all(), formsEntered(state), "templates of letters",
        [](const store::KeptLetterForm &kept) { return "template " + kept.kind + " " + kept.version; },
        [](const store::KeptLetterForm &kept) -> const Digest & { return kept.digest; },
        [&state](const store::KeptLetterForm &kept, const Entered *entered) { return checkForm(state, kept, entered); });
}

} // namespace caseward::session
