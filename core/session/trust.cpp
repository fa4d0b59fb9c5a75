// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trust.h"

#include "core/crypto/digest.h"
#include "core/session/state.h"
#include "core/session/trustfiles.h"

#include <algorithm>

namespace caseward::session {

namespace {

// Puts each authority where it belongs: below one that is believed, or, if allowed, among those that are believed.
class Sorting {
public:
    Sorting(crypto::TrustStore trust, NewAnchors newAnchors) : m_trust(std::move(trust)), m_newAnchors(newAnchors) {}

    Status place(std::vector<crypto::Certificate> authorities)
    {
        std::erase_if(authorities, [this](const crypto::Certificate &one) { return isKnown(one); });
        while (!authorities.empty()) {
            Status refused = placeBelow(authorities);
            if (authorities.empty())
                break;
            if (m_newAnchors == NewAnchors::Refuse)
                return refused;
            // The topmost first: one that none of the others has issued.
            const auto top = std::ranges::find_if(authorities, [&](const crypto::Certificate &one) {
                return std::ranges::none_of(authorities, [&one](const crypto::Certificate &other) { return !(other == one) && other.issued(one); });
            });
            const crypto::Certificate anchor = top == authorities.end() ? authorities.front() : *top;
            m_trust.add(anchor);
            material.anchors.push_back(anchor);
            std::erase(authorities, anchor);
        }
        return {};
    }

    Status keep(const crypto::RevocationList &list)
    {
        const std::size_t before = m_trust.lists().size();
        TRY(m_trust.addList(list));
        if (m_trust.lists().size() > before)
            material.lists.push_back(list);
        return {};
    }

    [[nodiscard]] const crypto::TrustStore &trust() const { return m_trust; }
    store::TrustMaterial material;

private:
    [[nodiscard]] bool isKnown(const crypto::Certificate &one) const
    {
        return std::ranges::find(m_trust.anchors(), one) != m_trust.anchors().end() ||
               std::ranges::find(m_trust.intermediates(), one) != m_trust.intermediates().end();
    }

    // Takes out what found a place; the fault of the last that did not.
    Status placeBelow(std::vector<crypto::Certificate> &authorities)
    {
        Status refused;
        for (bool progress = true; progress;) {
            progress = false;
            for (auto it = authorities.begin(); it != authorities.end();) {
                const Status placed = m_trust.addIntermediate(*it);
                if (!placed.ok()) {
                    refused = fail(placed.fault().code, it->commonName() + ": " + placed.fault().detail, {{"certificate", it->commonName()}});
                    ++it;
                    continue;
                }
                material.intermediates.push_back(*it);
                it = authorities.erase(it);
                progress = true;
            }
        }
        return refused;
    }

    crypto::TrustStore m_trust;
    NewAnchors m_newAnchors;
};

codec::Json::Array asJson(const std::vector<std::string> &names)
{
    return {names.begin(), names.end()};
}

bool isStale(const crypto::RevocationList &list, const crypto::TrustStore &trust, Instant now)
{
    const bool newest = std::ranges::none_of(trust.lists(), [&list](const auto &other) {
        return other->issuerKey() == list.issuerKey() && other->thisUpdate() > list.thisUpdate();
    });
    return newest && list.nextUpdate() && *list.nextUpdate() < now;
}

} // namespace

Result<TrustImport> TrustDesk::import(const std::vector<Path> &files, NewAnchors newAnchors)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    if (newAnchors == NewAnchors::Accept)
        TRY(rules::mayAct(state.actor(), rules::Act::ManagePeople));
    const TrustFiles read = TRY(readTrustFiles(files));
    Sorting sorting(state.trust, newAnchors);
    TRY(sorting.place(read.authorities));
    for (const crypto::RevocationList &list : read.lists)
        TRY(sorting.keep(list));
    TrustImport done;
    for (const crypto::Certificate &one : sorting.material.anchors)
        done.offices.push_back(one.commonName());
    for (const crypto::Certificate &one : sorting.material.intermediates)
        done.authorities.push_back(one.commonName());
    for (const crypto::RevocationList &one : sorting.material.lists)
        done.lists.push_back(one.issuer() + ", " + toText(one.thisUpdate()));
    if (done.offices.empty() && done.authorities.empty() && done.lists.empty())
        return fail(FaultCode::AlreadyExists, "nothing in these files is new to this station");
    codec::Json::Object body{{"offices", codec::Json(asJson(done.offices))}, {"authorities", codec::Json(asJson(done.authorities))},
                             {"lists", codec::Json(asJson(done.lists))}};
    TRY(state.vault->keepTrust(sorting.material, {state.env.clock.now(), state.who.person, "trust.imported", codec::Json(std::move(body))}));
    state.trust = sorting.trust();
    return done;
}

Result<std::vector<TrustRow>> TrustDesk::list()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    const Instant now = state.env.clock.now();
    std::vector<TrustRow> rows;
    const auto add = [&rows, now](TrustRow::Kind kind, const crypto::Certificate &one) {
        rows.push_back({kind, one.commonName(), one.fingerprint(), one.notBefore(), one.notAfter(), 0, one.notAfter() < now});
    };
    for (const crypto::Certificate &one : state.trust.anchors())
        add(TrustRow::Kind::Office, one);
    for (const crypto::Certificate &one : state.trust.intermediates())
        add(TrustRow::Kind::Authority, one);
    for (const auto &one : state.trust.lists())
        rows.push_back({TrustRow::Kind::List, one->issuer(), crypto::sha256(one->der()), one->thisUpdate(), one->nextUpdate().value_or(Instant{}),
                        one->entries().size(), isStale(*one, state.trust, now)});
    return rows;
}

Result<WithdrawnList> TrustDesk::withdraw(const OfficeWithdrawal &what)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    TRY(rules::mayAct(state.actor(), rules::Act::ManagePeople));
    constexpr std::int64_t dayLong = 86'400'000;
    const Instant now = state.env.clock.now();
    const Instant since = what.since.empty() ? now : Instant{TRY(dayNumber(what.since)) * dayLong};
    if (since > now)
        return fail(FaultCode::Malformed, "the first day lies in the future");
    const Withdrawal withdrawal{what.certificates, what.reason, since, {now, {now.milliseconds + what.days * dayLong}}};
    auto list = TRY(revokeCertificates(what.office, *what.passphrase, withdrawal));
    TRY(import({list.file}, NewAnchors::Refuse));
    return list;
}

std::vector<std::string> TrustDesk::notices()
{
    const Session::State &state = m_session.state();
    std::vector<std::string> words;
    for (const auto &one : state.trust.lists())
        if (isStale(*one, state.trust, state.env.clock.now()))
            words.push_back("the revocation list of " + one->issuer() + " should have been replaced by " + dayOf(*one->nextUpdate()) +
                            "; what was withdrawn since is not known here");
    return words;
}

} // namespace caseward::session
