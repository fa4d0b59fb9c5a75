// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/rationalestep.h"

#include "ui/pages/decision/openpoints.h"
#include "ui/pages/decision/paragraphrow.h"
#include "ui/pages/decision/recordedtext.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

RationaleStep::RationaleStep(Theme *theme, CaseModel *model, QWidget *parent)
    : DecisionStep(theme, model, QStringLiteral("decision.rationale"), tr("Rationale"),
                   tr("The reasons in numbered paragraphs; each cites the passages it stands on. Saved when you leave them, or with Ctrl+Enter."), parent),
      m_area(new QWidget(body())), m_list(new QVBoxLayout), m_add(new QPushButton(tr("Add a paragraph"), m_area)),
      m_note(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, m_area)), m_points(new OpenPoints(theme, model, body()))
{
    auto *area = new QVBoxLayout(m_area);
    area->setContentsMargins(0, 0, 0, 0);
    area->setSpacing(4);
    m_list->setSpacing(0);
    area->addLayout(m_list);
    m_note->setObjectName(QStringLiteral("decision.reasons.note"));
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    area->addWidget(m_note);
    m_add->setObjectName(QStringLiteral("decision.reasons.add"));
    m_add->setAccessibleName(m_add->text());
    m_add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    area->addWidget(m_add, 0, Qt::AlignLeft);
    column()->addWidget(m_area);
    column()->addWidget(m_points);
    column()->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, [this] {
        ParagraphRow *row = addRow({});
        placeRows();
        bringUp(row->words(), row);
    });
    connect(m_points, &OpenPoints::placeWanted, this, &DecisionStep::placeWanted);
    connect(qApp, &QApplication::focusChanged, this, &RationaleStep::focusMoved);
}

RationaleStep::Paragraphs RationaleStep::written() const
{
    Paragraphs all;
    for (const ParagraphRow *row : m_rows) {
        if (model::Paragraph one = row->paragraph(); !one.text.empty())
            all.push_back(std::move(one));
    }
    return all;
}

RationaleStep::Paragraphs RationaleStep::citable(Paragraphs paragraphs) const
{
    const std::vector<model::Tie> &ties = model()->dossier()->ties;
    for (model::Paragraph &paragraph : paragraphs) {
        std::erase_if(paragraph.cites, [&ties](const PassageId &cited) {
            return std::none_of(ties.begin(), ties.end(), [&cited](const model::Tie &tie) { return tie.id == cited; });
        });
    }
    return paragraphs;
}

void RationaleStep::refresh()
{
    const model::Dossier &dossier = *model()->dossier();
    std::vector<PassageFacts> passages;
    for (const model::Tie &tie : dossier.ties)
        passages.push_back(passageFacts(dossier, *model()->pack(), tie));
    const bool mine = m_sent && *m_sent == dossier.reasons;  // what was asked for has arrived: the fields stay
    const bool untouched = written() == m_recorded;
    if (mine)
        m_sent.reset();
    const bool moved = m_recorded != dossier.reasons;
    m_recorded = dossier.reasons;
    if ((moved && !mine && untouched) || m_rows.isEmpty())
        rebuild(m_recorded);
    const QString whyNot = whyNotWeigh();
    for (ParagraphRow *row : m_rows) {
        row->setPassages(passages);
        if (mine)
            row->dropLostCites(); // as the record has it now
        row->setWhyNot(whyNot);
    }
    m_add->setEnabled(whyNot.isEmpty());
    m_add->setToolTip(whyNot);
    if (written() == m_recorded)
        m_note->hide();
    m_points->refresh(whyNot);
}

void RationaleStep::rebuild(const Paragraphs &paragraphs)
{
    QWidget *focus = QApplication::focusWidget();
    const auto typing = std::find_if(m_rows.begin(), m_rows.end(), [focus](const ParagraphRow *row) { return focus && row->isAncestorOf(focus); });
    const qsizetype at = typing == m_rows.end() ? -1 : typing - m_rows.begin();
    dropRows();
    for (const model::Paragraph &paragraph : paragraphs)
        addRow(paragraph);
    if (m_rows.isEmpty())
        addRow({});
    placeRows();
    if (at >= 0)
        m_rows[std::min(at, m_rows.size() - 1)]->words()->setFocus(Qt::OtherFocusReason);
}

// Rows that go take the focus along: that is nobody leaving the reasons, and nothing to save.
void RationaleStep::dropRows()
{
    m_dropping = true;
    qDeleteAll(std::exchange(m_rows, {}));
    m_dropping = false;
}

ParagraphRow *RationaleStep::addRow(const model::Paragraph &paragraph)
{
    auto *row = new ParagraphRow(theme(), m_area);
    std::vector<PassageFacts> passages;
    if (model()->isOpen()) {
        for (const model::Tie &tie : model()->dossier()->ties)
            passages.push_back(passageFacts(*model()->dossier(), *model()->pack(), tie));
    }
    m_rows << row;
    row->setPlace(static_cast<int>(m_rows.size()) - 1, static_cast<int>(m_rows.size()));
    row->setPassages(passages);
    row->setParagraph(paragraph);
    connect(row, &ParagraphRow::saveWanted, this, &RationaleStep::save);
    connect(row, &ParagraphRow::citesChanged, this, &RationaleStep::save);
    connect(row, &ParagraphRow::placeWanted, this, &DecisionStep::placeWanted);
    connect(row, &ParagraphRow::moveWanted, this, [this, row](int step) { move(row, step); });
    connect(row, &ParagraphRow::removeWanted, this, [this, row] { remove(row); });
    return row;
}

void RationaleStep::placeRows()
{
    while (QLayoutItem *item = m_list->takeAt(0))
        delete item;
    for (int i = 0; i < m_rows.size(); ++i) {
        m_list->addWidget(m_rows[i]);
        m_rows[i]->setPlace(i, static_cast<int>(m_rows.size()));
        m_rows[i]->show();
    }
}

void RationaleStep::move(ParagraphRow *row, int step)
{
    const auto from = m_rows.indexOf(row), to = from + step;
    if (to < 0 || to >= m_rows.size())
        return;
    m_rows.move(from, to);
    placeRows();
    row->words()->setFocus(Qt::OtherFocusReason);
    save();
}

void RationaleStep::remove(ParagraphRow *row)
{
    const auto at = m_rows.indexOf(row);
    m_rows.removeAt(at);
    row->hide();
    row->deleteLater();
    if (m_rows.isEmpty())
        addRow({});
    placeRows();
    m_rows[std::min(at, m_rows.size() - 1)]->words()->setFocus(Qt::OtherFocusReason);
    save();
}

void RationaleStep::save()
{
    if (!model()->isOpen() || !whyNotWeigh().isEmpty())
        return;
    if (written() == m_recorded)
        return;
    const Paragraphs now = citable(written()); // the rest is not lost: the row says that it is no longer tied
    if (now == m_recorded || (m_sent && *m_sent == now))
        return;
    m_sent = now;
    model()->record({model::ReasonsWritten{now}});
}

void RationaleStep::focusMoved(QWidget *from, QWidget *to)
{
    if (m_dropping || !from || !m_area->isAncestorOf(from) || (to && m_area->isAncestorOf(to)) || qobject_cast<QMenu *>(to) || QApplication::activePopupWidget())
        return;
    save();
}

ParagraphRow *RationaleStep::recordedRow(int index) const
{
    for (ParagraphRow *row : m_rows) { // a row without words is not in the record and has no number there
        if (!row->paragraph().text.empty() && index-- <= 0)
            return row;
    }
    return m_rows.value(0);
}

bool RationaleStep::reveal(const rules::Target &target)
{
    if (target.place == rules::Target::Place::Reasons) {
        ParagraphRow *row = recordedRow(QString::fromStdString(target.id).toInt());
        if (!row)
            return false;
        bringUp(row->words(), row);
        return true;
    }
    RecordedText *field = m_points->fieldOf(target);
    if (!field)
        return false;
    bringUp(field, field);
    return true;
}

void RationaleStep::refused()
{
    m_sent.reset();
    if (written() == m_recorded)
        return;
    m_note->setText(tr("These reasons are not recorded."));
    m_note->show();
}

void RationaleStep::forget()
{
    dropRows();
    m_recorded.clear();
    m_sent.reset();
    m_note->hide();
    m_points->forget();
}

} // namespace caseward::ui
