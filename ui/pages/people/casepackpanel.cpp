// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/casepackpanel.h"

#include "core/rules/permissions.h"
#include "core/session/packdesk.h"
#include "ui/base/ask.h"
#include "ui/base/faultnote.h"
#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"
#include "ui/models/packwords.h"
#include "ui/pages/people/packfindingform.h"
#include "ui/pages/people/packforms.h"
#include "ui/pages/people/packsheet.h"

#include <algorithm>
#include <set>
#include <utility>

namespace caseward::ui {

namespace {

using session::ConcernSide;

QString findingWord(const ConcernSide &side)
{
    if (side.finding == "for-subject")
        return CasePackPanel::tr("For the subject");
    if (side.finding == "against-subject")
        return CasePackPanel::tr("Against the subject");
    return side.raised ? CasePackPanel::tr("Raised, no finding") : CasePackPanel::tr("Not raised");
}

// "NATO e  Withheld or false information"; by the pack's id where two are of one jurisdiction.
QString concernWord(const std::vector<packs::PackPtr> &packs, const std::string &id, const ConcernSide &side)
{
    const packs::PackPtr pack = packs::withId(packs, id);
    const bool alone = pack && std::ranges::count(packs, pack->jurisdiction, [](const packs::PackPtr &it) { return it->jurisdiction; }) == 1;
    return QStringLiteral("%1 %2  %3").arg(text(alone ? pack->jurisdiction : id), text(side.letter), text(side.title));
}

QList<PackChoiceForm::Choice> choicesOf(const std::vector<packs::PackPtr> &packs)
{
    QList<PackChoiceForm::Choice> choices;
    for (const packs::PackPtr &pack : packs)
        choices << PackChoiceForm::Choice{packTitleAndVersion(*pack), text(pack->digest.hex())};
    return choices;
}

// What people must know before they say yes; the whole list is a click away in Compare.
QString consequences(const session::PackMove &plan)
{
    QStringList gone;
    std::set<std::string> added, otherwise; // each condition once, however much of it says something else
    for (const packs::PackChange &it : plan.changes) {
        if (it.part != "condition")
            continue;
        if (it.kind == packs::ChangeKind::Removed)
            gone << text(it.id);
        else if (it.kind == packs::ChangeKind::Added)
            added.insert(it.id);
        else if (packs::changesMeaning(it))
            otherwise.insert(it.id);
    }
    QString words = CasePackPanel::tr("From %1 to %2. Conditions: %3 new, %4 said otherwise, %5 gone%6.")
                        .arg(text(plan.from->version), text(plan.to->version)).arg(added.size())
                        .arg(otherwise.size()).arg(gone.size()).arg(gone.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(gone.join(QStringLiteral(", "))));
    if (!plan.passages.empty() || !plan.conditions.empty())
        words += QStringLiteral("\n\n") + CasePackPanel::tr("Passages on conditions that are gone: %1; findings: %2. Each blocks the signature until it is tied anew or explained.")
                                              .arg(plan.passages.size()).arg(plan.conditions.size());
    return words + QStringLiteral("\n\n") + CasePackPanel::tr("The move is recorded. What was recorded before keeps its words in the history.");
}

} // namespace

CasePackPanel::CasePackPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : DeskPanel(theme, model,
                {QStringLiteral("people.casePacks"), tr("Packs of this case"),
                 {{tr("Concern"), 300}, {tr("Finding"), 150}, {tr("The same concern in the other pack"), 300}, {tr("Finding there"), 150}, {tr("Said by"), 160}}},
                parent)
{
    addAct(QStringLiteral("join"), tr("Add a pack…"), [this] { join(); }, [this] { return whyNotChange(); });
    addAct(QStringLiteral("move"), tr("Move to a newer version…"), [this] { move(); },
           [this] { return !whyNotChange().isEmpty() ? whyNotChange() : m_newer.empty() ? tr("No newer version of its packs is in force here.") : QString(); });
    addAct(QStringLiteral("find"), tr("Find under a further pack…"), [this] { find(); },
           [this] { return !whyNotChange().isEmpty() ? whyNotChange() : m_packs.size() < 2 ? tr("The case has one pack: its findings are made in the decision.") : QString(); });
    addActSpace();
    addAct(QStringLiteral("rules"), tr("Rules side by side…"), [this] { showRules(); },
           [this] { return m_packs.size() < 2 ? tr("The case has one pack; there is nothing to hold beside it.") : QString(); });
    const auto again = [this] {
        if (isVisible())
            reload();
    };
    connect(model, &CaseModel::opened, this, again);
    connect(model, &CaseModel::closed, this, again);
    showActs();
}

void CasePackPanel::reload()
{
    const std::optional<CaseId> id = model()->isOpen() ? std::optional(model()->id()) : std::nullopt;
    fetch<Shown>(
        [id](session::Session &session, Progress &) -> Result<Shown> {
            Shown shown;
            if (!id)
                return shown;
            session::CasePacks desk(session, *id);
            shown.packs = TRY(desk.packs());
            shown.concerns = TRY(desk.sharedConcerns());
            for (const packs::PackPtr &pack : TRY(session::PackDesk(session).inForce())) {
                const packs::PackPtr there = packs::withId(shown.packs, pack->id);
                if (!there)
                    shown.further.push_back(pack);
                else if (packs::isNewer(pack->version, there->version))
                    shown.newer.push_back(pack);
            }
            return shown;
        },
        [this, then = std::exchange(m_whenRead, {})](const Shown &shown) {
            showConcerns(shown);
            if (then)
                then();
        });
}

void CasePackPanel::whenRead(std::function<void()> act) { m_whenRead = std::move(act); }

void CasePackPanel::showConcerns(const Shown &shown)
{
    const QString keep = currentKey();
    m_packs = shown.packs;
    m_newer = shown.newer;
    m_further = shown.further;
    clearRows();
    int number = 0;
    for (const session::SharedConcern &one : shown.concerns) {
        const bool touched = one.one.raised || one.two.raised;
        const QString key = QString::number(number++);
        const bool apart = !one.one.finding.empty() && !one.two.finding.empty() && one.one.finding != one.two.finding;
        const QString there = apart ? tr("≠ %1").arg(findingWord(one.two)) : findingWord(one.two);   // told by a sign, not by the colour alone
        addRow({concernWord(m_packs, one.pack, one.one), findingWord(one.one), concernWord(m_packs, one.other, one.two), there, one.by.empty() ? tr("One of these packs") : text(one.by)}, key, !touched);
        if (apart)
            warnRow(3, key);
    }
    QStringList names;
    for (const packs::PackPtr &pack : m_packs)
        names << QStringLiteral("%1 %2").arg(text(pack->id), text(pack->version));
    head()->setTitle(model()->isOpen() ? tr("Packs of case %1").arg(text(model()->dossier()->facts.reference)) : tr("Packs of a case"));
    head()->setDetail(!model()->isOpen() ? tr("open a case to see it here") : names.join(QStringLiteral(" · ")));
    chooseKey(keep);
    showActs();
}

QString CasePackPanel::whyNotChange() const
{
    if (!model()->isOpen())
        return tr("Open a case first.");
    const Status may = model()->mayAct(rules::Act::Weigh);
    return may.ok() ? QString() : text(may.fault().detail);
}

void CasePackPanel::join()
{
    if (!whyNotChange().isEmpty())
        return;
    if (m_further.empty()) {
        note()->notice(tr("No further pack is in force here"), tr("A security officer takes packs in."));
        return;
    }
    auto *form = new PackChoiceForm(theme(), {tr("Hold this case against a further pack"), tr("Its concerns, factors and findings are asked for beside those of the other packs. The outcome stays one of %1.")
                                                  .arg(m_packs.empty() ? QString() : text(m_packs.front()->id)), tr("Add")},
                                    choicesOf(m_further), PackChoiceForm::Reason::Asked, this);
    connect(form, &PackChoiceForm::wanted, this, [this, form, id = model()->id()](const QString &key, const QString &reason) {
        submit(form, [id, name = key.toStdString(), why = reason.toStdString()](session::Session &session, Progress &) -> Status {
            TRY(session::CasePacks(session, id).join(name, why));
            return {};
        }, tr("The case has a further pack"), [this] { model()->reload(); });
    });
}

void CasePackPanel::move()
{
    if (!whyNotChange().isEmpty())
        return;
    if (m_newer.empty()) {
        note()->notice(tr("There is nothing to move to"), tr("No newer version of this case's packs is in force here."));
        return;
    }
    auto *form = new PackChoiceForm(theme(), {tr("Move this case to a newer version"), tr("What changes is shown before anything is recorded."), tr("Show what changes")},
                                    choicesOf(m_newer), PackChoiceForm::Reason::Asked, this);
    connect(form, &PackChoiceForm::wanted, this, [this, form](const QString &key, const QString &reason) { askToMove(form, key, reason); });
}

void CasePackPanel::askToMove(PackChoiceForm *form, const QString &key, const QString &reason)
{
    const QPointer<PackChoiceForm> waiting(form);
    const CaseId id = model()->id();
    const std::string name = key.toStdString(), why = reason.toStdString();
    model()->worker()->run<session::PackMove>(
        this, [id, name](session::Session &session, Progress &) { return session::CasePacks(session, id).planMove(name); },
        [this, waiting, id, name, why](const Result<session::PackMove> &plan) {
            if (waiting && !plan.ok())
                waiting->fail(plan.fault());
            if (!waiting || !plan.ok())
                return;
            waiting->dismiss();
            ask(theme(), this, {QStringLiteral("people.movePack"), tr("Move this case to %1 %2?").arg(text(plan->to->id), text(plan->to->version)), consequences(*plan), tr("Move"), {}},
                [this, id, name, why](const Reply &reply) {
                    if (!reply.accepted)
                        return;
                    act([id, name, why](session::Session &session, Progress &) -> Status {
                        TRY(session::CasePacks(session, id).move(name, why));
                        return {};
                    }, tr("The case is moved"), [this] { model()->reload(); });
                });
        });
}

void CasePackPanel::find()
{
    if (!whyNotChange().isEmpty() || m_packs.size() < 2)
        return;
    auto *form = new PackFindingForm(theme(), {m_packs.begin() + 1, m_packs.end()}, model()->dossier(), this);
    connect(form, &PackFindingForm::wanted, this, [this, form, id = model()->id()](const model::Event &event) {
        submit(form, [id, event](session::Session &session, Progress &) -> Status {
            TRY(session.record(id, event));
            return {};
        }, tr("The finding is recorded"), [this] { model()->reload(); });
    });
}

void CasePackPanel::showRules()
{
    if (m_packs.size() >= 2)
        fetch<QString>([packs = m_packs](session::Session &, Progress &) -> Result<QString> { return PackSheet::rules(packs::compareRules(packs)); },
                       [this](const QString &html) { new PackSheet(theme(), tr("Rules side by side"), html, this); });
}

} // namespace caseward::ui
