// SPDX-License-Identifier: GPL-3.0-or-later
// The committed packs follow the committed JSON Schema, judged by python3-jsonschema, which is not ours.
#include "committedpack.h"

#include <QDir>
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
    void committedPacksAreWhatTheScriptsMake()
    {
        if (!QFile::exists(QString(CASEWARD_SOURCE_DIR) + "/../shared/domain/sead4.json"))
            QSKIP("the domain facts (../shared/domain/sead4.json) are not beside this checkout");
        for (const char *script : {"make_sead4.py", "make_packs.py"}) {
            const Said said = run({"-B", m_folder + script, "--check"});
            QVERIFY2(said.code == 0, qPrintable(said.words));
        }
    }

    void committedPacksAreValid_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("schema");
        const QStringList packs = QDir(m_folder).entryList({"*.json"});
        QVERIFY(packs.size() >= 8);
        for (const QString &pack : packs)
            QTest::newRow(qPrintable(pack)) << m_folder + pack << (pack == "us-sead4-2017.json" ? m_firstSchema : m_schema);
    }
    void committedPacksAreValid()
    {
        if (!hasJsonSchema())
            QSKIP("python3-jsonschema is not installed for /usr/bin/python3");
        QFETCH(QString, pack);
        QFETCH(QString, schema);
        const Said said = python(validate, {schema, pack});
        QVERIFY2(said.code == 0, qPrintable(said.words));
    }

    void schemaRefuses_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"document['surprise'] = 1", "del document['notice']", "document['schema'] = 'caseward-pack/3'",
                                   "document['conditions'][0]['kind'] = 'other'", "document['statutoryBars'][0]['waivable'] = True",
                                   "document['outcomes'][0]['class'] = 'good'", "document['confidence'] = 'sure'", "document['clocks'][0]['days'] = 0",
                                   "document['effectiveTo'] = 'soon'", "del document['conditions'][0]['also']", "document['guidelines'][0]['title'] = 'x' * 20001", "document['conditions'][0]['keywords'] = ['Upper']",
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
    const QString m_folder = QString(CASEWARD_SOURCE_DIR) + "/resources/packs/";
    const QString m_pack = m_folder + "us-sead4-2017-2.0.0.json";
    const QString m_schema = QString(CASEWARD_SOURCE_DIR) + "/resources/schemas/pack.schema.json";
    const QString m_firstSchema = QString(CASEWARD_SOURCE_DIR) + "/resources/schemas/pack-1.schema.json";
};

QTEST_GUILESS_MAIN(TestPacksSchema)
#include "tst_packs_schema.moc"
