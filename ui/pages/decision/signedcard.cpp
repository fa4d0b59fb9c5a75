// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/signedcard.h"

#include "ui/base/faultnote.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/decisionexport.h"
#include "ui/pages/decision/factgrid.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

SignedCard::SignedCard(Theme *theme, CaseModel *model, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_model(model), m_title(new ThemedLabel(theme, {}, {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, this)),
      m_facts(new FactGrid(theme, QStringLiteral("decision.signed.facts"), this)), m_export(new QPushButton(tr("Export decision…"), this)),
      m_note(new FaultNote(theme, QStringLiteral("decision.signed.note"), this))
{
    setObjectName(QStringLiteral("decision.signed"));
    setAccessibleName(tr("Signed decision"));
    setProperty("cls", "panel");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    m_export->setObjectName(QStringLiteral("decision.export"));
    m_export->setAccessibleName(m_export->text());
    m_export->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(m_export);
    column->addWidget(m_note);
    connect(m_export, &QPushButton::clicked, this, &SignedCard::chooseFolder);
    hide();
}

void SignedCard::refresh()
{
    const model::Dossier &dossier = *m_model->dossier();
    setVisible(!dossier.decisions.empty());
    if (dossier.decisions.empty()) {
        m_note->clear();
        return;
    }
    const model::SignedDecision &decision = dossier.decisions.back();
    const packs::Outcome *outcome = m_model->pack()->outcome(decision.what.outcome);
    const bool returned = dossier.status == model::CaseStatus::Returned;
    m_title->setText(returned ? tr("Last signed decision, returned") : tr("Signed decision"));
    QList<FactGrid::Fact> facts;
    facts << FactGrid::Fact{tr("Outcome"), outcome ? text(outcome->title) : text(decision.what.outcome)};
    facts << FactGrid::Fact{tr("Signed by"), text(dossier.personName(decision.when.actor))};
    facts << FactGrid::Fact{tr("Signed at"), momentWord(decision.when.at)};
    facts << FactGrid::Fact{tr("Digest"), text(decision.what.digest.hex()), true};
    if (decision.countersigned) {
        facts << FactGrid::Fact{tr("Countersigned"), tr("%1, %2").arg(text(dossier.personName(decision.countersigned->actor)), momentWord(decision.countersigned->at))};
    } else if (!returned) {
        facts << FactGrid::Fact{tr("Countersigned"), tr("Not yet")};
    }
    m_facts->show(facts);
    m_export->setEnabled(!returned);
    m_export->setToolTip(returned ? tr("The case is open again: sign it anew to export the decision.") : QString());
}

void SignedCard::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Export the decision into a folder"));
    dialog->setObjectName(QStringLiteral("decision.export.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &SignedCard::exportTo);
    dialog->open();
}

void SignedCard::exportTo(const QString &folder)
{
    if (!m_model->isOpen())
        return;
    m_export->setEnabled(false);
    m_note->clear();
    const Instant now = SystemClock().now();
    m_model->worker()->run<ExportedDecision>(
        this,
        [id = m_model->id(), pack = m_model->pack(), path = Path(folder.toStdString()), now](session::Session &session, Progress &) {
            return exportDecision(session, id, *pack, path, now);
        },
        [this, folder](Result<ExportedDecision> done) {
            m_export->setEnabled(true);
            if (!done) {
                m_note->show(done.fault());
                return;
            }
            QStringList names;
            for (const std::string &name : done->files)
                names << text(name);
            m_note->notice(tr("The decision is exported"), tr("%1 in %2").arg(names.join(QStringLiteral(", ")), folder));
        });
}

QWidget *SignedCard::first() const { return m_export; }

} // namespace caseward::ui
