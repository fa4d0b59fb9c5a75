// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, types and closed vocabularies of a forms file. Private to core/packs; pure; Malformed names the place and the field.
#pragma once

#include "core/codec/json.h"
#include "core/packs/forms.h"

namespace caseward::packs {

[[nodiscard]] Status readForms(const codec::Json &untrustedRoot, Forms &forms);

} // namespace caseward::packs
