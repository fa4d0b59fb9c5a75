// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/carriageview.h"

#include "ui/base/themedlabel.h"
#include "ui/evidence/passageline.h"
#include "ui/models/casewords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

QString decisionLink(const rules::Target &target)
{
    using Place = rules::Target::Place;
    switch (target.place) {
    case Place::Condition: return QStringLiteral("condition:") + text(target.id);
    case Place::Guideline: return QStringLiteral("guideline:") + text(target.id);
    case Place::Allegation: return QStringLiteral("allegation:") + text(target.id);
    case Place::Factor: return QStringLiteral("factor:") + text(target.id);
    case Place::Reasons: return QStringLiteral("reasons:") + text(target.id);
    default: return {};
    }
}

CarriageView::CarriageView(Theme *theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("matrix.carriage"));
    setAccessibleName(tr("What carries this decision"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
}

void CarriageView::clear()
{
    m_body = new QWidget(this);
    m_body->setProperty("cls", "surface");
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(24, 16, 24, 24);
    m_column->setSpacing(4);
    m_count = 0;
    setWidget(m_body);                               // the one before is deleted with it
}

void CarriageView::show(const model::Dossier &dossier, const packs::Pack &pack)
{
    const rules::Carriage carriage = rules::whatCarries(dossier, pack);
    const int scrolled = verticalScrollBar()->value();
    clear();
    heading(tr("What carries this decision"),
            tr("Each passage here is the only support of what stands below it: if it were withdrawn, that would rest on nothing. This says where the record is thin, "
               "and nothing about which way to decide."));
    std::vector<const rules::Supported *> bare;
    for (const rules::Supported &one : carriage.findings)
        if (one.passages.empty())
            bare.push_back(&one);
    if (!bare.empty()) {
        heading(tr("Rests on no passage now"), {});
        for (std::size_t at = 0; at < std::min(bare.size(), most); ++at)
            finding(*bare[at]);
        beyond(bare.size());
    }
    if (!carriage.passages.empty()) {
        heading(tr("One passage"), {});
        for (std::size_t at = 0; at < std::min(carriage.passages.size(), most); ++at)
            carrier(dossier, pack, carriage, carriage.passages[at]);
        beyond(carriage.passages.size());
    }
    if (!carriage.documents.empty()) {
        heading(tr("One document"), tr("Several passages, and all of them in the same document."));
        for (std::size_t at = 0; at < std::min(carriage.documents.size(), most); ++at)
            carrier(dossier, pack, carriage, carriage.documents[at]);
        beyond(carriage.documents.size());
    }
    if (carriage.findings.empty())
        words(tr("Nothing is found yet. Conditions and guidelines are found in Decision."));
    else if (bare.empty() && carriage.passages.empty() && carriage.documents.empty())
        words(tr("No finding rests on one passage or one document alone."));
    m_column->addStretch(1);
    verticalScrollBar()->setValue(scrolled);
}

void CarriageView::heading(const QString &words, const QString &below)
{
    if (m_count++ > 0)
        m_column->addSpacing(16);
    auto *title = new ThemedLabel(m_theme, words, {m_count == 1 ? Theme::Text::Title : Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, m_body);
    title->setObjectName(QStringLiteral("matrix.carriage.heading.%1").arg(m_count));
    m_column->addWidget(title);
    if (!below.isEmpty())
        this->words(below);
}

void CarriageView::words(const QString &text)
{
    auto *label = new ThemedLabel(m_theme, text, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_body);
    label->setObjectName(QStringLiteral("matrix.carriage.words.%1").arg(++m_count));
    label->setFit(ThemedLabel::Fit::Wrap);
    m_column->addWidget(label);
}

void CarriageView::beyond(std::size_t count)
{
    if (count > most)
        words(tr("and %1 more").arg(count - most));
}

void CarriageView::finding(const rules::Supported &supported)
{
    auto *link = new QPushButton(text(supported.text), m_body);
    link->setObjectName(QStringLiteral("matrix.carriage.finding.%1").arg(++m_count));
    link->setAccessibleName(tr("%1: go to it in Decision").arg(text(supported.text)));
    link->setProperty("cls", "link");
    link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(link, &QPushButton::clicked, this, [this, where = decisionLink(supported.target)] { emit targetWanted(where); });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 0, 0);
    row->addWidget(link);
    row->addStretch(1);
    m_column->addLayout(row);
}

void CarriageView::carrier(const model::Dossier &dossier, const packs::Pack &pack, const rules::Carriage &carriage, const rules::Carrier &carrier)
{
    m_column->addSpacing(8);
    if (carrier.passages.size() > 1)
        m_column->addWidget(new ThemedLabel(m_theme, documentTitle(dossier, carrier.document), {Theme::Text::Base, QFont::Medium, Tone::Primary, false}, m_body));
    for (std::size_t at = 0; at < std::min(carrier.passages.size(), most); ++at)
        if (const model::Tie *tie = dossier.tie(carrier.passages[at])) {
            const PassageFacts facts = passageFacts(dossier, pack, *tie);
            auto *line = new PassageLine(m_theme, QStringLiteral("matrix.carriage.passage.%1").arg(++m_count), facts, PassageLine::Show::ChipAndQuote, m_body);
            connect(line, &QAbstractButton::clicked, this, [this, link = facts.link] { emit placeWanted(link); });
            m_column->addWidget(line);
        }
    beyond(carrier.passages.size());
    for (std::size_t at = 0; at < std::min(carrier.carried.size(), most); ++at)
        finding(carriage.findings[carrier.carried[at]]);
    beyond(carrier.carried.size());
}

void CarriageView::focusFirst()
{
    for (QAbstractButton *button : m_body ? m_body->findChildren<QAbstractButton *>() : QList<QAbstractButton *>())
        if (button->objectName().startsWith(QLatin1String("matrix.carriage."))) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    setFocus(Qt::OtherFocusReason);
}

} // namespace caseward::ui
