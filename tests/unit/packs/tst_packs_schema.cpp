// SPDX-License-Identifier: GPL-3.0-or-later
// The committed packs follow the committed JSON Schema, judged by python3-jsonschema, which is not ours.
#include "committedpack.h"

#include <QFile>
#include <QProcess>
#include <QTest>

namespace {

struct Said { int code = -1; QString words; };

Said run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("/usr/bin/python3", arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

Said python(const QString &program, const QStringList &arguments = {}) { return run(QStringList{"-c", program} + arguments); }

bool hasJsonSchema() { return python("import jsonschema").code == 0; }

const char *const validate = R"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
document = json.load(open(sys.argv[2], encoding="utf-8"))
if len(sys.argv) > 3:
    exec(sys.argv[3])
errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
for error in errors:
    print(list(error.absolute_path), error.message)
sys.exit(1 if errors else 0)
)";

} // namespace

class TestPacksSchema : public QObject {
    Q_OBJECT

private slots:
    void committedPackIsWhatTheScriptMakes()
    {
        if (!QFile::exists(QString(CASEWARD_SOURCE_DIR) + "/../shared/domain/sead4.json"))
            QSKIP("the domain facts (../shared/domain/sead4.json) are not beside this checkout");
        const QString script = QString(CASEWARD_SOURCE_DIR) + "/resources/packs/make_sead4.py";
        const Said said = run({"-B", script, "--check"});
        QVERIFY2(said.code == 0, qPrintable(said.words));
    }

    void committedPackIsValid()
    {
        if (!hasJsonSchema())
            QSKIP("python3-jsonschema is not installed for /usr/bin/python3");
        const Said said = python(validate, {m_schema, m_pack});
        QVERIFY2(said.code == 0, qPrintable(said.words));
    }

    void schemaRefuses_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"document['surprise'] = 1", "del document['notice']", "document['schema'] = 'caseward-pack/2'",
                                   "document['conditions'][0]['kind'] = 'other'", "document['conditions'][0]['keywords'] = ['Upper']",
                                   "document['outcomes'] = []", "document['counts']['mitigating'] = -1"})
            QTest::newRow(change) << QString(change);
    }
    void schemaRefuses()
    {
        if (!hasJsonSchema())
            QSKIP("python3-jsonschema is not installed for /usr/bin/python3");
        QFETCH(QString, change);
        const Said said = python(validate, {m_schema, m_pack, change});
        QCOMPARE(said.code, 1);
        QVERIFY2(said.words.startsWith("["), qPrintable(said.words)); // a finding of the schema, not a stack trace
    }

private:
    const QString m_pack = QString::fromStdString(committedPackPath().string());
    const QString m_schema = QString(CASEWARD_SOURCE_DIR) + "/resources/schemas/pack.schema.json";
};

QTEST_GUILESS_MAIN(TestPacksSchema)
#include "tst_packs_schema.moc"
