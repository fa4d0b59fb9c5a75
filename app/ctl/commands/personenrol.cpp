// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/office.h"

namespace caseward::ctl {

namespace {

// The key was made on the card; there is no key file.
Result<Reply> enrolCard(Call &call, const session::OfficeFiles &office, const session::NewPerson &person)
{
    const crypto::Secret officePassphrase = TRY(call.secret("office-passphrase"));
    const crypto::Secret pin = TRY(call.secret("passphrase"));
    const session::NewCardPerson card{person, TRY(call.need("pkcs11-module")), call.option("token", "pkcs11:"), &pin};
    const auto files = TRY(session::enrolCardPerson(office, officePassphrase, card, TRY(call.argument(0, "a folder")),
                                                    TRY(call.need("stem")), call.environment()));
    return Reply{{{"person", Json(files.id.text())}, {"certificate", Json(files.certificate.string())}, {"token", Json(files.tokenUri)},
                  {"onCard", Json(files.certificateOnCard)}},
                 person.name + "  " + files.id.text() + "\n  certificate " + files.certificate.string() + "\n  key         " + files.tokenUri +
                     (files.certificateOnCard ? "\n  The certificate was written to the card."
                                              : "\n  The card did not take the certificate; it is not needed there.")};
}

} // namespace

// A new key and a certificate for a person, signed by the office; or a certificate for a key that was made on a card.
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
             {"pkcs11-module", "file", "the key was made on a card: the PKCS#11 module that reads it, with its full path"},
             {"token", "address", "where on the card the key is (pkcs11:…); needed when it holds several"},
             {"passphrase-file", "file", "new passphrase for the person's key, or the PIN of the card"},
             {"passphrase-fd", "number", "new passphrase, or the PIN of the card, from this descriptor"}},
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
                if (call.has("pkcs11-module") || call.has("token"))
                    return enrolCard(call, session::officeIn(office), person);
                const crypto::Secret officePassphrase = TRY(call.secret("office-passphrase"));
                const crypto::Secret passphrase = TRY(call.secret("passphrase"));
                const std::string stem = TRY(call.need("stem"));
                const auto files = TRY(session::enrolPerson(session::officeIn(office), officePassphrase, person,
                                                            passphrase, folder, stem, call.environment()));
                return Reply{{{"person", Json(files.id.text())}, {"certificate", Json(files.certificate.string())}, {"key", Json(files.key.string())}},
                             person.name + "  " + files.id.text() + "\n  certificate " + files.certificate.string() + "\n  key         " + files.key.string()};
            }};
}

} // namespace caseward::ctl
