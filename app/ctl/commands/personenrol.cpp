// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/office.h"

namespace caseward::ctl {

// A new key and a certificate for a person, signed by the office.
Command personEnrol()
{
    return {"person enrol", "<folder>", "make a person's key and certificate, signed by the office",
            {{"office-dir", "folder", "folder with office.pem and office.p8"},
             {"name", "name", "the person's name"},
             {"role", "role", "adjudicator, supervisor, courier, security-officer, auditor, privacy-officer", true},
             {"stem", "word", "file name without ending"},
             {"days", "number", "validity in days; 1095 when not said"},
             {"office-passphrase-file", "file", "passphrase of the office key, first line of this file"},
             {"office-passphrase-fd", "number", "passphrase of the office key from this descriptor"},
             {"passphrase-file", "file", "new passphrase for the person's key"},
             {"passphrase-fd", "number", "new passphrase from this descriptor"}},
            false, [](Call &call) -> Result<Reply> {
                const Path folder = TRY(call.argument(0, "a folder"));
                const Path office = TRY(call.need("office-dir"));
                session::NewPerson person;
                person.name = TRY(call.need("name"));
                for (const std::string &role : call.all("role"))
                    person.roles.insert(TRY(crypto::parseRole(role)));
                if (person.roles.empty())
                    return fail(FaultCode::Usage, "a person needs at least one --role");
                const Instant now = call.environment().clock.now();
                const std::int64_t days = TRY(call.number("days", 1095));
                person.validity = {now, {now.milliseconds + days * 86'400'000}};
                const crypto::Secret officePassphrase = TRY(call.secret("office-passphrase"));
                const crypto::Secret passphrase = TRY(call.secret("passphrase"));
                const std::string stem = TRY(call.need("stem"));
                const auto files = TRY(session::enrolPerson({office / "office.pem", office / "office.p8"}, officePassphrase, person,
                                                            passphrase, folder, stem, call.environment()));
                return Reply{{{"person", Json(files.id.text())}, {"certificate", Json(files.certificate.string())}, {"key", Json(files.key.string())}},
                             person.name + "  " + files.id.text() + "\n  certificate " + files.certificate.string() + "\n  key         " + files.key.string()};
            }};
}

} // namespace caseward::ctl
