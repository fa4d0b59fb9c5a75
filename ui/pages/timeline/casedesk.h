// SPDX-License-Identifier: GPL-3.0-or-later
// A panel over the proceedings of the open case: what the three of them share. GUI thread.
#pragma once

#include "core/session/proceedings.h"
#include "ui/models/deskpanel.h"
#include "ui/pages/timeline/actform.h"

namespace caseward::ui {

class CaseDesk : public DeskPanel {
    Q_OBJECT
protected:
    using DeskPanel::DeskPanel;
    using Act = std::function<Result<session::DossierPtr>(session::Proceedings &, const CaseId &)>;
    // Empty: may be done; otherwise the sentence that says why not.
    [[nodiscard]] QString whyNot(rules::Act act) const;
    // Sends what a form was told; the case is shown anew when it was accepted.
    void send(ActForm *form, Act act, const QString &done);
    [[nodiscard]] const model::Proceedings &proceedings() const;  // while a case is open
};

} // namespace caseward::ui
