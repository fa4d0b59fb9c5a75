// SPDX-License-Identifier: GPL-3.0-or-later
// Finds words in the stored text of a page as core/base/findwords.h does for the whole case. Pure; any thread.
#pragma once

#include "core/model/spot.h"

#include <QString>

#include <vector>

namespace caseward::ui {

// Places in code points of `text` (UTF-8), in order, not overlapping. An empty or blank needle is nowhere.
[[nodiscard]] std::vector<model::Span> findPlaces(const std::string &text, std::uint32_t page, const QString &needle);

// The same in what a machine read in the picture of a page: each place as the part of the picture where the words are taken to stand.
[[nodiscard]] std::vector<model::Spot> findInScan(const model::PageText &machineRead, std::uint32_t page, const QString &needle);

} // namespace caseward::ui
