// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/newallegation.h"

#include "core/model/statement.h"
#include "core/session/allegations.h"
#include "ui/base/faultwords.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/statesform.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

NewAllegation::NewAllegation(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_guideline(new QComboBox(this)), m_label(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this)),
      m_note(nullptr), m_states(nullptr), m_add(nullptr), m_cancel(nullptr)
{
    setObjectName(QStringLiteral("decision.statement.new"));
    m_guideline->setObjectName(QStringLiteral("decision.statement.new.guideline"));
    m_guideline->view()->setObjectName(QStringLiteral("decision.statement.new.guideline.list"));
    m_guideline->view()->setAccessibleName(tr("Guideline"));
    m_guideline->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_guideline->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 16);
    column->setSpacing(12);
    column->addWidget(m_label);
    column->addWidget(new FormField(theme, QStringLiteral("decision.statement.new.guidelineField"), tr("Guideline"), m_guideline, this));
    m_states = new StatesForm(theme, QStringLiteral("decision.statement.new.says"), this);
    column->addWidget(m_states);
    m_note = new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, this);
    m_note->setObjectName(QStringLiteral("decision.statement.new.note"));
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto button = [this, row](const QString &words, const QString &name, const QString &spoken) {
        auto *made = new QPushButton(words, this);
        made->setObjectName(name);
        made->setAccessibleName(spoken);
        made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(made);
        return made;
    };
    m_add = button(tr("Add"), QStringLiteral("decision.statement.new.accept"), tr("Add this sub-paragraph"));
    m_cancel = button(tr("Cancel"), QStringLiteral("decision.statement.new.cancel"), tr("Do not add it"));
    row->addStretch(1);
    column->addLayout(row);
    connect(m_guideline, &QComboBox::currentIndexChanged, this, &NewAllegation::showGuideline);
    connect(m_states, &StatesForm::saveWanted, this, &NewAllegation::add);
    connect(m_add, &QPushButton::clicked, this, &NewAllegation::add);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        forget();
        emit cancelled();
    });
}

bool NewAllegation::isWritten() const { return m_states->isChanged(); }

const packs::Guideline *NewAllegation::guideline() const { return m_model->pack()->guideline(m_guideline->currentData().toString().toStdString()); }

void NewAllegation::refresh(const QString &whyNot)
{
    const packs::Pack &pack = *m_model->pack();
    const std::vector<std::string> raised = rules::guidelinesRaised(*m_model->dossier(), pack);
    const auto isRaised = [&raised](const packs::Guideline &one) { return std::ranges::find(raised, one.letter) != raised.end(); };
    const QVariant chosen = m_guideline->currentData();
    {
        const QSignalBlocker quiet(m_guideline);
        m_guideline->clear();
        const auto offer = [this](const packs::Guideline &one) { m_guideline->addItem(tr("%1  %2").arg(text(one.letter), text(one.title)), text(one.letter)); };
        std::ranges::for_each(pack.guidelines, [&](const packs::Guideline &one) { isRaised(one) ? offer(one) : void(); });
        if (!raised.empty() && raised.size() < pack.guidelines.size())
            m_guideline->insertSeparator(m_guideline->count()); // what follows is raised by being alleged
        std::ranges::for_each(pack.guidelines, [&](const packs::Guideline &one) { isRaised(one) ? void() : offer(one); });
        m_guideline->setCurrentIndex(chosen.isValid() ? std::max(0, m_guideline->findData(chosen)) : 0); // the line between has no data either
    }
    showGuideline();
    m_guideline->setEnabled(whyNot.isEmpty());
    m_states->setWhyNot(whyNot);
    m_add->setEnabled(whyNot.isEmpty());
    m_add->setToolTip(whyNot);
}

void NewAllegation::showGuideline()
{
    const packs::Guideline *chosen = m_model->isOpen() ? guideline() : nullptr;
    if (!chosen)
        return;
    m_label->setText(tr("New sub-paragraph %1").arg(text(model::nextAllegationLabel(*m_model->dossier(), m_model->pack()->id, chosen->letter))));
    m_states->offer(*m_model->dossier(), *m_model->pack(), *chosen, {});
}

void NewAllegation::say(const QString &words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    m_add->setAccessibleDescription(words);
}

void NewAllegation::add()
{
    const packs::Guideline *chosen = guideline();
    if (m_sent || !chosen || !m_add->isEnabled())
        return;
    const QString missing = m_states->missing();
    say(missing);
    if (!missing.isEmpty()) {
        m_states->first()->setFocus(Qt::OtherFocusReason);
        return;
    }
    model::Allegation said = m_states->states();
    said.pack = m_model->pack()->id;
    said.guideline = chosen->letter;
    said.label = model::nextAllegationLabel(*m_model->dossier(), said.pack, said.guideline);
    m_sent = true;
    m_model->worker()->run<AllegationId>(
        this, [](session::Session &session, Progress &) -> Result<AllegationId> { return session::Allegations(session).newId(); },
        [this, said, of = m_model->id()](Result<AllegationId> id) {
            if (!m_sent || !m_model->isOpen() || m_model->id() != of)
                return; // another case since
            if (!id.ok()) {
                refused(shortWordsOf(id.fault()));
                return;
            }
            m_model->record({model::AllegationMade{*id, said}}, [this, made = *id] {
                forget();
                emit added(made);
            });
        });
}

void NewAllegation::refused(const QString &why)
{
    if (std::exchange(m_sent, false))
        say(tr("This was not recorded. %1").arg(why));
}

void NewAllegation::forget()
{
    m_sent = false;
    m_states->reset({});
    say({});
}

QWidget *NewAllegation::first() const { return m_guideline->count() > 1 ? static_cast<QWidget *>(m_guideline) : m_states->first(); }

} // namespace caseward::ui
