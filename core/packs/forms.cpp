// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/forms.h"

#include "core/packs/datafolder.h"
#include "core/packs/formsreader.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <set>

namespace caseward::packs {

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Both in lower case.
bool holdsWords(std::string_view text, std::string_view wanted)
{
    for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
        const bool begins = at == 0 || !isLetter(text[at - 1]);
        const std::size_t end = at + wanted.size();
        if (begins && (end == text.size() || !isLetter(text[end])))
            return true;
    }
    return false;
}

template <typename Items, typename IdOf>
Status checkUnique(const Items &items, const char *list, IdOf idOf)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!seen.insert(idOf(items[i])).second)
            return malformed(place(list, i), "id", "is there twice: \"" + idOf(items[i]) + "\"");
    return {};
}

bool asks(const FormSection &section, const std::string &path)
{
    return std::ranges::find(section.questions, path, &FormQuestion::path) != section.questions.end();
}

Status checkForm(const Forms &forms, const Form &form, const std::string &where)
{
    TRY(checkUnique(form.sections, "sections", [](const AskedSection &one) { return one.section; }));
    for (const AskedSection &asked : form.sections) {
        const FormSection *section = forms.section(asked.section);
        if (!section)
            return malformed(where, "sections", "names section \"" + asked.section + "\", which is not there");
        for (const std::string &path : asked.without)
            if (!asks(*section, path))
                return malformed(where, "without", "names \"" + path + "\", which section " + asked.section + " does not ask");
        for (const auto &[path, back] : asked.except)
            if (!asks(*section, path))
                return malformed(where, "except", "names \"" + path + "\", which section " + asked.section + " does not ask");
    }
    return {};
}

Status checkWhole(const Forms &forms)
{
    TRY(checkUnique(forms.sections, "sections", [](const FormSection &one) { return one.id; }));
    TRY(checkUnique(forms.forms, "forms", [](const Form &one) { return one.id; }));
    TRY(checkUnique(forms.releases, "releases", [](const ReleaseRule &one) { return one.id; }));
    TRY(checkUnique(forms.tiers, "tiers", [](const Tier &one) { return one.id; }));
    TRY(checkUnique(forms.deficiencies, "deficiencies", [](const DeficiencyCode &one) { return one.code; }));
    TRY(checkUnique(forms.flags, "flags", [](const FlagRule &one) { return one.id; }));
    for (std::size_t i = 0; i < forms.releases.size(); ++i)
        if (!forms.releases[i].section.empty() && !forms.section(forms.releases[i].section))
            return malformed(place("releases", i), "section", "is not there");
    for (const Tier &tier : forms.tiers)
        TRY(checkUnique(tier.components, "components", [](const TierComponent &one) { return one.id; }));
    std::set<std::string> names;
    for (std::size_t i = 0; i < forms.forms.size(); ++i) {
        TRY(checkForm(forms, forms.forms[i], place("forms", i)));
        for (const std::string &name : forms.forms[i].names)
            if (!names.insert(lowered(name)).second)
                return malformed(place("forms", i), "names", "are those of another form: \"" + name + "\"");
    }
    if (forms.forms.empty())
        return malformed("forms file", "forms", "has none");
    return {};
}

} // namespace

const AskedSection *Form::asked(std::string_view wanted) const
{
    const auto found = std::ranges::find(sections, wanted, &AskedSection::section);
    return found == sections.end() ? nullptr : &*found;
}

const FormSection *Forms::section(std::string_view sectionId) const
{
    const auto found = std::ranges::find(sections, sectionId, &FormSection::id);
    return found == sections.end() ? nullptr : &*found;
}

const Form *Forms::form(std::string_view name) const
{
    const std::string wanted = lowered(name);
    for (const Form &one : forms) {
        const auto same = [&](const std::string &other) { return lowered(other) == wanted; };
        if (same(one.id) || std::ranges::any_of(one.names, same))
            return &one;
    }
    return nullptr;
}

const Tier *Forms::tierFor(std::string_view access) const
{
    const std::string text = lowered(access);
    const Tier *best = nullptr;
    for (const Tier &tier : tiers) {
        const bool named = std::ranges::any_of(tier.access, [&](const std::string &word) { return holdsWords(text, lowered(word)); });
        if (named && (!best || tier.components.size() > best->components.size()))
            best = &tier;
    }
    return best;
}

const DeficiencyCode *Forms::deficiency(std::string_view code) const
{
    const auto found = std::ranges::find(deficiencies, code, &DeficiencyCode::code);
    return found == deficiencies.end() ? nullptr : &*found;
}

Result<FormsPtr> Forms::load(BytesView untrustedJson)
{
    const codec::Json root = TRY(codec::parseJson(untrustedJson, limits::packBytes));
    auto forms = std::make_shared<Forms>();
    TRY(readForms(root, *forms));
    TRY(checkLimits(root));
    TRY(checkWhole(*forms));
    return FormsPtr(std::move(forms));
}

Result<std::vector<FormsPtr>> loadForms(const Path &folder)
{
    return hasDataFolder(folder) ? loadFolder(folder, Forms::load) : std::vector<FormsPtr>();
}

} // namespace caseward::packs
