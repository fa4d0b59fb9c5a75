// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/outcome.h"

#include "tests/doha/plaintext.h"

#include <algorithm>
#include <array>

namespace caseward::doha {

namespace {

constexpr std::size_t kConclusion = 3000; // characters that are read after the heading
constexpr std::size_t kOpening = 6000;
constexpr std::size_t kNowhere = std::string_view::npos;

struct Phrase {
    std::string_view text;
    Outcome outcome;
};

// The verb that decides, after "is", "are" or their like.
constexpr std::array kVerbs{Phrase{"not granted", Outcome::Denied},   Phrase{"granted", Outcome::Granted},  Phrase{"denied", Outcome::Denied},
                            Phrase{"continued", Outcome::Granted},    Phrase{"revoked", Outcome::Denied},   Phrase{"reinstated", Outcome::Granted},
                            Phrase{"not continued", Outcome::Denied}, Phrase{"approved", Outcome::Granted}, Phrase{"remanded", Outcome::Other},
                            Phrase{"dismissed", Outcome::Other},      Phrase{"closed", Outcome::Other}};

bool aboutAccess(std::string_view sentence)
{
    static constexpr std::array<std::string_view, 10> kThings{"clearance", "eligibility", "access",   "request", "application",
                                                              "position",  "trust",       "case",     "matter",  "suitability"};
    return std::any_of(kThings.begin(), kThings.end(), [&](std::string_view thing) { return sentence.find(thing) != kNowhere; });
}

// What stands after " is " up to the verb: "hereby", "therefore,", "accordingly".
std::optional<Outcome> verbAt(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 12> kBetween{"hereby ", "therefore ", "therefore, ", "accordingly ", "accordingly, ", "again ", "now ", "also ", ", accordingly, ", "thus ", "be ", "both "};
    for (bool skipped = true; skipped;) {
        skipped = false;
        for (const std::string_view word : kBetween) {
            if (text.substr(at, word.size()) == word) {
                at += word.size();
                skipped = true;
            }
        }
    }
    for (const Phrase &verb : kVerbs) {
        if (text.substr(at, verb.text.size()) == verb.text)
            return verb.outcome;
    }
    return std::nullopt;
}

struct Decided {
    Outcome outcome;
    std::size_t at;
};

std::optional<Decided> firstDecided(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> kLinks{" is ", " are ", " is, ", " are, ", " is: ", " shall be ", " must be "};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ')
            continue;
        for (const std::string_view link : kLinks) {
            if (text.substr(at, link.size()) != link)
                continue;
            const std::optional<Outcome> outcome = verbAt(text, text.find_first_not_of(" ", at + link.size()));
            const std::size_t stop = text.rfind(". ", at);
            const std::size_t begin = std::max(stop == kNowhere ? 0 : stop, at > 250 ? at - 250 : 0);
            if (outcome && aboutAccess(text.substr(begin, at - begin)))
                return Decided{*outcome, at};
        }
    }
    return std::nullopt;
}

// "Clearance denied.": without a verb.
std::optional<Decided> shortly(std::string_view text)
{
    static constexpr std::array kShort{Phrase{"clearance denied", Outcome::Denied},     Phrase{"clearance granted", Outcome::Granted}, Phrase{"eligibility denied", Outcome::Denied},
                                       Phrase{"eligibility granted", Outcome::Granted}, Phrase{"access denied", Outcome::Denied},       Phrase{"access granted", Outcome::Granted}};
    std::optional<Decided> first;
    for (const Phrase &phrase : kShort) {
        const std::size_t at = text.find(phrase.text);
        if (at != kNowhere && (!first || at < first->at))
            first = Decided{phrase.outcome, at};
    }
    return first;
}

std::optional<Decided> formula(std::string_view text)
{
    const std::size_t at = std::min(text.find("clearly consistent"), text.find("clearly in the national interest"));
    if (at == kNowhere)
        return std::nullopt;
    const std::string_view before = text.substr(at > 60 ? at - 60 : 0, std::min<std::size_t>(at, 60));
    const bool negative = before.find(" not ") != kNowhere || before.find("n't ") != kNowhere || before.find("cannot") != kNowhere || before.find("inconsistent") != kNowhere;
    return Decided{negative ? Outcome::Denied : Outcome::Granted, at};
}

Exception exceptionIn(std::string_view sentence)
{
    static constexpr std::array<std::string_view, 4> kConditional{"with conditions", "with a condition", "conditional", "subject to the following condition"};
    if (std::any_of(kConditional.begin(), kConditional.end(), [&](std::string_view words) { return sentence.find(words) != kNowhere; }))
        return Exception::Conditional;
    return sentence.find("waiver") != kNowhere ? Exception::Waiver : Exception::None;
}

} // namespace

Concluded concluded(std::string_view conclusion)
{
    const std::string text = lowered(flat(conclusion.substr(0, kConclusion)));
    Concluded result;
    if (const std::optional<Decided> words = formula(text))
        result.formula = words->outcome;
    const std::optional<Decided> decided = firstDecided(text);
    if (decided) {
        result.decided = decided->outcome;
        const std::size_t end = text.find('.', decided->at);
        if (decided->outcome == Outcome::Granted)
            result.exception = exceptionIn(std::string_view(text).substr(decided->at, end == kNowhere ? kNowhere : end - decided->at));
    } else if (const std::optional<Decided> brief = shortly(text)) {
        result.decided = brief->outcome;
    } else if (text.find("without a determination") != kNowhere || text.find("without determination") != kNowhere) {
        result.decided = Outcome::Other;
    }
    return result;
}

std::optional<Outcome> announced(std::string_view body)
{
    const std::string text = lowered(flat(body.substr(0, kOpening)));
    const std::size_t end = std::min(text.find("statement of the case"), text.find("statement of case"));
    const std::optional<Decided> decided = firstDecided(std::string_view(text).substr(0, end));
    return decided ? std::optional<Outcome>(decided->outcome) : std::nullopt;
}

} // namespace caseward::doha
