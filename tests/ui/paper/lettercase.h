// SPDX-License-Identifier: GPL-3.0-or-later
// A case whose every internal text carries a marker, taken to the point where a letter can be made of it; and what stock programs say of
// the letter. For the tests of letters.
#pragma once

#include "core/session/access.h"
#include "core/session/allegations.h"
#include "core/session/letters.h"
#include "core/session/proceedings.h"
#include "tests/support/testcase.h"
#include "ui/paper/caseletter.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace caseward::tests {

// None of these may ever leave the office.
inline const QStringList internalMarkers = {"MARKER-NOTE", "MARKER-FINDING", "MARKER-INTERNAL", "MARKER-VIEW", "MARKER-RECENCY", "MARKER-ALLEGED-REASON", "MARKER-MITIGATOR",
                                            "MARKER-EXPLAINED", "MARKER-CONCUR", "MARKER-STAGE", "MARKER-FACTOR", "MARKER-ANSWER"};

struct LetterOffice {
    TestOffice office;
    Member ada, sam, sec;
    Path vault;
    std::unique_ptr<session::Session> session;
    CaseId id;
    AllegationId allegation;

    LetterOffice()
    {
        ada = office.enrol("Ada", {crypto::Role::Adjudicator});
        sam = office.enrol("Sam", {crypto::Role::Supervisor});
        sec = office.enrol("Sec", {crypto::Role::SecurityOfficer});
        vault = office.makeVault("desk", {ada, sam, sec}, {});
    }
    session::Session &as(const Member &member)
    {
        session.reset(); // one at a time holds the vault
        session = signIn(office, vault, member);
        return *session;
    }

    // Weighed, with one sub-paragraph and two paragraphs of reasons, one of them internal.
    void begin(const std::string &reference)
    {
        as(ada);
        id = intake(*session, reference);
        const PassageId passage = review(*session, id);
        const auto pack = must(session->packOf(id));
        allegation = session::Allegations(*session).newId();
        model::Allegation states;
        states.label = "1.a";
        states.pack = pack->id;
        states.guideline = "F";
        states.text = "You owe 11,842 dollars.";
        states.from = "2022";
        states.conditions = {"19(a)"};
        states.evidence = {passage};
        must(session->record(id, model::AllegationMade{allegation, states}));
        must(session->record(id, model::AllegationAppraised{allegation, "C", "MARKER-VIEW grave", "MARKER-RECENCY", model::Frequency::Once}));
        must(session->record(id, model::AllegationAnswered{allegation, model::AllegationAnswer::Admitted, "MARKER-ANSWER yes"}));
        must(session->record(id, model::MitigatorWeighed{allegation, "20(b)", model::MitigatorStanding::Refuted, {}, "MARKER-MITIGATOR"}));
        must(session->record(id, model::AllegationFound{allegation, model::AllegationFinding::Against, {"19(a)"}, "MARKER-ALLEGED-REASON"}));
        must(session->record(id, model::FactorWeighed{pack->id, pack->factors.front().id, "MARKER-FACTOR"}));
        must(session->record(id, model::ReasonsWritten{{{"RELEASED-REASON The debts stand.", {passage}}, {"MARKER-INTERNAL A source asked not to be named.", {passage}, true}}}));
    }

    void share() { must(session::AccessDesk(*session).grant({id, sam.files.id, "second level", "", {}})); }
    void explainEverything()
    {
        for (const rules::Check &check : must(session->gate(id)).checks)
            if (check.open && check.severity == rules::Severity::NeedsExplanation)
                must(session->record(id, model::CheckExplained{check.id, check.key(), "MARKER-EXPLAINED"}));
    }
    // Signed, concurred and countersigned where a second level looks; signed in as Ada afterwards.
    void decide(const model::OutcomeProposed &outcome)
    {
        must(session->record(id, outcome));
        if (must(session->packOf(id))->outcome(outcome.outcome)->outcomeClass == packs::OutcomeClass::Favourable) {
            must(session->record(id, model::GuidelineFound{must(session->packOf(id))->id, "F", model::GuidelineFinding::ForSubject, "MARKER-FINDING"}));
            must(session->record(id, model::AllegationFound{allegation, model::AllegationFinding::For, {}, "MARKER-ALLEGED-REASON"}));
        }
        explainEverything();
        must(session->sign(id, must(session->packOf(id))->outcome(outcome.outcome)->confirmWord));
        if (must(session->openCase(id))->decisions.back().awaitsSecondLevel()) {
            share();
            as(sam);
            must(session->concur(id, "MARKER-CONCUR agreed"));
            must(session->countersign(id));
            as(ada);
        }
    }
    // The statement of reasons issued by the second person.
    void issueStatement()
    {
        must(session::Proceedings(*session).move(id, model::Stage::SorDraft, "", ""));
        must(session::Proceedings(*session).move(id, model::Stage::SorReview, "", ""));
        share();
        as(sam);
        must(session::Proceedings(*session).move(id, model::Stage::SorIssued, "", "MARKER-STAGE read and agreed"));
        as(ada);
    }

    [[nodiscard]] Result<Path> make(const session::LetterWish &wish)
    {
        session::LetterDesk desk(*session);
        const session::PreparedLetter letter = TRY(desk.prepare(id, wish));
        const Bytes pdf = TRY(ui::letterPdf(letter, office.clock.now()));
        const Path file = office.fresh(std::string(model::letterKindName(wish.kind)) + ".pdf");
        if (wish.use == session::LetterUse::Draft) {
            TRY(writeFile(file, pdf));
            return file;
        }
        return TRY(desk.issue(id, letter, pdf, file)).file;
    }
};

inline session::LetterWish wishFor(model::LetterKind kind)
{
    session::LetterWish wish;
    wish.kind = kind;
    wish.addressee = "Alex Person, 12 Elm Street";
    wish.words = "OWN-WORDS of the office.";
    if (kind == model::LetterKind::Denial || kind == model::LetterKind::Revocation || kind == model::LetterKind::Interrogatory)
        wish.days = 20;
    if (kind == model::LetterKind::Interrogatory)
        wish.questions = {"QUESTION-ONE When was it paid?", "QUESTION-TWO To whom?"};
    return wish;
}

inline bool has(const QString &program) { return !QStandardPaths::findExecutable(program).isEmpty(); }

// What a stock program says, both channels.
inline QString said(const QString &program, const QStringList &arguments, int *status = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qFatal("%s did not end", qPrintable(program));
    if (status)
        *status = process.exitCode();
    return QString::fromUtf8(process.readAll());
}
inline QString words(const Path &pdf) { return said("pdftotext", {"-layout", QString::fromStdString(pdf.string()), "-"}); }
// The same with every run of white space as one space: lines break where they like.
inline QString flowing(const Path &pdf) { return words(pdf).simplified(); }
inline QString signatureWords(const Path &pdf) { return said("pdfsig", {"-nocert", QString::fromStdString(pdf.string())}); }

} // namespace caseward::tests
