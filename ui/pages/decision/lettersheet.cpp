// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/lettersheet.h"

#include "core/base/files.h"
#include "ui/base/faultnote.h"
#include "ui/base/faultwords.h"
#include "ui/base/formfield.h"
#include "ui/base/pathline.h"
#include "ui/base/plaintable.h"
#include "ui/models/casewords.h"
#include "ui/paper/caseletter.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int previewWait = 350;               // ms after the last key
constexpr int leftWidth = 404, mostDays = 3650, textLines = 3;

const QString name = QStringLiteral("decision.letters");

QPlainTextEdit *manyLines(const QString &part, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(name + part);
    edit->setProperty("cls", "field");
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * textLines + 16);
    return edit;
}

} // namespace

Result<session::DossierPtr> makeLetter(session::Session &session, const CaseId &id, const session::LetterWish &wish, const Path &file, Instant now)
{
    session::LetterDesk desk(session);
    const session::PreparedLetter letter = TRY(desk.prepare(id, wish));
    const Bytes pdf = TRY(letterPdf(letter, now));
    if (wish.use == session::LetterUse::Issue)
        return TRY(desk.issue(id, letter, pdf, file)).dossier;
    TRY(writeFile(file, pdf));
    return session.openCase(id);
}

LetterSheet::LetterSheet(Theme *theme, CaseModel *model, const std::vector<session::LetterChoice> &choices, QWidget *anywhere)
    : Overlay(theme, name, anywhere), m_theme(theme), m_model(model), m_choices(choices), m_wait(new QTimer(this))
{
    setAccessibleName(tr("Letters"));
    m_wait->setSingleShot(true);
    m_wait->setInterval(previewWait);
    build(anywhere);
    fillKinds();
    connect(m_wait, &QTimer::timeout, this, &LetterSheet::preview);
    connect(m_kinds->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LetterSheet::chosen);
    connect(m_addressee, &QLineEdit::textChanged, this, &LetterSheet::previewSoon);
    connect(m_days, &QSpinBox::valueChanged, this, &LetterSheet::previewSoon);
    connect(m_words, &QPlainTextEdit::textChanged, this, &LetterSheet::previewSoon);
    connect(m_questions, &QPlainTextEdit::textChanged, this, &LetterSheet::previewSoon);
    connect(m_draft, &QPushButton::clicked, this, [this] { make(session::LetterUse::Draft); });
    connect(m_sign, &QPushButton::clicked, this, [this] { make(session::LetterUse::Issue); });
    chosen();
    present(m_kinds);
}

void LetterSheet::build(QWidget *anywhere)
{
    setCardWidth(std::clamp(anywhere->window()->width() - 160, 860, 1120));
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(12);
    column->addWidget(new ThemedLabel(m_theme, tr("Letters"), {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, card()));
    auto *lead = new ThemedLabel(m_theme, tr("A letter that is signed is entered in the case's history. Notes, explanations and paragraphs marked internal never stand in one that leaves."),
                                 {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, card());
    lead->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(lead);
    auto *across = new QHBoxLayout;
    across->setSpacing(24);
    across->addWidget(buildLeft());
    across->addWidget(buildRight(), 1);
    column->addLayout(across);
    m_file = new PathLine(name + QStringLiteral(".file"), tr("File of the letter"), {}, card());
    m_file->setChooser(PathLine::What::NewFile, tr("Write the letter to"), tr("PDF (*.pdf)"));
    column->addWidget(new FormField(m_theme, name + QStringLiteral(".fileField"), tr("&Write it to"), m_file, card()));
    m_note = new FaultNote(m_theme, name + QStringLiteral(".note"), card());
    column->addWidget(m_note);
    m_draft = new QPushButton(tr("Write a draft"), card());
    m_draft->setObjectName(name + QStringLiteral(".draft"));
    m_sign = new QPushButton(tr("Make and sign"), card());
    m_sign->setObjectName(name + QStringLiteral(".sign"));
    m_sign->setProperty("cls", "primary");
    auto *close = new QPushButton(tr("Close"), card());
    close->setObjectName(name + QStringLiteral(".close"));
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton *button : {close, m_draft, m_sign}) {
        button->setAccessibleName(button->text());
        row->addWidget(button);
    }
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &Overlay::dismiss);
}

QWidget *LetterSheet::buildLeft()
{
    auto *left = new QWidget(card());
    left->setFixedWidth(leftWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *kinds = new QStandardItemModel(0, 2, this);
    kinds->setHorizontalHeaderLabels({tr("Letter"), tr("Now")});
    m_kinds = makePlainTable(m_theme, name + QStringLiteral(".kinds"), tr("Kinds of letter"), kinds, left);
    m_kinds->horizontalHeader()->resizeSection(0, 236);
    m_kinds->horizontalHeader()->setStretchLastSection(true);
    m_kinds->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_kinds, 1);
    m_why = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, left);
    m_why->setObjectName(name + QStringLiteral(".why"));
    m_why->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(m_why);
    m_addressee = new QLineEdit(left);
    m_addressee->setObjectName(name + QStringLiteral(".addressee"));
    m_addressee->setMaxLength(250);
    m_days = new QSpinBox(left);
    m_days->setObjectName(name + QStringLiteral(".days"));
    m_days->setRange(0, mostDays);
    m_days->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or by the arrow keys
    m_words = manyLines(QStringLiteral(".words"), left);
    m_questions = manyLines(QStringLiteral(".questions"), left);
    column->addWidget(new FormField(m_theme, name + QStringLiteral(".addresseeField"), tr("&To"), m_addressee, left));
    m_daysField = new FormField(m_theme, name + QStringLiteral(".daysField"), tr("&Days to answer"), m_days, left);
    column->addWidget(m_daysField);
    m_questionsField = new FormField(m_theme, name + QStringLiteral(".questionsField"), tr("&Questions, one a line"), m_questions, left);
    column->addWidget(m_questionsField);
    auto *words = new FormField(m_theme, name + QStringLiteral(".wordsField"), tr("What &else it says"), m_words, left);
    words->setOptional();
    column->addWidget(words);
    return left;
}

QWidget *LetterSheet::buildRight()
{
    m_text = new QTextBrowser(card());
    m_text->setObjectName(name + QStringLiteral(".text"));
    m_text->setAccessibleName(tr("What the letter says"));
    m_text->setProperty("cls", "field");
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    auto *room = new QWidget(card()); // the style sets the height of the text itself
    room->setMinimumHeight(std::clamp(card()->window()->height() - 400, 240, 600));
    auto *inside = new QVBoxLayout(room);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_text);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    return room;
}

void LetterSheet::fillKinds()
{
    auto *rows = static_cast<QStandardItemModel *>(m_kinds->model());
    const int kept = m_kinds->currentIndex().row();
    rows->removeRows(0, rows->rowCount());
    int first = -1;
    for (const session::LetterChoice &one : m_choices) {
        const QString now = one.issueMissing.empty() ? tr("can be made") : one.draftMissing.empty() ? tr("draft only") : tr("not now");
        QList<QStandardItem *> items{new QStandardItem(text(model::letterKindTitle(one.kind))), new QStandardItem(now)};
        items[1]->setToolTip(text(one.issueMissing));
        rows->appendRow(items);
        if (first < 0 && one.issueMissing.empty())
            first = rows->rowCount() - 1;
    }
    m_kinds->setCurrentIndex(rows->index(kept >= 0 ? kept : std::max(first, 0), 0));
}

const session::LetterChoice &LetterSheet::choice() const
{
    return m_choices.at(static_cast<std::size_t>(std::max(m_kinds->currentIndex().row(), 0)));
}

session::LetterWish LetterSheet::wish(session::LetterUse use) const
{
    session::LetterWish wish;
    wish.kind = choice().kind;
    wish.addressee = m_addressee->text().trimmed().toStdString();
    wish.words = m_words->toPlainText().trimmed().toStdString();
    wish.use = use;
    if (choice().hasDays)
        wish.days = static_cast<std::uint32_t>(m_days->value());
    if (wish.kind == model::LetterKind::Interrogatory)
        for (const QString &line : m_questions->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!line.trimmed().isEmpty())
                wish.questions.push_back(line.trimmed().toStdString());
    return wish;
}

void LetterSheet::chosen()
{
    const session::LetterChoice &one = choice();
    m_why->setText(text(one.issueMissing));
    m_why->setVisible(!one.issueMissing.empty());
    m_daysField->setVisible(one.hasDays);
    m_days->setSpecialValueText(one.days == 0 ? tr("say how many") : one.unit == "business" ? tr("as the pack says: %1 business days").arg(one.days)
                                                                                          : tr("as the pack says: %1 days").arg(one.days));
    m_days->setValue(0);
    m_questionsField->setVisible(one.kind == model::LetterKind::Interrogatory);
    m_draft->setEnabled(one.draftMissing.empty());
    m_draft->setToolTip(text(one.draftMissing));
    m_sign->setEnabled(one.issueMissing.empty());
    m_sign->setToolTip(text(one.issueMissing));
    m_note->clear();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_file->line()->setText(QStringLiteral("%1/%2-%3.pdf").arg(folder, text(model::letterKindName(one.kind)), text(m_model->dossier()->facts.reference)));
    preview();
}

void LetterSheet::previewSoon() { m_wait->start(); }

void LetterSheet::preview()
{
    m_wait->stop();
    const session::LetterChoice &one = choice();
    ++m_asked;
    if (!one.draftMissing.empty()) {
        m_text->setPlainText(text(one.draftMissing));
        return;
    }
    m_model->worker()->run<session::PreparedLetter>(
        this, [id = m_model->id(), wish = wish(session::LetterUse::Draft)](session::Session &session, Progress &) { return session::LetterDesk(session).prepare(id, wish); },
        [this, asked = m_asked](const Result<session::PreparedLetter> &letter) {
            if (asked == m_asked)
                showPreview(letter);
        });
}

// Words alone: how it is set is the paper's.
void LetterSheet::showPreview(const Result<session::PreparedLetter> &letter)
{
    if (letter.ok())
        m_text->setPlainText(text(letters::plainText(letter->lines)));
    else
        m_text->setPlainText(tr("The letter shows here once it has what it needs: %1.").arg(text(letter.fault().detail)));
}

void LetterSheet::make(session::LetterUse use)
{
    if (!m_model->isOpen())
        return;
    m_draft->setEnabled(false);
    m_sign->setEnabled(false);
    m_note->clear();
    m_model->worker()->run<session::DossierPtr>(
        this,
        [id = m_model->id(), wish = wish(use), file = Path(m_file->path().toStdString()), now = SystemClock().now()](session::Session &session, Progress &) {
            return makeLetter(session, id, wish, file, now);
        },
        [this, use](const Result<session::DossierPtr> &done) { made(done, use); });
}

void LetterSheet::made(const Result<session::DossierPtr> &done, session::LetterUse use)
{
    const QString file = m_file->path();
    chosen();
    if (!done.ok()) {
        m_file->line()->setText(file); // as it was said
        m_note->show(done.fault());
        return;
    }
    if (use == session::LetterUse::Issue) {
        m_note->notice(tr("The letter is signed and in the history"), file);
        m_model->reload();
    } else {
        m_note->notice(tr("The draft is written"), file);
    }
}

} // namespace caseward::ui
