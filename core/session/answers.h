// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of answers: what a questionnaire of a case says, field by field, and the timeline that its answers, the documents and the
// passages make together. The answers are read from the stored document by the reader child when they are first asked for, and kept
// as long as the case is open; nothing of it is written. Worker thread; what it returns may go anywhere.
#pragma once

#include "core/model/answer.h"
#include "core/rules/timeline.h"
#include "core/session/session.h"

namespace caseward::session {

using rules::allLanes;
using rules::dayText;
using rules::GapMark;
using rules::Lane;
using rules::laneName;
using rules::Mark;
using rules::sentenceOf;
using rules::Timeline;
using rules::Trouble;
using rules::troubleWords;
using AnswersPtr = std::shared_ptr<const std::vector<model::Answer>>;

class Answers {
public:
    explicit Answers(Session &session) : m_session(session) {}
    // In the order of the text; none for a document that is no questionnaire, or that could not be opened. Each stands in the
    // stored text layer exactly where it says: DocumentDamaged when the reader of today cuts the pages differently from the one that
    // took the document in. NotFound, and the faults of DocumentReader.
    Result<AnswersPtr> of(const CaseId &id, const DocumentId &document);
    // As of a day (YYYY-MM-DD; empty: today, UTC); Malformed for what is none. A questionnaire that cannot be read is named in
    // Timeline::unread instead of failing the whole.
    Result<rules::Timeline> timeline(const CaseId &id, const std::string &asOf);

private:
    Session &m_session;
};

} // namespace caseward::session
