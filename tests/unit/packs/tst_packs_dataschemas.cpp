// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped forms, questions of reciprocity and holidays follow their committed JSON Schemas, judged by python3-jsonschema, which is not ours; and
// whatever such a schema refuses the reader refuses too, for every member of every kind of object changed in every way below.
#include "core/base/limits.h"
#include "core/packs/forms.h"
#include "core/packs/holidays.h"
#include "core/packs/reciprocity.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace caseward;

namespace {

struct Said { int code = -1; QString words; };

Said python(const char *program, const QStringList &arguments = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("/usr/bin/python3", QStringList{"-c", program} + arguments);
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

const char *const validate = R"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
errors = list(jsonschema.Draft7Validator(schema).iter_errors(json.load(open(sys.argv[2], encoding="utf-8"))))
for error in errors:
    print(list(error.absolute_path), error.message)
sys.exit(1 if errors else 0)
)";

// Writes one file for each change of the document that the schema refuses, and prints the changes that it lets pass.
const char *const change = R"(
import copy, json, os, sys, jsonschema
schema, document, folder = json.load(open(sys.argv[1])), json.load(open(sys.argv[2])), sys.argv[3]
judge = jsonschema.Draft7Validator(schema)
def places(value, path=()):
    if isinstance(value, dict):
        yield path
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list) and value:
        yield from places(value[0], path + (0,))
def others(value):
    if isinstance(value, bool):
        return ["true", 1, None]
    if isinstance(value, int):
        return ["7", -1, 10**7, 1.5, True, None]
    if isinstance(value, str):
        return [7, None, "", " ", "no such word", "1.0", "x" * 20001, ["x"]]
    if isinstance(value, list):
        return [{}, None, [7], [None], [], value[:1] * 5001]
    return [[], "x", None, {}]
def at(root, path):
    for step in path:
        root = root[step]
    return root
made = 0
def judged(words, changed):
    global made
    if judge.is_valid(changed):
        print("passes:", words)
        return
    with open(os.path.join(folder, "%04d.json" % made), "w") as file:
        json.dump(changed, file)
    with open(os.path.join(folder, "%04d.txt" % made), "w") as file:
        file.write(words)
    made += 1
for path in places(document):
    changed = copy.deepcopy(document)
    at(changed, path)["surprise"] = 1
    judged("%s surprise" % (path,), changed)
    for key in at(document, path):
        changed = copy.deepcopy(document)
        del at(changed, path)[key]
        judged("%s lacks %s" % (path, key), changed)
        for other in others(at(document, path)[key]):
            changed = copy.deepcopy(document)
            at(changed, path)[key] = other
            judged("%s %s = %s" % (path, key, json.dumps(other)[:40]), changed)
)";

const QString root = QString(CASEWARD_SOURCE_DIR) + "/resources/";

} // namespace

class TestPacksDataSchemas : public QObject {
    Q_OBJECT

    static bool reads(const QString &kind, BytesView text)
    {
        return kind == "forms" ? packs::Forms::load(text).ok() : kind == "holidays" ? packs::Holidays::load(text).ok() : packs::ReciprocityRules::load(text).ok();
    }

private slots:
    void initTestCase()
    {
        if (python("import jsonschema").code != 0)
            QSKIP("python3-jsonschema is not installed for /usr/bin/python3");
    }

    void shippedFilesFollowTheirSchema_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        for (const char *kind : {"forms", "reciprocity", "holidays"}) {
            const QDir folder(root + "packs/" + kind);
            const QStringList files = folder.entryList({"*.json"});
            QVERIFY(!files.empty());
            for (const QString &file : files)
                QTest::newRow(qPrintable(file)) << QString(kind) << folder.filePath(file);
        }
    }
    void shippedFilesFollowTheirSchema()
    {
        QFETCH(QString, kind);
        QFETCH(QString, file);
        const Said said = python(validate, {root + "schemas/" + kind + ".schema.json", file});
        QVERIFY2(said.code == 0, qPrintable(said.words));
    }

    void whatTheSchemaRefusesTheReaderRefuses_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("least");
        QTest::newRow("forms") << "forms" << root + "packs/forms/us-questionnaires-1.0.0.json" << 300;
        QTest::newRow("reciprocity") << "reciprocity" << root + "packs/reciprocity/us-sead7-1.0.0.json" << 100;
        QTest::newRow("holidays") << "holidays" << root + "packs/holidays/us-federal-1.0.0.json" << 100;
    }
    void whatTheSchemaRefusesTheReaderRefuses()
    {
        QFETCH(QString, kind);
        QFETCH(QString, file);
        QFETCH(int, least);
        const QTemporaryDir folder;
        const Said said = python(change, {root + "schemas/" + kind + ".schema.json", file, folder.path()});
        QVERIFY2(said.code == 0, qPrintable(said.words));
        const QStringList changed = QDir(folder.path()).entryList({"*.json"}, QDir::Files, QDir::Name);
        QVERIFY2(changed.size() >= least, qPrintable(QString::number(changed.size()))); // the schema says something of everything
        QVERIFY2(!said.words.contains("lacks") && !said.words.contains("surprise"), qPrintable(said.words)); // every member is asked for, and no other
        QVERIFY2(!said.words.contains("= null") && !said.words.contains("true\n"), qPrintable(said.words));
        for (const QString &one : changed) {
            const auto bytes = readFile((folder.path() + u'/' + one).toStdString(), 64u << 20);
            QVERIFY(bytes.ok());
            const auto words = readFile((folder.path() + u'/' + one.chopped(4) + "txt").toStdString(), 10'000);
            QVERIFY2(!reads(kind, *bytes), words.ok() ? toText(*words).c_str() : "");
        }
    }

    void bothReadTheShippedOnes()
    {
        const auto forms = readFile((root + "packs/forms/us-questionnaires-1.0.0.json").toStdString(), limits::packBytes);
        const auto questions = readFile((root + "packs/reciprocity/us-sead7-1.0.0.json").toStdString(), limits::packBytes);
        const auto holidays = readFile((root + "packs/holidays/us-federal-1.0.0.json").toStdString(), limits::packBytes);
        QVERIFY(reads("forms", *forms) && reads("reciprocity", *questions) && reads("holidays", *holidays)); // what refuses everything proves nothing
    }
};

QTEST_GUILESS_MAIN(TestPacksDataSchemas)
#include "tst_packs_dataschemas.moc"
