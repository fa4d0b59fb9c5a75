// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

#include "core/model/statement.h"

namespace caseward::ctl {
Command allegationList()
{
    return {"allegation list", "", "the statement of reasons: every sub-paragraph with its answer and finding", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(TRY(call.session())->openCase(TRY(call.caseId())));
                Json::Array paragraphs;
                std::string lines;
                for (const model::StatementParagraph &paragraph : model::statementOf(*dossier)) {
                    Json::Array subparagraphs;
                    lines += "Paragraph " + std::to_string(paragraph.number) + "  Guideline " + paragraph.guideline + "\n";
                    for (const model::AllegationState *state : paragraph.subparagraphs) {
                        subparagraphs.emplace_back(allegationFacts(*state, *dossier));
                        lines += "  " + allegationLine(*state, *dossier) + "\n";
                    }
                    paragraphs.emplace_back(Json::Object{{"paragraph", Json(paragraph.number)}, {"pack", Json(paragraph.pack)}, {"guideline", Json(paragraph.guideline)},
                                                         {"subparagraphs", Json(std::move(subparagraphs))}});
                }
                if (paragraphs.empty())
                    lines = "Nothing is alleged.\n";
                return Reply{{{"paragraphs", Json(std::move(paragraphs))}}, lines};
            }};
}

} // namespace caseward::ctl
