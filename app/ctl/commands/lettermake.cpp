// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"
#include "ui/paper/caseletter.h"

namespace caseward::ctl {

namespace {

Result<session::LetterWish> wishOf(Call &call)
{
    session::LetterWish wish;
    wish.kind = TRY(model::parseLetterKind(TRY(call.need("kind"))));
    wish.addressee = call.option("addressee");
    wish.words = call.option("words");
    wish.days = TRY(call.number("days", 0));
    wish.questions = call.all("question");
    wish.use = call.has("unsigned") ? session::LetterUse::Draft : session::LetterUse::Issue;
    return wish;
}

} // namespace

// With --unsigned a draft that says so on every page; nothing is entered in the case then.
Command letterMake()
{
    return {"letter make", "", "make a letter of a case as a PDF: signed and entered in the history, or a draft; without --out its words are printed",
            {caseOption(), {"kind", "kind", "statement-of-reasons, interrogatory, letter-of-intent, denial, revocation, advisement, memorandum or certificate"},
             {"addressee", "name", "who it goes to"}, {"out", "file", "the PDF; must not exist"}, {"days", "number", "how long there is to answer; not said: what the packs of the case say"},
             {"words", "text", "what else the letter says; printed as it is"}, {"question", "text", "a question of an interrogatory", true},
             {"unsigned", "", "a draft, marked as such on every page"}}, true, [](Call &call) -> Result<Reply> {
                session::LetterDesk desk(*TRY(call.session()));
                const CaseId id = TRY(call.caseId());
                const auto wish = TRY(wishOf(call));
                const session::PreparedLetter letter = TRY(desk.prepare(id, wish));
                const std::string text = letters::plainText(letter.lines);
                Reply reply{{{"kind", Json(std::string(model::letterKindName(wish.kind)))}, {"template", Json(letter.form.hex())}, {"version", Json(letter.version)}, {"text", Json(text)}}, text};
                if (!call.has("out"))
                    return reply;
                const Path file = call.option("out");
                const Bytes pdf = TRY(ui::letterPdf(letter, call.environment().clock.now()));
                reply.facts.emplace("file", Json(file.string()));
                if (wish.use == session::LetterUse::Draft) {
                    TRY(writeFile(file, pdf));
                    reply.lines = file.string() + " (a draft)\n";
                    return reply;
                }
                const session::SignedLetter made = TRY(desk.issue(id, letter, pdf, file));
                reply.facts.emplace("digest", Json(made.paper.hex()));
                reply.facts.emplace("entries", Json(made.dossier->size));
                reply.lines = file.string() + "\nSHA-256 " + made.paper.hex() + "\n";
                return reply;
            }};
}

} // namespace caseward::ctl
