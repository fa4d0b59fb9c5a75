// SPDX-License-Identifier: GPL-3.0-or-later
// The anchor of a place as a person marks it: words of a page, or a part of its picture. Worker thread.
#pragma once

#include "core/model/spot.h"
#include "core/session/session.h"

namespace caseward::session {

// NotFound for no such document or page; QuoteNotFound for words that are not there, for a part that is not on the page and for a
// document whose pages are no pictures.
[[nodiscard]] Result<model::Anchor> anchorAt(Session &session, const CaseId &id, const DocumentId &document, const model::Spot &place);

} // namespace caseward::session
