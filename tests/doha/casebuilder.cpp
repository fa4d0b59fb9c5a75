// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/casebuilder.h"

#include "core/model/allegationlabel.h"

#include <algorithm>
#include <set>

namespace caseward::doha {

namespace {

constexpr const char *kAlleged = "As alleged in the statement of reasons.";
constexpr const char *kWhole = "The paragraph as a whole.";
constexpr const char *kPart = "Part of "; // "Part of 3.b: as to the offense of 2011"
constexpr const char *kPlain = "Formal finding."; // the reason where the paper adds nothing

std::string reasonOf(const std::string &note)
{
    return note.empty() ? kPlain : note;
}

class Building {
public:
    Building(const FormalFindings &findings, const packs::Pack &pack, const std::function<AllegationId()> &newId)
        : m_findings(findings), m_pack(pack), m_newId(newId)
    {
        for (const FoundParagraph &paragraph : findings.paragraphs)
            for (const SubParagraph &sub : paragraph.subParagraphs)
                m_labels.insert(text(sub.label));
    }
    Result<std::vector<model::Event>> all();

private:
    void alleged(const FoundParagraph &paragraph, const std::string &label, const std::string &says, Finding finding, const std::string &note);
    void subParagraph(const FoundParagraph &paragraph, const SubParagraph &sub);
    std::string freeLabel(const Label &label);
    bool byGuideline(const FoundParagraph &paragraph) const;
    void outcome();

    const FormalFindings &m_findings;
    const packs::Pack &m_pack;
    const std::function<AllegationId()> &m_newId;
    std::set<std::string> m_labels, m_guidelines;
    std::vector<model::Event> m_made, m_found;
};

void Building::alleged(const FoundParagraph &paragraph, const std::string &label, const std::string &says, Finding finding, const std::string &note)
{
    model::AllegationMade made;
    made.allegation = m_newId();
    made.states.label = label;
    made.states.pack = m_pack.id;
    made.states.guideline = paragraph.guidelines;
    made.states.text = says;
    const AllegationId id = made.allegation;
    m_made.emplace_back(std::move(made));
    switch (finding) {
    case Finding::Withdrawn:
        m_found.emplace_back(model::AllegationDropped{id, reasonOf(note)});
        return;
    case Finding::Neither:
        m_found.emplace_back(model::AllegationFound{id, model::AllegationFinding::Neither, {}, reasonOf(note)});
        return;
    case Finding::For:
    case Finding::Against:
        break;
    }
    const auto found = finding == Finding::For ? model::AllegationFinding::For : model::AllegationFinding::Against;
    m_found.emplace_back(model::AllegationFound{id, found, {}, note});
}

// The next part of a label that nobody has.
std::string Building::freeLabel(const Label &label)
{
    for (int part = 1;; ++part) {
        std::string written = text(label) + '(' + std::to_string(part) + ')';
        if (m_labels.insert(written).second)
            return written;
    }
}

void Building::subParagraph(const FoundParagraph &paragraph, const SubParagraph &sub)
{
    if (sub.part.empty())
        alleged(paragraph, text(sub.label), kAlleged, sub.finding, sub.note);
    else
        alleged(paragraph, freeLabel(sub.label), kPart + text(sub.label) + ": " + sub.part, sub.finding, sub.note);
}

// Whether the finding on the guideline says all there is to say about its paragraphs.
bool Building::byGuideline(const FoundParagraph &paragraph) const
{
    return std::ranges::all_of(m_findings.paragraphs, [&](const FoundParagraph &other) {
        const bool plain = other.finding == Finding::For || other.finding == Finding::Against;
        return other.guidelines != paragraph.guidelines || (plain && !other.subParagraphs.empty() && other.finding == paragraph.finding && other.note == paragraph.note);
    });
}

void Building::outcome()
{
    const bool exception = m_findings.exception != Exception::None;
    const char *code = m_findings.exception == Exception::Waiver ? "W" : "C";
    switch (m_findings.outcome) {
    case Outcome::Granted:
        m_found.emplace_back(model::OutcomeProposed{exception ? "grant-with-exception" : "grant", exception ? code : "", {}});
        return;
    case Outcome::Denied:
        m_found.emplace_back(model::OutcomeProposed{"deny", "", {}});
        return;
    case Outcome::Other:
        m_found.emplace_back(model::OutcomeProposed{"no-determination", "", {}});
        return;
    }
}

Result<std::vector<model::Event>> Building::all()
{
    for (const FoundParagraph &paragraph : m_findings.paragraphs) {
        if (paragraph.guidelines.size() != 1)
            return fail(FaultCode::Malformed, "paragraph " + std::to_string(paragraph.number) + " alleges under " + paragraph.guidelines);
        for (const SubParagraph &sub : paragraph.subParagraphs)
            subParagraph(paragraph, sub);
        if (!paragraph.finding) {
            if (paragraph.subParagraphs.empty())
                return fail(FaultCode::Malformed, "paragraph " + std::to_string(paragraph.number) + " has neither a finding nor sub-paragraphs");
            continue;
        }
        if (!byGuideline(paragraph)) {
            alleged(paragraph, std::to_string(paragraph.number), kWhole, *paragraph.finding, paragraph.note);
        } else if (m_guidelines.insert(paragraph.guidelines).second) {
            const auto found = paragraph.finding == Finding::For ? model::GuidelineFinding::ForSubject : model::GuidelineFinding::AgainstSubject;
            m_found.emplace_back(model::GuidelineFound{m_pack.id, paragraph.guidelines, found, reasonOf(paragraph.note)});
        }
    }
    outcome();
    std::vector<model::Event> events = std::move(m_made);
    events.insert(events.end(), std::make_move_iterator(m_found.begin()), std::make_move_iterator(m_found.end()));
    return events;
}

// ---- back --------------------------------------------------------------------------------------------------------

struct Said {
    Finding finding = Finding::Neither;
    std::string note;
};

Result<Said> said(const model::AllegationState &state)
{
    const auto noted = [](const std::string &reason) { return reason == kPlain ? std::string() : reason; };
    if (state.dropped)
        return Said{Finding::Withdrawn, noted(state.dropped->first)};
    if (!state.finding)
        return fail(FaultCode::NotFound, "nothing is found on " + state.states.label);
    const model::AllegationFound &found = state.finding->first;
    switch (found.finding) {
    case model::AllegationFinding::For:
        return Said{Finding::For, found.reason};
    case model::AllegationFinding::Against:
        return Said{Finding::Against, found.reason};
    case model::AllegationFinding::Neither:
        break;
    }
    return Said{Finding::Neither, noted(found.reason)};
}

Result<Label> labelOf(const std::string &written)
{
    const model::AllegationLabel label = TRY(model::parseAllegationLabel(written));
    return Label{int(label.paragraph), label.letters, label.parts};
}

FoundParagraph &paragraphOf(FormalFindings &findings, const Label &label, const std::string &guideline)
{
    auto at = std::ranges::find(findings.paragraphs, label.paragraph, &FoundParagraph::number);
    if (at == findings.paragraphs.end()) {
        findings.paragraphs.emplace_back();
        at = findings.paragraphs.end() - 1;
        at->number = label.paragraph;
        at->guidelines = guideline;
    }
    return *at;
}

Status readAllegation(const model::AllegationState &state, FormalFindings &findings)
{
    const Said what = TRY(said(state));
    const std::string &words = state.states.text;
    SubParagraph sub;
    sub.finding = what.finding;
    sub.note = what.note;
    if (const std::size_t colon = words.starts_with(kPart) ? words.find(": ") : std::string::npos; colon != std::string::npos) {
        const std::size_t begins = std::string_view(kPart).size();
        sub.label = TRY(labelOf(words.substr(begins, colon - begins)));
        sub.part = words.substr(colon + 2);
    } else {
        sub.label = TRY(labelOf(state.states.label));
    }
    FoundParagraph &paragraph = paragraphOf(findings, sub.label, state.states.guideline);
    if (sub.label.letters.empty()) {
        paragraph.finding = what.finding;
        paragraph.note = what.note;
    } else {
        paragraph.subParagraphs.push_back(std::move(sub));
    }
    return {};
}

void readOutcome(const model::OutcomeProposed &proposed, FormalFindings &findings)
{
    findings.outcome = proposed.outcome.starts_with("grant") ? Outcome::Granted : proposed.outcome == "deny" ? Outcome::Denied : Outcome::Other;
    findings.exception = proposed.exception == "W" ? Exception::Waiver : proposed.exception == "C" ? Exception::Conditional : Exception::None;
}

} // namespace

Result<std::vector<model::Event>> caseEvents(const FormalFindings &findings, const packs::Pack &pack, const std::function<AllegationId()> &newId)
{
    return Building(findings, pack, newId).all();
}

Result<FormalFindings> findingsOf(const model::Dossier &dossier)
{
    FormalFindings findings;
    for (const model::AllegationState &state : dossier.allegations)
        TRY(readAllegation(state, findings));
    for (FoundParagraph &paragraph : findings.paragraphs) {
        std::ranges::stable_sort(paragraph.subParagraphs, [](const SubParagraph &a, const SubParagraph &b) {
            return before(a.label, b.label) || (a.label == b.label && a.part < b.part);
        });
        const auto found = std::ranges::find_if(dossier.guidelines, [&](const auto &one) { return one.first.second == paragraph.guidelines; });
        if (!paragraph.finding && found != dossier.guidelines.end()) {
            const bool against = found->second.finding == model::GuidelineFinding::AgainstSubject;
            paragraph.finding = against ? Finding::Against : Finding::For;
            paragraph.note = found->second.reason == kPlain ? std::string() : found->second.reason;
        }
    }
    std::ranges::stable_sort(findings.paragraphs, {}, &FoundParagraph::number);
    if (!dossier.proposal)
        return fail(FaultCode::NotFound, "the case has no outcome");
    readOutcome(dossier.proposal->outcome, findings);
    return findings;
}

} // namespace caseward::doha
