// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/unrecordedwords.h"

#include "core/session/unrecorded.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QApplication>

namespace caseward::ui {

namespace {

using session::Unrecorded;

constexpr int secondsUnkept = 5;

// What stands between `before` and the next of `after` in it, or to the end.
QString between(const QString &name, const QString &before, const QStringList &after)
{
    QString rest = name.mid(before.size());
    for (const QString &end : after)
        if (const qsizetype at = rest.indexOf(end); at >= 0)
            rest.truncate(at);
    return rest;
}

} // namespace

UnrecordedWords::UnrecordedWords(CaseModel *model, QWidget *page) : QObject(page), m_model(model), m_page(page)
{
    m_writing.setInterval(secondsUnkept * 1000);
    connect(&m_writing, &QTimer::timeout, this, [this] {
        if (m_field)
            settle(m_field);
    });
    connect(qApp, &QApplication::focusChanged, this, &UnrecordedWords::focusMoved);
}

QString UnrecordedWords::placeWord(const QString &field)
{
    const auto under = [&field](const char *part) { return field.startsWith(QLatin1String(part)); };
    if (under("decision.statement.new."))
        return tr("New sub-paragraph");
    if (under("decision.statement."))
        return tr("Sub-paragraph %1").arg(between(field, QStringLiteral("decision.statement."), {QStringLiteral(".says"), QStringLiteral(".answer"), QStringLiteral(".found"), QStringLiteral(".appraisal"), QStringLiteral(".mitigator")}));
    if (under("decision.concerns.guideline."))
        return tr("Guideline %1").arg(between(field, QStringLiteral("decision.concerns.guideline."), {QStringLiteral(".reason")}));
    if (under("decision.concerns."))
        return tr("Condition %1").arg(between(field, QStringLiteral("decision.concerns."), {QStringLiteral(".reason")}));
    if (under("decision.mitigation."))
        return tr("Condition %1").arg(between(field, QStringLiteral("decision.mitigation."), {QStringLiteral(".reason")}));
    if (under("decision.factor."))
        return tr("Factor %1").arg(between(field, QStringLiteral("decision.factor."), {}));
    if (under("decision.reasons."))
        return tr("Rationale");
    return tr("Check");
}

void UnrecordedWords::fetch()
{
    forget();
    m_case = m_model->id();
    m_model->worker()->run<std::vector<Unrecorded>>(
        this, [id = m_case](session::Session &session, Progress &) { return session::UnrecordedDesk(session).of(id); },
        [this, id = m_case](const Result<std::vector<Unrecorded>> &kept) {
            if (!kept.ok() || id != m_case)
                return; // the shell has told why the case cannot be read
            QStringList places;
            for (const Unrecorded &it : *kept) {
                const QString place = text(it.place);
                if (m_kept.contains(place))
                    continue; // written anew meanwhile
                m_kept[place] = text(it.words);
                m_waiting.insert(place);
                if (const QString word = placeWord(place); !places.contains(word))
                    places << word;
            }
            if (places.isEmpty())
                return;
            bringBack();
            emit found(places);
        });
}

void UnrecordedWords::forget()
{
    m_writing.stop();
    m_field = nullptr;
    m_case = {};
    m_kept.clear();
    m_waiting.clear();
}

void UnrecordedWords::bringBack()
{
    if (m_kept.empty())
        return;
    for (RecordedText *field : m_page->findChildren<RecordedText *>())
        bringBackInto(field);
    dropWhatIsRecorded();
}

void UnrecordedWords::bringBackInto(RecordedText *field)
{
    if (m_waiting.contains(field->objectName()) && !field->isReadOnly() && !field->isChanged()) {
        m_waiting.erase(field->objectName());
        field->setPlainText(m_kept[field->objectName()]);
    }
}

RecordedText *UnrecordedWords::fieldIn(QWidget *widget) const
{
    return widget && m_page->isAncestorOf(widget) ? qobject_cast<RecordedText *>(widget) : nullptr;
}

void UnrecordedWords::focusMoved(QWidget *from, QWidget *to)
{
    if (m_case.isNull() || !m_model->isOpen() || m_model->id() != m_case)
        return;
    if (RecordedText *left = fieldIn(from))
        settle(left);
    m_field = fieldIn(to);
    if (m_field) {
        bringBackInto(m_field);
        m_writing.start();
    } else {
        m_writing.stop();
    }
    // Later: focus also moves while rows are being taken down, and no one may look through a page then.
    QTimer::singleShot(0, this, &UnrecordedWords::dropWhatIsRecorded);
}

// Words on their way to the record are not kept: they come back as recorded, or as refused.
void UnrecordedWords::settle(RecordedText *field)
{
    if (field->isReadOnly() || m_waiting.contains(field->objectName()))
        return;
    const auto kept = m_kept.find(field->objectName());
    if (field->isUnsent() && (kept == m_kept.end() || kept->second != field->words()))
        keep(field->objectName(), field->words());
}

void UnrecordedWords::dropWhatIsRecorded()
{
    QStringList over;
    for (const auto &[place, words] : m_kept) {
        const auto *field = m_waiting.contains(place) ? nullptr : m_page->findChild<RecordedText *>(place);
        if (field && !field->isChanged())
            over << place;
    }
    for (const QString &place : std::as_const(over))
        keep(place, {});
}

// A medium that lets nothing be written keeps nothing; the shell has said so when the vault was opened.
void UnrecordedWords::keep(const QString &place, const QString &words)
{
    if (words.isEmpty())
        m_kept.erase(place);
    else
        m_kept[place] = words;
    m_model->worker()->run<bool>(
        this,
        [id = m_case, place = place.toStdString(), words = words.toStdString()](session::Session &session, Progress &) -> Result<bool> {
            TRY(session::UnrecordedDesk(session).keep(id, place, words));
            return true;
        },
        [](const Result<bool> &) {});
}

} // namespace caseward::ui
