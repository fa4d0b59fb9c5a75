// SPDX-License-Identifier: GPL-3.0-or-later
// The gate of the window: choose the vault and the person, type the passphrase. After a lock the same card says who locked
// and when, and shows nothing of any case. A fault is shown inside the card. GUI thread; the unlocking runs on the worker.
#pragma once

#include "core/session/banner.h"
#include "core/session/credentials.h"
#include "ui/base/theme.h"
#include "ui/work/worker.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class FaultNote;
class FormField;
class IconLabel;
class KeyChoice;
class PassphraseEdit;
class ThemedLabel;
class WarningCard;

class UnlockPage final : public QWidget {
    Q_OBJECT
public:
    UnlockPage(Theme *theme, Worker *worker, const Clock &clock, QWidget *parent = nullptr);
    void setVault(const QString &folder);            // reads the list of its people
    void setPerson(const QString &nameOrId);         // chosen once the list is there
    void unlockWith(crypto::Secret passphrase);      // for --passphrase-fd, as if typed; no warning is shown for it
    [[nodiscard]] bool signedInWithCard() const { return m_usedCard; }

public slots:
    void showLocked();

signals:
    void unlocked(const caseward::session::SignedIn &who);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private slots:
    void waitTick();                                 // a second has passed; the timer calls it

private:
    QWidget *buildCard();
    void buildFields(QVBoxLayout *column);
    struct Door { std::vector<session::VaultPerson> people; session::Banner banner; }; // what a vault says before it is opened
    void readDoor();
    void showPeople(const std::vector<session::VaultPerson> &people);
    void showKeyKind();
    [[nodiscard]] session::UnlockRequest request() const; // without the passphrase
    void askCard();                                  // what it says of its PIN before that is typed
    void showTries(session::TriesLeft left);
    void showWarning();                              // until this vault's warning is acknowledged
    void acknowledge();
    void takeFocus();
    void waitFor(int seconds);                       // too many attempts: counts down before the next is taken
    void chooseFolder();
    void start(std::shared_ptr<crypto::Secret> passphrase);
    void finish(const Result<session::SignedIn> &result);
    void setBusy(bool busy);
    void showOther();
    void tellAboutLostKeys();

    Theme *m_theme;
    Worker *m_worker;
    const Clock &m_clock;
    IconLabel *m_icon = nullptr;
    ThemedLabel *m_title = nullptr, *m_detail = nullptr;
    FormField *m_vaultField = nullptr, *m_personField = nullptr, *m_passphraseField = nullptr;
    QLineEdit *m_vault = nullptr;
    QComboBox *m_person = nullptr;
    PassphraseEdit *m_passphrase = nullptr;
    QPushButton *m_unlock = nullptr, *m_other = nullptr, *m_lost = nullptr, *m_browse = nullptr;
    FaultNote *m_fault = nullptr;
    KeyChoice *m_key = nullptr;
    QWidget *m_card = nullptr;
    WarningCard *m_warning = nullptr;
    session::Banner m_banner;
    std::string m_acknowledged;                      // digest; of the vault that is named
    QTimer m_wait;
    int m_secondsLeft = 0;
    QString m_wantedPerson;
    session::SignedIn m_last;
    std::shared_ptr<crypto::Secret> m_waiting;       // a passphrase that came before the list of people
    bool m_busy = false, m_reading = false, m_usedCard = false;
};

} // namespace caseward::ui
