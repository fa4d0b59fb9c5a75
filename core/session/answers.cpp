// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/answers.h"

#include "core/base/utf8.h"
#include "core/session/state.h"

namespace caseward::session {

namespace {

// What the reader of today says against the text that was stored when the document was taken in: passages are anchored there.
Status checkPlaces(Session &session, const CaseId &id, const DocumentId &document, const std::vector<model::Answer> &answers)
{
    std::u32string page;
    std::uint32_t number = 0;
    for (const model::Answer &answer : answers) {
        if (answer.span.page != number) {
            number = answer.span.page;
            page = TRY(toCodePoints(TRY(session.pageText(id, document, number)).text));
        }
        const bool within = answer.span.end <= page.size();
        if (!within || toUtf8(std::u32string_view(page).substr(answer.span.start, answer.span.end - answer.span.start)) != answer.value)
            return fail(FaultCode::DocumentDamaged, "the answer to " + answer.path + " is not where the stored text has it",
                        {{"page", std::to_string(number)}});
    }
    return {};
}

} // namespace

Result<AnswersPtr> Answers::of(const CaseId &id, const DocumentId &document)
{
    OpenCase &target = *TRY(m_session.state().caseOf(id));
    const model::DocumentState *state = target.dossier->document(document);
    if (!state)
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    if (const auto known = target.answers.find(document); known != target.answers.end())
        return known->second;
    auto answers = std::make_shared<std::vector<model::Answer>>();
    if (state->isReadable() && state->facts.media == model::MediaType::Questionnaire) {
        *answers = TRY(TRY(m_session.openReader(id, document))->answers());
        TRY(checkPlaces(m_session, id, document, *answers));
    }
    target.answers.emplace(document, answers);
    return AnswersPtr(answers);
}

Result<rules::Timeline> Answers::timeline(const CaseId &id, const std::string &asOf)
{
    const std::string day = asOf.empty() ? dayOf(m_session.state().env.clock.now()) : asOf;
    if (!isDay(day))
        return fail(FaultCode::Malformed, "'" + day + "' is not a day written YYYY-MM-DD");
    const DossierPtr dossier = TRY(m_session.openCase(id));
    std::vector<rules::Questionnaire> questionnaires;
    std::vector<DocumentId> unread;
    for (const model::DocumentState &document : dossier->documents) {
        if (document.facts.media != model::MediaType::Questionnaire)
            continue;
        const auto answers = of(id, document.facts.document);
        if (!answers.ok() || !document.isReadable())
            unread.push_back(document.facts.document);
        else if (!(*answers)->empty()) // other XML is no questionnaire
            questionnaires.push_back({document.facts.document, **answers});
    }
    rules::Timeline timeline = rules::buildTimeline(*dossier, questionnaires, TRY(dayNumber(day)));
    timeline.unread = std::move(unread);
    return timeline;
}

} // namespace caseward::session
