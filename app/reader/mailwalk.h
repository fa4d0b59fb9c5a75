// SPDX-License-Identifier: GPL-3.0-or-later
// The MIME tree of one message, taken apart: what is to be read, and what it carries. Embedded messages are carried, not
// taken apart: each is a document of its own. Inside the child, after lock-down; one thread.
#pragma once

#include "app/reader/document.h"

#include <gmime/gmime.h>

#include <memory>

namespace caseward::reader {

struct GObjectRelease {
    void operator()(void *object) const { g_object_unref(object); }
};
template <typename T>
using GObjectOwner = std::unique_ptr<T, GObjectRelease>;

struct CarriedPart {
    GMimeObject *object = nullptr; // of the message, which outlives it
    Part facts;                    // the name as received, the exact size decoded
    std::string mediaType;
    std::string remark;            // "encrypted (S/MIME)" …, or empty
};

struct MailContent {
    std::u32string body;
    std::vector<std::string> remarks; // one sentence each
    std::vector<CarriedPart> parts;
};

// TooLarge beyond limits::mailDepth, documentParts, the largest answer for one part and documentBytes for all.
Outcome<MailContent> mailContent(GMimeMessage *message);

// The decoded bytes of a part; of an embedded message, that message.
Bytes partBytes(GMimeObject *part);

} // namespace caseward::reader
