// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/gatepanel.h"

#include "ui/base/sectionheader.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace caseward::ui {

GatePanel::GatePanel(Theme *theme, QWidget *parent)
    : QWidget(parent), m_header(new SectionHeader(theme, tr("Gate"), this)), m_nothing(nullptr), m_list(nullptr), m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("decision.gate"));
    setAccessibleName(tr("Completeness gate"));
    setProperty("cls", "surface");
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setProperty("cls", "surface");
    content->setAttribute(Qt::WA_StyledBackground);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(16, 8, 16, 16);
    m_nothing = new ThemedLabel(theme, tr("Every check has passed or is explained."), {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, content);
    m_nothing->setFit(ThemedLabel::Fit::Wrap);
    m_nothing->setObjectName(QStringLiteral("decision.gate.nothing"));
    inner->addWidget(m_nothing);
    m_list = new GateList(theme, QStringLiteral("decision.gate.list"), content);
    inner->addWidget(m_list, 1);
    m_scroll->setWidget(content);
    column->addWidget(m_scroll, 1);
}

void GatePanel::show(const rules::Gate &gate, const QString &whyNot)
{
    std::vector<GateList::Item> open;
    for (const rules::Check &check : gate.checks) {
        if (check.open)
            open.push_back({check, {}});
    }
    m_header->setDetail(tr("%1 of %2 checks open").arg(open.size()).arg(gate.checks.size()));
    m_nothing->setVisible(open.empty());
    m_list->show(open, whyNot);
}

void GatePanel::focusFirst()
{
    if (QWidget *first = m_list->first()) {
        first->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(first);
    }
}

} // namespace caseward::ui
