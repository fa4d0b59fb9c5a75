// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/eligibilitypanel.h"

#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"

namespace caseward::ui {

namespace {

using Kind = ActForm::Field::Kind;

QString conditionWords(const model::EligibilityLine &line, std::uint32_t number)
{
    const model::EligibilityCondition &condition = line.recorded.conditions[number - 1];
    const auto said = line.monitored.find(number);
    if (said == line.monitored.end())
        return EligibilityPanel::tr("%1; due %2").arg(text(condition.text), text(condition.due));
    return EligibilityPanel::tr("%1; due %2; %3 on %4").arg(text(condition.text), text(condition.due), text(std::string(model::conditionStandingName(said->second.first.standing))),
                                                            text(said->second.first.on));
}

QList<QPair<QString, QString>> statusChoices()
{
    QList<QPair<QString, QString>> choices;
    for (int i = 0; i < model::eligibilityStatusCount; ++i) {
        const auto status = static_cast<model::EligibilityStatus>(i);
        const QString title = text(std::string(model::eligibilityStatusTitle(status)));
        choices << qMakePair(text(std::string(model::eligibilityStatusName(status))),
                             model::isAdministrative(status) ? EligibilityPanel::tr("%1 (administrative, not adverse)").arg(title) : title);
    }
    return choices;
}

// One condition a line: the words, an equals sign, the day it is due.
std::vector<model::EligibilityCondition> conditionsIn(const QString &said)
{
    std::vector<model::EligibilityCondition> list;
    for (const QString &line : said.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype split = line.lastIndexOf(QLatin1Char('='));
        list.push_back({(split < 0 ? line : line.left(split)).trimmed().toStdString(), split < 0 ? std::string() : line.mid(split + 1).trimmed().toStdString()});
    }
    return list;
}

} // namespace

EligibilityPanel::EligibilityPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : CaseDesk(theme, model, {QStringLiteral("timeline.eligibility"), tr("Eligibility"), {{tr("Authority"), 150}, {tr("Access"), 130}, {tr("Stands"), 300}}}, parent)
{
    addAct(QStringLiteral("record"), tr("Record…"), [this] { record(); }, [this] { return whyNotRecord(); });
    addAct(QStringLiteral("monitor"), tr("Condition…"), [this] { monitor(); }, [this] { return whyNotMonitor(); });
    addActSpace();
    showActs();
}

std::pair<const model::EligibilityLine *, std::uint32_t> EligibilityPanel::chosen() const
{
    const std::size_t row = static_cast<std::size_t>(currentKey().toULongLong());
    if (!model()->isOpen() || row == 0 || row > m_rows.size())
        return {nullptr, 0};
    const auto found = proceedings().eligibility.find(m_rows[row - 1].key);
    return {found == proceedings().eligibility.end() ? nullptr : &found->second.back(), m_rows[row - 1].condition};
}

QString EligibilityPanel::whyNotMonitor() const
{
    const QString why = whyNotRecord();
    return !why.isEmpty() ? why : chosen().second == 0 ? tr("Choose a condition first.") : QString();
}

void EligibilityPanel::reload()
{
    const QString keep = currentKey();
    m_rows.clear();
    clearRows();
    const auto add = [this](const QStringList &cells, const Row &row) {
        m_rows.push_back(row);
        addRow(cells, QString::number(m_rows.size()), row.condition != 0);
    };
    if (model()->isOpen()) {
        for (const auto &[key, lines] : proceedings().eligibility) {
            const model::EligibilityLine &line = lines.back();
            add({text(key.first), text(key.second), text(rules::eligibilityWords(line))}, {key, 0});
            for (std::uint32_t number = 1; number <= line.recorded.conditions.size(); ++number)
                add({{}, tr("Condition %1").arg(number), conditionWords(line, number)}, {key, number});
        }
    }
    head()->setDetail(m_rows.empty() ? tr("none is recorded") : QString());
    chooseKey(keep);
}

void EligibilityPanel::record()
{
    if (!whyNotRecord().isEmpty())
        return;
    const model::EligibilityLine *line = chosen().first;
    const model::EligibilityRecorded before = line ? line->recorded : model::EligibilityRecorded();
    auto *form = new ActForm(theme(), QStringLiteral("timeline.eligibilityForm"),
                             {tr("Record an eligibility"), tr("Each authority and access has its own line; this says nothing about any other."), tr("Record")},
                             {{QStringLiteral("authority"), tr("&Authority"), {}, Kind::Line, true, {}, text(before.authority)},
                              {QStringLiteral("access"), tr("A&ccess"), {}, Kind::Line, true, {}, line ? text(before.access) : text(model()->dossier()->facts.access), true},
                              {QStringLiteral("status"), tr("&Status"), {}, Kind::Choice, true, statusChoices(), text(std::string(model::eligibilityStatusName(before.status)))},
                              {QStringLiteral("until"), tr("&Until"), tr("An interim and a suspension name the day"), Kind::Day, false},
                              {QStringLiteral("exception"), tr("E&xception"), tr("Its code in the checklist"), Kind::Line, false, {}, {}, true},
                              {QStringLiteral("conditions"), tr("C&onditions"), tr("One a line: the words, =, the day it is due"), Kind::Text, false},
                              {QStringLiteral("reason"), tr("&Reason"), {}, Kind::Text}},
                             this);
    connect(form, &ActForm::wanted, this, [this, form](const ActForm::Said &said) {
        model::EligibilityRecorded event;
        const auto word = [&said](const char *key) { return said[QLatin1String(key)].toStdString(); };
        event.authority = word("authority");
        event.access = word("access");
        event.until = word("until");
        event.exception = word("exception");
        event.reason = word("reason");
        event.conditions = conditionsIn(said[QStringLiteral("conditions")]);
        if (const auto status = model::parseEligibilityStatus(word("status")); status.ok())
            event.status = *status;
        send(form, [event](session::Proceedings &desk, const CaseId &id) { return desk.recordEligibility(id, event); }, tr("The eligibility is recorded"));
    });
}

void EligibilityPanel::monitor()
{
    const auto [line, number] = chosen();
    if (!line || number == 0)
        return;
    auto *form = new ActForm(theme(), QStringLiteral("timeline.monitorForm"),
                             {tr("What became of condition %1").arg(number), text(line->recorded.conditions[number - 1].text), tr("Record")},
                             {{QStringLiteral("standing"), tr("It &is"), {}, Kind::Choice, true,
                               {{QStringLiteral("met"), tr("Met")}, {QStringLiteral("overdue"), tr("Overdue")}, {QStringLiteral("excused"), tr("Excused")}}},
                              {QStringLiteral("on"), tr("&On"), tr("Empty: today"), Kind::Day, false},
                              {QStringLiteral("words"), tr("&Evidence"), tr("What shows it"), Kind::Text}},
                             this);
    connect(form, &ActForm::wanted, this, [this, form, key = std::pair(line->recorded.authority, line->recorded.access), which = number](const ActForm::Said &said) {
        model::EligibilityMonitored event{key.first, key.second, which, model::ConditionStanding::Met, said[QStringLiteral("on")].toStdString(), {}, said[QStringLiteral("words")].toStdString()};
        if (const auto standing = model::parseConditionStanding(said[QStringLiteral("standing")].toStdString()); standing.ok())
            event.standing = *standing;
        send(form, [event](session::Proceedings &desk, const CaseId &id) { return desk.monitorCondition(id, event); }, tr("What became of the condition is recorded"));
    });
}

} // namespace caseward::ui
