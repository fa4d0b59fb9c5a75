// SPDX-License-Identifier: GPL-3.0-or-later
// The deficiency letter as a paper: what a file lacks, by code and section, for its sender. It says nothing about the subject.
// Needs a QGuiApplication; any one thread at a time; nothing is written to a file.
#pragma once

#include "core/session/screening.h"

namespace caseward::ui {

struct DeficiencyPaper {
    std::string printedBy;
    Instant printedAt;
};

// As BannerPaginator::print().
[[nodiscard]] Result<Bytes> deficiencyPdf(const session::DeficiencyLetter &letter, const model::Dossier &dossier, const DeficiencyPaper &options);

} // namespace caseward::ui
