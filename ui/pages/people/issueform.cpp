// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/issueform.h"

#include "ui/base/formfield.h"
#include "ui/base/passphraseedit.h"
#include "ui/base/pathline.h"
#include "ui/pages/people/personforms.h"

#include <QCheckBox>
#include <QDate>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>


namespace caseward::ui {

namespace {

constexpr int threeYears = 1095, tenYears = 3653;

PathLine *folderLine(const QString &name, const QString &words, const QString &choose)
{
    auto *line = new PathLine(name, words, QStringLiteral("/media/…"));
    line->setChooser(PathLine::What::Folder, choose);
    return line;
}

PassphraseEdit *named(const QString &name)
{
    auto *edit = new PassphraseEdit;
    edit->setObjectName(name);
    return edit;
}

QSpinBox *daysBox(const QString &name)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(1, tenYears);
    box->setValue(threeYears);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setSuffix(IssueForm::tr(" days"));
    return box;
}

// "J. Müller" -> "j-muller": a name of files that every medium takes.
QString stemOf(const QString &name)
{
    QString stem;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            stem += c;
        else if (!stem.isEmpty() && !stem.endsWith(QLatin1Char('-')) && (c.isSpace() || c.isPunct()))
            stem += QLatin1Char('-');
    }
    while (stem.endsWith(QLatin1Char('-')))
        stem.chop(1);
    return stem.isEmpty() ? QStringLiteral("person") : stem;
}

} // namespace

IssueForm::IssueForm(Theme *theme, const QString &rule, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.issueForm"),
               {tr("A new person"), tr("The office makes a key and a certificate for them and they are enrolled. For somebody who has a certificate already, or a card: Enrol."), tr("Make and enrol")},
               anywhere),
      m_name(new QLineEdit), m_roles(new RoleTicks(QStringLiteral("people.issue.roles"), card(), 4)),
      m_office(folderLine(QStringLiteral("people.issue.office"), tr("Folder of the office"), tr("Choose the folder with office.pem and office.p8"))),
      m_folder(folderLine(QStringLiteral("people.issue.folder"), tr("Where the new key goes"), tr("Choose where their key and certificate go"))),
      m_officePassphrase(named(QStringLiteral("people.issue.officePassphrase"))), m_passphrase(named(QStringLiteral("people.issue.passphrase"))),
      m_again(named(QStringLiteral("people.issue.again"))), m_days(daysBox(QStringLiteral("people.issue.days"))), m_member(new QCheckBox(tr("May open this vault"), card()))
{
    setCardWidth(840);
    m_name->setObjectName(QStringLiteral("people.issue.name"));
    m_name->setMaxLength(100);
    m_member->setObjectName(QStringLiteral("people.issue.member"));
    m_member->setAccessibleName(m_member->text());
    m_member->setChecked(true);
    FormField *name = addField(tr("&Name"), m_name);
    sideBySide(name, addField(tr("Where the new &key goes"), m_folder, tr("A medium of their own. Two files are made there.")));
    fields()->addWidget(m_roles);
    FormField *office = addField(tr("Folder of the &office"), m_office, tr("With office.pem and office.p8."));
    sideBySide(office, addField(tr("&Passphrase of the office key"), m_officePassphrase));
    FormField *fresh = addField(tr("&Their passphrase"), m_passphrase, rule);
    m_againField = addField(tr("Their passphrase, &again"), m_again);
    sideBySide(fresh, m_againField);
    FormField *days = addField(tr("&Good for"), m_days);
    sideBySide(days, addField(tr("&Vault"), m_member));
    connect(m_name, &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_roles, &RoleTicks::changed, this, [this] { check(); });
    for (PathLine *line : {m_office, m_folder})
        connect(line->line(), &QLineEdit::textChanged, this, [this] { check(); });
    for (PassphraseEdit *edit : {m_officePassphrase, m_passphrase, m_again})
        connect(edit, &PassphraseEdit::typed, this, [this] { check(); });
    check();
    present(m_name);
}

QString IssueForm::whyNot() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("Type the name of the person.");
    if (m_roles->roles().empty())
        return tr("Somebody on the roster has at least one role.");
    if (m_office->path().isEmpty() || m_officePassphrase->isEmpty())
        return tr("Say where the office's key is, and type its passphrase.");
    if (m_folder->path().isEmpty())
        return tr("Say where their key goes.");
    return m_passphrase->isEmpty() || m_again->isEmpty() ? tr("They type their passphrase twice.") : QString();
}

void IssueForm::accept()
{
    Given given;
    given.passphrase = std::make_shared<crypto::Secret>(m_passphrase->take());
    const crypto::Secret again = m_again->take();
    const bool agree = PassphraseEdit::agree(*given.passphrase, again);
    m_againField->setError(agree ? QString() : tr("The two are not the same. Type both again."));
    if (!agree) {
        m_passphrase->setFocus();
        return;
    }
    given.officePassphrase = std::make_shared<crypto::Secret>(m_officePassphrase->take());
    given.what.office = session::officeIn(m_office->path().toStdString());
    given.what.name = m_name->text().trimmed().toStdString();
    given.what.roles = m_roles->roles();
    given.what.folder = m_folder->path().toStdString();
    given.what.stem = stemOf(m_name->text()).toStdString();
    given.what.days = m_days->value();
    given.what.member = m_member->isChecked();
    setBusy(true);
    emit wanted(given);
}

RenewForm::RenewForm(Theme *theme, const PersonId &person, const QString &name, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.renewForm"),
               {tr("A new certificate for %1").arg(name),
                tr("For the same key and roles, signed by the office and put on the roster. They take it into use themselves, with My new certificate."), tr("Renew")},
               anywhere),
      m_person(person), m_stem(stemOf(name)),
      m_office(folderLine(QStringLiteral("people.renew.office"), tr("Folder of the office"), tr("Choose the folder with office.pem and office.p8"))),
      m_folder(folderLine(QStringLiteral("people.renew.folder"), tr("Where the certificate goes"), tr("Choose where the new certificate goes"))),
      m_officePassphrase(named(QStringLiteral("people.renew.officePassphrase"))), m_days(daysBox(QStringLiteral("people.renew.days")))
{
    addField(tr("Folder of the &office"), m_office, tr("With office.pem and office.p8."));
    addField(tr("&Passphrase of the office key"), m_officePassphrase);
    addField(tr("Where the &certificate goes"), m_folder, tr("A new file is made there; it holds no secret."));
    addField(tr("&Good for"), m_days);
    for (PathLine *line : {m_office, m_folder})
        connect(line->line(), &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_officePassphrase, &PassphraseEdit::typed, this, [this] { check(); });
    check();
    present(m_office->line());
}

QString RenewForm::whyNot() const
{
    if (m_office->path().isEmpty() || m_officePassphrase->isEmpty())
        return tr("Say where the office's key is, and type its passphrase.");
    return m_folder->path().isEmpty() ? tr("Say where the new certificate goes.") : QString();
}

void RenewForm::accept()
{
    Given given;
    given.officePassphrase = std::make_shared<crypto::Secret>(m_officePassphrase->take());
    given.what.office = session::officeIn(m_office->path().toStdString());
    given.what.person = m_person;
    // The day in the name: the old file stays where it is.
    given.what.certificate = Path(m_folder->path().toStdString()) / (m_stem + QLatin1Char('-') + QDate::currentDate().toString(Qt::ISODate) + QStringLiteral(".pem")).toStdString();
    given.what.days = m_days->value();
    setBusy(true);
    emit wanted(given);
}

} // namespace caseward::ui
