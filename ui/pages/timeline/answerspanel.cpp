// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/answerspanel.h"

#include "ui/base/emptystate.h"
#include "ui/base/faultnote.h"
#include "ui/base/faultwords.h"
#include "ui/base/filterline.h"
#include "ui/base/plaintable.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/timeline/answermodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace caseward::ui {

AnswersPanel::AnswersPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_answers(new AnswerModel(this)), m_filter(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("answers"));
    m_filter->setSourceModel(m_answers);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    build(theme);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AnswersPanel::showFoot);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setFilterFixedString(words);
        if (m_filter->rowCount() > 0)
            m_table->setCurrentIndex(m_filter->index(0, 0));
        showFoot();
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] { open(false); });
    connect(m_open, &QPushButton::clicked, this, [this] { open(false); });
    connect(m_claim, &QPushButton::clicked, this, [this] { open(true); });
    clear();
}

void AnswersPanel::build(Theme *theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_note = new FaultNote(theme, QStringLiteral("answers.note"), this);
    m_empty = new EmptyState(theme, QStringLiteral("answers.empty"), tr("No questionnaire in this case gives its answers one by one. Take one in as XML to see them here."), {}, this);
    m_whole = new QWidget(this);
    column->addWidget(m_note);
    column->addWidget(m_empty, 1);
    column->addWidget(m_whole, 1);
    auto *inside = new QVBoxLayout(m_whole);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 8, 16, 8);
    m_count = new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_whole);
    m_count->setObjectName(QStringLiteral("answers.count"));
    m_words = new QLineEdit(m_whole);
    m_words->setObjectName(QStringLiteral("answers.filter"));
    m_words->setAccessibleName(tr("Filter the answers"));
    m_words->setPlaceholderText(tr("Filter by section, question or answer"));
    makeFilterLine(m_words, theme, QStringLiteral("list-filter"));
    m_words->setFixedWidth(300);
    top->addWidget(m_count, 1);
    top->addWidget(m_words);
    inside->addLayout(top);
    m_table = makePlainTable(theme, QStringLiteral("answers.table"), tr("Answers of the questionnaire"), m_filter, m_whole);
    const int widths[] = {190, 330, 330, 60, 200};
    for (int i = 0; i < AnswerModel::ColumnCount; ++i)
        m_table->horizontalHeader()->resizeSection(i, widths[i]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->installEventFilter(this);
    inside->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 10);
    foot->setSpacing(12);
    m_details = new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, m_whole);
    m_details->setObjectName(QStringLiteral("answers.details"));
    m_details->setFit(ThemedLabel::Fit::Wrap);
    m_claim = new QPushButton(tr("Contradicted…"), m_whole);
    m_claim->setObjectName(QStringLiteral("answers.claim"));
    m_claim->setAccessibleName(tr("This answer is contradicted: choose by what"));
    m_open = new QPushButton(tr("Open in review"), m_whole);
    m_open->setObjectName(QStringLiteral("answers.open"));
    m_open->setAccessibleName(m_open->text());
    foot->addWidget(m_details, 1);
    for (QPushButton *button : {m_claim, m_open}) {
        button->setMinimumHeight(32);
        foot->addWidget(button);
    }
    inside->addLayout(foot);
}

void AnswersPanel::reload()
{
    if (!m_model->isOpen())
        return;
    std::vector<DocumentId> documents;
    for (const model::DocumentState &document : m_model->dossier()->documents)
        if (document.facts.media == model::MediaType::Questionnaire && document.isReadable())
            documents.push_back(document.facts.document);
    if (m_request != 0)
        m_model->worker()->cancel(m_request);
    const CaseId id = m_model->id();
    m_request = m_model->worker()->run<std::vector<session::AnswersPtr>>(
        this,
        [id, documents](session::Session &session, Progress &) -> Result<std::vector<session::AnswersPtr>> {
            std::vector<session::AnswersPtr> all;
            for (const DocumentId &document : documents)
                all.push_back(TRY(session::Answers(session).of(id, document)));
            return all;
        },
        [this, id, documents](const Result<std::vector<session::AnswersPtr>> &answers) {
            if (m_model->isOpen() && m_model->id() == id)
                show(answers, documents);
        });
}

void AnswersPanel::show(const Result<std::vector<session::AnswersPtr>> &answers, const std::vector<DocumentId> &documents)
{
    if (!answers.ok()) {
        if (answers.fault().code != FaultCode::Cancelled)
            m_note->show(answers.fault());
        return;
    }
    m_note->clear();
    std::vector<AnsweredForm> forms;
    for (std::size_t i = 0; i < documents.size(); ++i)
        forms.push_back({documents[i], (*answers)[i]});
    const int row = std::max(0, m_table->currentIndex().row());
    m_answers->setRows(answerRows(forms, *m_model->dossier()));
    const bool any = m_answers->rowCount() > 0;
    m_whole->setVisible(any);
    m_empty->setVisible(!any);
    if (m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(std::min(row, m_filter->rowCount() - 1), 0));
    showFoot();
}

void AnswersPanel::clear()
{
    m_answers->setRows({});
    m_words->clear();
    m_note->clear();
    m_whole->hide();
    m_empty->show();
    showFoot();
}

void AnswersPanel::takeFocus()
{
    m_table->setFocus();
}

void AnswersPanel::focusFilter()
{
    m_words->setFocus();
}

const AnswerRow *AnswersPanel::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_answers->rows()[static_cast<std::size_t>(index.row())] : nullptr;
}

void AnswersPanel::showFoot()
{
    const AnswerRow *row = current();
    m_details->setText(!row ? QString() : row->details.isEmpty() ? tr("Nothing is tied to this answer, and nothing contradicts it so far.") : row->details.join(QLatin1Char('\n')));
    m_count->setText(m_filter->rowCount() == m_answers->rowCount() ? tr("%1 answers").arg(m_answers->rowCount())
                                                                   : tr("%1 of %2 answers").arg(m_filter->rowCount()).arg(m_answers->rowCount()));
    const QString opens = whyNotOpen(), claims = whyNotClaim();
    m_open->setEnabled(opens.isEmpty());
    m_open->setToolTip(opens.isEmpty() ? tr("Enter") : opens);
    m_claim->setEnabled(claims.isEmpty());
    m_claim->setToolTip(claims.isEmpty() ? tr("C") : claims);
}

QString AnswersPanel::whyNotOpen() const
{
    return current() ? QString() : tr("Choose an answer first.");
}

QString AnswersPanel::whyNotClaim() const
{
    if (!current())
        return whyNotOpen();
    const Status status = m_model->mayAct(rules::Act::Weigh);
    return status.ok() ? QString() : shortWordsOf(status.fault());
}

void AnswersPanel::open(bool asClaim)
{
    const AnswerRow *row = current();
    if (!row || (asClaim && !whyNotClaim().isEmpty()))
        return;
    emit placeWanted(QStringLiteral("%1:%2:%3:%4:%5").arg(asClaim ? QStringLiteral("claim") : QStringLiteral("place"), text(row->document.text()))
                         .arg(row->place.page).arg(row->place.start).arg(row->place.end));
}

bool AnswersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            open(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace caseward::ui
