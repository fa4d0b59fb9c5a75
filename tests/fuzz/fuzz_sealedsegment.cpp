// SPDX-License-Identifier: GPL-3.0-or-later
// Two promises: what openSegment takes was framed in the one right way, and what sealSegment makes opens again.
// The digest is always made to agree, so that the parser behind it is reached.
#include "core/crypto/sealedstream.h"
#include "core/crypto/segmentframe.h"

#include <algorithm>
#include <cstdlib>

using namespace caseward;
using namespace caseward::crypto;

namespace {

const Secret &fixedKey()
{
    static const Secret key = [] {
        Secret secret(32);
        std::fill(secret.bytes().begin(), secret.bytes().end(), std::uint8_t{7});
        return secret;
    }();
    return key;
}

void require(bool promise)
{
    if (!promise)
        std::abort();
}

// Every octet outside the four fields, content and tag is what the frame of that size says.
void checkFrame(BytesView untrusted)
{
    const auto frame = SegmentFrame::match(untrusted);
    if (!frame)
        return;
    require(frame->size() == untrusted.size());
    Bytes again(untrusted.begin(), untrusted.end());
    frame->writeInto(again);
    const auto copyField = [&](std::size_t at, std::size_t size) {
        std::copy_n(untrusted.begin() + static_cast<std::ptrdiff_t>(at), size, again.begin() + static_cast<std::ptrdiff_t>(at));
    };
    copyField(frame->keyIdentifierAt(), SegmentFrame::keyIdentifierBytes);
    copyField(frame->wrappedKeyAt(), SegmentFrame::wrappedKeyBytes);
    copyField(frame->nonceAt(), SegmentFrame::nonceBytes);
    require(std::equal(again.begin(), again.end(), untrusted.begin(), untrusted.end()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView untrusted(data, size);
    checkFrame(untrusted);
    const auto opened = openSegment(untrusted, fixedKey(), sha256(untrusted));
    if (!opened.ok())
        require(opened.fault().code == FaultCode::Malformed || opened.fault().code == FaultCode::BundleDamaged ||
                opened.fault().code == FaultCode::TooLarge);

    const auto sealed = sealSegment(untrusted, fixedKey());
    require(sealed.ok());
    checkFrame(*sealed);
    const auto again = openSegment(*sealed, fixedKey(), sha256(*sealed));
    require(again.ok() && std::equal(again->begin(), again->end(), untrusted.begin(), untrusted.end()));
    // The input also as a mutation of a proper segment: its first octet says where, the second how.
    if (size >= 3 && data[1] != 0) {
        Bytes changed = *sealed;
        const std::size_t place = (static_cast<std::size_t>(data[0]) * 256 + data[2]) % changed.size();
        changed[place] ^= data[1];
        require(!openSegment(changed, fixedKey(), sha256(changed)).ok());
    }
    return 0;
}
