// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/tally.h"

#include "tests/doha/crudecount.h"
#include "tests/doha/outcome.h"
#include "tests/doha/plaintext.h"
#include "tests/doha/roundtrip.h"

#include <algorithm>
#include <cstdio>

namespace caseward::doha {

namespace {

std::string lettersOf(const FormalFindings &findings)
{
    std::string letters;
    for (const FoundParagraph &paragraph : findings.paragraphs)
        letters += paragraph.guidelines;
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    return letters;
}

// The labels the crude count saw that the findings do not have.
bool lacksLabel(const FormalFindings &findings, const CrudeCount &crude)
{
    std::set<std::string> have;
    for (const FoundParagraph &paragraph : findings.paragraphs) {
        for (const SubParagraph &sub : paragraph.subParagraphs)
            have.insert(std::to_string(sub.label.paragraph) + '.' + sub.label.letters);
    }
    return !std::includes(have.begin(), have.end(), crude.labels.begin(), crude.labels.end());
}

} // namespace

double Tally::rate() const
{
    return m_withFindings == 0 ? 1.0 : double(m_backFromACase) / double(m_withFindings);
}

void Tally::compare(const std::string &file, std::string_view bytes, const Reading &reading, const std::string &index)
{
    const FormalFindings &findings = std::get<FormalFindings>(reading.result);
    const Reading again = doha::read(print(findings));
    const auto *back = std::get_if<FormalFindings>(&again.result);
    if (back != nullptr && *back == findings)
        ++m_back;
    else
        note("printed-differs", file);
    if (const std::string why = throughACase(findings, *m_pack); why.empty())
        ++m_backFromACase;
    else
        note("case-differs", file + " (" + why + ")");
    const CrudeCount crude = crudeCount(bytes);
    const bool rows = crude.forApplicant == reading.rowsFor && crude.againstApplicant == reading.rowsAgainst;
    const bool lacks = lacksLabel(findings, crude);
    if (crude.found && rows && !lacks)
        ++m_crudeAgrees;
    else
        note(!crude.found ? "crude-nothing" : !rows ? "crude-rows-differ" : "crude-label-missing", file);
    const std::optional<Outcome> opening = announced(plainText(bytes));
    if (opening && *opening != findings.outcome)
        note("opening-says-otherwise", file);
    if (!index.empty()) {
        ++m_indexed;
        if (index == lettersOf(findings))
            ++m_indexAgrees;
        else
            note("index-differs", file + " index " + index + " findings " + lettersOf(findings));
    }
}

void Tally::add(const std::string &file, std::string_view bytes, const Reading &reading, const std::string &index)
{
    ++m_decisions;
    if (const auto *refused = std::get_if<Refusal>(&reading.result)) {
        m_withFindings += hasFindings(refused->reason) ? 1 : 0;
        note(name(refused->reason), refused->where.empty() ? file : file + " (" + refused->where + ")");
        return;
    }
    ++m_withFindings;
    ++m_read;
    const Notices &notices = reading.notices;
    const std::pair<bool, const char *> said[] = {{notices.guidelineFromBody, "guideline-from-body"},
                                                  {notices.renumbered, "renumbered"},
                                                  {notices.exceptFromRange, "except-from-range"},
                                                  {notices.repeated, "repeated"},
                                                  {notices.letterAgainstName, "letter-against-name"},
                                                  {notices.outcomeAgainstFindings, "outcome-against-findings"},
                                                  {notices.outcomeAgainstFormula, "outcome-against-formula"}};
    for (const auto &[happened, what] : said) {
        if (happened)
            note(what, file);
    }
    compare(file, bytes, reading, index);
}

std::string Tally::report(bool reasons) const
{
    char line[200];
    std::string out;
    const auto add = [&](const char *what, std::size_t count) {
        std::snprintf(line, sizeof line, "%-48s %6zu\n", what, count);
        out += line;
    };
    add("decisions", m_decisions);
    add("with formal findings", m_withFindings);
    add("read", m_read);
    add("became a case and came back identical", m_backFromACase);
    std::snprintf(line, sizeof line, "%-48s %6.2f %%\n", "of those with formal findings", 100.0 * rate());
    out += line;
    add("printed and read again, identical", m_back);
    add("crude count agrees", m_crudeAgrees);
    add("guidelines in the index", m_indexed);
    add("guidelines as in the index", m_indexAgrees);
    for (const auto &[what, files] : m_files) {
        add(("  " + what).c_str(), files.size());
        for (std::size_t at = 0; reasons && at < files.size(); ++at)
            out += "      " + files[at] + '\n';
    }
    return out;
}

std::vector<std::string> Tally::sample(const std::string &reason, std::size_t most) const
{
    const auto files = m_files.find(reason);
    if (files == m_files.end())
        return {};
    return {files->second.begin(), files->second.begin() + std::ptrdiff_t(std::min(most, files->second.size()))};
}

} // namespace caseward::doha
