// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/trust.h"

namespace caseward::ctl {

// Authorities of an organisation's own PKI and revocation lists, which arrive as files.
Command trustImport()
{
    return {"trust import", "<file>…", "take in revocation lists and certificates of authorities",
            {{"anchor", "", "also believe authorities that lead to none believed so far (security officer)"}},
            true, [](Call &call) -> Result<Reply> {
                TRY(call.argument(0, "a file"));
                const std::vector<Path> files(call.arguments().begin(), call.arguments().end());
                session::TrustDesk desk(*TRY(call.session()));
                const auto done = TRY(desk.import(files, call.has("anchor") ? session::NewAnchors::Accept : session::NewAnchors::Refuse));
                Json::Object facts;
                std::string lines;
                const auto tell = [&](const char *key, const char *words, const std::vector<std::string> &names) {
                    facts[key] = Json::Array(names.begin(), names.end());
                    for (const std::string &name : names)
                        lines += std::string(words) + name + "\n";
                };
                tell("offices", "now believed: ", done.offices);
                tell("authorities", "authority taken in: ", done.authorities);
                tell("lists", "revocation list taken in: ", done.lists);
                return Reply{std::move(facts), lines};
            }};
}

} // namespace caseward::ctl
