// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a document showed of it that its text layer cannot say, kept behind the name of the engine that read it, from where
// an older program shows it too: "poppler 22.12.0; no words". Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace caseward::model {

enum class LayerNote {
    None,
    NoWords,      // pictures of pages, none with words to search or to select
    DynamicForm,  // an XFA form: its pages may not show what was filled in
};

[[nodiscard]] std::string notedEngine(const std::string &engine, LayerNote note);
[[nodiscard]] LayerNote layerNoteOf(std::string_view engine);

} // namespace caseward::model
