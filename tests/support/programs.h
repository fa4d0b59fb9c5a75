// SPDX-License-Identifier: GPL-3.0-or-later
// Runs real programs for the flow tests: casewardctl with --json, and stock tools.
#pragma once

#include "core/base/files.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>

namespace caseward::tests {

struct Answer {
    int exit = -1;
    QByteArray out, errors;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QString code() const { return json().value("fault").toObject().value("code").toString(); }
    [[nodiscard]] QByteArray words() const { return "exit " + QByteArray::number(exit) + ": " + out + errors; }
};

inline Answer run(const QString &program, const QStringList &arguments, const Path &folder = {}, const QByteArray &input = {})
{
    QProcess process;
    if (!folder.empty())
        process.setWorkingDirectory(QString::fromStdString(folder.string()));
    process.start(program, arguments);
    if (!process.waitForStarted())
        qFatal("%s cannot be started", qPrintable(program));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("%s does not end", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QString q(const Path &path)
{
    return QString::fromStdString(path.string());
}

// casewardctl COMMAND… --json
inline Answer ctl(QStringList arguments)
{
    arguments << "--json";
    return run(QStringLiteral(CASEWARD_BINARY_DIR "/casewardctl"), arguments);
}

// A person at a station: vault, name and passphrase file go along with every command.
class Desk {
public:
    Desk(const Path &vault, const QString &who, const Path &passphraseFile) : m_vault(q(vault)), m_who(who), m_words(q(passphraseFile)) {}
    Answer operator()(const QStringList &arguments) const
    {
        return ctl(arguments + QStringList{"--vault", m_vault, "--as", m_who, "--passphrase-file", m_words});
    }
    // For commands on one case.
    Answer operator()(const QString &reference, const QStringList &arguments) const
    {
        return (*this)(arguments + QStringList{"--case", reference});
    }

private:
    QString m_vault, m_who, m_words;
};

} // namespace caseward::tests

#define VERIFY_RAN(answer)                                                                                           \
    do {                                                                                                             \
        const auto &ran_ = (answer);                                                                                 \
        QVERIFY2(ran_.exit == 0, ran_.words().constData());                                                          \
    } while (false)
// The exit status is the number of the fault, its name is in the JSON, and there are words for people.
#define COMPARE_EXIT(answer, fault)                                                                                  \
    do {                                                                                                             \
        const auto &ended_ = (answer);                                                                               \
        QVERIFY2(ended_.exit == static_cast<int>(fault), ended_.words().constData());                                \
        QCOMPARE(ended_.code().toStdString(), std::string(caseward::faultName(fault)));                              \
        QVERIFY(!ended_.json().value("ok").toBool(true));                                                            \
        QVERIFY(!ended_.json().value("fault").toObject().value("advice").toString().isEmpty());                      \
    } while (false)
