// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/reading.h"

#include "tests/doha/bodyguidelines.h"
#include "tests/doha/items.h"
#include "tests/doha/numbering.h"
#include "tests/doha/outcome.h"
#include "tests/doha/plaintext.h"
#include "tests/doha/section.h"

#include <algorithm>

namespace caseward::doha {

namespace {

constexpr std::size_t kShortest = 200; // characters; less is no decision
constexpr std::size_t kHead = 4000; // characters in which a paper says what it is
constexpr std::size_t kOnePage = 5000; // characters of a decision of which only the first page is there

Refusal withoutSection(std::string_view text)
{
    const std::string head = lowered(flat(text.substr(0, 6000)));
    if (flat(text).size() < kShortest)
        return {Reason::EmptyText, {}};
    if (head.find("appeal board") != std::string::npos)
        return {Reason::AppealDecision, {}};
    return {text.size() < kOnePage ? Reason::CutShort : Reason::NoFindings, {}};
}

// The papers of the Appeal Board speak of findings but make none. A decision after a remand names the Board in a sentence only.
bool isAppeal(std::string_view text)
{
    for (std::size_t at = 0; at < std::min(text.size(), kHead);) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = lowered(flat(text.substr(at, end - at)));
        if (line.size() < 60 && (line.starts_with("appeal board") || line.starts_with("decision of appeal board") || line.starts_with("decision of the appeal board")))
            return true;
        at = end + 1;
    }
    return false;
}

void compare(const FormalFindings &findings, const Concluded &conclusion, Notices &notices)
{
    const bool against = std::any_of(findings.paragraphs.begin(), findings.paragraphs.end(), [](const FoundParagraph &paragraph) {
        return paragraph.finding == Finding::Against;
    });
    notices.outcomeAgainstFindings = findings.outcome != Outcome::Other && against != (findings.outcome == Outcome::Denied);
    notices.outcomeAgainstFormula = conclusion.decided && conclusion.formula && *conclusion.decided != *conclusion.formula && *conclusion.decided != Outcome::Other;
}

std::optional<Refusal> complete(FormalFindings &findings, const Section &section, Notices &notices)
{
    if (findings.paragraphs.empty())
        return Refusal{Reason::NothingFound, {}};
    const bool anything = std::any_of(findings.paragraphs.begin(), findings.paragraphs.end(), [](const FoundParagraph &one) { return one.finding || !one.subParagraphs.empty(); });
    if (!anything)
        return Refusal{Reason::NothingFound, {}};
    notices.guidelineFromBody = nameGuidelines(findings.paragraphs, section.body);
    for (const FoundParagraph &paragraph : findings.paragraphs) {
        if (paragraph.guidelines.empty())
            return Refusal{Reason::NoGuideline, std::to_string(paragraph.number)};
    }
    const Concluded conclusion = concluded(section.conclusion);
    const std::optional<Outcome> outcome = conclusion.decided ? conclusion.decided : conclusion.formula;
    if (!outcome)
        return Refusal{Reason::NoOutcome, {}};
    findings.outcome = *outcome;
    findings.exception = conclusion.exception;
    compare(findings, conclusion, notices);
    if (notices.outcomeAgainstFindings && notices.outcomeAgainstFormula)
        return Refusal{Reason::OutcomeContradicted, words(*outcome)};
    return std::nullopt;
}

} // namespace

Reading read(std::string_view bytes)
{
    const std::string text = withLines(plainText(bytes));
    Reading reading;
    if (isAppeal(text)) {
        reading.result = Refusal{Reason::AppealDecision, {}};
        return reading;
    }
    const std::optional<Section> section = findSection(text);
    if (!section) {
        reading.result = withoutSection(text);
        return reading;
    }
    auto items = readItems(tokenise(section->findings));
    if (auto *refused = std::get_if<Refusal>(&items)) {
        reading.result = *refused;
        return reading;
    }
    for (const Item &item : std::get<std::vector<Item>>(items)) {
        reading.rowsFor += item.found == Finding::For ? 1 : 0;
        reading.rowsAgainst += item.found == Finding::Against ? 1 : 0;
    }
    auto paragraphs = gather(std::get<std::vector<Item>>(items), reading.notices);
    if (auto *refused = std::get_if<Refusal>(&paragraphs)) {
        reading.result = *refused;
        return reading;
    }
    FormalFindings findings;
    findings.paragraphs = std::move(std::get<std::vector<FoundParagraph>>(paragraphs));
    if (std::optional<Refusal> refused = complete(findings, *section, reading.notices))
        reading.result = *refused;
    else
        reading.result = std::move(findings);
    return reading;
}

} // namespace caseward::doha
