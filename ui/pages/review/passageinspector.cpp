// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/passageinspector.h"

#include "core/packs/held.h"
#include "ui/base/emptystate.h"
#include "ui/base/iconbutton.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/appraisalrow.h"
#include "ui/pages/review/chipbutton.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/flowlayout.h"
#include "ui/pages/review/palettemodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

PassageInspector::PassageInspector(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("review.passage"));
    setAccessibleName(tr("Passage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 9, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeHeader());
    column->addWidget(m_body = makeBody(), 1);
    m_empty = new EmptyState(theme, QStringLiteral("review.passage.empty"), tr("Select text and press F."), {}, this);
    column->addWidget(m_empty, 1);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    clear();
}

QWidget *PassageInspector::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new ThemedLabel(m_theme, tr("Passage"), {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, header));
    m_where = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, header);
    m_where->setFit(ThemedLabel::Fit::Elide);
    row->addWidget(m_where, 1);
    m_untie = new IconButton(m_theme, QStringLiteral("unlink"), QStringLiteral("review.passage.untie"), tr("Untie this passage"), tr("Del"), header);
    m_previous = new IconButton(m_theme, QStringLiteral("chevron-up"), QStringLiteral("review.passage.previous"), tr("Previous passage"), tr("P"), header);
    m_next = new IconButton(m_theme, QStringLiteral("chevron-down"), QStringLiteral("review.passage.next"), tr("Next passage"), tr("N"), header);
    for (IconButton *button : {m_untie, m_previous, m_next})
        row->addWidget(button);
    connect(m_untie, &QToolButton::clicked, this, [this] { emit untieWanted(m_current); });
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepWanted(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepWanted(1); });
    return header;
}

QWidget *PassageInspector::makeBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 2, 0);
    column->setSpacing(9);
    column->addWidget(m_quote = new QuoteLabel(m_theme, body));
    m_chips = new QWidget(body);
    m_flow = new FlowLayout(m_chips, 2);
    m_addTie = new QPushButton(tr("+ Tie"), m_chips);
    m_addTie->setObjectName(QStringLiteral("review.passage.addTie"));
    m_addTie->setAccessibleName(tr("Tie this passage to another condition"));
    m_addTie->setProperty("cls", "link");
    column->addWidget(m_chips);
    auto *weight = new QHBoxLayout;
    weight->setSpacing(10);
    weight->addWidget(new ThemedLabel(m_theme, tr("Weight"), {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, body));
    m_weight = new SegmentedControl(m_theme, QStringLiteral("review.passage.weight"),
                                    {weightWord(model::Weight::Slight), weightWord(model::Weight::Moderate), weightWord(model::Weight::Substantial)}, body);
    m_weight->setAccessibleName(tr("Weight of the passage"));
    weight->addWidget(m_weight);
    weight->addStretch(1);
    column->addLayout(weight);
    column->addWidget(m_appraisal = new AppraisalRow(m_theme, body));
    m_note = new QPlainTextEdit(body);
    m_note->setObjectName(QStringLiteral("review.passage.note"));
    m_note->setAccessibleName(tr("Note on the passage"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setProperty("cls", "field");
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(54);
    m_note->installEventFilter(this);
    column->addWidget(m_note, 1);
    m_why = new ThemedLabel(m_theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, body);
    m_why->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(m_why);
    connect(m_addTie, &QPushButton::clicked, this, &PassageInspector::tieWanted);
    connect(m_appraisal, &AppraisalRow::wanted, this, &PassageInspector::appraisalWanted);
    connect(m_weight, &SegmentedControl::chosen, this, [this](int index) { emit weightWanted(m_current, static_cast<model::Weight>(index + 1)); });
    return body;
}

void PassageInspector::show(const Shown &shown)
{
    const auto tie = std::find_if(shown.ties.begin(), shown.ties.end(), [&shown](const model::Tie &candidate) { return candidate.id == shown.current; });
    if (tie == shown.ties.end())
        return clear();
    if (m_current != shown.current)
        saveNote();
    // What is being typed stays, even when another entry (a weight) refreshes the case meanwhile.
    const bool typing = m_current == shown.current && m_note->hasFocus() && m_note->toPlainText().toStdString() != m_savedNote;
    m_current = shown.current;
    m_savedNote = tie->note;
    const packs::Condition *condition = packs::heldCondition(shown.packs, tie->condition.pack, tie->condition.id);
    m_where->setText(shown.where);
    m_where->setToolTip(shown.document);
    const bool disqualifying = !condition || packs::isConcern(condition->kind);
    if (model::isArea(tie->anchor))
        m_quote->setPart(tr("Part of the picture"), disqualifying);
    else
        m_quote->setQuote(text(tie->anchor.quote), disqualifying);
    fillChips(shown);
    m_weight->setCurrent(static_cast<int>(tie->weight) - 1);
    m_appraisal->show(tie->id, tie->appraisal);
    if (!typing)
        m_note->setPlainText(text(tie->note));
    const bool editable = shown.whyNot.isEmpty();
    m_weight->setEnabled(editable);
    m_appraisal->setEditable(editable);
    m_note->setReadOnly(!editable);
    m_addTie->setEnabled(editable);
    m_untie->setEnabled(editable);
    m_why->setText(shown.whyNot);
    m_why->setVisible(!editable);
    m_previous->setEnabled(true);
    m_next->setEnabled(true);
    m_body->show();
    m_empty->hide();
}

void PassageInspector::clear()
{
    saveNote();
    m_current = {};
    m_savedNote.clear();
    m_note->clear();
    m_where->setText({});
    m_untie->setEnabled(false);
    m_body->hide();
    m_empty->show();
}

void PassageInspector::fillChips(const Shown &shown)
{
    const auto old = m_chips->findChildren<ChipButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (ChipButton *chip : old) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();   // it may be the one that was just clicked
    }
    m_flow->removeWidget(m_addTie);
    for (const model::Tie &tie : shown.ties) {
        const packs::Condition *condition = packs::heldCondition(shown.packs, tie.condition.pack, tie.condition.id);
        const QString label = condition ? conditionLabel(*condition) : text(tie.condition.id);
        const bool up = !condition || packs::isConcern(condition->kind);
        const bool current = tie.id == shown.current && shown.ties.size() > 1;
        auto *chip = new ChipButton(m_theme, {label, up, current ? ChipState::Chosen : ChipState::Used}, QStringLiteral("review.passage.chip.") + text(tie.condition.id), m_chips);
        const bool further = !shown.packs.empty() && tie.condition.pack != shown.packs.front()->id;
        const QString words = condition ? text(condition->shortText) : QString();
        chip->setToolTip(further ? tr("%1, under %2").arg(words, text(tie.condition.pack)) : words);
        // Not clicked(): assistive technology toggles what can be checked.
        connect(chip, &QAbstractButton::toggled, this, [this, id = tie.id] { emit passageWanted(id); });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_flow->addWidget(m_addTie);
    m_flow->invalidate();
}

void PassageInspector::editNote()
{
    if (m_current.isNull())
        return;
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->moveCursor(QTextCursor::End);
}

void PassageInspector::appraise()
{
    if (!m_current.isNull())
        m_appraisal->focusFirst();
}

void PassageInspector::saveNote()
{
    if (m_current.isNull() || m_note->isReadOnly())
        return;
    const std::string note = m_note->toPlainText().toStdString();
    if (note == m_savedNote)
        return;
    m_savedNote = note;
    emit noteWanted(m_current, note);
}

// Words and chips that wrap are higher in a narrow column, which a widget's own hint does not count; without it large text is cut.
QSize PassageInspector::minimumSizeHint() const
{
    QSize hint = QWidget::minimumSizeHint();
    if (layout()->hasHeightForWidth())
        hint.setHeight(std::max(hint.height(), layout()->totalMinimumHeightForWidth(width())));
    return hint;
}

void PassageInspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

bool PassageInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        saveNote();
    if (watched == m_note && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & Qt::ControlModifier);
        if (enter || key->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress) {
                saveNote();
                emit leaveWanted();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PassageInspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().surface);
}

} // namespace caseward::ui
