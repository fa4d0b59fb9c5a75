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
    [[nodiscard]] QStringList desk() const { return {"--vault", path("desk.caseward"), "--passphrase-file", m_pin}; }

private slots:
    void initTestCase()
    {
        if (const QByteArray missing = SoftTokens::missing(); !missing.isEmpty())
            QSKIP(missing.constData());
        m_cards = std::make_unique<SoftTokens>();
        m_cards->makeCard("Ada");
        m_cards->makeKey("Ada", "EC:secp384r1", "01");
        m_cards->makeKey("Ada", "rsa:3072", "03");
        qputenv("HOME", m_cards->home().toUtf8()); // casewardctl takes SOFTHSM2_CONF away, as it must
        m_words = put("words", "office words of long ago\n");
        m_pin = put("pin", std::string(SoftTokens::pin) + "\n");
        ran(runCtl({"office", "create", path("office"), "--office", "Bureau 9", "--office-passphrase-file", m_words}));
    }

    void listsWithoutPin()
    {
        const Answer listed = runCtl(QStringList{"token", "list"} + module());
        ran(listed);
        const QJsonObject card = listed.json["cards"].toArray().at(0).toObject();
        QCOMPARE(card["label"].toString(), QStringLiteral("Ada"));
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
        ended(runCtl(QStringList{"queue"} + wrong + module()), FaultCode::WrongPassphrase);
        ended(runCtl(QStringList{"queue", "--vault", path("desk.caseward")} + module()), FaultCode::Usage); // no PIN, no terminal
        ended(runCtl(QStringList{"passphrase", "change", "--new-passphrase-file", m_words} + desk() + module()), FaultCode::NotAllowed);
        const Answer people = runCtl({"vault", "people", path("desk.caseward")});
        QVERIFY(people.json["people"].toArray().at(0).toObject()["token"].toString().startsWith("pkcs11:token=Ada"));
    }

    void renewsAndWithdraws() // after enrolsAndWorks
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
