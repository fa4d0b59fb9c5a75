// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/credentials.h"

namespace caseward::ctl {

// What is on the cards that are in, as far as a card tells without its PIN.
Command tokenList()
{
    return {"token list", "", "the cards that are in, and the keys on them (needs no PIN)",
            {{"pkcs11-module", "file", "the PKCS#11 module that reads the cards, with its full path"}},
            false, [](Call &call) -> Result<Reply> {
                Json::Array cards;
                std::string lines;
                for (const session::Card &card : TRY(session::cardsIn(TRY(call.need("pkcs11-module"))))) {
                    Json::Array keys;
                    lines += card.label + "  " + card.model + "  serial " + card.serial +
                             (card.blocked ? "  BLOCKED after too many wrong PINs" : card.lastTry ? "  one try left for the PIN" : card.wrongBefore ? "  a wrong PIN was given before" : "") + "\n";
                    for (const session::CardKey &key : card.keys) {
                        keys.emplace_back(Json::Object{{"uri", Json(key.uri)}, {"algorithm", Json(key.algorithm)}, {"name", Json(key.name)}});
                        lines += "  " + key.uri + "  " + (key.algorithm.empty() ? "key that cannot be used" : key.algorithm) +
                                 (key.name.empty() ? "" : "  " + key.name) + "\n";
                    }
                    cards.emplace_back(Json::Object{{"label", Json(card.label)}, {"serial", Json(card.serial)}, {"model", Json(card.model)},
                                                    {"blocked", Json(card.blocked)}, {"lastTry", Json(card.lastTry)}, {"wrongBefore", Json(card.wrongBefore)}, {"keys", Json(std::move(keys))}});
                }
                return Reply{{{"cards", Json(std::move(cards))}}, lines.empty() ? "no card is in\n" : lines};
            }};
}

} // namespace caseward::ctl
