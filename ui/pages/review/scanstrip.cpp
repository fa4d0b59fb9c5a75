// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/scanstrip.h"

#include "ui/base/faultwords.h"
#include "ui/base/iconlabel.h"
#include "ui/base/progressline.h"
#include "ui/base/themedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

namespace {

QString wordsOf(const session::ScansRead &read, bool stopped)
{
    QStringList said;
    if (stopped)
        said << ScanStrip::tr("Stopped.");
    if (read.pages > 0)
        said << (read.pages == 1 ? ScanStrip::tr("A machine read 1 page, with words on %1.").arg(read.withWords)
                                 : ScanStrip::tr("A machine read %1 pages, with words on %2.").arg(read.pages).arg(read.withWords));
    else if (read.failed == 0 && !stopped)
        said << (read.before > 0 ? ScanStrip::tr("Every scan has been read before.") : ScanStrip::tr("Every page has words of its own; there is nothing to read."));
    if (read.failed > 0)
        said << (read.failed == 1 ? ScanStrip::tr("1 page could not be read.") : ScanStrip::tr("%1 pages could not be read.").arg(read.failed));
    if (read.withWords > 0)
        said << ScanStrip::tr("Searches find them; they are never quoted.");
    return said.join(u' ');
}

// What is missing here is the recogniser, and the strip has room to say so.
QString failureWords(const Fault &fault)
{
    return fault.code == FaultCode::NotFound ? QString::fromStdString(fault.detail) + u'.' : shortWordsOf(fault);
}

} // namespace

ScanStrip::ScanStrip(Theme *theme, CaseDoor *door, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_door(door),
      m_words(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Primary, false}, this)), m_progress(new ProgressLine(theme, this)),
      m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("review.scans"));
    m_words->setObjectName(QStringLiteral("review.scans.words"));
    m_words->setFit(ThemedLabel::Fit::Elide);
    m_button->setObjectName(QStringLiteral("review.scans.button"));
    m_button->setAccessibleName(tr("Stop reading scans"));
    m_button->setProperty("cls", "link");
    m_button->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconLabel(theme, QStringLiteral("scan-text"), Tone::Accent, 16, this));
    row->addWidget(m_words, 1);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!m_reading)
            return hide();
        m_reading->cancel();
        m_button->setEnabled(false);
        m_words->setText(tr("Stopping after this page…"));
    });
    hide();
}

void ScanStrip::start(const DocumentId &document)
{
    if (m_reading)
        return;
    m_reading = m_door->makeScanReading();
    connect(m_reading.get(), &ScanReading::advanced, this, [this](quint64 done, quint64 total) {
        m_progress->setProgress(done, total);
        if (m_button->isEnabled())
            m_words->setText(total == 0 ? tr("A machine reads the scans…") : tr("A machine reads the scans: %1 of %2 pages").arg(done).arg(total));
        if (done > 0)
            emit pagesRead();
    });
    connect(m_reading.get(), &ScanReading::finished, this, [this](const session::ScansRead &read, bool cancelled) { showEnd(wordsOf(read, cancelled)); });
    connect(m_reading.get(), &ScanReading::failed, this, [this](const Fault &fault) { showEnd(failureWords(fault)); });
    m_words->setText(tr("Looking for scans…"));
    m_progress->setProgress(0, 0);
    m_progress->show();
    m_button->setText(tr("Stop"));
    m_button->setAccessibleName(tr("Stop reading scans"));
    m_button->setEnabled(true);
    show();
    m_reading->start(document);
}

void ScanStrip::showEnd(const QString &words)
{
    m_reading.release()->deleteLater();               // it is the one that speaks just now
    m_words->setText(words);
    m_progress->hide();
    m_button->setText(tr("Close"));
    m_button->setAccessibleName(tr("Close what was said about scans"));
    m_button->setEnabled(true);
    emit pagesRead();
}

void ScanStrip::forget()
{
    m_reading.reset();
    hide();
}

void ScanStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().accentBg);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
