// SPDX-License-Identifier: GPL-3.0-or-later
// A fault as a test that fails says it: its name and its detail. Any thread.
#pragma once

#include "core/base/fault.h"

#include <QByteArray>

namespace caseward::uitest {

inline QByteArray why(const Fault &fault) { return QByteArray::fromStdString(std::string(faultName(fault.code)) + ": " + fault.detail); }

} // namespace caseward::uitest
