// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/returnnotes.h"

#include "ui/base/themedlabel.h"
#include "ui/evidence/passagefacts.h"
#include "ui/models/casewords.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace caseward::ui {

namespace {

QString words(const char *text) { return QCoreApplication::translate("ReturnNotes", text); }

const model::Review *newestReturn(const model::Dossier &dossier)
{
    if (dossier.status != model::CaseStatus::Returned)
        return nullptr;
    for (auto review = dossier.reviews.rbegin(); review != dossier.reviews.rend(); ++review) {
        if (!review->concurred)
            return &*review;
    }
    return nullptr;
}

// casewardctl also takes a bare paragraph or letter; the window names places in full.
QString inFull(const QString &target, const packs::Pack *pack)
{
    if (!pack || target.isEmpty() || target.contains(QLatin1Char('/')))
        return target;
    if (pack->condition(target.toStdString()))
        return QStringLiteral("condition/%1/%2").arg(text(pack->id), target);
    if (pack->guideline(target.toStdString()))
        return QStringLiteral("guideline/%1/%2").arg(text(pack->id), target);
    return target;
}

} // namespace

QString areaWords(const QString &area)
{
    constexpr std::pair<const char *, const char *> all[] = {
        {"document", QT_TRANSLATE_NOOP("ReturnNotes", "Document")}, {"passage", QT_TRANSLATE_NOOP("ReturnNotes", "Passage")},
        {"contradiction", QT_TRANSLATE_NOOP("ReturnNotes", "Contradiction")}, {"gap", QT_TRANSLATE_NOOP("ReturnNotes", "Gap")},
        {"pack", QT_TRANSLATE_NOOP("ReturnNotes", "Guideline pack")}, {"allegation", QT_TRANSLATE_NOOP("ReturnNotes", "Sub-paragraph")},
        {"section", QT_TRANSLATE_NOOP("ReturnNotes", "Section of the questionnaire")}, {"release", QT_TRANSLATE_NOOP("ReturnNotes", "Release")},
        {"identity", QT_TRANSLATE_NOOP("ReturnNotes", "Identity")}, {"component", QT_TRANSLATE_NOOP("ReturnNotes", "Component")},
        {"flag", QT_TRANSLATE_NOOP("ReturnNotes", "Flag")}, {"deficiency", QT_TRANSLATE_NOOP("ReturnNotes", "Deficiency")},
        {"condition", QT_TRANSLATE_NOOP("ReturnNotes", "Condition")}, {"guideline", QT_TRANSLATE_NOOP("ReturnNotes", "Guideline")},
        {"factor", QT_TRANSLATE_NOOP("ReturnNotes", "Whole person")}, {"reasons", QT_TRANSLATE_NOOP("ReturnNotes", "Reasons")},
        {"outcome", QT_TRANSLATE_NOOP("ReturnNotes", "Outcome")}, {"check", QT_TRANSLATE_NOOP("ReturnNotes", "Explained check")},
        {"decision", QT_TRANSLATE_NOOP("ReturnNotes", "Decision")}, {"review", QT_TRANSLATE_NOOP("ReturnNotes", "Review")},
        {"stage", QT_TRANSLATE_NOOP("ReturnNotes", "Stage of the proceedings")}, {"clock", QT_TRANSLATE_NOOP("ReturnNotes", "Clock")},
        {"eligibility", QT_TRANSLATE_NOOP("ReturnNotes", "Eligibility")}, {"reciprocity", QT_TRANSLATE_NOOP("ReturnNotes", "Reciprocity")},
        {"conflict", QT_TRANSLATE_NOOP("ReturnNotes", "Conflict of interest")}, {"letter", QT_TRANSLATE_NOOP("ReturnNotes", "Letter")}};
    for (const auto &[name, said] : all) {
        if (area == QLatin1String(name))
            return words(said);
    }
    return area;
}

QString noteTargetWords(const QString &target, const model::Dossier &dossier, const packs::Pack *pack)
{
    const QString area = target.section(QLatin1Char('/'), 0, 0), key = target.section(QLatin1Char('/'), 1);
    const QString last = key.section(QLatin1Char('/'), -1);
    if (target.isEmpty())
        return words("The decision as a whole");
    if (area == QLatin1String("condition") && pack) {
        const packs::Condition *condition = pack->condition(last.toStdString());
        return condition ? conditionLabel(*condition) + QStringLiteral("  ") + text(condition->shortText) : last;
    }
    if (area == QLatin1String("guideline"))
        return words("Guideline %1").arg(last);
    if (area == QLatin1String("factor"))
        return words("Whole-person factor %1").arg(last);
    if (area == QLatin1String("passage")) {
        for (const model::Tie &tie : dossier.ties) {
            if (text(tie.id.text()) == key)
                return words("Passage, %1").arg(placeWords(dossier, tie.anchor));
        }
    }
    return areaWords(area);
}

ReturnNotes::ReturnNotes(Theme *theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(name),
      m_title(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Warning, false}, this)),
      m_reason(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, this)), m_list(new QVBoxLayout)
{
    setObjectName(name);
    setAccessibleName(tr("Notes of the supervisor"));
    m_reason->setFit(ThemedLabel::Fit::Wrap);
    m_reason->setObjectName(name + QStringLiteral(".reason"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    m_list->setSpacing(0);
    column->addLayout(m_list);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ReturnNotes::show(const model::Dossier *dossier, const packs::Pack *pack)
{
    const model::Review *review = dossier ? newestReturn(*dossier) : nullptr;
    setVisible(review != nullptr);
    if (!review) {
        m_shown = 0;
        return;
    }
    if (review->when.seq == m_shown)
        return; // the ticks stay
    m_shown = review->when.seq;
    fill(*review, *dossier, pack);
}

void ReturnNotes::fill(const model::Review &review, const model::Dossier &dossier, const packs::Pack *pack)
{
    m_title->setText(tr("Returned by %1, %2").arg(text(dossier.personName(review.when.actor)), momentWord(review.when.at)));
    m_reason->setText(text(review.reason));
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < review.notes.size(); ++i) {
        const QString target = inFull(text(review.notes[i].target), pack), name = QStringLiteral("%1.%2").arg(m_name).arg(i);
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 4, 0, 0);
        row->setSpacing(8);
        auto *done = new QCheckBox(line);
        done->setObjectName(name + QStringLiteral(".done"));
        done->setAccessibleName(tr("Note %1 is dealt with: %2").arg(i + 1).arg(text(review.notes[i].text)));
        done->setToolTip(tr("A mark for yourself: it is not recorded"));
        auto *about = new QPushButton(noteTargetWords(target, dossier, pack), line);
        about->setObjectName(name + QStringLiteral(".go"));
        about->setAccessibleName(tr("Go to %1").arg(about->text()));
        about->setProperty("cls", "link");
        connect(about, &QPushButton::clicked, this, [this, target] { emit targetWanted(target); });
        auto *said = new ThemedLabel(m_theme, text(review.notes[i].text), {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, line);
        said->setFit(ThemedLabel::Fit::Wrap);
        connect(done, &QCheckBox::toggled, said, [said](bool on) { said->setTone(on ? Tone::Secondary : Tone::Primary); });
        done->setFixedHeight(about->sizeHint().height()); // in one line with the words
        row->addWidget(done, 0, Qt::AlignTop);
        row->addWidget(about, 0, Qt::AlignTop);
        row->addWidget(said, 1, Qt::AlignVCenter);
        m_list->addWidget(line);
    }
}

void ReturnNotes::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().warnBg);
    painter.fillRect(0, 0, 3, height(), m_theme->tokens().warn);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
