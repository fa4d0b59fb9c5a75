// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/entrywords.h"

#include "ui/models/casewords.h"

#include <QCoreApplication>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("EntryWords", words); }

struct KindRow { const char *kind; const char *words; };
constexpr KindRow kinds[] = {
    {"case.opened", QT_TRANSLATE_NOOP("EntryWords", "Case opened")},
    {"person.introduced", QT_TRANSLATE_NOOP("EntryWords", "Person introduced")},
    {"document.added", QT_TRANSLATE_NOOP("EntryWords", "Document added")},
    {"document.described", QT_TRANSLATE_NOOP("EntryWords", "Document described")},
    {"pages.displayed", QT_TRANSLATE_NOOP("EntryWords", "Pages read")},
    {"pages.waived", QT_TRANSLATE_NOOP("EntryWords", "Pages waived")},
    {"passage.tied", QT_TRANSLATE_NOOP("EntryWords", "Passage tied")},
    {"passage.weighed", QT_TRANSLATE_NOOP("EntryWords", "Passage weighed")},
    {"passage.noted", QT_TRANSLATE_NOOP("EntryWords", "Passage noted")},
    {"passage.moved", QT_TRANSLATE_NOOP("EntryWords", "Passage moved")},
    {"passage.appraised", QT_TRANSLATE_NOOP("EntryWords", "Passage appraised")},
    {"passage.untied", QT_TRANSLATE_NOOP("EntryWords", "Passage untied")},
    {"contradiction.linked", QT_TRANSLATE_NOOP("EntryWords", "Contradiction linked")},
    {"contradiction.resolved", QT_TRANSLATE_NOOP("EntryWords", "Contradiction resolved")},
    {"gap.noted", QT_TRANSLATE_NOOP("EntryWords", "Gap noted")},
    {"gap.explained", QT_TRANSLATE_NOOP("EntryWords", "Gap explained")},
    {"condition.found", QT_TRANSLATE_NOOP("EntryWords", "Finding on condition")},
    {"guideline.found", QT_TRANSLATE_NOOP("EntryWords", "Finding on guideline")},
    {"factor.weighed", QT_TRANSLATE_NOOP("EntryWords", "Factor weighed")},
    {"reasons.written", QT_TRANSLATE_NOOP("EntryWords", "Reasons written")},
    {"allegation.made", QT_TRANSLATE_NOOP("EntryWords", "Sub-paragraph added")},
    {"allegation.amended", QT_TRANSLATE_NOOP("EntryWords", "Sub-paragraph amended")},
    {"allegation.dropped", QT_TRANSLATE_NOOP("EntryWords", "Sub-paragraph withdrawn")},
    {"allegation.answered", QT_TRANSLATE_NOOP("EntryWords", "Sub-paragraph answered")},
    {"allegation.appraised", QT_TRANSLATE_NOOP("EntryWords", "Sub-paragraph appraised")},
    {"mitigator.weighed", QT_TRANSLATE_NOOP("EntryWords", "Mitigating condition weighed")},
    {"allegation.found", QT_TRANSLATE_NOOP("EntryWords", "Finding on sub-paragraph")},
    {"section.judged", QT_TRANSLATE_NOOP("EntryWords", "Section judged")},
    {"release.recorded", QT_TRANSLATE_NOOP("EntryWords", "Release recorded")},
    {"identity.recorded", QT_TRANSLATE_NOOP("EntryWords", "Identity recorded")},
    {"component.recorded", QT_TRANSLATE_NOOP("EntryWords", "Component recorded")},
    {"flag.raised", QT_TRANSLATE_NOOP("EntryWords", "Flag raised")},
    {"flag.dismissed", QT_TRANSLATE_NOOP("EntryWords", "Hint dismissed")},
    {"deficiency.noted", QT_TRANSLATE_NOOP("EntryWords", "Deficiency noted")},
    {"deficiency.settled", QT_TRANSLATE_NOOP("EntryWords", "Deficiency settled")},
    {"case.returned-deficient", QT_TRANSLATE_NOOP("EntryWords", "Returned as deficient")},
    {"pack.joined", QT_TRANSLATE_NOOP("EntryWords", "Pack added")},
    {"pack.moved", QT_TRANSLATE_NOOP("EntryWords", "Pack moved to another version")},
    {"outcome.proposed", QT_TRANSLATE_NOOP("EntryWords", "Outcome proposed")},
    {"check.explained", QT_TRANSLATE_NOOP("EntryWords", "Check explained")},
    {"decision.signed", QT_TRANSLATE_NOOP("EntryWords", "Decision signed")},
    {"review.returned", QT_TRANSLATE_NOOP("EntryWords", "Returned by supervisor")},
    {"review.concurred", QT_TRANSLATE_NOOP("EntryWords", "Supervisor concurred")},
    {"decision.countersigned", QT_TRANSLATE_NOOP("EntryWords", "Decision countersigned")},
    {"custody.sent", QT_TRANSLATE_NOOP("EntryWords", "Custody sent")},
    {"custody.received", QT_TRANSLATE_NOOP("EntryWords", "Custody received")},
    {"entry.withdrawn", QT_TRANSLATE_NOOP("EntryWords", "Entry withdrawn")},
    {"stage.moved", QT_TRANSLATE_NOOP("EntryWords", "Case taken on")},
    {"clock.started", QT_TRANSLATE_NOOP("EntryWords", "Clock started")},
    {"clock.extended", QT_TRANSLATE_NOOP("EntryWords", "Clock extended")},
    {"clock.stopped", QT_TRANSLATE_NOOP("EntryWords", "Clock stopped")},
    {"clock.resumed", QT_TRANSLATE_NOOP("EntryWords", "Clock goes on")},
    {"eligibility.recorded", QT_TRANSLATE_NOOP("EntryWords", "Eligibility recorded")},
    {"eligibility.monitored", QT_TRANSLATE_NOOP("EntryWords", "Condition looked after")},
    {"reciprocity.decided", QT_TRANSLATE_NOOP("EntryWords", "Reciprocity decided")},
    {"letter.issued", QT_TRANSLATE_NOOP("EntryWords", "Letter issued")},
    {"conflict.declared", QT_TRANSLATE_NOOP("EntryWords", "Conflict of interest declared")},
};

constexpr KindRow names[] = {
    {"admitted", QT_TRANSLATE_NOOP("EntryWords", "admitted")}, {"admitted-in-part", QT_TRANSLATE_NOOP("EntryWords", "admitted in part")},
    {"denied", QT_TRANSLATE_NOOP("EntryWords", "denied")}, {"not-answered", QT_TRANSLATE_NOOP("EntryWords", "not answered, which counts as denied")},
    {"for", QT_TRANSLATE_NOOP("EntryWords", "for the subject")}, {"against", QT_TRANSLATE_NOOP("EntryWords", "against the subject")},
    {"neither", QT_TRANSLATE_NOOP("EntryWords", "neither for nor against the subject")}, {"for-subject", QT_TRANSLATE_NOOP("EntryWords", "for the subject")},
    {"against-subject", QT_TRANSLATE_NOOP("EntryWords", "against the subject")}, {"claimed", QT_TRANSLATE_NOOP("EntryWords", "claimed")},
    {"supported", QT_TRANSLATE_NOOP("EntryWords", "supported")}, {"refuted", QT_TRANSLATE_NOOP("EntryWords", "refuted")},
    {"once", QT_TRANSLATE_NOOP("EntryWords", "once")}, {"repeated", QT_TRANSLATE_NOOP("EntryWords", "repeated")},
    {"continuing", QT_TRANSLATE_NOOP("EntryWords", "continuing")}, {"established", QT_TRANSLATE_NOOP("EntryWords", "established")},
    {"not-established", QT_TRANSLATE_NOOP("EntryWords", "not established")}, {"applies", QT_TRANSLATE_NOOP("EntryWords", "applies")},
    {"does-not-apply", QT_TRANSLATE_NOOP("EntryWords", "does not apply")}, {"no-evidence", QT_TRANSLATE_NOOP("EntryWords", "no evidence")},
};

QString weightWord(model::Weight weight)
{
    return weight == model::Weight::Slight ? tr("slight") : weight == model::Weight::Moderate ? tr("moderate") : tr("substantial");
}

QString pagesWord(const std::vector<std::uint32_t> &pages)
{
    if (pages.empty())
        return {};
    const std::uint32_t first = pages.front(), last = pages.back();
    return pages.size() == 1 ? tr("p. %1").arg(first) : last - first + 1 == pages.size() ? tr("pp. %1–%2").arg(first).arg(last)
        : tr("%1 pages").arg(pages.size());
}

struct Describe {
    const model::Dossier *dossier;

    [[nodiscard]] QString title(const DocumentId &id) const
    {
        const model::DocumentState *state = dossier ? dossier->document(id) : nullptr;
        return state ? text(state->facts.title.empty() ? state->facts.name : state->facts.title) : tr("a document");
    }
    [[nodiscard]] QString place(const model::Anchor &anchor) const
    {
        return tr("%1 p. %2").arg(title(anchor.document)).arg(anchor.span.page);
    }
    [[nodiscard]] QString tie(const PassageId &id) const
    {
        const model::Tie *found = dossier ? dossier->tie(id) : nullptr;
        return found ? tr("%1 to %2").arg(place(found->anchor), text(found->condition.id)) : tr("a passage no longer tied");
    }
    static QString join(const QString &what, const std::string &words)
    {
        return words.empty() ? what : QStringLiteral("%1: %2").arg(what, text(words));
    }

    QString operator()(const model::CaseOpened &e) const { return tr("%1, pack %2 %3").arg(text(e.reference), text(e.pack.id), text(e.pack.version)); }
    QString operator()(const model::PersonIntroduced &e) const { return text(e.name); }
    QString operator()(const model::DocumentAdded &e) const
    {
        const QString pages = e.pages == 1 ? tr("1 page") : tr("%1 pages").arg(e.pages);
        return tr("%1, %2, SHA-256 %3").arg(text(e.title.empty() ? e.name : e.title), pages, shortDigest(e.digest));
    }
    QString operator()(const model::DocumentDescribed &e) const { return tr("%1, %2").arg(text(e.title), documentKindWord(e.kind)); }
    QString operator()(const model::PagesDisplayed &e) const { return tr("%1 %2").arg(title(e.document), pagesWord(e.pages)); }
    QString operator()(const model::PagesWaived &e) const { return join(tr("%1 %2").arg(title(e.document), pagesWord(e.pages)), e.reason); }
    QString operator()(const model::PassageTied &e) const
    {
        return tr("%1 to %2, %3").arg(place(e.anchor), text(e.condition.id), weightWord(e.weight));
    }
    QString operator()(const model::PassageWeighed &e) const { return tr("%1, %2").arg(tie(e.passage), weightWord(e.weight)); }
    QString operator()(const model::PassageNoted &e) const { return join(tie(e.passage), e.note); }
    QString operator()(const model::PassageMoved &e) const { return tr("%1, now at %2").arg(tie(e.passage), place(e.anchor)); }
    QString operator()(const model::PassageAppraised &e) const { return join(tie(e.passage), appraisalWords(e).toStdString()); }
    QString operator()(const model::PassageUntied &e) const { return join(tie(e.passage), e.reason); }
    QString operator()(const model::ContradictionLinked &e) const { return join(tr("%1 against %2").arg(place(e.claimed), place(e.found)), e.note); }
    QString operator()(const model::ContradictionResolved &e) const { return text(e.resolution); }
    QString operator()(const model::GapNoted &e) const { return join(tr("%1, %2 to %3").arg(text(e.lane), text(e.from), text(e.to)), e.note); }
    QString operator()(const model::GapExplained &e) const { return text(e.explanation); }
    QString operator()(const model::ConditionFound &e) const
    {
        return join(tr("%1 %2").arg(text(e.condition.id), named(model::findingName(e.finding))), e.reason);
    }
    QString operator()(const model::GuidelineFound &e) const
    {
        return join(tr("Guideline %1 %2").arg(text(e.guideline), named(model::findingName(e.finding))), e.reason);
    }
    QString operator()(const model::FactorWeighed &e) const { return join(text(e.factor), e.text); }
    QString operator()(const model::ReasonsWritten &e) const { return e.paragraphs.size() == 1 ? tr("1 paragraph") : tr("%1 paragraphs").arg(e.paragraphs.size()); }
    [[nodiscard]] QString label(const AllegationId &id) const
    {
        const model::AllegationState *state = dossier ? dossier->allegation(id) : nullptr;
        return state ? text(state->states.label) : tr("a sub-paragraph that is gone");
    }
    // Names of formats in words; one that this version has no word for is shown as it is.
    [[nodiscard]] static QString named(std::string_view name)
    {
        for (const KindRow &row : names)
            if (name == row.kind)
                return tr(row.words);
        return text(std::string(name)).replace(QLatin1Char('-'), QLatin1Char(' '));
    }
    QString operator()(const model::AllegationMade &e) const { return join(tr("%1, Guideline %2").arg(text(e.states.label), text(e.states.guideline)), e.states.text); }
    QString operator()(const model::AllegationAmended &e) const { return tr("%1, because: %2. It now says: %3").arg(text(e.states.label), text(e.reason), text(e.states.text)); }
    QString operator()(const model::AllegationDropped &e) const { return join(label(e.allegation), e.reason); }
    QString operator()(const model::AllegationAnswered &e) const { return join(tr("%1 %2").arg(label(e.allegation), named(model::answerName(e.answer))), e.words); }
    QString operator()(const model::AllegationAppraised &e) const
    {
        QStringList said;
        if (!e.given.empty())
            said << tr("coded %1").arg(text(e.given));
        if (!e.view.empty())
            said << tr("own view: %1").arg(text(e.view));
        if (!e.recency.empty())
            said << tr("how recent: %1").arg(text(e.recency));
        if (e.frequency != model::Frequency::NotSaid)
            said << named(model::frequencyName(e.frequency));
        return said.isEmpty() ? tr("%1: what was said is taken back").arg(label(e.allegation)) : tr("%1: %2").arg(label(e.allegation), said.join(QStringLiteral("; ")));
    }
    QString operator()(const model::MitigatorWeighed &e) const
    {
        const QString by = e.evidence.empty() ? QString() : e.evidence.size() == 1 ? tr(" with one passage") : tr(" with %1 passages").arg(e.evidence.size());
        return join(tr("%1, %2 %3").arg(label(e.allegation), text(e.condition), named(model::standingName(e.standing))) + by, e.reason);
    }
    QString operator()(const model::AllegationFound &e) const { return join(tr("%1 %2").arg(label(e.allegation), named(model::findingName(e.finding))), e.reason); }
    static QString said(model::Verdict verdict) { return verdict == model::Verdict::Yes ? tr("yes") : verdict == model::Verdict::No ? tr("no") : tr("open"); }
    QString operator()(const model::SectionJudged &e) const
    {
        return join(tr("section %1: complete %2, consistent %3, relevant %4").arg(text(e.section), said(e.complete), said(e.consistent), said(e.relevant)), e.reason);
    }
    QString operator()(const model::ReleaseRecorded &e) const { return e.signedOn.empty() ? tr("%1, not signed").arg(text(e.kind)) : tr("%1, signed %2").arg(text(e.kind), text(e.signedOn)); }
    QString operator()(const model::IdentityRecorded &e) const
    {
        const QString matter = e.matter == model::IdentityMatter::Identity ? tr("identity") : tr("citizenship");
        return e.verified ? join(tr("%1 verified").arg(matter), e.means) : join(tr("%1 cannot be verified").arg(matter), e.note);
    }
    QString operator()(const model::ComponentRecorded &e) const { return join(tr("%1 %2").arg(text(e.component), named(model::componentStateName(e.state))), e.reason); }
    QString operator()(const model::FlagRaised &e) const { return text(e.text); }
    QString operator()(const model::FlagDismissed &e) const { return text(e.reason); }
    QString operator()(const model::DeficiencyNoted &e) const { return join(e.section.empty() ? text(e.code) : tr("%1, section %2").arg(text(e.code), text(e.section)), e.text); }
    QString operator()(const model::DeficiencySettled &e) const { return join(e.section.empty() ? text(e.code) : tr("%1, section %2").arg(text(e.code), text(e.section)), e.reason); }
    QString operator()(const model::CaseReturnedDeficient &e) const { return join(tr("to %1").arg(text(e.to)), e.words); }
    QString operator()(const model::PackJoined &e) const { return join(tr("%1 %2").arg(text(e.pack.id), text(e.pack.version)), e.reason); }
    QString operator()(const model::PackMoved &e) const { return join(tr("%1 %2 to %3").arg(text(e.to.id), text(e.from.version), text(e.to.version)), e.reason); }
    QString operator()(const model::OutcomeProposed &e) const { return e.exception.empty() ? text(e.outcome) : tr("%1, exception %2").arg(text(e.outcome), text(e.exception)); }
    QString operator()(const model::CheckExplained &e) const { return text(e.explanation); }
    QString operator()(const model::DecisionSigned &e) const { return tr("%1, decision %2").arg(text(e.outcome), shortDigest(e.digest)); }
    QString operator()(const model::ReviewReturned &e) const { return text(e.reason); }
    QString operator()(const model::ReviewConcurred &e) const { return text(e.reason); }
    QString operator()(const model::DecisionCountersigned &e) const { return tr("decision %1").arg(shortDigest(e.decision)); }
    QString operator()(const model::CustodySent &e) const { return join(tr("to %1").arg(text(e.toOffice)), e.purpose); }
    QString operator()(const model::CustodyReceived &e) const { return tr("bundle %1").arg(text(e.bundle.text()).left(13)); }
    QString operator()(const model::EntryWithdrawn &e) const { return join(tr("entry %1").arg(e.seq), e.reason); }
    // What ended without a judgement says so wherever it is listed.
    template <typename Value>
    [[nodiscard]] static QString ended(std::string_view title, Value value)
    {
        return model::isAdministrative(value) ? tr("%1 (administrative, not adverse)").arg(text(std::string(title))) : text(std::string(title));
    }
    QString operator()(const model::StageMoved &e) const { return join(ended(model::stageTitle(e.to), e.to), e.reason); }
    QString operator()(const model::ClockStarted &e) const { return join(tr("%1, due %2").arg(text(e.title), text(e.due)), e.reason); }
    QString operator()(const model::ClockExtended &e) const { return join(tr("%1, now due %2").arg(text(e.clock), text(e.due)), e.reason); }
    QString operator()(const model::ClockStopped &e) const { return join(e.done ? tr("%1, done").arg(text(e.clock)) : text(e.clock), e.reason); }
    QString operator()(const model::ClockResumed &e) const { return join(tr("%1, now due %2").arg(text(e.clock), text(e.due)), e.reason); }
    QString operator()(const model::EligibilityRecorded &e) const
    {
        return join(tr("%1, %2: %3").arg(text(e.authority), text(e.access), ended(model::eligibilityStatusTitle(e.status), e.status)), e.reason);
    }
    QString operator()(const model::EligibilityMonitored &e) const
    {
        return join(tr("%1, %2: condition %3 %4").arg(text(e.authority), text(e.access)).arg(e.condition).arg(named(model::conditionStandingName(e.standing))), e.words);
    }
    QString operator()(const model::ReciprocityDecided &e) const
    {
        return join((e.accepted ? tr("%1, %2: accepted") : tr("%1, %2: declined")).arg(text(e.authority), text(e.access)), e.reason);
    }
    QString operator()(const model::ConflictDeclared &e) const { return join(text(dossier ? dossier->personName(e.person) : e.person.text()), e.reason); }
    QString operator()(const model::LetterIssued &e) const { return join(tr("%1 to %2").arg(text(std::string(model::letterKindTitle(e.kind))), text(e.addressee)), e.on); }
    QString operator()(const model::UnknownEvent &) const { return tr("of a newer version of Caseward"); }
};

} // namespace

QString kindWord(std::string_view kind)
{
    for (const KindRow &row : kinds) {
        if (kind == row.kind)
            return tr(row.words);
    }
    return text(kind);
}

QString objectWords(const model::Entry &entry, const model::Dossier *dossier)
{
    const auto event = model::decodeEvent(entry.kind, entry.body);
    return event.ok() ? std::visit(Describe{dossier}, *event) : QString();
}

} // namespace caseward::ui
