// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/matrixpage.h"

#include "core/packs/held.h"
#include "ui/base/emptystate.h"
#include "ui/base/rule.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/models/packwords.h"
#include "ui/pages/matrix/carriageview.h"
#include "ui/pages/matrix/cellpassages.h"
#include "ui/pages/matrix/matrixview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace caseward::ui {

namespace {

constexpr int passagesHeight = 190;
constexpr std::array<const char *, MatrixPage::viewCount> links = {"documents", "factors", "years", "carries"};

} // namespace

MatrixPage::MatrixPage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_sheet(new MatrixModel(this)), m_table(new MatrixView(theme, m_sheet, this)),
      m_passages(new CellPassages(theme, this)), m_carriage(new CarriageView(theme, this)),
      m_nothing(new EmptyState(theme, QStringLiteral("matrix.nothing"), {}, {}, this)),
      m_caption(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("matrix"));
    buildTools();
    m_grid = new QWidget(this);
    auto *grid = new QVBoxLayout(m_grid);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_table, 1);
    grid->addWidget(makeRule(Qt::Horizontal, this));
    m_passages->setFixedHeight(passagesHeight);
    grid->addWidget(m_passages);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_carriage);
    m_stack->addWidget(m_nothing);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_stack, 1);
    column->addWidget(makeRule(Qt::Horizontal, this));
    m_caption->setObjectName(QStringLiteral("matrix.caption"));
    m_caption->setContentsMargins(16, 8, 16, 8);
    m_caption->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(m_caption);
    connect(m_views, &SegmentedControl::chosen, this, [this](int index) { showView(static_cast<View>(index)); });
    connect(m_table, &MatrixView::cellChanged, this, &MatrixPage::showCell);
    connect(m_table, &MatrixView::passagesWanted, m_passages, &CellPassages::focusFirst);
    connect(m_table, &MatrixView::decisionWanted, this, [this](const QString &link) { emit placeWanted(QStringLiteral("decision"), link); });
    connect(m_passages, &CellPassages::backWanted, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_passages, &CellPassages::placeWanted, this, [this](const QString &link) { emit placeWanted(QStringLiteral("review"), link); });
    connect(m_carriage, &CarriageView::placeWanted, this, [this](const QString &link) { emit placeWanted(QStringLiteral("review"), link); });
    connect(m_carriage, &CarriageView::targetWanted, this, [this](const QString &link) { emit placeWanted(QStringLiteral("decision"), link); });
    connect(model, &CaseModel::opened, this, &MatrixPage::caseChanged);
    connect(model, &CaseModel::changed, this, &MatrixPage::caseChanged);
    connect(model, &CaseModel::closed, this, &MatrixPage::caseClosed);
}

void MatrixPage::buildTools()
{
    QHBoxLayout *row = makeToolRow(makeColumn());
    QWidget *tools = row->parentWidget();
    m_views = new SegmentedControl(theme(), QStringLiteral("matrix.view"), {tr("By document"), tr("Whole person"), tr("By year"), tr("What carries it")}, tools);
    m_views->setAccessibleName(tr("What the matrix shows"));
    m_views->setCurrent(0);
    row->addWidget(m_views);
    row->addStretch(1);
    m_packs = new QComboBox(tools);
    m_packs->setObjectName(QStringLiteral("matrix.pack"));
    m_packs->setAccessibleName(tr("Checklist of the case"));
    m_packs->hide();
    row->addWidget(m_packs);
    connect(m_packs, &QComboBox::activated, this, [this] {
        m_pack = m_packs->currentData().toString().toStdString();
        m_stale = true;
        refreshShown();
    });
}

packs::PackPtr MatrixPage::pack() const { return packs::heldOrLeading(m_model->packs(), m_pack); }

void MatrixPage::caseChanged()
{
    m_stale = true;
    if (isVisible())
        refreshShown();
}

void MatrixPage::caseClosed()
{
    m_pack.clear();
    m_sheet->show({});
    m_passages->show({}, {});
    m_carriage->clear();
    m_stale = true;
    showView(View::Documents);
}

void MatrixPage::fillPacks()
{
    offerPacks(m_packs, m_model->packs(), pack());
    m_packs->setVisible(m_packs->count() > 1);
}

void MatrixPage::refreshShown()
{
    if (!m_model->isOpen() || !m_stale)
        return;
    m_stale = false;
    fillPacks();
    const model::Dossier &dossier = *m_model->dossier();
    m_caption->setText(m_view == View::Carriage ? tr("Findings and what they rest on, not a recommendation.") : tr("Counts of tied passages, not a score."));
    if (m_view == View::Carriage) {
        m_carriage->show(dossier, *pack());
        m_stack->setCurrentWidget(m_carriage);
        return;
    }
    MatrixSheet sheet = m_view == View::Documents ? documentSheet(dossier, *pack()) : m_view == View::Factors ? factorSheet(dossier, *pack()) : yearSheet(dossier, *pack());
    const bool isEmpty = sheet.lines.empty();
    m_nothing->setSentence(sheet.nothing);
    m_table->setAccessibleName(m_view == View::Documents ? tr("Conditions by documents") : m_view == View::Factors ? tr("Conditions by whole-person factors")
                                                                                                               : tr("Guidelines by years of conduct"));
    m_table->show(std::move(sheet));
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_nothing) : m_grid);
}

void MatrixPage::showCell()
{
    const QModelIndex at = m_table->currentIndex();
    const MatrixLine *line = m_sheet->line(at.row());
    if (!line || !m_model->isOpen() || m_stale)
        return m_passages->show({}, {});
    std::vector<PassageId> wanted;
    if (const std::vector<PassageId> *cell = m_sheet->cell(at)) {
        wanted = *cell;
    } else {
        const auto stands = [line](const model::Tie &tie) {
            return std::ranges::any_of(line->cells, [&tie](const std::vector<PassageId> &some) { return std::ranges::find(some, tie.id) != some.end(); });
        };
        for (const model::Tie &tie : m_model->dossier()->ties)         // the whole line, in the order of the record
            if ((tie.condition.pack == pack()->id && line->link == QStringLiteral("condition:") + text(tie.condition.id)) || stands(tie))
                wanted.push_back(tie.id);
    }
    std::vector<PassageFacts> facts;
    for (const PassageId &id : wanted)
        if (const model::Tie *tie = m_model->dossier()->tie(id))
            facts.push_back(passageFacts(*m_model->dossier(), *pack(), *tie));
    const QString where = m_sheet->cell(at) ? m_sheet->sheet().columns[at.column() - 1].whole : QString();
    const QString name = QStringLiteral("%1  %2").arg(line->label, line->words);
    const QString count = facts.empty() ? tr("no passage") : facts.size() == 1 ? tr("1 passage") : tr("%1 passages").arg(facts.size());
    m_passages->show(where.isEmpty() ? QStringLiteral("%1  ·  %2").arg(name, count) : QStringLiteral("%1  ·  %2  ·  %3").arg(name, where, count), facts);
}

void MatrixPage::showView(View view)
{
    m_view = view;
    m_views->setCurrent(static_cast<int>(view));
    m_stale = true;
    if (isVisible())
        refreshShown();
    emit locationChanged();
}

void MatrixPage::activate()
{
    refreshShown();
    if (m_stack->currentWidget() == m_carriage)
        m_carriage->focusFirst();
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void MatrixPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refreshShown();
}

bool MatrixPage::goTo(const QString &where)
{
    const auto found = std::ranges::find_if(links, [&where](const char *link) { return where == QLatin1String(link); });
    if (found == links.end())
        return false;
    showView(static_cast<View>(found - links.begin()));
    return true;
}

QString MatrixPage::location() const { return QLatin1String(links[static_cast<std::size_t>(m_view)]); }

QList<PageAction> MatrixPage::pageActions()
{
    const auto whyNot = [this] { return m_model->isOpen() ? QString() : tr("No case is open."); };
    const std::array<QString, viewCount> words = {tr("Matrix: conditions by documents"), tr("Matrix: conditions by whole-person factors"),
                                                  tr("Matrix: guidelines by years of conduct"), tr("Matrix: what carries this decision")};
    QList<PageAction> actions;
    for (int i = 0; i < viewCount; ++i)
        actions << PageAction{QStringLiteral("matrix.show.%1").arg(i + 1), words[static_cast<std::size_t>(i)], QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)),
                              [this, i] {
                                  showView(static_cast<View>(i));
                                  activate();
                              }, whyNot};
    return actions;
}

} // namespace caseward::ui
