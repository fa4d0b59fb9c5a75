// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/outside.h"

namespace caseward::ctl {

namespace {

void tell(const model::DocumentState &state, const Path &file, Json::Array &added, std::string &lines)
{
    const model::DocumentAdded &facts = state.facts;
    Json::Object row{{"document", Json(facts.document.text())}, {"file", Json(file.string())}, {"title", Json(facts.title)},
                     {"pages", Json(facts.pages)}, {"sha256", Json(facts.digest.hex())}, {"media", Json(mediaTypeName(facts.media))}};
    if (!facts.engine.empty())
        row.emplace("engine", Json(facts.engine)); // and what its text layer cannot say: "…; no words"
    if (facts.parent)
        row.emplace("part", Json(facts.part));
    if (!state.isReadable())
        row.emplace("unreadable", Json(facts.unreadable));
    added.emplace_back(std::move(row));
    lines += (facts.parent ? "  with   " : "added    ") + facts.title + "  " +
             (state.isReadable() ? std::to_string(facts.pages) + " pages" : "kept unread: " + facts.unreadable) + "  " + facts.document.text() + "\n";
}

} // namespace

// Each file is taken in or refused on its own; the first refusal decides the exit status, the rest still get in.
Command documentAdd()
{
    return {"document add", "<file or folder>…", "take documents into a case; hashed at the door, read only in the reader child",
            {caseOption(), {"title", "text", "title; the file name when not said (one file only)"},
             {"kind", "kind", "questionnaire, report-of-investigation, credit-report, court-record, letter, email, …; guessed from the name when not said"},
             {"source", "text", "who gave it"}, {"agency", "text", "whose record it is"}, {"custody", "text", "how it came here: by courier, seal number …"},
             {"keep-unreadable", "", "take in what the reader cannot open as well, with the reason"}, {"date", "day", "YYYY-MM-DD"}, {"exhibit", "text", "exhibit number"}, {"marking", "text", "portion mark"}},
            true, [](Call &call) -> Result<Reply> {
                TRY(call.argument(0, "a file"));
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                std::vector<Path> files;
                for (const std::string &argument : call.arguments()) {
                    std::error_code ignored;
                    if (!std::filesystem::is_directory(argument, ignored)) {
                        files.emplace_back(argument);
                        continue;
                    }
                    std::vector<Path> inside;
                    for (const auto &item : std::filesystem::directory_iterator(argument, ignored))
                        if (item.is_regular_file(ignored))
                            inside.push_back(item.path());
                    std::ranges::sort(inside);
                    files.insert(files.end(), inside.begin(), inside.end());
                }
                Json::Array added, refused;
                std::string lines;
                std::optional<Fault> first;
                for (const Path &file : files) {
                    session::NewDocument document;
                    document.file = file;
                    document.title = call.option("title");
                    document.kind = call.has("kind") ? TRY(model::parseDocumentKind(call.option("kind"))) : session::guessKind(file.filename().string());
                    document.source = call.option("source");
                    document.agency = call.option("agency");
                    document.custody = call.option("custody");
                    if (call.has("keep-unreadable"))
                        document.unreadable = session::NewDocument::Unreadable::Keep;
                    document.date = call.option("date");
                    document.exhibit = call.option("exhibit");
                    document.marking = call.option("marking");
                    const auto result = session.addDocument(id, document, call.progress());
                    if (!result.ok()) {
                        first = first ? first : result.fault();
                        refused.emplace_back(Json::Object{{"file", Json(file.string())}, {"code", Json(faultName(result.fault().code))}, {"detail", Json(result.fault().detail)}});
                        lines += "refused  " + file.string() + ": " + result.fault().detail + "\n";
                        continue;
                    }
                    const auto dossier = TRY(session.openCase(id));
                    const std::uint64_t from = dossier->document(*result)->added.seq; // it, and what came with it
                    for (const model::DocumentState &state : dossier->documents)
                        if (state.added.seq >= from)
                            tell(state, file, added, lines);
                }
                if (first && files.size() > 1)
                    first->detail = std::to_string(refused.size()) + " of " + std::to_string(files.size()) + " files refused; the first because " + first->detail;
                return Reply{{{"added", Json(std::move(added))}, {"refused", Json(std::move(refused))}}, lines, first};
            }};
}

} // namespace caseward::ctl
