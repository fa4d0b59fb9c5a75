// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/office.h"

namespace caseward::ctl {

// A station's vault. Members are given as CERTIFICATE:KEYFILE or CERTIFICATE:pkcs11:…, contacts as certificates.
Command vaultCreate()
{
    return {"vault create", "<name.caseward>", "make a station's vault",
            {{"office", "file", "certificate of an office to trust", true},
             {"member", "cert:key", "certificate and key file of a person who may open it; cert:pkcs11:… when the key is on a card, cert alone when it stays elsewhere", true},
             {"contact", "cert", "certificate of a person elsewhere to send to", true}},
            false, [](Call &call) -> Result<Reply> {
                session::NewVault vault;
                vault.folder = TRY(call.argument(0, "a folder name"));
                for (const std::string &path : call.all("office"))
                    vault.officeCertificates.emplace_back(path);
                for (const std::string &path : call.all("contact"))
                    vault.contacts.emplace_back(path);
                for (const std::string &pair : call.all("member")) {
                    const std::size_t colon = pair.find(':');
                    const std::string key = colon == std::string::npos ? std::string() : pair.substr(colon + 1);
                    const bool card = key.starts_with("pkcs11:");
                    vault.members.push_back({{}, pair.substr(0, colon), card ? Path() : Path(key), card ? key : std::string()});
                }
                if (vault.officeCertificates.empty() || vault.members.empty())
                    return fail(FaultCode::Usage, "a vault needs at least one --office and one --member");
                const StationId station = TRY(session::createVault(vault, call.environment()));
                return Reply{{{"station", Json(station.text())}, {"vault", Json(vault.folder.string())}},
                             "vault " + vault.folder.string() + ", station " + station.text()};
            }};
}

} // namespace caseward::ctl
