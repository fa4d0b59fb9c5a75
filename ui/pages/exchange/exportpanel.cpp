// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exchange/exportpanel.h"

#include "core/session/screening.h"
#include "ui/base/faultnote.h"
#include "ui/base/formfield.h"
#include "ui/base/progressline.h"
#include "ui/base/ticklist.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/exchange/factscard.h"
#include "ui/base/pathline.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace caseward::ui {

namespace {

const QString deficient = QStringLiteral("deficient"); // the purpose as the data of its entry
constexpr int longestWords = 2'000;

struct Choices { std::vector<session::DocketRow> cases; std::vector<session::Contact> contacts; };

QVBoxLayout *titled(Theme *theme, const QString &title, QWidget *content)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(new ThemedLabel(theme, title, {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}));
    auto *frame = new QFrame;
    frame->setProperty("cls", "panel");
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(content);
    column->addWidget(frame, 1);
    return column;
}

} // namespace

ExportPanel::ExportPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model),
      m_cases(new TickList(theme, QStringLiteral("export.cases"), tr("Cases to send"), this)),
      m_people(new TickList(theme, QStringLiteral("export.people"), tr("Sealed for"), this))
{
    setObjectName(QStringLiteral("export"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 16);
    row->setSpacing(16);
    row->addLayout(titled(theme, tr("Cases to send"), m_cases), 3);
    row->addLayout(titled(theme, tr("Sealed for"), m_people), 3);
    auto *form = new QVBoxLayout;
    form->setSpacing(12);
    row->addLayout(form, 4);
    buildForm(form);
    connect(m_cases, &TickList::tickedChanged, this, &ExportPanel::check);
    connect(m_people, &TickList::tickedChanged, this, &ExportPanel::check);
    setRunning(false);
}

void ExportPanel::buildForm(QVBoxLayout *column)
{
    auto *path = new PathLine(QStringLiteral("export.file"), tr("Bundle file"), tr("/media/…/case.cwb"));
    m_file = path->line();
    column->addWidget(new FormField(m_theme, QStringLiteral("export.fileField"), tr("Bundle &file"), path, this));
    m_purpose = new QComboBox;
    m_purpose->setObjectName(QStringLiteral("export.purpose"));
    m_purpose->addItems({tr("for review and countersignature"), tr("returned with notes"), tr("for decision"), tr("for the record")});
    m_purpose->addItem(tr("back to the sender: deficient"), deficient);
    m_basis = new QLineEdit;
    m_basis->setObjectName(QStringLiteral("export.basis"));
    auto *pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(new FormField(m_theme, QStringLiteral("export.purposeField"), tr("&Purpose"), m_purpose, this), 1);
    pair->addWidget(new FormField(m_theme, QStringLiteral("export.basisField"), tr("&Legal basis (optional)"), m_basis, this), 1);
    column->addLayout(pair);
    m_say = new QLineEdit;
    m_say->setObjectName(QStringLiteral("export.say"));
    m_say->setMaxLength(longestWords);
    auto *say = new FormField(m_theme, QStringLiteral("export.sayField"), tr("W&ords to the sender (optional)"), m_say, this);
    say->setHelp(tr("Recorded with every deficiency that is noted and not settled; the letter itself is written under Screening"));
    m_sayField = say;
    column->addWidget(say);
    m_fault = new FaultNote(m_theme, QStringLiteral("export.fault"), this);
    m_receipt = new FactsCard(m_theme, QStringLiteral("export.receipt"), this);
    column->addWidget(m_fault);
    column->addWidget(m_receipt);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_progress = new ProgressLine(m_theme, this);
    m_words = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this);
    m_words->setFit(ThemedLabel::Fit::Elide);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("export.cancel"));
    m_cancel->setAccessibleName(tr("Cancel sealing"));
    m_seal = new QPushButton(tr("Seal bundle"), this);
    m_seal->setObjectName(QStringLiteral("export.start"));
    m_seal->setAccessibleName(m_seal->text());
    m_seal->setProperty("cls", "primary");
    row->addWidget(m_words, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_seal);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_file, &QLineEdit::textChanged, this, &ExportPanel::check);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &ExportPanel::showPurpose);
    showPurpose();
    connect(path, &PathLine::browseWanted, this, &ExportPanel::chooseFile);
    connect(m_seal, &QPushButton::clicked, this, &ExportPanel::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_model->worker()->cancel(m_request); });
}

void ExportPanel::reload()
{
    m_model->worker()->run<Choices>(
        this,
        [](session::Session &session, Progress &) -> Result<Choices> {
            Choices choices;
            choices.cases = TRY(session.docket());
            choices.contacts = TRY(session.contacts());
            return choices;
        },
        [this](const Result<Choices> &choices) {
            if (choices.ok())
                showChoices(choices->cases, choices->contacts);
            else if (choices.fault().code != FaultCode::NotSignedIn)
                m_fault->show(choices.fault());
        });
}

void ExportPanel::showChoices(const std::vector<session::DocketRow> &cases, const std::vector<session::Contact> &contacts)
{
    const QStringList before = m_cases->ticked(), people = m_people->ticked();
    m_cases->clear();
    m_people->clear();
    for (const session::DocketRow &row : cases) {
        if (!row.readable || !row.custodyHere)
            continue;
        const QString key = text(row.id.text());
        const bool tick = before.contains(key) || (before.isEmpty() && m_model->isOpen() && m_model->id() == row.id);
        m_cases->addChoice(text(row.reference), row.documents == 1 ? tr("%1  ·  1 document").arg(statusWord(row.status)) : tr("%1  ·  %2 documents").arg(statusWord(row.status)).arg(row.documents), key, tick);
    }
    for (const session::Contact &contact : contacts) {
        // Sealing for oneself would hand custody to the place it is at.
        if (contact.fingerprint == m_model->signedIn().certificate.fingerprint())
            continue;
        QStringList roles;
        for (const std::string &role : contact.roles)
            roles << roleWord(role);
        const QString key = text(contact.fingerprint.hex());
        m_people->addChoice(text(contact.name), QStringLiteral("%1  ·  %2  ·  %3").arg(roles.join(QStringLiteral(", ")), text(contact.office), shortDigest(contact.fingerprint)),
                            key, people.contains(key));
    }
    check();
}

QStringList ExportPanel::namesTicked() const
{
    QStringList names;
    for (int row = 0; row < m_people->count(); ++row)
        if (m_people->item(row)->checkState() == Qt::Checked)
            names << m_people->item(row)->text();
    return names;
}

void ExportPanel::setFile(const QString &file) { m_file->setText(file); }

void ExportPanel::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Seal into this file"), m_file->text(), tr("Caseward bundles (*.cwb)"));
    dialog->setObjectName(QStringLiteral("export.fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the core never overwrites; its fault says so
    dialog->setDefaultSuffix(QStringLiteral("cwb"));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPanel::setFile);
    dialog->open();
}

bool ExportPanel::isDeficient() const { return m_purpose->currentData().toString() == deficient; }

void ExportPanel::showPurpose()
{
    m_sayField->setVisible(isDeficient());
    check();
}

void ExportPanel::check()
{
    if (!m_seal)
        return; // while it is being made
    QString missing;
    if (m_cases->ticked().isEmpty())
        missing = tr("Choose at least one case");
    else if (isDeficient() && m_cases->ticked().size() > 1)
        missing = tr("Choose one case: each goes back with its own letter");
    else if (m_people->ticked().isEmpty())
        missing = tr("Choose who may open it");
    else if (m_file->text().trimmed().isEmpty())
        missing = tr("Choose the file");
    m_seal->setEnabled(!m_running && missing.isEmpty());
    if (!m_running)
        m_words->setText(missing);
}

void ExportPanel::start()
{
    if (!m_seal->isEnabled())
        return;
    session::ExportRequest request;
    for (const QString &key : m_cases->ticked()) {
        if (const auto id = CaseId::parse(key.toStdString()); id.ok())
            request.cases.push_back(*id);
    }
    for (const QString &key : m_people->ticked()) {
        if (const auto digest = Digest::parseHex(key.toStdString()); digest.ok())
            request.recipients.push_back(*digest);
    }
    request.file = Path(m_file->text().trimmed().toStdString());
    request.purpose = m_purpose->currentText().toStdString();
    request.legalBasis = m_basis->text().trimmed().toStdString();
    m_fault->clear();
    m_receipt->clear();
    setRunning(true);
    const std::string to = namesTicked().join(QStringLiteral(", ")).toStdString();
    m_request = m_model->worker()->run<session::BundleSent>(
        this,
        [request, to, back = isDeficient(), words = m_say->text().trimmed().toStdString()](session::Session &session, Progress &progress) {
            return back ? session::ScreeningDesk(session).returnDeficient(request.cases.front(), to, words, request, progress) : session.exportBundle(request, progress);
        },
        [this](const Result<session::BundleSent> &result) { finish(result); },
        [this](quint64 done, quint64 total) {
            m_progress->setProgress(done, total);
            m_words->setText(total > 0 ? tr("Sealing, %1 of %2").arg(sizeWord(done), sizeWord(total)) : tr("Sealing…"));
        });
}

void ExportPanel::finish(const Result<session::BundleSent> &result)
{
    setRunning(false);
    if (!result.ok()) {
        m_fault->show(result.fault());
        return;
    }
    m_receipt->show(QStringLiteral("circle-check"), Tone::Mitigating, tr("Sealed. Hand this to the courier with the medium."),
                    {{tr("Bundle"), text(result->id.text()), true, Tone::Primary},
                     {tr("File"), QString::fromStdString(result->file.string()), false, Tone::Primary},
                     {tr("Size"), result->parts == 1 ? sizeWord(result->bytes) : tr("%1 in %2 parts").arg(sizeWord(result->bytes)).arg(result->parts), false, Tone::Primary},
                     {tr("Number on this lane"), QString::number(result->lane), false, Tone::Primary}});
    m_file->clear();
    m_say->clear();
    if (m_model->isOpen())
        m_model->reload();
    reload();
    emit sent();
}

void ExportPanel::setRunning(bool running)
{
    m_running = running;
    m_progress->setProgress(0, 0);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_cases, m_people, m_file, m_purpose, m_basis, m_say})
        widget->setEnabled(!running);
    check();
}

} // namespace caseward::ui
