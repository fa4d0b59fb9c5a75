// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseflow.h"

#include "core/model/statement.h"
#include "core/session/access.h"
#include "tests/flows/twostations.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>

namespace caseward::tests {

namespace {

const char *const factorWords[] = {
    "The conduct is as the findings say.", "The record shows the circumstances; they were known.", "Once or for a time, and how recently is dated.",
    "An adult throughout.", "Voluntary as far as the findings say.", "What has changed is in the mitigating conditions.", "The reasons given are in the record.",
    "Nothing in the record points to pressure.", "The findings say whether it may come again."};

} // namespace

void CaseFlow::showProceedings()
{
    key(Qt::Key_5, Qt::ControlModifier);
    settle();
    key(Qt::Key_3, Qt::AltModifier);
    settle();
}

void CaseFlow::step(int number)
{
    key(static_cast<Qt::Key>(Qt::Key_0 + number), Qt::AltModifier);
    settle();
}

void CaseFlow::begin(const Script &script)
{
    comeIn(m_office, m_vault, QStringLiteral("A. Rivera"));
    makeCase(QLatin1String(script.reference), QLatin1String(script.subject));
    for (const auto &[name, words] : script.files) {
        const QString path = m_papers.filePath(QLatin1String(script.reference) + QLatin1Char('-') + QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(words) < 0)
            qFatal("no document");
        file.close();
        addFile(path);
    }
    openCase(script);
    key(Qt::Key_3, Qt::ControlModifier);
    settle();
    tie(script.passages, script.files.empty() ? QString() : QLatin1String(script.files.front().second));
    for (std::size_t i = 1; i < script.files.size(); ++i) {
        reach(QStringLiteral("review.pane1.view"));
        key(Qt::Key_U);
        settle();
    }
    readEverything();
    picture(QLatin1String(script.reference) + QStringLiteral("-review"));
    worker().run<bool>( // the second person's key to the case, as the security officer's desk gives it
        &window(),
        [id = cases().id(), lee = m_lee.files.id](session::Session &session, Progress &) -> Result<bool> {
            TRY(session::AccessDesk(session).grant({id, lee, "second level of review", {}}));
            return true;
        },
        [](const Result<bool> &given) { must(given); });
    settle();
}

void CaseFlow::openCase(const Script &script)
{
    key(Qt::Key_1, Qt::ControlModifier);
    settle();
    key(Qt::Key_F, Qt::ControlModifier);
    key(Qt::Key_A, Qt::ControlModifier);
    type(QLatin1String(script.reference));
    settle();
    openFirst();
    if (dossier().facts.reference != script.reference)
        qFatal("%s was opened", dossier().facts.reference.c_str());
}

void CaseFlow::find(const QString &name, const Found &found)
{
    const std::uint64_t before = dossier().size;
    choose(name + QStringLiteral(".finding"), found.choice);
    if (*found.reason)
        record(name + QStringLiteral(".reason"), QLatin1String(found.reason));
    waitFor([this, before] { return dossier().size > before; }, found.id);
    settle();
}

void CaseFlow::weigh(const Script &script)
{
    key(Qt::Key_6, Qt::ControlModifier);
    settle();
    step(1);
    for (const Found &found : script.concerns)
        find(QStringLiteral("decision.concerns.") + QLatin1String(found.id), found);
    for (const Found &found : script.guidelines)
        find(QStringLiteral("decision.concerns.guideline.") + QLatin1String(found.id), found);
    picture(QLatin1String(script.reference) + QStringLiteral("-concerns"));
    step(2);
    for (const Found &guideline : script.guidelines) {
        for (const packs::Condition &condition : cases().pack()->guideline(guideline.id)->mitigating) {
            const auto said = std::ranges::find(script.mitigation, condition.id, &Found::id);
            find(QStringLiteral("decision.mitigation.") + QString::fromStdString(condition.id), said == script.mitigation.end() ? Found{"no evidence", 2, ""} : *said);
        }
    }
    picture(QLatin1String(script.reference) + QStringLiteral("-mitigation"));
    if (script.guidelines.empty())
        return;
    step(4);
    for (int factor = 1; factor <= 9; ++factor) {
        record(QStringLiteral("decision.factor.2(d)(%1)").arg(factor), QLatin1String(factorWords[factor - 1]));
        settle();
    }
}

void CaseFlow::allege(const Script &script)
{
    key(Qt::Key_6, Qt::ControlModifier);
    settle();
    for (const Alleged &one : script.alleged) {
        const std::size_t before = dossier().allegations.size();
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        pick(QStringLiteral("decision.statement.new.guideline"), QLatin1String(one.guideline) + QStringLiteral("  "));
        write(QStringLiteral("decision.statement.new.says.text"), QLatin1String(one.text));
        write(QStringLiteral("decision.statement.new.says.from"), QLatin1String(one.from));
        tick(QStringLiteral("decision.statement.new.says.conditions"), one.conditions);
        tick(QStringLiteral("decision.statement.new.says.passages"), one.passages);
        pressAt(QStringLiteral("decision.statement.new.accept"));
        waitFor([this, before] { return dossier().allegations.size() == before + 1; }, one.label);
        settle();
        if (!model::allegationLabelled(dossier(), one.label))
            qFatal("no %s", one.label);
    }
    picture(QLatin1String(script.reference) + QStringLiteral("-statement"));
}

void CaseFlow::move(const char *to, const QString &reason, const QString &when)
{
    const model::Stage stage = must(model::parseStage(to));
    row(QStringLiteral("timeline.stage.table"), QString::fromStdString(std::string(model::stageTitle(stage))));
    pressAt(QStringLiteral("timeline.stage.move"));
    settle();
    if (!when.isEmpty())
        write(QStringLiteral("timeline.stageForm.on"), when);
    if (!reason.isEmpty())
        write(QStringLiteral("timeline.stageForm.reason"), reason);
    pressAt(QStringLiteral("timeline.stageForm.accept"));
    waitFor([this, stage] { return dossier().proceedings.stage == stage; }, to);
    settle();
}

// The statement of reasons goes through its stages: written here, issued by the second person, served and answered.
void CaseFlow::issue(const Script &script)
{
    showProceedings();
    move("sor-draft", {});
    move("sor-review", {});
    goOut();
    comeIn(m_office, m_vault, QStringLiteral("M. Lee"));
    openCase(script);
    showProceedings();
    move("sor-issued", QStringLiteral("Sound, and nothing in it is more than the record says."));
    picture(QLatin1String(script.reference) + QStringLiteral("-issued"));
    goOut();
    comeIn(m_office, m_vault, QStringLiteral("A. Rivera"));
    openCase(script);
    showProceedings();
    move("served", QStringLiteral("By hand, receipt of the security officer."), today());
    move("response-received", QStringLiteral("Letter of the subject with date stamp."), today());
    move("final-review", {});
}

void CaseFlow::findOnAllegations(const Script &script)
{
    key(Qt::Key_6, Qt::ControlModifier);
    settle();
    for (const Alleged &one : script.alleged) {
        step(3);
        const QString name = QStringLiteral("decision.statement.") + QLatin1String(one.label);
        reach(name);
        key(Qt::Key_Return);
        settle();
        const auto state = [this, &one] { return model::allegationLabelled(dossier(), one.label); };
        write(name + QStringLiteral(".answer.reason"), QLatin1String(one.said));
        choose(name + QStringLiteral(".answer.finding"), one.answer);
        waitFor([&state] { return state()->answer.has_value(); }, "the answer");
        settle();
        if (static_cast<model::AllegationFinding>(one.finding) == model::AllegationFinding::Against)
            tick(name + QStringLiteral(".established"), one.conditions);
        write(name + QStringLiteral(".found.reason"), QLatin1String(one.because));
        choose(name + QStringLiteral(".found.finding"), one.finding);
        waitFor([&state] { return state()->finding.has_value(); }, "the finding");
        settle();
        reach(name + QStringLiteral(".found.reason"));
        picture(QLatin1String(script.reference) + QLatin1Char('-') + QLatin1String(one.label));
        key(Qt::Key_Escape);
        settle();
    }
}

void CaseFlow::rationale(const Script &script)
{
    key(Qt::Key_6, Qt::ControlModifier);
    settle();
    step(5);
    for (std::size_t i = 0; i < script.reasons.size(); ++i) {
        pressAt(QStringLiteral("decision.reasons.add"));
        settle();
        const QString name = QStringLiteral("decision.reasons.%1").arg(i);
        record(name + QStringLiteral(".words"), QLatin1String(script.reasons[i]));
        waitFor([this, i] { return dossier().reasons.size() == i + 1; }, "the paragraph");
        settle();
        if (i >= dossier().ties.size())
            continue;
        reach(name + QStringLiteral(".cite"));
        key(Qt::Key_Space);
        waitFor([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; }, "the passages to cite");
        for (std::size_t down = 0; down <= i; ++down)
            key(Qt::Key_Down);
        key(Qt::Key_Return);
        backFromDialog();
        waitFor([this, i] { return !dossier().reasons[i].cites.empty(); }, "the citation");
        settle();
    }
    picture(QLatin1String(script.reference) + QStringLiteral("-rationale"));
}

void CaseFlow::explain(const Script &script)
{
    step(6);
    picture(QLatin1String(script.reference) + QStringLiteral("-check"));
    QStringList headings;
    for (const QLabel *label : window().findChild<QWidget *>(QStringLiteral("decision.check.list"))->findChildren<QLabel *>(Qt::FindDirectChildrenOnly))
        headings << label->text();
    if (headings.isEmpty() || headings.removeDuplicates() > 0)
        qFatal("the checks stand under no heading, or twice under one");
    for (const auto &[check, words] : script.explained) {
        const std::size_t before = dossier().explained.size();
        const QString name = QStringLiteral("decision.check.list.") + QLatin1String(check);
        pressAt(name + QStringLiteral(".explain"));
        settle();
        record(name + QStringLiteral(".words"), QLatin1String(words));
        waitFor([this, before] { return dossier().explained.size() == before + 1; }, check);
        settle();
    }
}

void CaseFlow::sign(const Script &script)
{
    step(7);
    const QString outcome = QStringLiteral("decision.outcome.") + QLatin1String(script.outcome);
    reach(QStringLiteral("decision.outcome."));
    for (int i = 0; i < 20 && focusName() != outcome; ++i)
        key(Qt::Key_Down);
    key(Qt::Key_Space);
    waitFor([this] { return dossier().proposal.has_value(); }, "the outcome");
    settle();
    if (*script.exception) {
        pick(QStringLiteral("decision.exception"), QLatin1String(script.exception) + QStringLiteral("  "));
        waitFor([this, &script] { return dossier().proposal->outcome.exception == script.exception; }, "the exception");
        settle();
    }
    if (*script.condition) {
        record(QStringLiteral("decision.conditions"), QLatin1String(script.condition));
        waitFor([this] { return !dossier().proposal->outcome.conditions.empty(); }, "the condition");
        settle();
    }
    explain(script);
    QStringList open;
    for (const rules::Check &check : cases().gate().checks)
        if (check.open)
            open << QString::fromStdString(check.id + " " + check.target.id + ": " + check.text);
    if (!cases().gate().mayBeSigned())
        qFatal("open: %s", qPrintable(open.join(QStringLiteral("; "))));
    step(7);
    write(QStringLiteral("decision.confirm"), QLatin1String(script.word));
    picture(QLatin1String(script.reference) + QStringLiteral("-sign"));
    pressAt(QStringLiteral("decision.sign"));
    waitFor([this] { return dossier().status == model::CaseStatus::Signed; }, "the signature");
    settle();
}

void CaseFlow::secondLevel(const Script &script)
{
    goOut();
    comeIn(m_office, m_vault, QStringLiteral("M. Lee"));
    openCase(script);
    key(Qt::Key_7, Qt::ControlModifier);
    settle();
    picture(QLatin1String(script.reference) + QStringLiteral("-supervision"));
    pressAt(QStringLiteral("supervision.concur"));
    settle();
    write(QStringLiteral("ask.reason"), QStringLiteral("The reasons carry it."));
    pressAt(QStringLiteral("ask.accept"));
    waitFor([this] { return dossier().status == model::CaseStatus::Concurred; }, "the concurrence");
    settle();
    pressAt(QStringLiteral("supervision.countersign"));
    settle();
    pressAt(QStringLiteral("ask.accept"));
    waitFor([this] { return dossier().status == model::CaseStatus::Countersigned; }, "the countersignature");
    settle();
}

QString CaseFlow::exportPaper(const Script &script)
{
    key(Qt::Key_6, Qt::ControlModifier);
    settle();
    step(7);
    const QString pictures = qEnvironmentVariable("CASEWARD_PICTURES"), folder = (pictures.isEmpty() ? m_papers.path() : pictures) + QLatin1Char('/') + QLatin1String(script.reference);
    if (!QDir().mkpath(folder))
        qFatal("no folder");
    pressAt(QStringLiteral("decision.export"));
    waitFor([] { return focusName() == QLatin1String("fileNameEdit"); }, "the dialog for the folder");
    type(folder);
    key(Qt::Key_Return);
    backFromDialog();
    const QString paper = folder + QStringLiteral("/decision.pdf");
    waitFor([&paper] { return QFile::exists(paper); }, "the paper");
    settle();
    QByteArray words;
    if (runTool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), paper, QStringLiteral("-")}, &words) != 0)
        qFatal("pdftotext cannot read the paper");
    return QString::fromUtf8(words).simplified();
}

QString CaseFlow::work(const Script &script)
{
    begin(script);
    if (!script.alleged.empty()) {
        allege(script);
        issue(script);
        findOnAllegations(script);
    }
    weigh(script);
    rationale(script);
    sign(script);
    if (dossier().decisions.back().levels > 1)
        secondLevel(script);
    return exportPaper(script);
}

} // namespace caseward::tests
