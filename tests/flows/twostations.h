// SPDX-License-Identifier: GPL-3.0-or-later
// Two stations for flows through the real casewardctl: adjudication and supervision of one office, and a stranger's station. The
// programs read the system's clock, so certificates here are valid around it. For Qt Test programs.
#pragma once

#include "tests/support/pdfwriter.h"
#include "tests/support/testoffice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QFileInfo>
#include <QProcess>

namespace caseward::tests {

struct Answer {
    int exit = -1;
    QJsonObject json;
    QByteArray errors;
    [[nodiscard]] QString fault() const { return json["fault"].toObject()["code"].toString(); }
};

inline Answer runCtl(QStringList arguments)
{
    QProcess process;
    arguments << "--json";
    process.start(QString(CASEWARD_BINARY_DIR) + "/casewardctl", arguments);
    process.waitForFinished(120'000);
    Answer answer;
    answer.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    answer.json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    answer.errors = process.readAllStandardError();
    return answer;
}

// A stock tool: its exit status, and what it printed.
inline int runTool(const QString &program, const QStringList &arguments, QByteArray *output = nullptr, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return -1;
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    if (output)
        *output = process.readAllStandardOutput();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
}

class TwoStations {
public:
    TwoStations()
        : adjudicator(office.enrol("Ada Rivera", {crypto::Role::Adjudicator}, around())),
          supervisor(office.enrol("Max Lee", {crypto::Role::Supervisor}, around())),
          stranger(office.enrol("Sam Else", {crypto::Role::Supervisor}, around())),
          stationA(office.makeVault("adjudication", {adjudicator}, {supervisor})),
          stationB(office.makeVault("supervision", {supervisor}, {adjudicator})),
          stationC(office.makeVault("elsewhere", {stranger}, {adjudicator})),
          words(office.root() / "passphrase")
    {
        must(writeFile(words, viewOf(passphrase)));
    }

    static crypto::Validity around()
    {
        const Instant now = SystemClock().now();
        return {{now.milliseconds - 30 * day}, {now.milliseconds + 365 * day}};
    }
    [[nodiscard]] QString path(const std::string &name) const { return QString::fromStdString((office.root() / name).string()); }
    [[nodiscard]] Answer at(const Path &station, const QStringList &command) const
    {
        return runCtl(command + QStringList{"--vault", QString::fromStdString(station.string()), "--passphrase-file",
                                            QString::fromStdString(words.string())});
    }
    [[nodiscard]] Answer a(const QStringList &command) const { return at(stationA, command); }
    [[nodiscard]] Answer b(const QStringList &command) const { return at(stationB, command); }
    QString put(const std::string &name, const std::string &content) const
    {
        must(writeFile(office.root() / name, viewOf(content), Overwrite::Replace));
        return path(name);
    }

    TestOffice office;
    Member adjudicator, supervisor, stranger;
    Path stationA, stationB, stationC, words;
};

inline const std::string letterText = "I did not list the three accounts in collection because I was ashamed.\n"
                                      "Since March I have paid 250 dollars every month under a plan with the counselor.\n";
inline const std::string creditLine = "Three accounts placed in collection, balance 24303 dollars";

// A case with a PDF and a letter, worked on by single commands until every check is closed.
inline void workOnCase(const TwoStations &two, const QString &reference)
{
    const auto ok = [](const Answer &answer) {
        if (answer.exit != 0)
            qFatal("%d %s", answer.exit, QJsonDocument(answer.json).toJson().constData());
        return answer.json;
    };
    const QStringList in{"--case", reference};
    ok(two.a({"case", "create", "--reference", reference, "--subject", "S-1"}));
    const QString pdf = two.put("credit report.pdf", writePdf(std::vector<std::string>{creditLine}));
    const QString letter = two.put("letter.txt", letterText);
    ok(two.a(QStringList{"document", "add", pdf, letter} + in));
    ok(two.a(QStringList{"document", "show", "--document", "credit report"} + in));
    ok(two.a(QStringList{"document", "show", "--document", "letter"} + in));
    const QString tie = ok(two.a(QStringList{"passage", "tie", "--document", "credit report", "--quote", QString::fromStdString(creditLine),
                                             "--condition", "F 19(c)", "--weight", "3", "--note", "the largest"} + in))["passage"].toString();
    ok(two.a(QStringList{"passage", "tie", "--document", "letter", "--quote", "paid 250 dollars every month", "--condition", "20(d)"} + in));
    ok(two.a(QStringList{"finding", "condition", "19(c)", "established", "--reason", "The bureau says so."} + in));
    for (const char *mitigating : {"20(a)", "20(b)", "20(c)", "20(e)", "20(f)", "20(g)"})
        ok(two.a(QStringList{"finding", "condition", mitigating, "no-evidence"} + in));
    ok(two.a(QStringList{"finding", "condition", "20(d)", "applies", "--reason", "A plan is kept."} + in));
    ok(two.a(QStringList{"finding", "guideline", "F", "for-subject", "--reason", "Under control."} + in));
    for (int factor = 1; factor <= 9; ++factor)
        ok(two.a(QStringList{"factor", "weigh", QString("2(d)(%1)").arg(factor), "--text", "Considered."} + in));
    const QString reasons = two.put("reasons.txt", "The debt (19(c)) is real and being paid (20(d)); the whole person was weighed. [" + tie.toStdString() + "]\n");
    ok(two.a(QStringList{"reasons", "write", reasons} + in));
    ok(two.a(QStringList{"screening", "component", "credit", "present"} + in));
    ok(two.a(QStringList{"outcome", "propose", "grant"} + in));
}

} // namespace caseward::tests
