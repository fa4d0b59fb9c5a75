// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/formalfindings.h"

namespace caseward::doha {

namespace {

std::string withNote(std::string line, const std::string &note)
{
    return note.empty() ? line : line + " (" + note + ")";
}

std::string conclusion(const FormalFindings &findings)
{
    const std::string asked = "Eligibility for access to classified information is ";
    switch (findings.outcome) {
    case Outcome::Denied:
        return asked + "denied.\n";
    case Outcome::Other:
        return "The matter is closed without a determination.\n";
    case Outcome::Granted:
        break;
    }
    switch (findings.exception) {
    case Exception::Conditional:
        return asked + "granted with conditions.\n";
    case Exception::Waiver:
        return asked + "granted under a waiver.\n";
    case Exception::None:
        break;
    }
    return asked + "granted.\n";
}

} // namespace

const char *words(Finding finding)
{
    switch (finding) {
    case Finding::For:
        return "For Applicant";
    case Finding::Against:
        return "Against Applicant";
    case Finding::Withdrawn:
        return "Withdrawn";
    case Finding::Neither:
        break;
    }
    return "No finding";
}

const char *words(Outcome outcome)
{
    return outcome == Outcome::Granted ? "granted" : outcome == Outcome::Denied ? "denied" : "other";
}

const char *words(Exception exception)
{
    return exception == Exception::None ? "none" : exception == Exception::Waiver ? "waiver" : "conditional";
}

std::string print(const FormalFindings &findings)
{
    std::string out = "Formal Findings\n\n";
    for (const FoundParagraph &paragraph : findings.paragraphs) {
        out += "Paragraph " + std::to_string(paragraph.number) + ", Guideline";
        for (std::size_t at = 0; at < paragraph.guidelines.size(); ++at)
            out += std::string(at == 0 ? " " : " and ") + paragraph.guidelines[at];
        out += withNote(paragraph.finding ? std::string(": ") + words(*paragraph.finding) : ":", paragraph.note) + "\n\n";
        for (const SubParagraph &sub : paragraph.subParagraphs) {
            out += withNote("    Subparagraph " + text(sub.label), sub.part) + ": ";
            out += withNote(words(sub.finding), sub.note) + '\n';
        }
        out += '\n';
    }
    return out + "Conclusion\n\n" + conclusion(findings);
}

} // namespace caseward::doha
