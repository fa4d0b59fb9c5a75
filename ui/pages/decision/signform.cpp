// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/signform.h"

#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/decisionstep.h"
#include "ui/pages/decision/factgrid.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

SignForm::SignForm(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_recap(new FactGrid(theme, QStringLiteral("decision.recap"), this)),
      m_wordLabel(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::Medium, Tone::Primary, false}, this)), m_word(new QLineEdit(this)),
      m_sign(new QPushButton(tr("Sign the decision"), this)), m_why(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new ThemedLabel(theme, tr("What will be signed"), {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, this);
    column->addSpacing(24);
    column->addWidget(title);
    column->addSpacing(8);
    column->addWidget(m_recap);
    column->addSpacing(20);
    m_wordLabel->setBuddy(m_word);
    column->addWidget(m_wordLabel);
    column->addSpacing(4);
    m_word->setObjectName(QStringLiteral("decision.confirm"));
    m_word->setFixedWidth(280);
    m_sign->setObjectName(QStringLiteral("decision.sign"));
    m_sign->setAccessibleName(m_sign->text());
    m_sign->setProperty("cls", "primary");
    m_sign->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_word);
    row->addWidget(m_sign);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(8);
    m_why->setObjectName(QStringLiteral("decision.sign.why"));
    m_why->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(m_why);
    connect(m_word, &QLineEdit::textChanged, this, &SignForm::showState);
    connect(m_word, &QLineEdit::returnPressed, this, [this] {
        if (m_sign->isEnabled())
            sign();
    });
    connect(m_sign, &QPushButton::clicked, this, &SignForm::sign);
}

const packs::Outcome *SignForm::outcome() const
{
    const auto &proposal = m_model->dossier()->proposal;
    return proposal ? m_model->pack()->outcome(proposal->outcome.outcome) : nullptr;
}

void SignForm::refresh()
{
    const model::Dossier &dossier = *m_model->dossier();
    const packs::Pack &pack = *m_model->pack();
    const packs::Outcome *chosen = outcome();
    QList<FactGrid::Fact> facts;
    facts << FactGrid::Fact{tr("Case"), text(dossier.facts.reference)};
    facts << FactGrid::Fact{tr("Outcome"), chosen ? text(chosen->title) : tr("None chosen")};
    if (chosen && chosen->needsException) {
        const auto code = std::find_if(pack.exceptions.begin(), pack.exceptions.end(),
                                       [&](const packs::ExceptionCode &one) { return one.code == dossier.proposal->outcome.exception; });
        facts << FactGrid::Fact{tr("Exception"), code == pack.exceptions.end() ? tr("None named") : text(code->code) + QStringLiteral("  ") + text(code->name)};
    }
    if (chosen && !dossier.proposal->outcome.conditions.empty()) {
        QStringList lines;
        for (const std::string &line : dossier.proposal->outcome.conditions)
            lines << text(line);
        facts << FactGrid::Fact{tr("Conditions"), lines.join(QLatin1Char('\n'))};
    }
    facts << FactGrid::Fact{tr("History"), tr("%1 entries").arg(dossier.size)};
    facts << FactGrid::Fact{tr("Newest entry"), shortDigest(dossier.head), true};
    facts << FactGrid::Fact{tr("Guideline pack"), QStringLiteral("%1 %2").arg(text(pack.id), text(pack.version))};
    facts << FactGrid::Fact{tr("Pack digest"), shortDigest(pack.digest), true};
    m_recap->show(facts);
    const QString word = chosen ? text(chosen->confirmWord) : QString();
    m_wordLabel->setText(chosen ? tr("Type %1 to sign").arg(word) : tr("The word to type follows from the outcome"));
    m_word->setAccessibleName(m_wordLabel->text());
    showState();
}

QString SignForm::whyNot() const
{
    if (!m_model->isOpen())
        return tr("No case is open.");
    if (const QString words = sentenceOf(m_model->mayAct(rules::Act::Sign)); !words.isEmpty())
        return words;
    if (const auto open = m_model->gate().openCount(); open != 0)
        return open == 1 ? tr("One check is open; it stands at the right.") : tr("%1 checks are open; they stand at the right.").arg(open);
    const packs::Outcome *chosen = outcome();
    if (!chosen)
        return tr("Choose an outcome first.");
    if (m_word->text().trimmed() != text(chosen->confirmWord))
        return tr("Type the word %1 exactly.").arg(text(chosen->confirmWord));
    return {};
}

void SignForm::showState()
{
    const QString words = m_signing ? tr("Signing…") : whyNot();
    const bool may = words.isEmpty();
    m_sign->setEnabled(may);
    m_sign->setToolTip(words);
    m_sign->setAccessibleDescription(words);
    const bool ready = m_model->isOpen() && m_model->mayAct(rules::Act::Sign).ok() && m_model->gate().mayBeSigned() && outcome();
    m_word->setEnabled(ready && !m_signing);
    m_why->setText(may ? tr("Signing locks the record. Only a supervisor's return opens it again.") : words);
}

void SignForm::sign()
{
    m_signing = true;
    const std::string word = m_word->text().trimmed().toStdString();
    showState();
    m_model->perform([id = m_model->id(), word](session::Session &session, Progress &) { return session.sign(id, word); },
                     [this] {
                         m_signing = false;
                         m_word->clear();
                         emit finished();
                     });
}

void SignForm::refused()
{
    m_signing = false;
    if (m_model->isOpen())
        showState();
}

void SignForm::forget()
{
    m_signing = false;
    m_word->clear();
}

} // namespace caseward::ui
