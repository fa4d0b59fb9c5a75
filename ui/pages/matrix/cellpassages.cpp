// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/cellpassages.h"

#include "ui/base/themedlabel.h"
#include "ui/evidence/passageline.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

CellPassages::CellPassages(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this)),
      m_beyond(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)), m_list(new QVBoxLayout),
      m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("matrix.passages"));
    m_title->setObjectName(QStringLiteral("matrix.passages.title"));
    m_title->setFit(ThemedLabel::Fit::Elide);
    m_beyond->setObjectName(QStringLiteral("matrix.passages.beyond"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(m_scroll);
    body->setProperty("cls", "surface");
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(2);
    auto *outer = new QVBoxLayout(body);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_list);
    outer->addWidget(m_beyond);
    outer->addStretch(1);
    m_scroll->setWidget(body);
    column->addWidget(m_scroll, 1);
}

void CellPassages::show(const QString &title, const std::vector<PassageFacts> &passages)
{
    m_title->setText(title);
    m_scroll->verticalScrollBar()->setValue(0);
    qDeleteAll(m_lines);
    m_lines.clear();
    for (std::size_t at = 0; at < std::min(passages.size(), most); ++at) {
        auto *line = new PassageLine(m_theme, QStringLiteral("matrix.passages.%1").arg(at), passages[at], PassageLine::Show::ChipAndQuote, this);
        connect(line, &QAbstractButton::clicked, this, [this, link = passages[at].link] { emit placeWanted(link); });
        m_list->addWidget(line);
        line->show(); // Enter may come before the layout does
        m_lines << line;
    }
    m_beyond->setText(passages.size() > most ? tr("and %1 more").arg(passages.size() - most) : QString());
    m_beyond->setVisible(passages.size() > most);
}

void CellPassages::focusFirst()
{
    if (!m_lines.isEmpty())
        m_lines.front()->setFocus(Qt::OtherFocusReason);
}

void CellPassages::keyPressEvent(QKeyEvent *event)
{
    const qsizetype at = m_lines.indexOf(focusWidget());
    if (event->key() == Qt::Key_Escape)
        emit backWanted();
    else if (at >= 0 && event->key() == Qt::Key_Down)
        m_lines[std::min(at + 1, m_lines.size() - 1)]->setFocus(Qt::OtherFocusReason);
    else if (at >= 0 && event->key() == Qt::Key_Up)
        m_lines[std::max<qsizetype>(at - 1, 0)]->setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace caseward::ui
