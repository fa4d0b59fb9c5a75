// SPDX-License-Identifier: GPL-3.0-or-later
// A web page or the HTML of an e-mail as running text: what a reader would see, with the address behind each link and the words for each
// picture in brackets. Scripts, styles, forms' actions and anything remote are left where they are. libxml2's HTML parser (HTML 4 with
// recovery), no network, no entities of the document's own. Inside the child, after lock-down; call openCharsets() before.
#pragma once

#include "app/reader/document.h"

namespace caseward::reader {

// Before lock-down.
void warmUpHtml();

// `charset`: what the outside says (a mail header), or empty: byte order mark, then UTF-8, then what the page itself says, then
// Windows-1252. Damaged, TooLarge, NotText.
Outcome<std::u32string> htmlText(BytesView page, const std::string &charset);

} // namespace caseward::reader
