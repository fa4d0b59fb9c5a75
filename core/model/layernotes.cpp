// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layernotes.h"

namespace caseward::model {

namespace {

// Part of the format: never change one, only add.
constexpr std::pair<LayerNote, std::string_view> notes[] = {{LayerNote::NoWords, "; no words"}, {LayerNote::DynamicForm, "; dynamic form"}};

} // namespace

std::string notedEngine(const std::string &engine, LayerNote note)
{
    for (const auto &[known, words] : notes)
        if (known == note)
            return engine + std::string(words);
    return engine;
}

LayerNote layerNoteOf(std::string_view engine)
{
    for (const auto &[known, words] : notes)
        if (engine.ends_with(words))
            return known;
    return LayerNote::None;
}

} // namespace caseward::model
