// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the screening page: going to the page, judging, dismissing, recording, the letter.
#include "ui/pages/screening/screeningpage.h"

#include "core/base/files.h"
#include "ui/base/ask.h"
#include "ui/base/faultnote.h"
#include "ui/base/faultwords.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/screening/judgementpanel.h"
#include "ui/pages/screening/screeningforms.h"
#include "ui/pages/screening/screeningmodel.h"
#include "ui/paper/deficiencypaper.h"

#include <QSplitter>
#include <QStandardPaths>
#include <QTableView>

namespace caseward::ui {

using Kind = ScreeningRow::Kind;

QString ScreeningPage::whyNotWeigh() const
{
    if (!m_model->isOpen() || !row())
        return tr("Choose a row first.");
    const Status status = m_model->mayAct(rules::Act::Weigh);
    return status.ok() ? QString() : shortWordsOf(status.fault());
}

QString ScreeningPage::whyNotJudge() const
{
    const QString why = whyNotWeigh();
    return !why.isEmpty() ? why : row()->kind == Kind::Section ? QString() : tr("Only sections of a questionnaire are judged.");
}

QString ScreeningPage::whyNotOpen() const
{
    const HintRow *seen = hint();
    return !seen ? tr("Choose something that was seen.") : seen->where.isEmpty() ? tr("No page says this.") : QString();
}

QString ScreeningPage::whyNotDismiss() const
{
    const HintRow *seen = hint();
    if (!seen || seen->id.isEmpty())
        return tr("Only hints and flags are dismissed.");
    return !seen->open ? tr("It is settled, or asks for nothing.") : whyNotWeigh();
}

QString ScreeningPage::whyNotRecord() const
{
    const QString why = whyNotWeigh();
    if (!why.isEmpty())
        return why;
    switch (row()->kind) {
    case Kind::Section:
    case Kind::Flag:
    case Kind::Coverage: return tr("Releases, identity, components and deficiencies are recorded; this is judged or dismissed.");
    case Kind::Deficiency: return row()->open ? QString() : tr("It is settled. Undo takes that back.");
    default: return {};
    }
}

QString ScreeningPage::whyNotLetter() const
{
    const auto &rows = m_rows->rows();
    const bool any = std::ranges::any_of(rows, [](const ScreeningRow &one) { return one.kind == Kind::Deficiency && one.open; });
    return any ? QString() : tr("Note first what the sender must mend (N).");
}

// Undo takes it back like any other entry; the page offers only what the forms name.
void ScreeningPage::record(const model::Event &event)
{
    m_model->record({event});
}

void ScreeningPage::open()
{
    if (whyNotOpen().isEmpty())
        emit placeWanted(QStringLiteral("review"), hint()->where);
}

void ScreeningPage::dismissHint()
{
    if (!whyNotDismiss().isEmpty())
        return;
    ask(theme(), this, {QStringLiteral("dismiss-hint"), tr("Dismiss this hint?"), hint()->text, tr("Dismiss"), {}, tr("Why it needs no more looking at"), {}, false},
        [this, id = hint()->id.toStdString()](const Reply &reply) {
            if (reply.accepted && m_model->isOpen())
                record(model::FlagDismissed{id, reply.reason.toStdString()});
        });
}

void ScreeningPage::noteDeficiency()
{
    if (!whyNotWeigh().isEmpty() || !m_screened)
        return;
    const ScreeningRow *chosen = row();
    const HintRow *seen = hint();
    const QString kind = seen ? seen->kind : chosen->hintKind, section = chosen->kind == Kind::Section ? chosen->id : chosen->section;
    auto *form = new DeficiencyForm(theme(), *m_screened, kind, section, seen ? seen->text : QString(), this);
    connect(form, &DeficiencyForm::wanted, this, [this, form](const model::DeficiencyNoted &said) {
        form->dismiss();
        record(said);
    });
}

void ScreeningPage::recordRow()
{
    if (!whyNotRecord().isEmpty())
        return;
    const ScreeningRow chosen = *row();
    if (chosen.kind == Kind::Deficiency) {
        ask(theme(), this, {QStringLiteral("settle-deficiency"), tr("Settle this deficiency?"), chosen.title, tr("Settle"), {}, tr("What settles it"), {}, false},
            [this, code = chosen.id.toStdString(), section = chosen.section.toStdString()](const Reply &reply) {
                if (reply.accepted && m_model->isOpen())
                    record(model::DeficiencySettled{code, section, reply.reason.toStdString()});
            });
        return;
    }
    const PaperForm::Of of = chosen.kind == Kind::Release ? PaperForm::Of::Release : chosen.kind == Kind::Component ? PaperForm::Of::Component
        : chosen.id == text(model::identityMatterName(model::IdentityMatter::Identity)) ? PaperForm::Of::Identity : PaperForm::Of::Citizenship;
    auto *form = new PaperForm(theme(), of, chosen.id, chosen.title, *m_model->dossier(), this);
    connect(form, &PaperForm::wanted, this, [this, form](const model::Event &event) {
        form->dismiss();
        record(event);
    });
}

void ScreeningPage::flag()
{
    if (!m_model->isOpen() || !m_model->mayAct(rules::Act::Weigh).ok()) {
        if (m_model->isOpen())
            m_note->show(m_model->mayAct(rules::Act::Weigh).fault());
        return;
    }
    auto *form = new PaperForm(theme(), PaperForm::Of::Flag, {}, {}, *m_model->dossier(), this);
    connect(form, &PaperForm::wanted, this, [this, form](const model::Event &event) {
        form->dismiss();
        const auto raised = std::get<model::FlagRaised>(event);
        m_model->worker()->run<model::FlagId>(
            this, [](session::Session &session, Progress &) -> Result<model::FlagId> { return session::ScreeningDesk(session).newFlagId(); },
            [this, raised, at = m_model->id()](const Result<model::FlagId> &id) {
                if (id.ok() && m_model->isOpen() && m_model->id() == at)
                    record(model::FlagRaised{*id, raised.text, raised.place});
            });
    });
}

void ScreeningPage::letter()
{
    if (const QString why = whyNotLetter(); !why.isEmpty()) {
        m_note->notice(tr("There is nothing to write yet"), why);
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *form = new LetterForm(theme(), folder + QStringLiteral("/deficiency-%1.pdf").arg(text(m_model->dossier()->facts.reference)), this);
    connect(form, &LetterForm::wanted, this, [this, form](const QString &to, const QString &words, const QString &file) {
        form->dismiss();
        writeLetter(to, words, file);
    });
}

void ScreeningPage::writeLetter(const QString &to, const QString &words, const QString &file)
{
    const CaseId id = m_model->id();
    m_model->worker()->run<std::string>(
        this,
        [id, to = to.toStdString(), words = words.toStdString(), path = file.toStdString()](session::Session &session, Progress &) -> Result<std::string> {
            const auto letter = TRY(session::ScreeningDesk(session).letter(id, to, words));
            TRY(writeFile(path, TRY(deficiencyPdf(letter, *TRY(session.openCase(id)), {session.signedIn().name, SystemClock().now()}))));
            return path;
        },
        [this](const Result<std::string> &written) {
            if (written.ok())
                m_note->notice(tr("The letter is written"), tr("%1. Send the case back under Exchange, with the purpose “back to the sender: deficient”.").arg(text(*written)));
            else
                m_note->show(written.fault());
        });
}

QList<PageAction> ScreeningPage::pageActions()
{
    const auto weigh = [this] { return whyNotWeigh(); };
    const auto judge = [this] { return whyNotJudge(); };
    return {
        {QStringLiteral("screening.complete"), tr("Complete: yes, no, open"), QKeySequence(Qt::Key_C), [this] { m_judgement->cycle(JudgementPanel::Complete); }, judge, m_body, tr("complete")},
        {QStringLiteral("screening.consistent"), tr("Consistent: yes, no, open"), QKeySequence(Qt::Key_S), [this] { m_judgement->cycle(JudgementPanel::Consistent); }, judge, m_body, tr("consistent")},
        {QStringLiteral("screening.relevant"), tr("Relevant: yes, no, open"), QKeySequence(Qt::Key_R), [this] { m_judgement->cycle(JudgementPanel::Relevant); }, judge, m_body, tr("relevant")},
        {QStringLiteral("screening.next"), tr("Go to the next thing to look at"), QKeySequence(Qt::Key_G), [this] { nextOpen(); }, {}, m_body, tr("next")},
        {QStringLiteral("screening.dismissHint"), tr("Dismiss the hint"), QKeySequence(Qt::Key_D), [this] { dismissHint(); }, [this] { return whyNotDismiss(); }, m_body, tr("dismiss")},
        {QStringLiteral("screening.noteDeficiency"), tr("Note what the sender must mend"), QKeySequence(Qt::Key_N), [this] { noteDeficiency(); }, weigh, m_body, tr("deficiency")},
        {QStringLiteral("screening.recordPaper"), tr("Record what a paper shows, or settle a deficiency"), QKeySequence(Qt::Key_E), [this] { recordRow(); }, [this] { return whyNotRecord(); }, m_body, tr("record")},
        {QStringLiteral("screening.raise"), tr("Flag something to look at"), QKeySequence(Qt::Key_F), [this] { flag(); }, [this] {
             const Status status = m_model->isOpen() ? m_model->mayAct(rules::Act::Weigh) : Status();
             return status.ok() ? QString() : shortWordsOf(status.fault());
         }, m_body, tr("flag")},
        {QStringLiteral("screening.reciprocity"), tr("Decide on another agency's eligibility (reciprocity)"), {}, [this] { reciprocity(); }, [this] { return whyNotReciprocity(); }},
        {QStringLiteral("screening.writeLetter"), tr("Write the deficiency letter"), {}, [this] { letter(); }, [this] { return whyNotLetter(); }},
    };
}

} // namespace caseward::ui
