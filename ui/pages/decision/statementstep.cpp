// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/statementstep.h"

#include "core/model/statement.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/allegationform.h"
#include "ui/pages/decision/allegationline.h"
#include "ui/pages/decision/guidelinehead.h"
#include "ui/pages/decision/newallegation.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace caseward::ui {

namespace {
constexpr int revealMargin = 120; // the words below the finding are seen too
}

StatementStep::StatementStep(Theme *theme, CaseModel *model, QWidget *parent)
    : DecisionStep(theme, model, QStringLiteral("decision.statement"), tr("Statement of reasons"),
                   tr("What is alleged under each guideline, one fact each; how it was answered, and your finding on it."), parent),
      m_add(new QPushButton(tr("Add sub-paragraph"), body())), m_new(new NewAllegation(theme, model, body())),
      m_nothing(new ThemedLabel(theme, tr("Nothing is alleged in this case."), {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, body())), m_list(new QVBoxLayout)
{
    m_add->setObjectName(QStringLiteral("decision.statement.add"));
    m_add->setAccessibleName(m_add->text());
    m_add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_nothing->setObjectName(QStringLiteral("decision.statement.nothing"));
    m_nothing->setFit(ThemedLabel::Fit::Wrap);
    m_nothing->setContentsMargins(0, 0, 0, 12);
    m_list->setSpacing(0);
    column()->addWidget(m_nothing);
    column()->addWidget(m_add, 0, Qt::AlignLeft);
    column()->addWidget(m_new);
    column()->addSpacing(8);
    column()->addLayout(m_list);
    column()->addStretch(1);
    m_new->hide();
    connect(m_add, &QPushButton::clicked, this, &StatementStep::startAdding);
    connect(m_new, &NewAllegation::cancelled, this, [this] {
        stopAdding();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    connect(m_new, &NewAllegation::added, this, [this](const AllegationId &id) {
        stopAdding();
        refresh();
        if (const auto entry = m_entries.find(id); entry != m_entries.end())
            bringUp(entry->second.line, entry->second.line);
    });
    connect(model, &CaseModel::failed, this, [this](const Fault &fault) {
        m_why = sentenceOf(fault);
        m_why.replace(0, 1, m_why.left(1).toUpper());
    });
}

QStringList StatementStep::wantedRows() const
{
    QStringList wanted;
    for (const model::StatementParagraph &paragraph : model::statementOf(*model()->dossier())) {
        wanted << QStringLiteral("%1 %2 %3").arg(paragraph.number).arg(text(paragraph.pack), text(paragraph.guideline));
        for (const model::AllegationState *state : paragraph.subparagraphs)
            wanted << text(state->id.text());
    }
    return wanted;
}

void StatementStep::refresh()
{
    const QString whyNot = whyNotWeigh();
    if (std::exchange(m_pack, model()->pack()->digest) != model()->pack()->digest) { // moved to another version: other conditions
        for (auto &[id, entry] : m_entries) {
            delete std::exchange(entry.form, nullptr);
            delete std::exchange(entry.elsewhere, nullptr);
        }
        open({});
    }
    if (const QStringList wanted = wantedRows(); wanted != m_built)
        rebuild(wanted);
    for (const auto &[id, entry] : m_entries) {
        entry.line->show(*model()->dossier(), *model()->dossier()->allegation(id));
        if (entry.form)
            entry.form->refresh(whyNot);
        if (entry.elsewhere)
            entry.line->setAccessibleDescription(entry.elsewhere->text() + QLatin1Char(' ') + entry.line->accessibleDescription());
    }
    m_nothing->setVisible(m_entries.empty() && m_add->isVisibleTo(body()));
    m_add->setEnabled(whyNot.isEmpty());
    m_add->setToolTip(whyNot);
    m_new->refresh(whyNot);
}

void StatementStep::rebuild(const QStringList &wanted)
{
    m_built = wanted;
    m_order.clear();
    qDeleteAll(m_heads);
    m_heads.clear();
    while (QLayoutItem *item = m_list->takeAt(0)) // lines and forms stay, with their focus and what is written in them
        delete item;
    const model::Dossier &dossier = *model()->dossier();
    for (auto it = m_entries.begin(); it != m_entries.end();) { // undone, it is gone
        if (dossier.allegation(it->first)) {
            ++it;
            continue;
        }
        delete it->second.line;
        delete it->second.form;
        delete it->second.elsewhere;
        it = m_entries.erase(it);
    }
    if (!m_entries.contains(m_open))
        m_open = {};
    for (const model::StatementParagraph &paragraph : model::statementOf(dossier)) {
        const packs::Guideline *guideline = paragraph.pack == model()->pack()->id ? model()->pack()->guideline(paragraph.guideline) : nullptr;
        const QString title = guideline ? text(guideline->title) : tr("of pack %1").arg(text(paragraph.pack));
        auto *head = new GuidelineHead(theme(), text(paragraph.guideline), tr("Paragraph %1  ·  Guideline %2 %3").arg(paragraph.number).arg(text(paragraph.guideline), title),
                                       guideline ? text(guideline->concernText) : QString(), body());
        m_heads << head;
        m_list->addSpacing(m_order.isEmpty() ? 0 : 16);
        m_list->addWidget(head);
        for (const model::AllegationState *state : paragraph.subparagraphs) {
            Entry &entry = m_entries[state->id];
            if (!entry.line) {
                entry.line = new AllegationLine(theme(), QStringLiteral("decision.statement.%1").arg(text(state->states.label)), body());
                connect(entry.line, &QAbstractButton::clicked, this, [this, id = state->id](bool on) { open(on ? id : AllegationId()); });
                connect(entry.line, &AllegationLine::stepWanted, this, [this, id = state->id](int by) { step(id, by); });
            }
            m_order << state->id;
            m_list->addWidget(entry.line);
            for (QWidget *below : {static_cast<QWidget *>(entry.form), static_cast<QWidget *>(entry.elsewhere)})
                if (below)
                    m_list->addWidget(below);
        }
    }
    orderTabs();
}

bool StatementStep::mayOpen(const AllegationId &id) const
{
    const model::Allegation &states = model()->dossier()->allegation(id)->states;
    return states.pack == model()->pack()->id && model()->pack()->guideline(states.guideline) != nullptr;
}

void StatementStep::open(const AllegationId &id)
{
    m_open = id;
    for (auto &[each, entry] : m_entries) {
        const bool mine = each == id;
        if (mine && !entry.form && !entry.elsewhere)
            unfold(id, entry);
        entry.line->setOpen(mine);
        for (QWidget *below : {static_cast<QWidget *>(entry.form), static_cast<QWidget *>(entry.elsewhere)})
            if (below)
                below->setVisible(mine);
    }
    QTimer::singleShot(0, this, [this, id] { // what has just opened has its height only now
        if (const auto entry = m_entries.find(id); entry != m_entries.end() && id == m_open)
            ensureWidgetVisible(entry->second.line, 0, 24);
    });
}

void StatementStep::unfold(const AllegationId &id, Entry &entry)
{
    if (!mayOpen(id)) {
        const model::Allegation &states = model()->dossier()->allegation(id)->states;
        entry.elsewhere = new ThemedLabel(theme(), {}, {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, body());
        entry.elsewhere->setObjectName(entry.line->objectName() + QStringLiteral(".elsewhere"));
        entry.elsewhere->setFit(ThemedLabel::Fit::Wrap);
        entry.elsewhere->setContentsMargins(0, 8, 0, 16);
        entry.elsewhere->setText(states.pack == model()->pack()->id
                ? tr("Guideline %1 is not in this version of the pack. What was recorded stays; nothing more can be said of it.").arg(text(states.guideline))
                : tr("This sub-paragraph is under %1, which does not lead this case. Its answer and finding are recorded with casewardctl: allegation answer %2, allegation find %2.")
                      .arg(text(states.pack), text(states.label)));
        entry.line->setAccessibleDescription(entry.elsewhere->text() + QLatin1Char(' ') + entry.line->accessibleDescription());
        m_list->insertWidget(m_list->indexOf(entry.line) + 1, entry.elsewhere);
        return;
    }
    entry.form = new AllegationForm(theme(), model(), entry.line->objectName(), id, body());
    connect(entry.form, &AllegationForm::placeWanted, this, &DecisionStep::placeWanted);
    connect(entry.form, &AllegationForm::unfolded, this, [this](QWidget *part) {
        QTimer::singleShot(0, part, [this, part] { ensureWidgetVisible(part, 0, revealMargin); });
    });
    m_list->insertWidget(m_list->indexOf(entry.line) + 1, entry.form);
    entry.form->refresh(whyNotWeigh());
    orderTabs();
}

void StatementStep::step(const AllegationId &from, int by)
{
    const qsizetype at = std::clamp<qsizetype>(m_order.indexOf(from) + by, 0, m_order.size() - 1);
    AllegationLine *line = m_entries[m_order[at]].line;
    bringUp(line, line);
}

void StatementStep::startAdding()
{
    if (!m_add->isEnabled())
        return;
    m_new->show();
    m_add->hide();
    m_nothing->hide();
    bringUp(m_new->first(), m_new);
}

void StatementStep::unfoldNew()
{
    if (!m_new->isWritten() || !m_add->isVisibleTo(body()))
        return;
    m_new->show();
    m_add->hide();
    m_nothing->hide();
}

void StatementStep::stopAdding()
{
    m_new->hide();
    m_add->show();
    m_nothing->setVisible(m_entries.empty());
}

// Down the page, whatever was made when.
void StatementStep::orderTabs()
{
    QWidget *before = m_add;
    const auto chain = [&before](QWidget *next) {
        if (next->focusPolicy() & Qt::TabFocus && next->window() == before->window()) { // not the list that a choice opens
            setTabOrder(before, next);
            before = next;
        }
    };
    for (QWidget *part : m_new->findChildren<QWidget *>())
        chain(part);
    for (const AllegationId &id : m_order) {
        chain(m_entries[id].line);
        if (AllegationForm *form = m_entries[id].form)
            for (QWidget *part : form->findChildren<QWidget *>())
                chain(part);
    }
}

void StatementStep::keyPressEvent(QKeyEvent *event)
{
    const auto opened = m_entries.find(m_open);
    if (event->key() != Qt::Key_Escape || opened == m_entries.end()) {
        DecisionStep::keyPressEvent(event);
        return;
    }
    AllegationLine *line = opened->second.line;
    open({});
    bringUp(line, line);
}

void StatementStep::focusFirst()
{
    if (m_order.isEmpty() || m_new->isVisibleTo(this))
        DecisionStep::focusFirst();
    else
        m_entries[m_entries.contains(m_open) ? m_open : m_order.front()].line->setFocus(Qt::OtherFocusReason);
}

bool StatementStep::reveal(const rules::Target &target)
{
    const auto id = AllegationId::parse(target.id);
    if (target.place != rules::Target::Place::Allegation || !id.ok() || !m_entries.contains(*id))
        return false;
    open(*id);
    const Entry &entry = m_entries[*id];
    QWidget *focus = entry.form ? entry.form->mostWanted() : entry.line;
    bringUp(focus, focus);
    QTimer::singleShot(0, focus, [this, focus] { ensureWidgetVisible(focus, 0, revealMargin); }); // once all have their heights
    return true;
}

void StatementStep::refused()
{
    for (const auto &[id, entry] : m_entries)
        if (entry.form)
            entry.form->refused(m_why);
    m_new->refused(m_why);
    if (model()->isOpen())
        refresh();
}

void StatementStep::forget()
{
    for (const auto &[id, entry] : m_entries) {
        delete entry.form;
        delete entry.elsewhere;
        delete entry.line;
    }
    qDeleteAll(m_heads);
    m_entries.clear();
    m_heads.clear();
    m_order.clear();
    m_built.clear();
    m_open = {};
    m_why.clear();
    m_new->forget();
    stopAdding();
}

} // namespace caseward::ui
