// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {

namespace {

void addItems(const char *key, const char *title, const std::vector<session::FileItem> &items, Reply &reply)
{
    Json::Array list;
    reply.lines += std::string("\n") + title + "\n";
    for (const session::FileItem &item : items) {
        list.push_back(itemFacts(item));
        reply.lines += itemLine(item);
    }
    reply.facts.emplace(key, Json(std::move(list)));
}

Json formFacts(const session::FormScreening &form, const std::string &only, const model::Dossier &dossier, std::string &lines)
{
    lines += form.title + ": " + (form.form.empty() ? std::string("the form is not said") : form.form + " " + form.version) +
        (form.known ? "" : ", not among the forms known here: held against " + form.rules->id) + (form.readable ? "" : "; to be read by a person") + "\n";
    Json::Array sections;
    for (const session::SectionResult &section : form.sections) {
        if (!only.empty() && section.id != only)
            continue;
        sections.push_back(sectionFacts(section));
        lines += sectionLine(section);
        for (const session::Hint &hint : section.hints)
            lines += hintLine(hint, dossier);
        if (section.more != 0)
            lines += "  and " + std::to_string(section.more) + " more of this section\n";
        if (!section.judged.reason.empty())
            lines += "           " + oneLine(section.judged.reason, 200) + "\n";
    }
    return Json(Json::Object{{"document", Json(form.document.text())}, {"title", Json(form.title)}, {"form", Json(form.form)}, {"version", Json(form.version)},
                             {"known", Json(form.known)}, {"heldAgainst", Json(form.rules->id)}, {"readable", Json(form.readable)}, {"sections", Json(std::move(sections))}});
}

Json deficiencyFacts(const model::Dossier &dossier, std::string &lines)
{
    Json::Array list;
    for (const auto &[key, noted] : dossier.screening.deficiencies) {
        list.push_back(Json(Json::Object{{"code", Json(key.first)}, {"section", Json(key.second)}, {"text", Json(noted.text)},
                                         {"settled", Json(noted.settled ? noted.settled->first : std::string())}}));
        lines += (noted.settled ? "settled  " : "open     ") + key.first + (key.second.empty() ? "" : " section " + key.second) + ": " + oneLine(noted.text, 160) + "\n";
    }
    if (list.empty())
        lines += "none is noted\n";
    return Json(std::move(list));
}

} // namespace

Command screeningShow()
{
    return {"screening show", "", "what screening finds: sections, releases, identity, components, what to look at first; none of it is a finding",
            {caseOption(), asOfOption(), {"document", "document", "this questionnaire alone"}, {"section", "section", "this section alone: 11, 20A"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto dossier = TRY(session.openCase(id));
                const auto view = TRY(session::ScreeningDesk(session).screen(id, call.option("as-of")));
                const session::Screening &found = view.found;
                Reply reply{{{"asOf", Json(session::dayText(found.asOf))}, {"tier", Json(found.tier)}}, "Screening as of " + session::dayText(found.asOf) + "\n\n"};
                Json::Array forms;
                const DocumentId only = call.has("document") ? TRY(call.document()).document : DocumentId();
                for (const session::FormScreening &form : found.questionnaires)
                    if (only.isNull() || form.document == only)
                        forms.push_back(formFacts(form, call.option("section"), *dossier, reply.lines));
                if (forms.empty())
                    reply.lines += "There is no questionnaire to screen.\n";
                Json::Array unread;
                for (const DocumentId &document : found.unread) {
                    unread.emplace_back(document.text());
                    reply.lines += "The answers of document " + document.text() + " could not be read.\n";
                }
                reply.facts.emplace("unread", Json(std::move(unread)));
                reply.facts.emplace("questionnaires", Json(std::move(forms)));
                addItems("releases", "Releases", found.releases, reply);
                addItems("identity", "Identity", found.identity, reply);
                addItems("components", found.tier.empty() ? "Components of the investigation: the access asked for names no tier known here" : ("Components of the investigation, " + found.tier).c_str(),
                         found.components, reply);
                Json::Array flags;
                reply.lines += "\nBefore the case is assigned (not a finding)\n";
                for (const session::Hint &flag : found.flags) {
                    flags.push_back(hintFacts(flag));
                    reply.lines += hintLine(flag, *dossier);
                }
                reply.lines += flags.empty() ? "  nothing is seen\n" : "";
                reply.facts.emplace("flags", Json(std::move(flags)));
                reply.facts.emplace("deviation", found.deviation ? hintFacts(*found.deviation) : Json());
                if (found.deviation)
                    reply.lines += "\n" + hintLine(*found.deviation, *dossier);
                reply.lines += "\nDeficiencies\n";
                reply.facts.emplace("deficiencies", deficiencyFacts(*dossier, reply.lines));
                return reply;
            }};
}

} // namespace caseward::ctl
