// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/sectionheader.h"

#include <QHBoxLayout>
#include <QPainter>

namespace caseward::ui {

SectionHeader::SectionHeader(Theme *theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_title(new ThemedLabel(theme, title, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this)),
      m_detail(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)),
      m_row(new QHBoxLayout(this))
{
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_detail->setFit(ThemedLabel::Fit::Elide);
    m_row->setContentsMargins(16, 0, 8, 1);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_detail, 1);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SectionHeader::setTitle(const QString &title) { m_title->setText(title); }
void SectionHeader::setDetail(const QString &detail) { m_detail->setText(detail); }
void SectionHeader::addTool(QWidget *tool) { m_row->addWidget(tool); }

void SectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().surface);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
