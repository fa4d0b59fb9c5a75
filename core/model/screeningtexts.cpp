// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/screeningtexts.h"

namespace caseward::model {

namespace {

std::string with(std::string text, const char *label, const std::string &words)
{
    if (!words.empty())
        text += std::string("; ") + label + ": " + words;
    return text;
}

std::string verdictWords(Verdict verdict) { return verdict == Verdict::NotJudged ? "not judged" : std::string(verdictName(verdict)); }

std::string at(const PaperPlace &place, const Dossier &dossier)
{
    if (!place.document)
        return {};
    const DocumentState *document = dossier.document(*place.document);
    const std::string title = document ? document->facts.title : place.document->text();
    return place.page == 0 ? title : title + ", p. " + std::to_string(place.page);
}

std::string describe(const SectionJudged &said)
{
    return with("Section " + said.section + ": complete " + verdictWords(said.complete) + ", consistent " + verdictWords(said.consistent) +
                    ", relevant " + verdictWords(said.relevant), "reason", said.reason);
}

std::string describe(const ReleaseRecorded &said, const Dossier &dossier)
{
    std::string text = said.kind + " release, " + (said.signedOn.empty() ? "not signed" : "signed " + said.signedOn);
    text += said.validUntil.empty() ? "" : ", valid until " + said.validUntil;
    return with(with(std::move(text), "at", at(said.place, dossier)), "note", said.note);
}

std::string describe(const IdentityRecorded &said, const Dossier &dossier)
{
    const std::string text = std::string(identityMatterName(said.matter)) + (said.verified ? " verified" : " not verified");
    return with(with(with(text, "by", said.means), "at", at(said.place, dossier)), "note", said.note);
}

std::string describe(const ComponentRecorded &said, const Dossier &dossier)
{
    return with(with(said.component + ": " + std::string(componentStateName(said.state)), "at", at(said.place, dossier)), "reason", said.reason);
}

std::string describe(const CaseReturnedDeficient &said)
{
    std::string codes;
    for (const DeficiencyItem &item : said.items)
        codes += (codes.empty() ? "" : ", ") + deficiencyKey(item.code, item.section);
    return with(with("Returned to " + said.to, "for", codes), "words", said.words);
}

// The id of a derived hint without the document it begins with, which says nothing to a reader: "Hint gap/residence/start/now".
std::string hintWords(const std::string &hint)
{
    const std::size_t slash = hint.find('/');
    const bool ofDocument = slash != std::string::npos && isUuidText(std::string_view(hint).substr(0, slash));
    return "Hint " + (ofDocument ? hint.substr(slash + 1) : hint);
}

} // namespace

std::string sectionKey(const DocumentId &document, const std::string &section) { return document.text() + "/" + section; }
std::string deficiencyKey(const std::string &code, const std::string &section) { return section.empty() ? code : code + "/" + section; }

void describeScreening(const Dossier &dossier, std::map<ThingKey, Thing> &things)
{
    const ScreeningState &screening = dossier.screening;
    for (const auto &[key, said] : screening.sections)
        things[{Area::Section, sectionKey(key.first, key.second)}].words = describe(said.first);
    for (const auto &[kind, said] : screening.releases)
        things[{Area::Release, kind}].words = describe(said.first, dossier);
    for (const auto &[matter, said] : screening.identity)
        things[{Area::Identity, std::string(identityMatterName(matter))}].words = describe(said.first, dossier);
    for (const auto &[component, said] : screening.components)
        things[{Area::Component, component}].words = describe(said.first, dossier);
    for (const auto &[flag, when] : screening.flags)
        things[{Area::Flag, flag.flag.text()}].words = with(flag.text, "at", at(flag.place, dossier));
    for (const auto &[hint, why] : screening.dismissed) {
        std::string &words = things[{Area::Flag, hint}].words;
        words = with(words.empty() ? hintWords(hint) : words, "dismissed", why.first);
    }
    for (const auto &[key, noted] : screening.deficiencies) {
        const std::string name = deficiencyKey(key.first, key.second);
        things[{Area::Deficiency, name}].words = with(name + ": " + noted.text, "settled", noted.settled ? noted.settled->first : std::string());
    }
    for (const auto &[sent, when] : screening.returns)
        things[{Area::Deficiency, "return " + std::to_string(when.seq)}].words = describe(sent);
}

} // namespace caseward::model
