// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/office.h"

namespace caseward::ctl {

// Writes office.crl beside office.pem; every station then takes it in by "trust import".
Command officeRevoke()
{
    return {"office revoke", "[<certificate>…]", "withdraw certificates of people: a new revocation list office.crl; without a certificate the same list with a new date",
            {{"office-dir", "folder", "folder with office.pem and office.p8"},
             {"reason", "reason", "unspecified, key-compromise, affiliation-changed, superseded, ceased, hold, privilege-withdrawn"},
             {"since", "time", "what was signed from then on no longer counts (2026-11-22T09:15:02.000Z); now when not said"},
             {"days", "number", "after how many days the list should be replaced; 30 when not said"},
             {"office-passphrase-file", "file", "passphrase of the office key, first line of this file"},
             {"office-passphrase-fd", "number", "passphrase of the office key from this descriptor"}},
            false, [](Call &call) -> Result<Reply> {
                const Path office = TRY(call.need("office-dir"));
                session::Withdrawal withdrawal;
                const Instant now = call.environment().clock.now();
                withdrawal.certificates.assign(call.arguments().begin(), call.arguments().end());
                withdrawal.reason = TRY(crypto::parseReason(call.option("reason", "unspecified")));
                withdrawal.since = call.has("since") ? TRY(parseInstant(call.option("since"))) : now;
                withdrawal.fresh = {now, {now.milliseconds + std::int64_t{TRY(call.number("days", 30))} * 86'400'000}};
                if (withdrawal.since > now)
                    return fail(FaultCode::Usage, "--since lies in the future");
                const crypto::Secret passphrase = TRY(call.secret("office-passphrase"));
                const auto list = TRY(session::revokeCertificates(session::officeIn(office), passphrase, withdrawal));
                return Reply{{{"list", Json(list.file.string())}, {"number", Json(list.number)}, {"entries", Json(list.entries)}},
                             list.file.string() + "\n  number " + list.number + ", withdraws " + std::to_string(list.entries) +
                                 "\n  Carry it to every station: casewardctl trust import " + list.file.filename().string()};
            }};
}

} // namespace caseward::ctl
