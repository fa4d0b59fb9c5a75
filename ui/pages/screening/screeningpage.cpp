// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/screeningpage.h"

#include "ui/base/emptystate.h"
#include "ui/base/faultnote.h"
#include "ui/base/plaintable.h"
#include "ui/base/rule.h"
#include "ui/base/sectionheader.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/screening/judgementpanel.h"
#include "ui/pages/screening/screeningmodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace caseward::ui {

namespace {

constexpr int mostHits = 8, listWidth = 620, leastDetail = 480;

void setWidths(QTableView *table, std::initializer_list<int> widths, int stretched)
{
    QHeaderView *header = table->horizontalHeader();
    int column = 0;
    for (const int width : widths)
        header->resizeSection(column++, width);
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

} // namespace

ScreeningPage::ScreeningPage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_rows(new ScreeningModel(this)), m_hints(new HintModel(this))
{
    setObjectName(QStringLiteral("screening"));
    QVBoxLayout *column = makeColumn();
    buildTools(makeToolRow(column));
    m_note = new FaultNote(theme, QStringLiteral("screening.note"), this);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(16, 0, 16, 0);
    noteRow->addWidget(m_note);
    column->addLayout(noteRow);
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack, 1);
    m_empty = new EmptyState(theme, QStringLiteral("screening.empty"), tr("Screening is computed when a case is open."), {}, m_stack);
    m_stack->addWidget(m_empty);
    m_body = new QSplitter(m_stack);
    m_body->setObjectName(QStringLiteral("screening.body"));
    m_body->setChildrenCollapsible(false);
    m_stack->addWidget(m_body);
    buildList();
    buildDetail();
    m_body->setStretchFactor(0, 0);
    m_body->setStretchFactor(1, 1);
    m_body->setSizes({listWidth, listWidth});
    connect(model, &CaseModel::opened, this, &ScreeningPage::forget);
    connect(model, &CaseModel::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
    connect(model, &CaseModel::closed, this, &ScreeningPage::forget);
    showRow();
}

void ScreeningPage::buildTools(QHBoxLayout *row)
{
    QWidget *tools = row->parentWidget();
    m_form = new QComboBox(tools);
    m_form->setObjectName(QStringLiteral("screening.form"));
    m_form->setAccessibleName(tr("Questionnaire"));
    m_form->setToolTip(tr("The questionnaire that is screened"));
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setMinimumContentsLength(28);
    row->addWidget(m_form);
    connect(m_form, &QComboBox::activated, this, &ScreeningPage::showRows);
    m_about = new ThemedLabel(theme(), {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, tools);
    m_about->setObjectName(QStringLiteral("screening.about"));
    m_about->setFit(ThemedLabel::Fit::Elide);
    row->addWidget(m_about, 1);
    row->addWidget(new ThemedLabel(theme(), tr("As of"), {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, tools));
    m_asOf = new QLineEdit(tools);
    m_asOf->setObjectName(QStringLiteral("screening.asOf"));
    m_asOf->setAccessibleName(tr("As of this day"));
    m_asOf->setPlaceholderText(tr("today"));
    m_asOf->setToolTip(tr("Look-backs end on this day: YYYY-MM-DD, or empty for today"));
    m_asOf->setMaxLength(10);
    m_asOf->setFixedWidth(112);
    row->addWidget(m_asOf);
    connect(m_asOf, &QLineEdit::returnPressed, this, [this] {
        reload();
        m_list->setFocus();
    });
    auto *flags = new QPushButton(tr("Flag…"), tools);
    flags->setObjectName(QStringLiteral("screening.flag"));
    flags->setAccessibleName(tr("Flag something to look at"));
    connect(flags, &QPushButton::clicked, this, &ScreeningPage::flag);
    auto *letters = new QPushButton(tr("Letter…"), tools);
    letters->setObjectName(QStringLiteral("screening.letter"));
    letters->setAccessibleName(tr("Write the deficiency letter"));
    connect(letters, &QPushButton::clicked, this, &ScreeningPage::letter);
    auto *prior = new QPushButton(tr("Reciprocity…"), tools);
    prior->setObjectName(QStringLiteral("screening.prior"));
    prior->setAccessibleName(tr("Decide on another agency's eligibility"));
    connect(prior, &QPushButton::clicked, this, &ScreeningPage::reciprocity);
    for (QPushButton *button : {flags, prior, letters}) {
        button->setMinimumHeight(32);
        row->addWidget(button);
    }
}

void ScreeningPage::buildList()
{
    m_list = makePlainTable(theme(), QStringLiteral("screening.list"), tr("What is screened"), m_rows, m_body);
    setWidths(m_list, {96, 200, 184, 112}, ScreeningModel::Title);
    m_list->setMinimumWidth(listWidth - 40);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the title gives way, nothing is pushed out
    m_list->installEventFilter(this);
    m_body->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showRow();
        emit locationChanged();
    });
    connect(m_list, &QTableView::doubleClicked, this, &ScreeningPage::open);
}

void ScreeningPage::buildDetail()
{
    auto *detail = new QWidget(m_body);
    detail->setMinimumWidth(leastDetail);
    m_body->addWidget(detail);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new SectionHeader(theme(), {}, detail);
    column->addWidget(m_head);
    const auto wrapped = [&](const char *name, Tone tone) {
        auto *label = new ThemedLabel(theme(), {}, {Theme::Text::Base, QFont::Normal, tone, false}, detail);
        label->setObjectName(QLatin1String(name));
        label->setFit(ThemedLabel::Fit::Wrap);
        auto *room = new QVBoxLayout;            // margins of a label's own are lost when the style sheet changes
        room->setContentsMargins(16, 10, 16, 10);
        room->addWidget(label);
        column->addLayout(room);
        return label;
    };
    m_lead = wrapped("screening.lead", Tone::Secondary);
    m_hintList = makePlainTable(theme(), QStringLiteral("screening.hints"), tr("What was seen"), m_hints, detail);
    setWidths(m_hintList, {300, 76, 168}, HintModel::What);
    m_hintList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hintList->installEventFilter(this);
    column->addWidget(m_hintList, 1);
    connect(m_hintList->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ScreeningPage::showButtons);
    connect(m_hintList, &QTableView::doubleClicked, this, &ScreeningPage::open);
    column->addWidget(makeRule(Qt::Horizontal, detail));
    m_words = wrapped("screening.words", Tone::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 0, 16, 12);
    buttons->setSpacing(8);
    const auto button = [&](const char *name, const QString &words, const QString &spoken, void (ScreeningPage::*act)()) {
        auto *made = new QPushButton(words, detail);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(spoken);
        made->setMinimumHeight(32);
        buttons->addWidget(made);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    m_open = button("screening.open", tr("Open in review"), tr("Show the page in the review desk"), &ScreeningPage::open);
    m_dismiss = button("screening.dismiss", tr("Dismiss…"), tr("Dismiss this hint, with a reason"), &ScreeningPage::dismissHint);
    m_deficiency = button("screening.deficiency", tr("Deficiency…"), tr("Note what the sender must mend"), &ScreeningPage::noteDeficiency);
    m_record = button("screening.record", tr("Record…"), tr("Record what a paper shows, or what settles it"), &ScreeningPage::recordRow);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(makeRule(Qt::Horizontal, detail));
    m_judgement = new JudgementPanel(theme(), detail);
    column->addWidget(m_judgement);
    connect(m_judgement, &JudgementPanel::judged, this, [this](const model::SectionJudged &said) { record(said); });
}

void ScreeningPage::activate()
{
    if (m_stale)
        reload();
    m_list->setFocus();
}

void ScreeningPage::reload()
{
    if (!m_model->isOpen())
        return;
    m_stale = false;
    if (m_request != 0)
        m_model->worker()->cancel(m_request);
    const CaseId id = m_model->id();
    m_request = m_model->worker()->run<session::Screened>(
        this, [id, asOf = m_asOf->text().trimmed().toStdString()](session::Session &session, Progress &) { return session::ScreeningDesk(session).screen(id, asOf); },
        [this, id](const Result<session::Screened> &screened) {
            if (m_model->isOpen() && m_model->id() == id)
                show(screened);
        });
}

void ScreeningPage::show(const Result<session::Screened> &screened)
{
    if (!screened.ok()) {
        if (screened.fault().code != FaultCode::Cancelled)
            m_note->show(screened.fault());
        return;
    }
    m_note->clear();
    m_screened = *screened;
    const QString before = m_form->currentData().toString();
    m_form->clear();
    for (const session::FormScreening &form : m_screened->found.questionnaires)
        m_form->addItem(text(form.title), text(form.document.text()));
    m_form->setCurrentIndex(std::max(0, m_form->findData(before)));
    m_form->setEnabled(m_form->count() > 1);
    if (m_form->count() == 0)
        m_form->addItem(tr("no questionnaire"));
    if (!m_screened->found.unread.empty())
        m_note->notice(tr("Not every questionnaire is here"), tr("The answers of %1 could not be read.").arg(m_screened->found.unread.size()));
    if (!m_decided.isEmpty())
        m_note->notice(tr("The decision on reciprocity is recorded"), std::exchange(m_decided, {}));
    m_stack->setCurrentWidget(m_body);
    showRows();
}

void ScreeningPage::showRows()
{
    if (!m_screened || !m_model->isOpen())
        return;
    const auto form = static_cast<std::size_t>(std::max(0, m_form->currentIndex()));
    const auto &forms = m_screened->found.questionnaires;
    m_about->setText(form < forms.size() ? formWords(forms[form]) : tr("take a questionnaire in to see its sections"));
    const QString inHand = m_wanted.isEmpty() ? (row() ? row()->key : QString()) : std::exchange(m_wanted, QString());
    const int hintInHand = std::max(0, m_hintList->currentIndex().row());
    m_rows->setRows(screeningRows(*m_screened, form, *m_model->dossier()));
    choose(std::max(0, m_rows->rowOf(inHand)));
    if (row() && row()->key == inHand && hintInHand < m_hints->rowCount())
        m_hintList->setCurrentIndex(m_hints->index(hintInHand, 0));
}

void ScreeningPage::choose(int row)
{
    if (row < m_rows->rowCount())
        m_list->setCurrentIndex(m_rows->index(row, 0));
    showRow();
}

const ScreeningRow *ScreeningPage::row() const
{
    const int at = m_list->currentIndex().row();
    return at < 0 || at >= m_rows->rowCount() ? nullptr : &m_rows->rows()[static_cast<std::size_t>(at)];
}

const HintRow *ScreeningPage::hint() const
{
    const int at = m_hintList->currentIndex().row();
    return at < 0 || at >= m_hints->rowCount() ? nullptr : &m_hints->rows()[static_cast<std::size_t>(at)];
}

void ScreeningPage::showRow()
{
    const ScreeningRow *chosen = row();
    const bool section = chosen && chosen->kind == ScreeningRow::Kind::Section;
    m_head->setTitle(!chosen ? QString() : section ? tr("%1  %2").arg(chosen->group, chosen->title) : chosen->group);
    m_head->setDetail(chosen ? chosen->state : QString());
    m_lead->setText(!chosen ? QString() : chosen->lead.isEmpty() ? chosen->title : chosen->lead);
    m_hints->setRows(chosen ? chosen->hints : std::vector<HintRow>());
    m_judgement->setVisible(section);
    if (section)
        m_judgement->show(chosen->judged);
    if (m_hints->rowCount() > 0)
        m_hintList->setCurrentIndex(m_hints->index(0, 0));
    showButtons();
}

void ScreeningPage::showButtons()
{
    const HintRow *seen = hint();
    QStringList words;
    if (seen)
        for (const QString &part : {seen->text, seen->why, seen->settled})
            if (!part.isEmpty())
                words << part;
    m_words->setText(seen ? words.join(QLatin1Char(' ')) : tr("Nothing was seen here."));
    const auto tell = [](QPushButton *button, const QString &whyNot, const QString &key) {
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot.isEmpty() ? key : whyNot);
    };
    tell(m_open, whyNotOpen(), tr("Enter"));
    tell(m_dismiss, whyNotDismiss(), tr("D"));
    tell(m_deficiency, whyNotWeigh(), tr("N"));
    tell(m_record, whyNotRecord(), tr("E"));
    m_judgement->setWhyNot(whyNotWeigh());
    m_record->setText(row() && row()->kind == ScreeningRow::Kind::Deficiency ? tr("Settle…") : tr("Record…"));
}

void ScreeningPage::forget()
{
    m_stale = true;
    m_screened.reset();
    m_decided.clear();
    m_wanted.clear();
    m_rows->setRows({});
    m_form->clear();
    m_about->setText({});
    m_asOf->clear();
    m_note->clear();
    m_stack->setCurrentWidget(m_empty);
    showRow();
}

void ScreeningPage::nextOpen()
{
    const int count = m_rows->rowCount();
    for (int step = 1; step <= count; ++step) {
        const int at = (std::max(0, m_list->currentIndex().row()) + step) % count;
        if (m_rows->rows()[static_cast<std::size_t>(at)].open) {
            choose(at);
            m_list->setFocus();
            return;
        }
    }
}

bool ScreeningPage::goTo(const QString &where)
{
    const QString key = where.startsWith(QLatin1String("row:")) ? where.mid(4) : where.startsWith(QLatin1String("section:")) ? QStringLiteral("section/") + where.mid(8) : QString();
    if (key.isEmpty() || !m_model->isOpen())
        return false;
    const int at = m_rows->rowOf(key);
    if (at >= 0)
        choose(at);
    else
        m_wanted = key;
    activate();
    return true;
}

QString ScreeningPage::location() const { return row() ? QStringLiteral("row:") + row()->key : QString(); }

bool ScreeningPage::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_list || watched == m_hintList) && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            open();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

QList<PageHit> ScreeningPage::search(const QString &words)
{
    QList<PageHit> hits;
    for (const ScreeningRow &one : m_rows->rows()) {
        if (hits.size() >= mostHits)
            break;
        if (one.title.contains(words, Qt::CaseInsensitive) || one.group.contains(words, Qt::CaseInsensitive))
            hits << PageHit{QStringLiteral("list-checks"), one.title, one.state, [this, key = one.key] { choose(std::max(0, m_rows->rowOf(key))); }};
    }
    return hits;
}

} // namespace caseward::ui
