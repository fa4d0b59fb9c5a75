// SPDX-License-Identifier: GPL-3.0-or-later
// The names that enumerations have in JSON. They are part of the format: never change one, only add.
#include "core/model/events.h"

#include <array>

namespace caseward::model {

namespace {

template <typename Value>
struct Named {
    Value value;
    std::string_view name;
};

constexpr std::array weights{
    Named<Weight>{Weight::Slight, "slight"},
    Named<Weight>{Weight::Moderate, "moderate"},
    Named<Weight>{Weight::Substantial, "substantial"},
};

constexpr std::array conditionFindings{
    Named<ConditionFinding>{ConditionFinding::Established, "established"},
    Named<ConditionFinding>{ConditionFinding::NotEstablished, "not-established"},
    Named<ConditionFinding>{ConditionFinding::Applies, "applies"},
    Named<ConditionFinding>{ConditionFinding::DoesNotApply, "does-not-apply"},
    Named<ConditionFinding>{ConditionFinding::NoEvidence, "no-evidence"},
};

constexpr std::array guidelineFindings{
    Named<GuidelineFinding>{GuidelineFinding::ForSubject, "for-subject"},
    Named<GuidelineFinding>{GuidelineFinding::AgainstSubject, "against-subject"},
};

constexpr std::array allegationAnswers{
    Named<AllegationAnswer>{AllegationAnswer::Admitted, "admitted"},
    Named<AllegationAnswer>{AllegationAnswer::AdmittedInPart, "admitted-in-part"},
    Named<AllegationAnswer>{AllegationAnswer::Denied, "denied"},
    Named<AllegationAnswer>{AllegationAnswer::NotAnswered, "not-answered"},
};

constexpr std::array allegationFindings{
    Named<AllegationFinding>{AllegationFinding::For, "for"},
    Named<AllegationFinding>{AllegationFinding::Against, "against"},
    Named<AllegationFinding>{AllegationFinding::Neither, "neither"},
};

constexpr std::array mitigatorStandings{
    Named<MitigatorStanding>{MitigatorStanding::Claimed, "claimed"},
    Named<MitigatorStanding>{MitigatorStanding::Supported, "supported"},
    Named<MitigatorStanding>{MitigatorStanding::Refuted, "refuted"},
};

constexpr std::array frequencies{
    Named<Frequency>{Frequency::NotSaid, ""},
    Named<Frequency>{Frequency::Once, "once"},
    Named<Frequency>{Frequency::Repeated, "repeated"},
    Named<Frequency>{Frequency::Continuing, "continuing"},
};

constexpr std::array verdicts{
    Named<Verdict>{Verdict::NotJudged, ""},
    Named<Verdict>{Verdict::Yes, "yes"},
    Named<Verdict>{Verdict::No, "no"},
};

constexpr std::array componentStates{
    Named<ComponentState>{ComponentState::Present, "present"},
    Named<ComponentState>{ComponentState::Missing, "missing"},
    Named<ComponentState>{ComponentState::Waived, "waived"},
};

constexpr std::array identityMatters{
    Named<IdentityMatter>{IdentityMatter::Identity, "identity"},
    Named<IdentityMatter>{IdentityMatter::Citizenship, "citizenship"},
};

constexpr std::array documentKinds{
    Named<DocumentKind>{DocumentKind::Questionnaire, "questionnaire"},
    Named<DocumentKind>{DocumentKind::ReportOfInvestigation, "report-of-investigation"},
    Named<DocumentKind>{DocumentKind::CreditReport, "credit-report"},
    Named<DocumentKind>{DocumentKind::CourtRecord, "court-record"},
    Named<DocumentKind>{DocumentKind::PoliceRecord, "police-record"},
    Named<DocumentKind>{DocumentKind::TaxRecord, "tax-record"},
    Named<DocumentKind>{DocumentKind::MedicalRecord, "medical-record"},
    Named<DocumentKind>{DocumentKind::Letter, "letter"},
    Named<DocumentKind>{DocumentKind::Email, "email"},
    Named<DocumentKind>{DocumentKind::SubjectStatement, "subject-statement"},
    Named<DocumentKind>{DocumentKind::Interrogatory, "interrogatory"},
    Named<DocumentKind>{DocumentKind::Transcript, "transcript"},
    Named<DocumentKind>{DocumentKind::Decision, "decision"},
    Named<DocumentKind>{DocumentKind::Other, "other"},
};

template <typename Table, typename Value>
std::string_view nameIn(const Table &table, Value value)
{
    for (const auto &entry : table)
        if (entry.value == value)
            return entry.name;
    return {};
}

template <typename Value, typename Table>
Result<Value> valueIn(const Table &table, std::string_view name, const char *what)
{
    for (const auto &entry : table)
        if (entry.name == name)
            return entry.value;
    return fail(FaultCode::Malformed, std::string("not a ") + what + ": " + std::string(name));
}

} // namespace

std::string_view weightName(Weight weight) { return nameIn(weights, weight); }
std::string_view findingName(ConditionFinding finding) { return nameIn(conditionFindings, finding); }
std::string_view findingName(GuidelineFinding finding) { return nameIn(guidelineFindings, finding); }
std::string_view answerName(AllegationAnswer answer) { return nameIn(allegationAnswers, answer); }
std::string_view findingName(AllegationFinding finding) { return nameIn(allegationFindings, finding); }
std::string_view standingName(MitigatorStanding standing) { return nameIn(mitigatorStandings, standing); }
std::string_view frequencyName(Frequency frequency) { return nameIn(frequencies, frequency); }
std::string_view verdictName(Verdict verdict) { return nameIn(verdicts, verdict); }
std::string_view componentStateName(ComponentState state) { return nameIn(componentStates, state); }
std::string_view identityMatterName(IdentityMatter matter) { return nameIn(identityMatters, matter); }
std::string_view documentKindName(DocumentKind kind) { return nameIn(documentKinds, kind); }

Result<Weight> parseWeight(std::string_view name) { return valueIn<Weight>(weights, name, "weight"); }

Result<ConditionFinding> parseConditionFinding(std::string_view name)
{
    return valueIn<ConditionFinding>(conditionFindings, name, "finding on a condition");
}

Result<GuidelineFinding> parseGuidelineFinding(std::string_view name)
{
    return valueIn<GuidelineFinding>(guidelineFindings, name, "finding on a guideline");
}

Result<AllegationAnswer> parseAllegationAnswer(std::string_view name)
{
    return valueIn<AllegationAnswer>(allegationAnswers, name, "known answer to an allegation (admitted, admitted-in-part, denied, not-answered)");
}

Result<AllegationFinding> parseAllegationFinding(std::string_view name)
{
    return valueIn<AllegationFinding>(allegationFindings, name, "finding on an allegation (for, against, neither)");
}

Result<MitigatorStanding> parseMitigatorStanding(std::string_view name)
{
    return valueIn<MitigatorStanding>(mitigatorStandings, name, "standing of a mitigating condition (claimed, supported, refuted)");
}

Result<Frequency> parseFrequency(std::string_view name)
{
    return valueIn<Frequency>(frequencies, name, "frequency");
}

Result<Verdict> parseVerdict(std::string_view name)
{
    return valueIn<Verdict>(verdicts, name, "verdict on a section (yes, no, or nothing for not judged)");
}

Result<ComponentState> parseComponentState(std::string_view name)
{
    return valueIn<ComponentState>(componentStates, name, "state of a component (present, missing, waived)");
}

Result<IdentityMatter> parseIdentityMatter(std::string_view name)
{
    return valueIn<IdentityMatter>(identityMatters, name, "matter of identity (identity, citizenship)");
}

Result<DocumentKind> parseDocumentKind(std::string_view name)
{
    return valueIn<DocumentKind>(documentKinds, name, "kind of document");
}

} // namespace caseward::model
