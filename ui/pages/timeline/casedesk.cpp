// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/casedesk.h"

#include "ui/models/casewords.h"

namespace caseward::ui {

QString CaseDesk::whyNot(rules::Act act) const
{
    if (!model()->isOpen())
        return tr("Open a case first.");
    const Status may = model()->mayAct(act);
    return may.ok() ? QString() : text(may.fault().detail);
}

void CaseDesk::send(ActForm *form, Act act, const QString &done)
{
    submit(form, [id = model()->id(), act = std::move(act)](session::Session &session, Progress &) -> Status {
        session::Proceedings desk(session);
        TRY(act(desk, id));
        return {};
    }, done, [this] {
        model()->reload();
        setFocus(); // not to the button, which may be off by now
    });
}

const model::Proceedings &CaseDesk::proceedings() const { return model()->dossier()->proceedings; }

} // namespace caseward::ui
