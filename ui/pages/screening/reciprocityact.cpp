// SPDX-License-Identifier: GPL-3.0-or-later
// Reciprocity first: the sheet of questions from the screening page.
#include "ui/base/faultnote.h"
#include "ui/base/faultwords.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/screening/reciprocityform.h"
#include "ui/pages/screening/screeningpage.h"

#include <QPointer>

namespace caseward::ui {

using session::ReciprocityAsked;
using session::ReciprocityDesk;
using session::ReciprocityView;

QString ScreeningPage::whyNotReciprocity() const
{
    if (!m_model->isOpen())
        return tr("Open a case first.");
    const Status status = m_model->mayAct(rules::Act::Proceed);
    return status.ok() ? QString() : shortWordsOf(status.fault());
}

void ScreeningPage::reciprocity()
{
    if (const QString why = whyNotReciprocity(); !why.isEmpty()) {
        m_note->notice(tr("Reciprocity cannot be decided now"), why);
        return;
    }
    const QString needed = text(m_model->dossier()->facts.access);
    m_model->worker()->run<ReciprocityView>(
        this, [id = m_model->id(), needed = needed.toStdString()](session::Session &session, Progress &) { return ReciprocityDesk(session).show(id, {{}, {}, needed, {}}); },
        [this, needed, at = m_model->id()](const Result<ReciprocityView> &view) {
            if (!view.ok())
                return m_note->show(view.fault());
            if (m_model->isOpen() && m_model->id() == at)
                askReciprocity(*view, needed);
        });
}

void ScreeningPage::askReciprocity(const ReciprocityView &view, const QString &needed)
{
    auto *form = new ReciprocityForm(theme(), view, needed, this);
    const CaseId id = m_model->id();
    connect(form, &ReciprocityForm::factsWanted, this, [this, form, id](const ReciprocityAsked &asked) {
        if (!asked.investigated.empty() && !isDay(asked.investigated))
            return; // being written
        m_model->worker()->run<ReciprocityView>(
            form, [id, asked](session::Session &session, Progress &) { return ReciprocityDesk(session).show(id, asked); },
            [form](const Result<ReciprocityView> &shown) {
                if (shown.ok())
                    form->showFacts(*shown);
            });
    });
    connect(form, &ReciprocityForm::wanted, this, [this, form = QPointer<ReciprocityForm>(form), id](const model::ReciprocityDecided &event, const QString &ours) {
        m_model->worker()->run<QString>(
            this,
            [id, event, ours = ours.toStdString()](session::Session &session, Progress &) -> Result<QString> {
                ReciprocityDesk desk(session);
                TRY(desk.decide(id, event, ours));
                return text(session::reciprocityWords(*TRY(desk.rules()), event));
            },
            [this, form](const Result<QString> &words) {
                if (!words.ok()) {
                    if (form)
                        form->fail(words.fault());
                    return;
                }
                if (form)
                    form->dismiss();
                m_decided = *words;
                m_model->reload();
            });
    });
}

} // namespace caseward::ui
