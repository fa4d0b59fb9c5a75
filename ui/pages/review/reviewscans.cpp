// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: scans that a machine reads.
#include "ui/pages/review/reviewpage.h"

#include "ui/pages/review/recordlist.h"
#include "ui/pages/review/scanstrip.h"

namespace caseward::ui {

QWidget *ReviewPage::makeScans()
{
    m_scans = new ScanStrip(theme(), m_door.get(), m_middle);
    connect(m_scans, &ScanStrip::pagesRead, this, &ReviewPage::countScans);
    return m_scans;
}

QString ReviewPage::whyNotReadScans(const DocumentId &document) const
{
    return m_scans->isReading() ? tr("A machine is reading scans already.") : m_door->whyNotReadScans(document);
}

void ReviewPage::readScans(const DocumentId &document)
{
    if (m_door->dossier() && whyNotReadScans(document).isEmpty())
        m_scans->start(document);
}

void ReviewPage::countScans()
{
    m_door->countScans([self = QPointer<ReviewPage>(this)](const CaseDoor::ScanCounts &counts) {
        if (self && self->m_door->dossier())
            self->m_record->model()->setMachineRead(counts);
    });
}

} // namespace caseward::ui
