// SPDX-License-Identifier: GPL-3.0-or-later
// Whether another agency's eligibility was accepted without a new judgement (SEAD 7), as an entry: what was asked, what the person who
// decided answered and why, and the grounds when it was declined. Plain values; the questions are data (core/packs/reciprocity.h).
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace caseward::model {

enum class ReciprocityReply { Yes, No, CannotTell };
[[nodiscard]] std::string_view replyName(ReciprocityReply reply);               // "yes", "no", "cannot-tell"
[[nodiscard]] Result<ReciprocityReply> parseReciprocityReply(std::string_view name);

struct ReciprocityAnswer {
    std::string question;          // "S7-1"
    ReciprocityReply reply = ReciprocityReply::CannotTell;
    std::string reason;            // how it is known
};
struct ReciprocityDecided {
    std::string rules;             // id and version of the questions: "us-sead7-1.0.0"
    std::string authority, access; // of the eligibility that is asked to be accepted
    std::string needed;            // the level that is needed here
    std::string investigated;      // YYYY-MM-DD, the day the investigation it rests on was closed; empty: not known
    std::vector<ReciprocityAnswer> answers;
    bool accepted = false;
    std::vector<std::string> grounds;  // of a refusal: ids of questions answered yes
    std::string reason;
};

} // namespace caseward::model
