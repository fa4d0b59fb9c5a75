// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/packfindingform.h"

#include "ui/base/formfield.h"
#include "ui/models/casewords.h"

#include <QComboBox>
#include <QPlainTextEdit>

namespace caseward::ui {

namespace {

using model::ConditionFinding;
using model::GuidelineFinding;

} // namespace

PackFindingForm::PackFindingForm(Theme *theme, const std::vector<packs::PackPtr> &further, session::DossierPtr dossier, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.packFindingForm"),
               {tr("Find under a further pack"), tr("It stands beside what was found under the other packs; neither changes the other."), tr("Record")}, anywhere),
      m_dossier(std::move(dossier)), m_subject(new QComboBox), m_finding(new QComboBox), m_words(new QPlainTextEdit)
{
    setCardWidth(680);
    m_subject->setObjectName(QStringLiteral("people.packFinding.subject"));
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_finding->setObjectName(QStringLiteral("people.packFinding.finding"));
    m_words->setObjectName(QStringLiteral("people.packFinding.words"));
    m_words->setProperty("cls", "field");
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(110);
    for (const packs::PackPtr &pack : further)
        addSubjects(*pack);
    addField(tr("&On"), m_subject);
    m_findingField = addField(tr("&Finding"), m_finding);
    addField(tr("&Why, in words"), m_words);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &PackFindingForm::showFindings);
    connect(m_finding, &QComboBox::currentIndexChanged, this, [this] { check(); });
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] { check(); });
    showFindings();
    present(m_subject);
}

void PackFindingForm::addSubjects(const packs::Pack &pack)
{
    const auto add = [this, &pack](Subject::Kind kind, const std::string &id, const QString &words) {
        m_subjects.push_back({kind, pack.id, id});
        m_subject->addItem(QStringLiteral("%1: %2").arg(text(pack.id), words));
    };
    for (const packs::Guideline &guideline : pack.guidelines) {
        add(Subject::Kind::Guideline, guideline.letter, tr("guideline %1, %2").arg(text(guideline.letter), text(guideline.title)));
        for (const auto *side : {&guideline.disqualifying, &guideline.mitigating})
            for (const packs::Condition &it : *side)
                add(packs::isConcern(it.kind) ? Subject::Kind::Concern : Subject::Kind::For, it.id, QStringLiteral("%1, %2").arg(text(it.id), text(it.shortText)));
    }
    for (const packs::Factor &factor : pack.factors)
        add(Subject::Kind::Factor, factor.id, tr("factor: %1").arg(text(factor.text)));
}

const PackFindingForm::Subject &PackFindingForm::subject() const { return m_subjects[static_cast<std::size_t>(m_subject->currentIndex())]; }

void PackFindingForm::showFindings()
{
    m_finding->clear();
    switch (subject().kind) {
    case Subject::Kind::Guideline:
        m_finding->addItem(tr("For the subject"), static_cast<int>(GuidelineFinding::ForSubject));
        m_finding->addItem(tr("Against the subject"), static_cast<int>(GuidelineFinding::AgainstSubject));
        break;
    case Subject::Kind::Concern:
        m_finding->addItem(tr("Established"), static_cast<int>(ConditionFinding::Established));
        m_finding->addItem(tr("Not established"), static_cast<int>(ConditionFinding::NotEstablished));
        break;
    case Subject::Kind::For:
        m_finding->addItem(tr("Applies"), static_cast<int>(ConditionFinding::Applies));
        m_finding->addItem(tr("Does not apply"), static_cast<int>(ConditionFinding::DoesNotApply));
        m_finding->addItem(tr("No evidence"), static_cast<int>(ConditionFinding::NoEvidence));
        break;
    case Subject::Kind::Factor:
        break;
    }
    const auto recorded = standing();
    m_finding->setCurrentIndex(recorded ? m_finding->findData(recorded->finding) : -1);          // nothing is suggested but what stands
    m_words->setPlainText(recorded ? recorded->words : QString());
    m_findingField->setVisible(m_finding->count() > 0);
    check();
}

std::optional<PackFindingForm::Standing> PackFindingForm::standing() const
{
    const Subject &on = subject();
    if (on.kind == Subject::Kind::Guideline) {
        const auto found = m_dossier->guidelines.find({on.pack, on.id});
        return found == m_dossier->guidelines.end() ? std::nullopt
                                                    : std::optional(Standing{static_cast<int>(found->second.finding), text(found->second.reason), {}});
    }
    if (on.kind == Subject::Kind::Factor) {
        const auto found = m_dossier->factors.find({on.pack, on.id});
        return found == m_dossier->factors.end() ? std::nullopt : std::optional(Standing{-1, text(found->second.text), found->second.cites});
    }
    const auto found = m_dossier->conditions.find({on.pack, on.id});
    return found == m_dossier->conditions.end() ? std::nullopt
                                                : std::optional(Standing{static_cast<int>(found->second.finding), text(found->second.reason), {}});
}

model::Event PackFindingForm::recorded() const
{
    const Subject &on = subject();
    const std::string words = m_words->toPlainText().trimmed().toStdString();
    const int finding = m_finding->currentData().toInt();
    if (on.kind == Subject::Kind::Guideline)
        return model::GuidelineFound{on.pack, on.id, static_cast<GuidelineFinding>(finding), words};
    if (on.kind == Subject::Kind::Factor)
        return model::FactorWeighed{on.pack, on.id, words, standing().value_or(Standing()).cites}; // the passages it cites stay cited
    return model::ConditionFound{{on.pack, on.id}, static_cast<ConditionFinding>(finding), words};
}

QString PackFindingForm::whyNot() const
{
    if (m_finding->count() > 0 && m_finding->currentIndex() < 0)
        return tr("Choose a finding.");
    const QString words = m_words->toPlainText().trimmed();
    const auto recorded = standing();
    const bool same = recorded && recorded->words == words && (m_finding->count() == 0 || m_finding->currentData().toInt() == recorded->finding);
    return words.isEmpty() ? tr("Say why.") : same ? tr("This is what is recorded.") : QString();
}

void PackFindingForm::accept()
{
    setBusy(true);
    emit wanted(recorded());
}

} // namespace caseward::ui
