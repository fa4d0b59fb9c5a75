// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/findingsstep.h"

#include "ui/models/casewords.h"
#include "ui/pages/decision/guidelinehead.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

using model::ConditionFinding;
using model::GuidelineFinding;

constexpr ConditionFinding disqualifyingFindings[] = {ConditionFinding::Established, ConditionFinding::NotEstablished};
constexpr ConditionFinding mitigatingFindings[] = {ConditionFinding::Applies, ConditionFinding::DoesNotApply, ConditionFinding::NoEvidence};
constexpr GuidelineFinding guidelineFindings[] = {GuidelineFinding::ForSubject, GuidelineFinding::AgainstSubject};

template <typename Finding, std::size_t count>
int indexOf(const Finding (&findings)[count], Finding finding)
{
    const auto at = std::find(std::begin(findings), std::end(findings), finding);
    return at == std::end(findings) ? -1 : static_cast<int>(at - std::begin(findings));
}

QString keyOf(const packs::Guideline &guideline) { return QStringLiteral("guideline %1").arg(text(guideline.letter)); }

QString titleOf(FindingsStep::Side side) { return side == FindingsStep::Side::Concerns ? FindingsStep::tr("Concerns") : FindingsStep::tr("Mitigation"); }

QString leadOf(FindingsStep::Side side)
{
    return side == FindingsStep::Side::Concerns
        ? FindingsStep::tr("What the record raises, condition by condition, and then each guideline as a whole. Nothing is chosen for you.")
        : FindingsStep::tr("Every mitigating condition of each guideline raised: applies, does not apply, or no evidence either way.");
}

} // namespace

FindingsStep::FindingsStep(Theme *theme, CaseModel *model, Side side, QWidget *parent)
    : DecisionStep(theme, model, side == Side::Concerns ? QStringLiteral("decision.concerns") : QStringLiteral("decision.mitigation"),
                   titleOf(side), leadOf(side), parent),
      m_side(side)
{
    offerChecklists();
    m_head = column()->count();
    column()->addStretch(1);
}

std::vector<const packs::Condition *> FindingsStep::conditionsOf(const packs::Guideline &guideline, bool all) const
{
    std::vector<const packs::Condition *> found;
    const model::Dossier &dossier = *model()->dossier();
    const std::string &pack = checklist()->id;
    for (const packs::Condition &condition : m_side == Side::Concerns ? guideline.disqualifying : guideline.mitigating) {
        const model::ConditionRef ref{pack, condition.id};
        const bool used = m_side == Side::Mitigation || dossier.conditions.count(ref) != 0
            || std::any_of(dossier.ties.begin(), dossier.ties.end(), [&ref](const model::Tie &tie) { return tie.condition == ref; });
        if (used || all)
            found.push_back(&condition);
    }
    return found;
}

QStringList FindingsStep::wantedRows() const
{
    QStringList wanted;
    for (const std::string &letter : rules::guidelinesRaised(*model()->dossier(), *checklist())) {
        const packs::Guideline &guideline = *checklist()->guideline(letter);
        for (const packs::Condition *condition : conditionsOf(guideline, m_opened.contains(text(letter))))
            wanted << text(condition->id);
        wanted << keyOf(guideline);
    }
    return wanted;
}

void FindingsStep::refresh()
{
    const QStringList wanted = wantedRows();
    if (wanted != m_built || m_extras.isEmpty())
        rebuild(wanted);
    const model::Dossier &dossier = *model()->dossier();
    const packs::Pack &pack = *checklist();
    const QString whyNot = whyNotWeigh();
    for (const auto &[letter, group] : m_groups) {
        const packs::Guideline &guideline = *pack.guideline(letter.toStdString());
        for (const packs::Condition &condition : m_side == Side::Concerns ? guideline.disqualifying : guideline.mitigating) {
            if (const auto row = m_rows.find(text(condition.id)); row != m_rows.end())
                showCondition(condition, row->second);
        }
        if (const auto row = m_rows.find(keyOf(guideline)); row != m_rows.end()) {
            const auto state = dossier.guidelines.find({pack.id, guideline.letter});
            const bool known = state != dossier.guidelines.end();
            row->second->showState(known ? indexOf(guidelineFindings, state->second.finding) : -1, known ? text(state->second.reason) : QString());
        }
        const auto answered = std::count_if(group.rows.begin(), group.rows.end(), [](const FindingRow *row) { return row->isAnswered(); });
        group.head->setDetail(tr("%1 of %2 answered").arg(answered).arg(group.rows.size()));
        for (FindingRow *row : group.rows)
            row->setWhyNot(whyNot);
    }
}

void FindingsStep::showCondition(const packs::Condition &condition, FindingRow *row) const
{
    const model::Dossier &dossier = *model()->dossier();
    const auto state = dossier.conditions.find({checklist()->id, condition.id});
    const bool known = state != dossier.conditions.end();
    int choice = -1;
    if (known)
        choice = m_side == Side::Concerns ? indexOf(disqualifyingFindings, state->second.finding) : indexOf(mitigatingFindings, state->second.finding);
    row->showState(choice, known ? text(state->second.reason) : QString());
    row->showPassages(passagesOf(dossier, *checklist(), condition));
}

void FindingsStep::rebuild(const QStringList &wanted)
{
    m_built = wanted;
    qDeleteAll(m_extras);
    m_extras.clear();
    m_groups.clear();
    for (auto row = m_rows.begin(); row != m_rows.end();) { // what stays keeps its focus and its unsaved words
        column()->removeWidget(row->second);
        if (wanted.contains(row->first)) {
            ++row;
        } else {
            delete row->second;
            row = m_rows.erase(row);
        }
    }
    while (column()->count() > m_head) // the title and what belongs to it stay
        delete column()->takeAt(m_head);
    const std::vector<std::string> raised = rules::guidelinesRaised(*model()->dossier(), *checklist());
    for (const std::string &letter : raised)
        addGuideline(*checklist()->guideline(letter));
    if (raised.empty()) {
        auto *nothing = new ThemedLabel(theme(), tr("No guideline is raised: no passage is tied to a disqualifying condition."),
                                        {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, body());
        nothing->setFit(ThemedLabel::Fit::Wrap);
        m_extras << nothing;
        column()->addWidget(nothing);
    }
    column()->addStretch(1);
    QWidget *before = nullptr;
    for (int i = 0; i < column()->count(); ++i) { // Tab goes down the page, kept rows included
        QWidget *next = column()->itemAt(i)->widget();
        if (auto *row = qobject_cast<FindingRow *>(next)) {
            for (QWidget *part : row->findChildren<QWidget *>()) {
                if (part->focusPolicy() & Qt::TabFocus) {
                    if (before)
                        setTabOrder(before, part);
                    before = part;
                }
            }
        } else if (auto *button = qobject_cast<QPushButton *>(next)) {
            if (before)
                setTabOrder(before, button);
            before = button;
        }
    }
}

void FindingsStep::addGuideline(const packs::Guideline &guideline)
{
    const QString letter = text(guideline.letter);
    auto *head = new GuidelineHead(theme(), letter, text(guideline.title), text(guideline.concernText), body());
    if (!m_groups.empty())
        column()->addSpacing(24);
    column()->addWidget(head);
    m_extras << head;
    Group group{head, {}};
    for (const packs::Condition *condition : conditionsOf(guideline, m_opened.contains(letter))) {
        group.rows << conditionRow(*condition);
        column()->addWidget(group.rows.last());
    }
    if (m_side == Side::Concerns) {
        addOthers(guideline);
        group.rows << guidelineRow(guideline);
        column()->addWidget(group.rows.last());
    }
    m_groups[letter] = group;
}

void FindingsStep::addOthers(const packs::Guideline &guideline)
{
    const QString letter = text(guideline.letter);
    const auto hidden = guideline.disqualifying.size() - conditionsOf(guideline, false).size();
    if (hidden == 0)
        return;
    const bool open = m_opened.contains(letter);
    auto *others = new QPushButton(open          ? tr("Hide the conditions without passages")
                                   : hidden == 1 ? tr("Show the other condition, without passages")
                                                 : tr("Show %1 other conditions, without passages").arg(hidden),
                                   body());
    others->setObjectName(QStringLiteral("decision.concerns.others.%1").arg(letter));
    others->setAccessibleName(tr("%1, guideline %2").arg(others->text(), letter));
    others->setProperty("cls", "link");
    others->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(others, &QPushButton::clicked, this, [this, letter] {
        if (!m_opened.remove(letter))
            m_opened.insert(letter);
        QMetaObject::invokeMethod(this, &FindingsStep::refresh, Qt::QueuedConnection); // the button does not outlive it
    });
    m_extras << others;
    column()->addSpacing(4);
    column()->addWidget(others, 0, Qt::AlignLeft);
}

FindingRow *FindingsStep::conditionRow(const packs::Condition &condition)
{
    FindingRow *&row = m_rows[text(condition.id)];
    if (row)
        return row;
    FindingRow::Setup setup;
    setup.name = QStringLiteral("decision.%1.%2").arg(prefix(), placeOf(condition.id));
    setup.label = conditionLabel(condition);
    setup.title = text(condition.shortText);
    setup.whole = text(condition.text);
    setup.kind = m_side == Side::Concerns ? ChipKind::Disqualifying : ChipKind::Mitigating;
    if (m_side == Side::Concerns)
        setup.choices = {{tr("Established"), true}, {tr("Not established"), true}};
    else
        setup.choices = {{tr("Applies"), false}, {tr("Does not apply"), true}, {tr("No evidence"), false}};
    row = new FindingRow(theme(), setup, body());
    connect(row, &FindingRow::placeWanted, this, &DecisionStep::placeWanted);
    connect(row, &FindingRow::found, this, [this, id = condition.id](int choice, const QString &reason) {
        const auto at = static_cast<std::size_t>(choice);
        const ConditionFinding finding = m_side == Side::Concerns ? disqualifyingFindings[at] : mitigatingFindings[at];
        model()->record({model::ConditionFound{{checklist()->id, id}, finding, reason.toStdString()}});
    });
    return row;
}

FindingRow *FindingsStep::guidelineRow(const packs::Guideline &guideline)
{
    FindingRow *&row = m_rows[keyOf(guideline)];
    if (row)
        return row;
    FindingRow::Setup setup;
    setup.name = QStringLiteral("decision.concerns.guideline.%1").arg(placeOf(guideline.letter));
    setup.title = tr("Guideline %1 as a whole").arg(text(guideline.letter));
    setup.whole = text(guideline.concernText);
    setup.choices = {{tr("For the subject"), true}, {tr("Against the subject"), true}};
    row = new FindingRow(theme(), setup, body());
    connect(row, &FindingRow::found, this, [this, letter = guideline.letter](int choice, const QString &reason) {
        model()->record({model::GuidelineFound{checklist()->id, letter, guidelineFindings[static_cast<std::size_t>(choice)], reason.toStdString()}});
    });
    return row;
}

bool FindingsStep::reveal(const rules::Target &target)
{
    QString key = text(target.id);
    if (target.place == rules::Target::Place::Guideline)
        key = QStringLiteral("guideline %1").arg(key);
    else if (target.place != rules::Target::Place::Condition)
        return false;
    if (m_rows.find(key) == m_rows.end() && m_side == Side::Concerns) {
        if (const packs::Condition *condition = checklist()->condition(target.id)) {
            m_opened.insert(text(condition->guideline)); // a condition without passages
            refresh();
        }
    }
    const auto row = m_rows.find(key);
    if (row == m_rows.end())
        return false;
    bringUp(row->second->first(), row->second);
    return true;
}

void FindingsStep::refused()
{
    for (const auto &[key, row] : m_rows)
        row->refused();
}

void FindingsStep::forget()
{
    for (const auto &[key, row] : m_rows)
        delete row;
    qDeleteAll(m_extras);
    m_rows.clear();
    m_groups.clear();
    m_extras.clear();
    m_opened.clear();
    m_built.clear();
}

} // namespace caseward::ui
