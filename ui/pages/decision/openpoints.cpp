// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/openpoints.h"

#include "ui/base/themedlabel.h"
#include "ui/evidence/passageline.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

QString contradictionKey(const std::string &id) { return QStringLiteral("contradiction/") + text(id); }
QString gapKey(const std::string &id) { return QStringLiteral("gap/") + text(id); }

} // namespace

OpenPoints::OpenPoints(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

std::vector<OpenPoints::Point> OpenPoints::points() const
{
    const model::Dossier &dossier = *m_model->dossier();
    std::vector<Point> found;
    int number = 0;
    for (const model::Contradiction &one : dossier.contradictions) {
        found.push_back({contradictionKey(one.id.text()), tr("Contradiction %1").arg(++number), text(one.note), tr("How it is resolved"),
                         {anchorFacts(dossier, one.claimed), anchorFacts(dossier, one.found)}});
    }
    number = 0;
    for (const model::Gap &one : dossier.gaps) {
        Point point{gapKey(one.id.text()), tr("Gap %1: %2, %3 to %4").arg(++number).arg(text(one.lane), text(one.from), text(one.to)), text(one.note),
                    tr("How it is explained"), {}};
        if (one.anchor)
            point.places.push_back(anchorFacts(dossier, *one.anchor));
        found.push_back(std::move(point));
    }
    return found;
}

void OpenPoints::refresh(const QString &whyNot)
{
    const std::vector<Point> found = points();
    QStringList wanted;
    for (const Point &point : found)
        wanted << point.key + point.title + point.note;
    if (wanted != m_built) {
        rebuild(found);
        m_built = wanted;
    }
    const model::Dossier &dossier = *m_model->dossier();
    for (const model::Contradiction &one : dossier.contradictions)
        m_fields[contradictionKey(one.id.text())]->setRecorded(text(one.resolution));
    for (const model::Gap &one : dossier.gaps)
        m_fields[gapKey(one.id.text())]->setRecorded(text(one.explanation));
    for (const auto &[key, field] : m_fields)
        field->setWhyNot(whyNot);
}

void OpenPoints::forget()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fields.clear();
    m_built.clear();
}

void OpenPoints::rebuild(const std::vector<Point> &found)
{
    std::map<QString, QString> unsaved;
    for (const auto &[key, field] : m_fields) {
        if (field->isChanged())
            unsaved[key] = field->words();
    }
    forget();
    if (!found.empty())
        addHeading(tr("Contradictions and gaps"));
    for (const Point &point : found)
        addPoint(point);
    for (const auto &[key, words] : unsaved) {
        if (const auto field = m_fields.find(key); field != m_fields.end())
            field->second->setPlainText(words);
    }
}

void OpenPoints::addHeading(const QString &words)
{
    auto *heading = new ThemedLabel(m_theme, words, {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, this);
    m_column->addSpacing(24);
    m_column->addWidget(heading);
    m_column->addSpacing(4);
}

void OpenPoints::addPoint(const Point &point)
{
    auto *title = new ThemedLabel(m_theme, point.title, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this);
    m_column->addSpacing(12);
    m_column->addWidget(title);
    if (!point.note.isEmpty()) {
        auto *note = new ThemedLabel(m_theme, point.note, {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, this);
        note->setFit(ThemedLabel::Fit::Wrap);
        m_column->addWidget(note);
    }
    const QString name = QStringLiteral("decision.") + QString(point.key).replace(QLatin1Char('/'), QLatin1Char('.'));
    for (std::size_t i = 0; i < point.places.size(); ++i) {
        auto *line = new PassageLine(m_theme, QStringLiteral("%1.place.%2").arg(name).arg(i), point.places[i], PassageLine::Show::Quote, this);
        connect(line, &QAbstractButton::clicked, this, [this, link = point.places[i].link] { emit placeWanted(link); });
        m_column->addWidget(line);
    }
    if (point.key.startsWith(QLatin1String("gap/"))) {
        auto *show = new QPushButton(tr("Show it on the timeline"), this);
        show->setObjectName(name + QStringLiteral(".timeline"));
        show->setAccessibleName(tr("Show on the timeline: %1").arg(point.title));
        show->setProperty("cls", "link");
        connect(show, &QPushButton::clicked, this, [this, link = QStringLiteral("gap:") + point.key.section(QLatin1Char('/'), 1)] { emit placeWanted(link); });
        m_column->addWidget(show, 0, Qt::AlignLeft);
    }
    auto *label = new ThemedLabel(m_theme, point.label, {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this);
    m_column->addSpacing(8);
    m_column->addWidget(label);
    m_column->addSpacing(4);
    auto *field = new RecordedText(m_theme, name, QStringLiteral("%1: %2").arg(point.title, point.label), this);
    field->setLines(2, 10);
    label->setBuddy(field);
    m_column->addWidget(field);
    m_fields[point.key] = field;
    connect(field, &RecordedText::commitWanted, this, [this, key = point.key, field] { save(key, field); });
}

void OpenPoints::save(const QString &key, RecordedText *field)
{
    if (!m_model->isOpen() || !field->isUnsent() || field->words().isEmpty())
        return;
    field->sent();
    const std::string id = key.section(QLatin1Char('/'), 1).toStdString(), words = field->words().toStdString();
    if (key.startsWith(QLatin1String("gap/"))) {
        if (const Result<GapId> gap = GapId::parse(id))
            m_model->record({model::GapExplained{*gap, words}});
    } else if (const Result<ContradictionId> contradiction = ContradictionId::parse(id)) {
        m_model->record({model::ContradictionResolved{*contradiction, words}});
    }
}

RecordedText *OpenPoints::fieldOf(const rules::Target &target) const
{
    const bool gap = target.place == rules::Target::Place::Gap;
    if (!gap && target.place != rules::Target::Place::Contradiction)
        return nullptr;
    const auto field = m_fields.find(gap ? gapKey(target.id) : contradictionKey(target.id));
    return field == m_fields.end() ? nullptr : field->second;
}

} // namespace caseward::ui
