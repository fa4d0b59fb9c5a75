// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exchange/reclaimform.h"

#include "ui/models/casewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace caseward::ui {

ReclaimForm::ReclaimForm(Theme *theme, const std::vector<session::DocketRow> &away, const QString &likely, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("exchange.reclaimForm"),
               {tr("Take a case back"),
                tr("Only when the bundle never left, or is lost or destroyed: the case is worked on here again. Should somebody open the "
                   "bundle after all and work on it, there are two histories of one case. Caseward then refuses the one that comes "
                   "back and says so; it joins nothing by itself. Once a bundle was sealed, only a supervisor may do this."),
                tr("Take back")},
               anywhere),
      m_case(new QComboBox), m_reason(new QLineEdit), m_sure(new QCheckBox(tr("I have made sure that &nobody has the bundle")))
{
    m_case->setObjectName(QStringLiteral("exchange.reclaim.case"));
    for (const session::DocketRow &row : away) {
        m_case->addItem(row.custodyWith.empty() ? text(row.reference) : tr("%1  ·  sent to %2").arg(text(row.reference), text(row.custodyWith)), text(row.id.text()));
        if (text(row.reference) == likely)
            m_case->setCurrentIndex(m_case->count() - 1);
    }
    m_reason->setObjectName(QStringLiteral("exchange.reclaim.reason"));
    m_reason->setMaxLength(400);
    m_sure->setObjectName(QStringLiteral("exchange.reclaim.sure"));
    m_sure->setAccessibleName(tr("I have made sure that nobody has the bundle"));
    addField(tr("C&ase"), m_case);
    addField(tr("&What became of the bundle"), m_reason);
    fields()->addWidget(m_sure);
    connect(m_sure, &QCheckBox::toggled, this, [this] { check(); });
    check();
    present(m_case);
}

QString ReclaimForm::whyNot() const
{
    if (m_reason->text().trimmed().isEmpty())
        return tr("Say what became of the bundle.");
    return m_sure->isChecked() ? QString() : tr("Make sure first that nobody has the bundle, and tick it.");
}

void ReclaimForm::accept()
{
    const auto id = CaseId::parse(m_case->currentData().toString().toStdString());
    if (!id.ok())
        return;
    setBusy(true);
    emit wanted(*id, m_reason->text().trimmed());
}

} // namespace caseward::ui
