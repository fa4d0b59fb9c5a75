// SPDX-License-Identifier: GPL-3.0-or-later
// The child's conversation: hello, then one answer for each request until the parent hangs up. Main thread.
#pragma once

#include "app/reader/document.h"
#include "app/reader/scanreader.h"

#include <string>

namespace caseward::reader {

struct Service {
    int socket = -1;
    OpenedDocument (*open)(BytesView document) = nullptr;
    ScanReader *scans = nullptr;  // null: nobody asks for machine text
};

// False when the parent is gone.
bool sayHello(int socket, Status status, std::uint32_t landlockAbi, const std::string &engine);

// Returns when the parent hangs up or breaks the protocol.
void serve(const Service &service);

} // namespace caseward::reader
