// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/unlock/unlockpage.h"

#include "ui/base/ask.h"
#include "ui/base/faultnote.h"
#include "ui/base/formfield.h"
#include "ui/base/iconlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/unlock/keychoice.h"
#include "ui/base/passphraseedit.h"
#include "ui/pages/unlock/warningcard.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace caseward::ui {

UnlockPage::UnlockPage(Theme *theme, Worker *worker, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_worker(worker), m_clock(clock)
{
    setObjectName(QStringLiteral("unlock"));
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    m_card = buildCard();
    m_warning = new WarningCard(theme, this);
    m_warning->hide();
    column->addWidget(m_card, 0, Qt::AlignHCenter);
    column->addWidget(m_warning, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_warning, &WarningCard::acknowledged, this, &UnlockPage::acknowledge);
    connect(m_warning, &WarningCard::declined, this, [this] {
        m_vault->setText({});
        m_person->clear();
        showOther();
    });
    m_wait.setInterval(1000);
    connect(&m_wait, &QTimer::timeout, this, &UnlockPage::waitTick);
    setBusy(false);
}

QWidget *UnlockPage::buildCard()
{
    auto *card = new QFrame(this);
    card->setProperty("cls", "card");
    card->setFixedWidth(440);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(16);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    m_icon = new IconLabel(m_theme, QStringLiteral("scale"), Tone::Accent, 30, card);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title = new ThemedLabel(m_theme, tr("Unlock Caseward"), {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, card);
    m_title->setObjectName(QStringLiteral("unlock.title"));
    m_detail = new ThemedLabel(m_theme, tr("Personnel-security adjudication"), {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, card);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    head->addWidget(m_icon, 0, Qt::AlignVCenter);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(4);
    buildFields(column);
    m_fault = new FaultNote(m_theme, QStringLiteral("unlock.fault"), card);
    column->addWidget(m_fault);
    auto *row = new QHBoxLayout;
    m_other = new QPushButton(tr("Sign in as someone else"), card);
    m_other->setObjectName(QStringLiteral("unlock.other"));
    m_other->setAccessibleName(m_other->text());
    m_other->setProperty("cls", "link");
    m_other->hide();
    m_unlock = new QPushButton(tr("Unlock"), card);
    m_unlock->setObjectName(QStringLiteral("unlock.unlock"));
    m_unlock->setAccessibleName(tr("Unlock"));
    m_unlock->setProperty("cls", "primary");
    m_unlock->setMinimumSize(112, 34);
    m_lost = new QPushButton(tr("Lost your key?"), card);
    m_lost->setObjectName(QStringLiteral("unlock.lost"));
    m_lost->setAccessibleName(m_lost->text());
    m_lost->setProperty("cls", "link");
    row->addWidget(m_other);
    row->addWidget(m_lost);
    row->addStretch();
    row->addWidget(m_unlock);
    column->addLayout(row);
    connect(m_other, &QPushButton::clicked, this, &UnlockPage::showOther);
    connect(m_lost, &QPushButton::clicked, this, &UnlockPage::tellAboutLostKeys);
    connect(m_unlock, &QPushButton::clicked, this, [this] { start(std::make_shared<crypto::Secret>(m_passphrase->take())); });
    connect(m_passphrase, &PassphraseEdit::typed, this, [this] { setBusy(m_busy); });
    connect(m_passphrase, &QLineEdit::returnPressed, m_unlock, &QPushButton::click);
    return card;
}

void UnlockPage::buildFields(QVBoxLayout *column)
{
    auto *vaultRow = new QWidget;
    auto *row = new QHBoxLayout(vaultRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_vault = new QLineEdit(vaultRow);
    m_vault->setObjectName(QStringLiteral("unlock.vault"));
    m_vault->setAccessibleName(tr("Vault folder"));
    m_vault->setPlaceholderText(tr("/media/…/station.caseward"));
    m_browse = new QPushButton(tr("Choose…"), vaultRow);
    m_browse->setObjectName(QStringLiteral("unlock.browse"));
    m_browse->setAccessibleName(tr("Choose the vault folder"));
    row->addWidget(m_vault, 1);
    row->addWidget(m_browse);
    vaultRow->setObjectName(QStringLiteral("unlock.vaultRow"));
    vaultRow->setFocusProxy(m_vault);
    m_vaultField = new FormField(m_theme, QStringLiteral("unlock.vaultField"), tr("&Vault folder"), vaultRow);
    m_person = new QComboBox;
    m_person->setObjectName(QStringLiteral("unlock.person"));
    m_personField = new FormField(m_theme, QStringLiteral("unlock.personField"), tr("P&erson"), m_person);
    m_passphrase = new PassphraseEdit;
    m_passphrase->setObjectName(QStringLiteral("unlock.passphrase"));
    m_passphraseField = new FormField(m_theme, QStringLiteral("unlock.passphraseField"), tr("&Passphrase of the key"), m_passphrase);
    column->addWidget(m_vaultField);
    m_key = new KeyChoice(m_theme);
    column->addWidget(m_personField);
    column->addWidget(m_key);
    column->addWidget(m_passphraseField);
    connect(m_vault, &QLineEdit::editingFinished, this, &UnlockPage::readDoor);
    connect(m_key, &KeyChoice::changed, this, &UnlockPage::showKeyKind);
    connect(m_key, &KeyChoice::settled, this, &UnlockPage::askCard);
    connect(m_person, &QComboBox::activated, this, &UnlockPage::askCard);
    connect(m_browse, &QPushButton::clicked, this, &UnlockPage::chooseFolder);
}

void UnlockPage::setVault(const QString &folder)
{
    m_vault->setText(QDir::toNativeSeparators(folder));
    readDoor();
}

void UnlockPage::setPerson(const QString &nameOrId) { m_wantedPerson = nameOrId; }

void UnlockPage::unlockWith(crypto::Secret passphrase)
{
    auto shared = std::make_shared<crypto::Secret>(std::move(passphrase));
    if (m_reading)
        m_waiting = std::move(shared);
    else
        start(std::move(shared));
}

void UnlockPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the vault folder"), m_vault->text());
    dialog->setObjectName(QStringLiteral("unlock.folderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &UnlockPage::setVault);
    dialog->open();
}

void UnlockPage::readDoor()
{
    const QString folder = m_vault->text().trimmed();
    if (folder.isEmpty())
        return;
    m_reading = true;
    m_worker->run<Door>(
        this,
        [path = Path(folder.toStdString())](session::Session &, Progress &) -> Result<Door> {
            Door door;
            door.people = TRY(session::Session::peopleOf(path));
            door.banner = TRY(session::bannerOf(path));
            return door;
        },
        [this, folder](const Result<Door> &door) {
            if (folder != m_vault->text().trimmed())
                return;
            m_reading = false;
            if (door.ok()) {
                m_fault->clear();
                m_banner = door->banner;
                showPeople(door->people);
                if (!m_waiting)
                    showWarning();
            } else {
                m_person->clear();
                m_fault->show(door.fault());
            }
            setBusy(m_busy);
            if (m_waiting)
                start(std::exchange(m_waiting, nullptr));
        });
}

void UnlockPage::showWarning()
{
    const bool needed = !m_banner.text.empty() && m_acknowledged != m_banner.digest.hex();
    m_warning->setText(text(m_banner.text));
    m_card->setVisible(!needed);
    m_warning->setVisible(needed);
    takeFocus();
}

void UnlockPage::acknowledge()
{
    m_acknowledged = m_banner.digest.hex();
    showWarning();
}

void UnlockPage::takeFocus()
{
    if (!isVisible())
        return;
    QWidget *first = !m_warning->isHidden() ? m_warning->first() : m_vault->text().isEmpty() ? static_cast<QWidget *>(m_vault) : m_passphrase;
    first->setFocus();
}

void UnlockPage::showKeyKind()
{
    m_passphraseField->setLabel(m_key->where() == KeyChoice::Where::Card ? tr("&PIN of the card") : tr("&Passphrase of the key"));
    setBusy(m_busy);
}

session::UnlockRequest UnlockPage::request() const
{
    session::UnlockRequest request;
    request.vault = Path(m_vault->text().trimmed().toStdString());
    const auto person = PersonId::parse(m_person->currentData().toString().toStdString());
    if (person.ok())
        request.person = *person;
    m_key->apply(request);
    return request;
}

void UnlockPage::showPeople(const std::vector<session::VaultPerson> &people)
{
    m_person->clear();
    for (const session::VaultPerson &person : people) {
        QStringList roles;
        for (const std::string &role : person.roles)
            roles << roleWord(role);
        m_person->addItem(roles.isEmpty() ? text(person.name) : tr("%1  ·  %2").arg(text(person.name), roles.join(QStringLiteral(", "))),
                          text(person.id.text()));
        if (!m_wantedPerson.isEmpty() && (text(person.name).contains(m_wantedPerson, Qt::CaseInsensitive) || text(person.id.text()) == m_wantedPerson))
            m_person->setCurrentIndex(m_person->count() - 1);
    }
}

void UnlockPage::start(std::shared_ptr<crypto::Secret> passphrase)
{
    if (m_busy)
        return;
    session::UnlockRequest request = this->request();
    m_usedCard = !request.tokenModule.empty();
    request.acknowledged = m_acknowledged;
    m_fault->clear();
    setBusy(true);
    m_worker->run<session::SignedIn>(
        this,
        [request, passphrase](session::Session &session, Progress &) mutable {
            request.passphrase = passphrase.get();
            auto result = session.unlock(request);
            crypto::wipe(passphrase->bytes());
            return result;
        },
        [this](const Result<session::SignedIn> &result) { finish(result); });
}

void UnlockPage::finish(const Result<session::SignedIn> &result)
{
    setBusy(false);
    m_passphrase->wipe();
    m_passphraseField->setHelp({});
    if (!result.ok()) {
        m_fault->show(result.fault());
        if (m_usedCard && result.fault().code != FaultCode::TokenRefused)
            askCard();
        if (result.fault().code == FaultCode::TooManyAttempts) {
            for (const auto &[name, value] : result.fault().arguments)
                if (name == "seconds")
                    waitFor(text(value).toInt());
        }
        m_passphrase->setFocus();
        return;
    }
    m_last = *result;
    emit unlocked(*result);
}

void UnlockPage::waitFor(int seconds)
{
    m_secondsLeft = std::max(0, seconds);
    if (m_secondsLeft > 0)
        m_wait.start();
    setBusy(m_busy);
}

void UnlockPage::waitTick()
{
    if (--m_secondsLeft <= 0) {
        m_wait.stop();
        m_fault->notice(tr("You can try again now"), tr("Each further failure makes the wait longer."));
    }
    setBusy(m_busy);
}

void UnlockPage::showLocked()
{
    m_icon->setIcon(QStringLiteral("lock"), Tone::Accent);
    m_title->setText(tr("Locked"));
    m_detail->setText(tr("%1 since %2").arg(text(m_last.name), clockWord(m_clock.now()).left(5)));
    m_fault->clear();
    m_passphrase->wipe();
    m_vaultField->hide();
    m_personField->hide();
    m_key->hide();
    m_lost->hide();
    m_other->show();
    askCard();
    const int index = m_person->findData(text(m_last.person.text()));
    if (index >= 0)
        m_person->setCurrentIndex(index);
    m_passphrase->setFocus();
}

void UnlockPage::showOther()
{
    m_icon->setIcon(QStringLiteral("scale"), Tone::Accent);
    m_title->setText(tr("Unlock Caseward"));
    m_detail->setText(tr("Personnel-security adjudication"));
    m_vaultField->show();
    m_personField->show();
    m_key->show();
    m_lost->show();
    m_other->hide();
    m_acknowledged.clear(); // whoever comes now has not seen it
    showWarning();
    if (m_warning->isHidden() && !m_vault->text().isEmpty())
        m_person->setFocus();
}

// It takes two people and new keys, so there is nothing that whoever stands before the door alone could do here.
void UnlockPage::tellAboutLostKeys()
{
    ask(m_theme, this,
        {QStringLiteral("lost-key"), tr("When a key or its passphrase is lost"),
         tr("Nobody can tell you the passphrase, and no key of this vault opens without it. But your cases are not lost:\n\n"
            "1.  Your office issues you a new certificate and a new key.\n"
            "2.  A security officer or supervisor signs in and chooses People, Lost key…\n"
            "3.  The holder of the recovery key gives it there, as the second person.\n\n"
            "A security officer who lost their key is brought back the same way, by a supervisor. Whoever holds the recovery key can also sign "
            "in with it, and a security officer or supervisor is the second person."),
         tr("Close"), QStringLiteral("-")},
        [](const Reply &) {});
}

void UnlockPage::setBusy(bool busy)
{
    m_busy = busy;
    const bool waits = m_secondsLeft > 0;
    m_unlock->setText(busy ? tr("Unlocking…") : waits ? tr("Wait %1 s").arg(m_secondsLeft) : tr("Unlock"));
    m_unlock->setEnabled(!busy && !waits && !m_passphrase->isEmpty() && m_person->count() > 0 && m_key->whyNot().isEmpty());
    m_unlock->setToolTip(m_key->whyNot());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_vault, m_browse, m_person, m_key, m_passphrase})
        widget->setEnabled(!busy);
}

void UnlockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFocus();
}

void UnlockPage::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), m_theme->tokens().window); }

} // namespace caseward::ui
