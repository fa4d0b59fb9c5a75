// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/trustform.h"

#include "ui/base/formfield.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

TrustForm::TrustForm(Theme *theme, const QString &whyNoAnchors, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.trustForm"),
               {tr("Take in authorities and revocation lists"),
                tr("Certificates of authorities and revocation lists, PEM or DER. Everything is checked before anything is kept, and all of it or nothing is."),
                tr("Take in")},
               anywhere),
      m_files(new QPlainTextEdit), m_anchors(new QCheckBox(tr("Also believe a &new office or root")))
{
    setCardWidth(600);
    m_files->setObjectName(QStringLiteral("people.trust.files"));
    m_files->setProperty("cls", "field");
    m_files->setTabChangesFocus(true);
    m_files->setFixedHeight(96);
    m_files->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_files->setPlaceholderText(tr("/media/…/office.crl"));
    addField(tr("&Files, one a line"), m_files);
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setObjectName(QStringLiteral("people.trust.browse"));
    browse->setAccessibleName(tr("Choose files"));
    auto *row = new QHBoxLayout;
    row->addWidget(browse);
    row->addStretch(1);
    fields()->addLayout(row);
    m_anchors->setObjectName(QStringLiteral("people.trust.anchors"));
    m_anchors->setAccessibleName(tr("Also believe a new office or root"));
    m_anchors->setEnabled(whyNoAnchors.isEmpty());
    fields()->addWidget(m_anchors);
    auto *note = new ThemedLabel(theme,
                                 whyNoAnchors.isEmpty() ? tr("An authority that leads to nobody believed here. Whoever holds its key can then say who is who at this station: "
                                                             "compare the fingerprint with one that came another way.")
                                                        : whyNoAnchors,
                                 {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, card());
    note->setFit(ThemedLabel::Fit::Wrap);
    m_anchors->setAccessibleDescription(note->text());
    fields()->addWidget(note);
    connect(browse, &QPushButton::clicked, this, &TrustForm::chooseFiles);
    connect(m_files, &QPlainTextEdit::textChanged, this, [this] { check(); });
    check();
    present(m_files);
}

void TrustForm::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose certificates and revocation lists"), {}, tr("Certificates and lists (*.pem *.crt *.cer *.der *.crl);;All files (*)"));
    dialog->setObjectName(QStringLiteral("people.trust.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &chosen) { m_files->setPlainText((files() + chosen).join(QLatin1Char('\n'))); });
    dialog->open();
}

QStringList TrustForm::files() const
{
    QStringList list;
    for (const QString &line : m_files->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            list << line.trimmed();
    }
    return list;
}

QString TrustForm::whyNot() const { return files().isEmpty() ? tr("Name at least one file.") : QString(); }

void TrustForm::accept()
{
    Given given;
    for (const QString &file : files())
        given.files.emplace_back(file.toStdString());
    if (m_anchors->isChecked())
        given.anchors = session::NewAnchors::Accept;
    setBusy(true);
    emit wanted(given);
}

void TrustForm::resume() { setBusy(false); }

} // namespace caseward::ui
