// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {

namespace {

std::string placeWords(const session::HintPlace &place, const model::Dossier &dossier)
{
    const model::DocumentState *document = dossier.document(place.document);
    std::string words = document ? document->facts.title : place.document.text();
    if (place.place.page != 0)
        words += ", p. " + std::to_string(place.place.page);
    return place.label.empty() ? words : words + " (" + place.label + ")";
}

Json placeJson(const session::HintPlace &place)
{
    Json::Object facts{{"document", Json(place.document.text())}, {"page", Json(place.place.page)}, {"label", Json(place.label)}};
    if (place.place.start < place.place.end) {
        facts.emplace("start", Json(place.place.start));
        facts.emplace("end", Json(place.place.end));
    }
    return Json(std::move(facts));
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size() + 2), ' ');
    return text;
}

} // namespace

Option asOfOption() { return {"as-of", "day", "YYYY-MM-DD; today when not said"}; }

std::vector<Option> paperOptions()
{
    return {caseOption(), {"document", "document", "the paper that shows it: id, title, exhibit or file name"}, {"page", "number", "the page of it"}};
}

Result<model::PaperPlace> paperSaid(Call &call)
{
    model::PaperPlace place;
    if (call.has("document"))
        place.document = TRY(call.document()).document;
    place.page = TRY(call.number("page", 0));
    if (place.page != 0 && !place.document)
        return fail(FaultCode::Usage, "--page needs --document");
    return place;
}

Result<DocumentId> questionnaireSaid(Call &call)
{
    if (call.has("document"))
        return TRY(call.document()).document;
    const auto screened = TRY(session::ScreeningDesk(*TRY(call.session())).screen(TRY(call.caseId()), {}));
    if (screened.found.questionnaires.empty())
        return fail(FaultCode::NotFound, "the case has no questionnaire", {{"what", "questionnaire"}});
    return screened.found.questionnaires.front().document;
}

Result<Reply> screened(Call &call, const model::Event &event, const std::string &line)
{
    const auto dossier = TRY(session::ScreeningDesk(*TRY(call.session())).record(TRY(call.caseId()), event, call.option("as-of")));
    return Reply{{{"entries", Json(dossier->size)}}, line};
}

std::string verdictWord(model::Verdict verdict)
{
    return verdict == model::Verdict::NotJudged ? "open" : std::string(model::verdictName(verdict));
}

Json hintFacts(const session::Hint &hint)
{
    Json::Array places;
    for (const session::HintPlace &place : hint.places)
        places.push_back(placeJson(place));
    return Json(Json::Object{{"id", Json(hint.id)}, {"kind", Json(hint.kind)}, {"text", Json(hint.text)}, {"why", Json(hint.why)}, {"open", Json(hint.isOpen())},
                             {"note", Json(hint.note)}, {"settled", Json(hint.settled)}, {"places", Json(std::move(places))}});
}

std::string hintLine(const session::Hint &hint, const model::Dossier &dossier)
{
    std::string lines = (hint.note ? "  told     " : hint.isOpen() ? "  HINT     " : "  settled  ") + hint.text + (hint.why.empty() ? "" : " " + hint.why) + "\n";
    for (const session::HintPlace &place : hint.places)
        lines += "           " + placeWords(place, dossier) + "\n";
    if (!hint.settled.empty())
        lines += "           " + oneLine(hint.settled, 200) + "\n";
    return lines + (hint.isOpen() ? "           id " + hint.id + "\n" : "");
}

Json sectionFacts(const session::SectionResult &section)
{
    Json::Array hints;
    for (const session::Hint &hint : section.hints)
        hints.push_back(hintFacts(hint));
    return Json(Json::Object{{"section", Json(section.id)}, {"title", Json(section.title)}, {"state", Json(std::string(session::stateWords(section.state)))},
                             {"years", Json(section.back.years)}, {"ever", Json(section.back.ever)}, {"window", Json(section.window)},
                             {"answers", Json(section.answers)}, {"entries", Json(section.entries)}, {"hints", Json(std::move(hints))}, {"more", Json(section.more)},
                             {"complete", Json(verdictWord(section.judged.complete))}, {"consistent", Json(verdictWord(section.judged.consistent))},
                             {"relevant", Json(verdictWord(section.judged.relevant))}, {"reason", Json(section.judged.reason)}});
}

std::string sectionLine(const session::SectionResult &section)
{
    const std::uint32_t open = section.openHints();
    std::string line = padded(section.id, 5) + padded(oneLine(section.title, 42), 46) + padded(std::string(session::stateWords(section.state)), 24);
    line += open == 0 ? "nothing to look at" : open == 1 ? "1 thing to look at" : std::to_string(open) + " things to look at";
    const auto &said = section.judged;
    if (section.judgedBy)
        line += "; complete " + verdictWord(said.complete) + ", consistent " + verdictWord(said.consistent) + ", relevant " + verdictWord(said.relevant);
    return line + "\n";
}

Json itemFacts(const session::FileItem &item)
{
    Json::Object facts{{"id", Json(item.id)}, {"title", Json(item.title)}, {"state", Json(item.state)}, {"good", Json(item.good)}, {"text", Json(item.text)}};
    if (item.place)
        facts.emplace("place", placeJson(*item.place));
    return Json(std::move(facts));
}

std::string itemLine(const session::FileItem &item)
{
    return padded(item.id, 19) + padded(item.state, 18) + item.title + ". " + item.text + "\n";
}

} // namespace caseward::ctl
