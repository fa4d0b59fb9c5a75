// SPDX-License-Identifier: GPL-3.0-or-later
// Smart cards in software for tests: SoftHSM2 with its cards in a temporary folder. The environment variable is set after
// prepareProcess(), which takes it away, and serves the module alone. Cards are made by the stock tools before the module is
// first loaded. Where the packages are absent (packaging/install-deps brings them), tests skip with that message.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace caseward::tests {

class SoftTokens {
public:
    static constexpr char module[] = "/usr/lib/softhsm/libsofthsm2.so";
    static constexpr char pin[] = "482915";

    // Empty, or what is missing on this computer.
    static QByteArray missing()
    {
        for (const char *file : {module, "/usr/bin/softhsm2-util", "/usr/bin/pkcs11-tool"})
            if (!QFile::exists(QString::fromLatin1(file)))
                return QByteArray(file) + " is not here: packaging/install-deps installs softhsm2 and opensc";
        bool provider = false;
        for (const QString &folder : QDir(QStringLiteral("/usr/lib")).entryList({QStringLiteral("*-linux-gnu*")}, QDir::Dirs))
            provider = provider || QFile::exists(QStringLiteral("/usr/lib/%1/ossl-modules/pkcs11.so").arg(folder));
        if (!provider)
            return "pkcs11-provider is not here: packaging/install-deps installs it";
        return {};
    }

    SoftTokens()
    {
        QFile configuration(home() + QStringLiteral("/.config/softhsm2/softhsm2.conf"));
        QDir().mkpath(home() + QStringLiteral("/.config/softhsm2"));
        QDir().mkpath(tokenFolder());
        if (!configuration.open(QIODevice::WriteOnly))
            qFatal("no configuration for SoftHSM");
        configuration.write("directories.tokendir = " + tokenFolder().toUtf8() + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        configuration.close();
        qputenv("SOFTHSM2_CONF", configuration.fileName().toUtf8());
    }

    // With HOME set to it, another program finds the cards without the variable.
    [[nodiscard]] QString home() const { return m_folder.path(); }
    [[nodiscard]] QString tokenFolder() const { return m_folder.filePath(QStringLiteral("tokens")); }

    void makeCard(const char *label, const char *ownPin = pin) const
    {
        run(QStringLiteral("softhsm2-util"), {"--init-token", "--free", "--label", label, "--pin", ownPin, "--so-pin", "87654321"});
    }

    // `kind` as pkcs11-tool has it: EC:secp384r1, EC:prime256v1, rsa:3072. `id` is two hexadecimal digits.
    // AtEveryUse: as the signing key of a PIV card (CKA_ALWAYS_AUTHENTICATE).
    enum class Pin { AtLogin, AtEveryUse };
    void makeKey(const char *label, const char *kind, const char *id, Pin asked = Pin::AtLogin, const char *ownPin = pin) const
    {
        QStringList arguments{"--module", module, "--login", "--pin", ownPin, "--token-label", label, "--keypairgen",
                              "--key-type", kind, "--id", id, "--label", QStringLiteral("key ") + QString::fromLatin1(id), "--usage-sign"};
        arguments << (QByteArray(kind).startsWith("rsa") ? "--usage-decrypt" : "--usage-derive");
        if (asked == Pin::AtEveryUse)
            arguments << "--always-auth";
        run(QStringLiteral("pkcs11-tool"), arguments);
    }

    // Leaves the private key alone, which nobody sees who is not logged in.
    void deletePublicKey(const char *label, const char *id) const
    {
        run(QStringLiteral("pkcs11-tool"), {"--module", module, "--login", "--pin", pin, "--token-label", label, "--delete-object",
                                            "--type", "pubkey", "--id", id});
    }

    // As if the card with this label were pulled out of its reader for good.
    void destroyCard(const char *label) const
    {
        run(QStringLiteral("softhsm2-util"), {"--delete-token", "--token", label});
    }

private:
    static void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(program), process.readAll().constData());
    }

    QTemporaryDir m_folder;
};

} // namespace caseward::tests
