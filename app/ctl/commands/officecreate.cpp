// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/office.h"

namespace caseward::ctl {

// The certificate authority of an office that has none of its own.
Command officeCreate()
{
    return {"office create", "<folder>", "make an office: its certificate authority, office.pem and office.p8",
            {{"office", "name", "name of the office"},
             {"years", "number", "how long its certificate is valid; 10 when not said"},
             {"office-passphrase-file", "file", "passphrase for the office key, first line of this file"},
             {"office-passphrase-fd", "number", "passphrase for the office key from this descriptor"}},
            false, [](Call &call) -> Result<Reply> {
                const std::string folder = TRY(call.argument(0, "a folder"));
                const std::string name = TRY(call.need("office"));
                const std::int64_t years = TRY(call.number("years", 10));
                const crypto::Secret passphrase = TRY(call.secret("office-passphrase"));
                const Instant now = call.environment().clock.now();
                std::error_code ignored;
                if (!std::filesystem::exists(folder, ignored))
                    TRY(makeDirectory(folder));
                const auto files = TRY(session::createOffice(folder, name, passphrase, {now, {now.milliseconds + years * 365 * 86'400'000}}));
                return Reply{{{"certificate", Json(files.certificate.string())}, {"key", Json(files.key.string())}},
                             "office " + name + "\n  certificate " + files.certificate.string() + "\n  key         " + files.key.string()};
            }};
}

} // namespace caseward::ctl
