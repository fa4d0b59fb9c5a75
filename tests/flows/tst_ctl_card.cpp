// SPDX-License-Identifier: GPL-3.0-or-later
// The command line with a card, from the first listing to a withdrawn certificate, by the real program. It must never ask on a
// terminal: there is none here, and a question would end the test by its time limit. With SoftHSM2.
#include "tests/flows/twostations.h"
#include "tests/support/softtoken.h"

using namespace caseward;
using namespace caseward::tests;

class CtlCard : public QObject {
    Q_OBJECT

    std::unique_ptr<SoftTokens> m_cards;
    QTemporaryDir m_folder;
    QString m_words, m_pin;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString put(const char *name, const std::string &content) const
    {
        must(writeFile(path(name).toStdString(), viewOf(content), Overwrite::Replace));
        return path(name);
    }
    static void ran(const Answer &answer) { QVERIFY2(answer.exit == 0, QJsonDocument(answer.json).toJson().constData()); }
    static void ended(const Answer &answer, FaultCode code)
    {
        QVERIFY2(answer.exit == static_cast<int>(code), QJsonDocument(answer.json).toJson() + answer.errors);
    }
    static QStringList module(const QString &file = QString::fromLatin1(SoftTokens::module)) { return {"--pkcs11-module", file}; }
    [[nodiscard]] QStringList desk() const { return {"--vault", path("desk.caseward"), "--as", "Ada Card", "--passphrase-file", m_pin}; }

private slots:
    void initTestCase()
    {
        if (const QByteArray missing = SoftTokens::missing(); !missing.isEmpty())
            QSKIP(missing.constData());
        m_cards = std::make_unique<SoftTokens>();
        m_cards->makeCard("Ada");
        m_cards->makeKey("Ada", "EC:secp384r1", "01");
        m_cards->makeKey("Ada", "rsa:3072", "03");
        m_cards->makeCard("Max", "73519246");
        m_cards->makeKey("Max", "EC:prime256v1", "01", SoftTokens::Pin::AtEveryUse, "73519246");
        qputenv("HOME", m_cards->home().toUtf8()); // casewardctl takes SOFTHSM2_CONF away, as it must
        m_words = put("words", "office words of long ago\n");
        m_pin = put("pin", std::string(SoftTokens::pin) + "\n");
        ran(runCtl({"office", "create", path("office"), "--office", "Bureau 9", "--office-passphrase-file", m_words}));
    }

    void listsWithoutPin()
    {
        const Answer listed = runCtl(QStringList{"token", "list"} + module());
        ran(listed);
        QJsonObject card;
        for (const QJsonValue &one : listed.json["cards"].toArray())
            if (one.toObject()["label"] == QStringLiteral("Ada"))
                card = one.toObject();
        QCOMPARE(card["keys"].toArray().size(), 2);
        ended(runCtl(QStringList{"token", "list"} + module("/usr/lib/none.so")), FaultCode::TokenAbsent);
        ended(runCtl(QStringList{"token", "list"} + module("none.so")), FaultCode::TokenAbsent);
        QFile::copy(QString::fromLatin1(SoftTokens::module), path("copy.so"));
        ended(runCtl(QStringList{"token", "list"} + module(path("copy.so"))), FaultCode::PermissionDenied);
        ended(runCtl({"token", "list"}), FaultCode::Usage);
    }

    void enrolsAndWorks()
    {
        const QStringList enrol = QStringList{"person", "enrol", path("office"), "--office-dir", path("office"), "--name", "Ada Card", "--role", "adjudicator",
                                              "--role", "security-officer", "--stem", "ada", "--office-passphrase-file", m_words} + module();
        ended(runCtl(enrol + QStringList{"--passphrase-file", m_pin}), FaultCode::TokenRefused); // two keys: which?
        ended(runCtl(enrol + QStringList{"--passphrase-file", m_words, "--token", "pkcs11:token=Ada;id=%03"}), FaultCode::WrongPassphrase);
        const Answer enrolled = runCtl(enrol + QStringList{"--passphrase-file", m_pin, "--token", "pkcs11:token=Ada;id=%03"});
        ran(enrolled);
        QVERIFY(enrolled.json["onCard"].toBool());
        ran(runCtl({"vault", "create", path("desk.caseward"), "--office", path("office/office.pem"), "--member",
                    path("office/ada.pem") + ":" + enrolled.json["token"].toString()}));
        ran(runCtl(QStringList{"queue"} + desk() + module()));
        ran(runCtl(QStringList{"case", "create", "--reference", "C-1", "--subject", "S-1"} + desk() + module()));
        ended(runCtl(QStringList{"queue"} + desk()), FaultCode::TokenAbsent); // no module said
        QStringList wrong = desk();
        wrong.last() = m_words;
        QVERIFY(!runCtl(QStringList{"queue"} + desk() + module()).errors.contains("wrong PIN"));
        ended(runCtl(QStringList{"queue"} + wrong + module()), FaultCode::WrongPassphrase);
        const Answer warned = runCtl(QStringList{"queue"} + desk() + module()); // SoftHSM never blocks, but it tells
        ran(warned);
        QVERIFY2(warned.errors.contains("a wrong PIN was given"), warned.errors);
        QVERIFY(!runCtl(QStringList{"queue"} + desk() + module()).errors.contains("wrong PIN")); // the right one has cleared it
        ended(runCtl(QStringList{"queue", "--vault", path("desk.caseward"), "--as", "Ada Card"} + module()), FaultCode::Usage); // no PIN, no terminal
        ended(runCtl(QStringList{"passphrase", "change", "--new-passphrase-file", m_words} + desk() + module()), FaultCode::NotAllowed);
        const Answer people = runCtl({"vault", "people", path("desk.caseward")});
        QVERIFY(people.json["people"].toArray().at(0).toObject()["token"].toString().startsWith("pkcs11:token=Ada"));
    }

    // A second officer whose key is on another card joins a vault that is in use, and opens a case together with the first.
    void addsAPersonByCardWhoOpensCasesWithAnother() // after enrolsAndWorks
    {
        const QString maxPin = put("pin-max", "73519246\n");
        const Answer enrolled = runCtl(QStringList{"person", "enrol", path("office"), "--office-dir", path("office"), "--name", "Max Card", "--role", "supervisor",
                                                   "--stem", "max", "--office-passphrase-file", m_words, "--passphrase-file", maxPin, "--token",
                                                   "pkcs11:token=Max"} + module());
        ran(enrolled);
        const QString address = enrolled.json["token"].toString();
        const QStringList add = QStringList{"person", "add", path("office/max.pem"), "--key-file"};
        ended(runCtl(add + QStringList{"pkcs11:token=Max?module-path=/tmp/x.so"} + desk() + module()), FaultCode::Malformed);
        ended(runCtl(QStringList{"queue", "--as", "Max Card", "--vault", path("desk.caseward"), "--passphrase-file", maxPin} + module()), FaultCode::NotEnrolled);
        ran(runCtl(add + QStringList{address} + desk() + module()));
        const QStringList max{"--as", "Max Card", "--vault", path("desk.caseward"), "--passphrase-file", maxPin};
        ran(runCtl(QStringList{"queue"} + max + module()));
        ended(runCtl(QStringList{"queue"} + max), FaultCode::TokenAbsent);
        ended(runCtl(QStringList{"queue", "--as", "Max Card", "--vault", path("desk.caseward"), "--passphrase-file", m_pin} + module()), FaultCode::WrongPassphrase); // Ada's PIN

        const QStringList ada = desk() + module();
        ran(runCtl(QStringList{"access", "two", "--case", "C-1", "--first", "Ada Card", "--other", "Max Card", "--reason", "a chosen case"} + ada));
        ended(runCtl(QStringList{"case", "show", "--case", "C-1"} + ada), FaultCode::SecondPersonNeeded);
        const QStringList second{"--second", "Max Card", "--second-passphrase-file", maxPin};
        ran(runCtl(QStringList{"case", "show", "--case", "C-1"} + ada + second + QStringList{"--second-pkcs11-module", SoftTokens::module}));
        ran(runCtl(QStringList{"case", "show", "--case", "C-1"} + ada + second + QStringList{"--second-pkcs11-module", SoftTokens::module, "--second-token", address}));
        ended(runCtl(QStringList{"case", "show", "--case", "C-1"} + ada + second), FaultCode::TokenAbsent); // no module said
        ended(runCtl(QStringList{"case", "show", "--case", "C-1"} + ada + second + QStringList{"--second-pkcs11-module", SoftTokens::module, "--second-token", "pkcs11:token=Ada"}),
              FaultCode::WrongPassphrase); // another card than theirs, which refuses their PIN
        ended(runCtl(QStringList{"case", "show", "--case", "C-1", "--second", "Max Card", "--second-passphrase-file", m_pin, "--second-pkcs11-module", SoftTokens::module} + ada),
              FaultCode::WrongPassphrase);
    }

    void renewsAndWithdraws() // after the above
    {
        const QStringList office{"--office-dir", path("office"), "--office-passphrase-file", m_words};
        ran(runCtl(QStringList{"person", "renew", path("office/ada.pem"), path("office/ada-2.pem")} + office));
        ran(runCtl(QStringList{"office", "revoke", path("office/ada-2.pem"), "--reason", "superseded"} + office));
        ended(runCtl(QStringList{"office", "revoke", path("office/ada-2.pem")} + office), FaultCode::AlreadyExists);
        ended(runCtl(QStringList{"office", "revoke", path("office/ada.pem"), "--reason", "because"} + office), FaultCode::Usage);
        ran(runCtl(QStringList{"trust", "import", path("office/office.crl")} + desk() + module()));
        ran(runCtl(QStringList{"queue"} + desk() + module())); // the other one was withdrawn
        ran(runCtl(QStringList{"office", "revoke", path("office/ada.pem"), "--reason", "key-compromise", "--since", "2026-01-01T00:00:00.000Z"} + office));
        ran(runCtl(QStringList{"trust", "import", path("office/office.crl")} + desk() + module()));
        ended(runCtl(QStringList{"trust", "list"} + desk() + module()), FaultCode::CertificateRevoked);
        ended(runCtl(QStringList{"person", "renew", path("office/ada.pem"), path("office/ada-3.pem")} + office), FaultCode::CertificateRevoked);
    }
};

QTEST_GUILESS_MAIN(CtlCard)
#include "tst_ctl_card.moc"
