// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reciprocity.h"

namespace caseward::model {

std::string_view replyName(ReciprocityReply reply)
{
    switch (reply) {
    case ReciprocityReply::Yes: return "yes";
    case ReciprocityReply::No: return "no";
    case ReciprocityReply::CannotTell: break;
    }
    return "cannot-tell";
}

Result<ReciprocityReply> parseReciprocityReply(std::string_view name)
{
    for (const ReciprocityReply reply : {ReciprocityReply::Yes, ReciprocityReply::No, ReciprocityReply::CannotTell})
        if (replyName(reply) == name)
            return reply;
    return fail(FaultCode::Malformed, "'" + std::string(name) + "' is not an answer: yes, no or cannot-tell");
}

} // namespace caseward::model
