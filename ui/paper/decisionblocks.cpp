// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/decisionblocks.h"

#include "ui/paper/paperwords.h"
#include "ui/paper/placewords.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <set>

namespace caseward::ui {

using namespace paperwords;

namespace {

using Kind = PaperBlock::Kind;

QString counted(std::uint64_t count, const char *one, const char *several)
{
    return QString::number(count) + QLatin1Char(' ') + QLatin1String(count == 1 ? one : several);
}

QString weightWord(model::Weight weight)
{
    return weight == model::Weight::Slight ? QStringLiteral("slight")
           : weight == model::Weight::Moderate ? QStringLiteral("moderate") : QStringLiteral("substantial");
}

} // namespace

QString dayAndTime(Instant instant)
{
    QString text = words(toText(instant));
    return text.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')) + QStringLiteral(" UTC");
}

DecisionBlocks::DecisionBlocks(const model::Dossier &dossier, const packs::Pack &pack, const session::DecisionFiles &files,
                               const std::vector<packs::PackPtr> &packs)
    : m_dossier(dossier), m_pack(pack), m_further(packs.begin() + (packs.empty() ? 0 : 1), packs.end()), m_files(files), m_decision(dossier.decisions.back())
{
}

std::vector<PaperBlock> DecisionBlocks::make()
{
    numberPassages();
    title();
    outcome();
    findings();
    allegations();
    factors();
    reasons();
    openPoints();
    explanations();
    passages();
    documents();
    signatures();
    verification();
    return std::move(m_blocks);
}

void DecisionBlocks::heading(Kind kind, const QString &text)
{
    paragraph(plain(text), kind);
}

void DecisionBlocks::paragraph(const PaperText &text, Kind kind)
{
    PaperBlock block;
    block.kind = kind;
    block.text = text;
    m_blocks.push_back(std::move(block));
}

PaperBlock &DecisionBlocks::table(std::vector<PaperColumn> columns, const std::vector<QString> &header)
{
    PaperBlock block;
    block.kind = Kind::Table;
    block.columns = std::move(columns);
    for (const QString &text : header)
        block.header.push_back(plain(text));
    m_blocks.push_back(std::move(block));
    return m_blocks.back();
}

// Numbers follow the reasons, so that [1] is met first; ties that no paragraph cites come after.
void DecisionBlocks::numberPassages()
{
    const auto add = [this](const PassageId &id) {
        const model::Tie *tie = m_dossier.tie(id);
        if (tie && m_numbers.emplace(id, m_cited.size() + 1).second)
            m_cited.push_back(tie);
    };
    for (const model::Paragraph &one : m_dossier.reasons) {
        for (const PassageId &id : one.cites)
            add(id);
    }
    for (const model::Tie &tie : m_dossier.ties)
        add(tie.id);
}

void DecisionBlocks::title()
{
    const model::CaseOpened &facts = m_dossier.facts;
    heading(Kind::Title, QStringLiteral("Decision on eligibility"));
    paragraph(plain(words(m_pack.instrument)), Kind::Small);
    PaperBlock &box = table({{26}, {74}});
    box.shaded = true;
    const auto row = [&box](const char *label, const QString &value) {
        box.rows.push_back({bold(QString::fromUtf8(label)), plain(value)});
    };
    row("Case", words(facts.reference));
    row("Subject reference", words(facts.subject));
    row("Asked for", QStringLiteral("%1 eligibility for access to %2").arg(spoken(facts.type), words(facts.access)));
    row("Record", QStringLiteral("%1, %2; history of %3 when printed")
                      .arg(counted(m_dossier.documents.size(), "document", "documents"), counted(m_dossier.pageCount(), "page", "pages"),
                           counted(m_dossier.size, "entry", "entries")));
    row("Decided by", personLine(m_decision.when.actor));
    row("Signed", dayAndTime(m_decision.when.at));
    if (m_decision.countersigned)
        row("Countersigned", dayAndTime(m_decision.countersigned->at) + QStringLiteral(" by ") + personLine(m_decision.countersigned->actor));
    else if (!m_decision.awaitsSecondLevel())
        row("Countersigned", QStringLiteral("not needed; one level of review is enough for this decision"));
    else
        row("Countersigned", QStringLiteral("not yet; this decision takes effect only when it is"));
}

void DecisionBlocks::outcome()
{
    const packs::Outcome *outcome = m_pack.outcome(m_decision.what.outcome);
    heading(Kind::Heading, QStringLiteral("Outcome: %1").arg(outcome ? words(outcome->title) : words(m_decision.what.outcome)));
    if (m_decision.isAdministrative() || (outcome && outcome->outcomeClass == packs::OutcomeClass::Administrative))
        paragraph({{QStringLiteral("This outcome is %1. ").arg(words(std::string(model::administrativeWords))), true},
                   {QStringLiteral("It ends the case without a judgement on the person and is no denial or revocation.")}});
    if (!m_dossier.proposal)
        return;
    const model::OutcomeProposed &proposed = m_dossier.proposal->outcome;
    for (const packs::ExceptionCode &exception : m_pack.exceptions) {
        if (!proposed.exception.empty() && exception.code == proposed.exception)
            paragraph({{QStringLiteral("Exception %1, %2. ").arg(words(exception.code), words(exception.name)), true},
                       {words(exception.text)}});
    }
    if (!proposed.conditions.empty())
        paragraph(plain(QStringLiteral("Conditions of this decision:")));
    for (const std::string &condition : proposed.conditions)
        paragraph(plain(words(condition)), Kind::Bullet);
}

PaperRun DecisionBlocks::citesRun(const std::vector<PassageId> &ids) const
{
    QString cites;
    for (const PassageId &id : ids) {
        const auto found = m_numbers.find(id);
        if (found != m_numbers.end())
            cites += QStringLiteral(" [%1]").arg(found->second);
    }
    return {cites, true, false, false, quiet};
}

void DecisionBlocks::reasons()
{
    heading(Kind::Heading, QStringLiteral("Reasons"));
    int number = 0;
    for (const model::Paragraph &one : m_dossier.reasons) {
        paragraph({{QStringLiteral("%1.  ").arg(++number), true}, {one.internal ? QStringLiteral("Internal, not for release: ") : QString(), true}, {words(one.text)}, citesRun(one.cites)});
    }
}

QString DecisionBlocks::placeOf(const model::Anchor &anchor) const
{
    const model::DocumentState *document = m_dossier.document(anchor.document);
    if (!document)
        return QStringLiteral("a document that is not in the record");
    const QString exhibit = document->facts.exhibit.empty() ? QString() : words(document->facts.exhibit) + QStringLiteral(", ");
    const QString place = QStringLiteral("%1%2, page %3").arg(exhibit, words(document->facts.title)).arg(anchor.span.page);
    return model::isArea(anchor) ? place + QStringLiteral(" (part of the picture)") : place;
}

void DecisionBlocks::openPoints()
{
    if (m_dossier.contradictions.empty() && m_dossier.gaps.empty())
        return;
    heading(Kind::Heading, QStringLiteral("Contradictions and gaps"));
    for (const model::Contradiction &one : m_dossier.contradictions) {
        heading(Kind::Subheading, QStringLiteral("Contradiction: %1").arg(words(one.note)));
        paragraph(plain(QStringLiteral("Claimed: %1 (%2)").arg(quotedAt(one.claimed), placeOf(one.claimed))), Kind::Quote);
        paragraph(plain(QStringLiteral("Found: %1 (%2)").arg(quotedAt(one.found), placeOf(one.found))), Kind::Quote);
        paragraph({{QStringLiteral("Resolved: "), true}, {words(one.resolution)}});
    }
    for (const model::Gap &gap : m_dossier.gaps) {
        heading(Kind::Subheading, QStringLiteral("Gap in %1, %2 to %3").arg(words(gap.lane), words(gap.from), words(gap.to)));
        if (!gap.note.empty())
            paragraph(plain(words(gap.note)));
        paragraph({{QStringLiteral("Explained: "), true}, {words(gap.explanation)}});
    }
}

void DecisionBlocks::explanations()
{
    if (m_dossier.explained.empty())
        return;
    heading(Kind::Heading, QStringLiteral("Explanations given at the completeness check"));
    for (const auto &[key, text] : m_dossier.explained)
        paragraph({{spoken(key.first) + QStringLiteral(": "), true}, {words(text)}}, Kind::Bullet);
}

void DecisionBlocks::passages()
{
    heading(Kind::Heading, QStringLiteral("Passages of the record"));
    if (m_cited.empty())
        paragraph(plain(QStringLiteral("No passage of the record is cited.")), Kind::Small);
    for (std::size_t i = 0; i < m_cited.size(); ++i) {
        const model::Tie &tie = *m_cited[i];
        const packs::Condition *condition = tie.condition.pack == m_pack.id ? m_pack.condition(tie.condition.id) : nullptr;
        for (const packs::PackPtr &pack : m_further)
            condition = pack->id == tie.condition.pack ? pack->condition(tie.condition.id) : condition;
        const bool against = condition && packs::isConcern(condition->kind);
        heading(Kind::Subheading, QStringLiteral("[%1]  %2").arg(i + 1).arg(placeOf(tie.anchor)));
        paragraph(plain(saidAt(tie.anchor)), Kind::Quote);
        m_blocks.back().keepWithNext = true;          // what it is tied to
        PaperText line{{(against ? QStringLiteral("▲ ") : QStringLiteral("▼ "))
                            + (condition ? sideWord(condition->kind) : QStringLiteral("Condition that is gone")) + QLatin1Char(' ') + words(tie.condition.id), true,
                        false, false, against ? disqualifying : mitigating},
                       {QStringLiteral(" · weight %1").arg(weightWord(tie.weight))}};
        if (!tie.note.empty())
            line.push_back({QStringLiteral(" · ") + words(tie.note)});
        paragraph(line, Kind::Small);
    }
}

void DecisionBlocks::documents()
{
    heading(Kind::Heading, QStringLiteral("Documents of the record"));
    PaperBlock &box = table({{10}, {82}, {8, true}},
                            {QStringLiteral("Exhibit"), QStringLiteral("Document, source, date, SHA-256"), QStringLiteral("Pages")});
    for (const model::DocumentState &document : m_dossier.documents) {
        const model::DocumentAdded &facts = document.facts;
        const QString mark = facts.marking.empty() ? QString() : QStringLiteral("(%1) ").arg(words(facts.marking));
        QString origin;
        for (const std::string &part : {facts.source, facts.date}) {
            if (!part.empty())
                origin += QStringLiteral(" · ") + words(part);
        }
        // The digest has a line of its own: it is there to be searched for and compared.
        box.rows.push_back({plain(words(facts.exhibit)),
                            {{mark + words(facts.title), true}, {origin}, {QLatin1Char('\n') + words(facts.digest.hex()), false, false, true, quiet}},
                            plain(QString::number(facts.pages))});
    }
}

QString DecisionBlocks::personLine(const PersonId &id) const
{
    QString line = words(m_dossier.personName(id));
    const auto person = m_dossier.people.find(id);
    QStringList roles;
    if (person != m_dossier.people.end()) {
        for (const std::string &role : person->second.roles)
            roles += spoken(role);
    }
    return roles.isEmpty() ? line : line + QStringLiteral(", ") + roles.join(QStringLiteral(", "));
}

QString DecisionBlocks::certificateLine(const PersonId &id) const
{
    const auto person = m_dossier.people.find(id);
    if (person == m_dossier.people.end() || person->second.certificate.empty())
        return QStringLiteral("not in the record");
    const Bytes &der = person->second.certificate;
    const QByteArrayView view(reinterpret_cast<const char *>(der.data()), static_cast<qsizetype>(der.size()));
    return QString::fromLatin1(QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex());
}

void DecisionBlocks::signatures()
{
    heading(Kind::Heading, QStringLiteral("Signatures"));
    PaperBlock &box = table({{18}, {82}}, {QStringLiteral("Act"), QStringLiteral("Person, time, SHA-256 of the certificate")});
    const auto row = [&](const char *act, const model::Trace &trace) {
        box.rows.push_back({bold(QString::fromUtf8(act)),
                            {{personLine(trace.actor), true}, {QStringLiteral(" · ") + dayAndTime(trace.at)},
                             {QLatin1Char('\n') + certificateLine(trace.actor), false, false, true, quiet}}});
    };
    row("Signed", m_decision.when);
    if (m_decision.countersigned)
        row("Countersigned", *m_decision.countersigned);
    for (const model::Review &review : m_dossier.reviews) {
        if (review.decision == m_decision.what.digest)
            paragraph({{review.concurred ? QStringLiteral("Concurrence: ") : QStringLiteral("Returned: "), true}, {words(review.reason)}});
    }
}

void DecisionBlocks::verification()
{
    heading(Kind::Heading, QStringLiteral("What this paper is"));
    paragraph(plain(QStringLiteral(
        "This paper was set from the case record as it stood at the signature, for people to read. What is signed is the file "
        "decision.json (%1 bytes); where the two differ, decision.json holds. Quotes are set here with their line breaks as "
        "spaces. Anybody can check the signature without Caseward:")
                        .arg(m_files.decision.size())));
    paragraph({{QStringLiteral("openssl cms -verify -binary -inform DER -in decision.p7s -content decision.json -CAfile office.pem -out /dev/null"),
                false, false, true}}, Kind::Quote);
    PaperBlock &box = table({{26}, {74}});
    const auto row = [&box](const char *label, const QString &value) {
        box.rows.push_back({bold(QString::fromUtf8(label)), {{value, false, false, true}}});
    };
    row("decision.json", words(m_decision.what.digest.hex()));
    // These two are in nothing but the signed file itself.
    const QJsonObject signedFacts = QJsonDocument::fromJson(QByteArray::fromStdString(m_files.decision)).object();
    const QJsonObject history = signedFacts.value(QLatin1String("history")).toObject();
    row("History signed", QStringLiteral("%1 entries").arg(history.value(QLatin1String("size")).toInteger()));
    row("Its Merkle root", history.value(QLatin1String("root")).toString());
    row("History head now", words(m_dossier.head.hex()));
    row("Guideline pack", QStringLiteral("%1 %2").arg(words(m_pack.id), words(m_pack.version)));
    row("Pack digest", words(m_pack.digest.hex()));
    for (const packs::PackPtr &pack : m_further)
        row("Further pack", QStringLiteral("%1 %2, %3").arg(words(pack->id), words(pack->version), words(pack->digest.hex())));
    row("Case id", words(m_dossier.facts.caseId.text()));
}

} // namespace caseward::ui
