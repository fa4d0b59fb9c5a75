// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/pemtext.h"

#include <openssl/pem.h>

namespace caseward::crypto {

bool isPem(BytesView bytes)
{
    return textView(bytes).find("-----BEGIN ") != std::string_view::npos;
}

Result<std::optional<PemBlock>> nextBlock(BIO *bio)
{
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long size = 0;
    if (PEM_read_bio(bio, &name, &header, &data, &size) != 1) {
        const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
        if (!atEnd)
            return opensslFault(FaultCode::Malformed, "reading a PEM text");
        ERR_clear_error();
        return std::optional<PemBlock>();
    }
    PemBlock block{name, Bytes(data, data + size)};
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_clear_free(data, static_cast<std::size_t>(size)); // might have been a key
    return std::optional<PemBlock>(std::move(block));
}

} // namespace caseward::crypto
