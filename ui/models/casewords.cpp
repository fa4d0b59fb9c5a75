// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/casewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("CaseWords", words); }

// "1 day", "3 days": English plurals without a translation file.
QString days(qint64 count) { return count == 1 ? tr("1 day") : tr("%1 days").arg(count); }

} // namespace

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

QString statusWord(model::CaseStatus status)
{
    switch (status) {
    case model::CaseStatus::InReview: return tr("In review");
    case model::CaseStatus::Signed: return tr("Needs countersign");
    case model::CaseStatus::Returned: return tr("Returned");
    case model::CaseStatus::Concurred: return tr("Concurred");
    case model::CaseStatus::Countersigned: return tr("Countersigned");
    }
    return {};
}

ChipKind statusChip(model::CaseStatus status)
{
    switch (status) {
    case model::CaseStatus::InReview: return ChipKind::Accent;
    case model::CaseStatus::Returned: return ChipKind::Warning;
    case model::CaseStatus::Countersigned: return ChipKind::Done;
    case model::CaseStatus::Signed:
    case model::CaseStatus::Concurred: return ChipKind::Neutral;
    }
    return ChipKind::Neutral;
}

QString typeWord(std::string_view type, bool whole)
{
    if (type == "initial")
        return whole ? tr("Initial eligibility") : tr("Initial");
    if (type == "periodic")
        return whole ? tr("Periodic review") : tr("Periodic");
    if (type == "incident")
        return whole ? tr("Incident report") : tr("Incident");
    if (type == "reciprocity")
        return tr("Reciprocity");
    return text(type);
}

QString roleWord(std::string_view role)
{
    if (role == "adjudicator") return tr("Adjudicator");
    if (role == "supervisor") return tr("Supervisor");
    if (role == "courier") return tr("Courier");
    if (role == "security-officer") return tr("Security officer");
    if (role == "auditor") return tr("Auditor");
    if (role == "privacy-officer") return tr("Privacy officer");
    if (role == "recovery") return tr("Recovery");
    return text(role);
}

QString conditionLabel(const packs::Condition &condition)
{
    return text(condition.guideline) + QLatin1Char(' ') + text(condition.id);
}

QString documentKindWord(model::DocumentKind kind)
{
    using Kind = model::DocumentKind;
    switch (kind) {
    case Kind::Questionnaire: return tr("Questionnaire");
    case Kind::ReportOfInvestigation: return tr("Report of investigation");
    case Kind::CreditReport: return tr("Credit report");
    case Kind::CourtRecord: return tr("Court record");
    case Kind::PoliceRecord: return tr("Police record");
    case Kind::TaxRecord: return tr("Tax record");
    case Kind::MedicalRecord: return tr("Medical record");
    case Kind::Letter: return tr("Letter");
    case Kind::Email: return tr("E-mail");
    case Kind::SubjectStatement: return tr("Subject's statement");
    case Kind::Interrogatory: return tr("Interrogatory");
    case Kind::Transcript: return tr("Transcript");
    case Kind::Decision: return tr("Decision");
    case Kind::Other: return tr("Other");
    }
    return {};
}

QString mediaWord(model::MediaType media)
{
    using Media = model::MediaType;
    switch (media) {
    case Media::Pdf: return QStringLiteral("PDF");
    case Media::PlainText: return tr("Text");
    case Media::Png:
    case Media::Jpeg: return tr("Picture");
    case Media::Tiff: return tr("Scan");
    case Media::Mail: return tr("E-mail");
    case Media::Docx:
    case Media::Odt:
    case Media::Rtf: return tr("Word document");
    case Media::Csv: return tr("Table");
    case Media::Html: return tr("Web page");
    case Media::Zip: return tr("Archive");
    case Media::Questionnaire: return QStringLiteral("XML");
    case Media::Unknown: break;
    }
    return tr("File");
}

QString unreadableWord(std::string_view code)
{
    static constexpr std::pair<std::string_view, const char *> reasons[] = {
        {"document-damaged", QT_TRANSLATE_NOOP("CaseWords", "damaged")},
        {"document-empty", QT_TRANSLATE_NOOP("CaseWords", "has no pages")},
        {"document-encrypted", QT_TRANSLATE_NOOP("CaseWords", "asks for a password")},
        {"document-too-many-pages", QT_TRANSLATE_NOOP("CaseWords", "too many pages")},
        {"document-mislabelled", QT_TRANSLATE_NOOP("CaseWords", "not what its name says")},
        {"document-unsupported", QT_TRANSLATE_NOOP("CaseWords", "of a kind that is not opened here")},
        {"too-large", QT_TRANSLATE_NOOP("CaseWords", "too large to read")},
        {"reader-failed", QT_TRANSLATE_NOOP("CaseWords", "the reader died over it three times")},
    };
    for (const auto &[name, words] : reasons) {
        if (name == code)
            return tr(words);
    }
    return text(code);
}

QString weightWord(model::Weight weight)
{
    switch (weight) {
    case model::Weight::Slight: return tr("Slight");
    case model::Weight::Moderate: return tr("Moderate");
    case model::Weight::Substantial: return tr("Substantial");
    }
    return {};
}

QString appraisalWords(const model::PassageAppraised &said)
{
    QStringList words;
    if (!said.reliability.empty() || said.credibility != 0)
        words << (said.reliability.empty() ? QStringLiteral("–") : text(said.reliability)) +
                (said.credibility == 0 ? QStringLiteral("–") : QString::number(said.credibility));
    if (said.standing == "admitted")
        words << tr("admitted");
    else if (said.standing == "disputed")
        words << tr("disputed");
    if (!said.from.empty()) {
        const QString span = said.to.empty() || said.to == said.from ? text(said.from) : tr("%1 to %2").arg(text(said.from), text(said.to));
        words << (said.about ? tr("about %1").arg(span) : span);
    }
    return words.join(QStringLiteral(", "));
}

QDate dayFrom(std::string_view day) { return QDate::fromString(text(day), Qt::ISODate); }

QString dayWord(const QDate &day, const QDate &today)
{
    if (!day.isValid())
        return {};
    return QLocale::c().toString(day, day.year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

DueWords dueWords(std::string_view due, const QDate &today)
{
    const QDate day = dayFrom(due);
    if (!day.isValid())
        return {};
    const qint64 left = today.daysTo(day);
    if (left < 0)
        return {tr("overdue %1").arg(days(-left)), true};
    if (left == 0)
        return {tr("due today"), false};
    return {tr("%1 (%2)").arg(dayWord(day, today), days(left)), false};
}

QString momentWord(Instant instant)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(instant.milliseconds), QStringLiteral("d MMM yyyy HH:mm:ss"));
}

QString clockWord(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.milliseconds).toString(QStringLiteral("HH:mm:ss"));
}

QString sizeWord(std::uint64_t bytes)
{
    return QLocale::c().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString shortDigest(const Digest &digest)
{
    const QString hex = text(digest.hex());
    return hex.left(4) + QChar(0x2026) + hex.right(4);
}

} // namespace caseward::ui
