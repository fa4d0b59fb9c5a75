// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail by GMime: what must happen before lock-down, and its name. The opener is openMail() in document.h. Main thread.
#pragma once

#include <string>
#include <vector>

namespace caseward::reader {

// Registers GLib's types and opens the character converters, which are shared libraries. No directory stays readable.
std::vector<std::string> warmUpMail(const std::string &fonts);

// "caseward-mail 1 (gmime 3.2.13)", of the library that is really loaded.
std::string mailEngineName();

} // namespace caseward::reader
