// SPDX-License-Identifier: GPL-3.0-or-later
// The questionnaire forms that are shipped, and forms files that are wrong in one thing.
#include "core/packs/forms.h"

#include "core/codec/json.h"

#include <QTest>

#include <functional>

using namespace caseward;
using namespace caseward::packs;
using codec::Json;

namespace {

Path shippedFolder() { return Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "forms"; }

Json::Object shippedJson()
{
    const auto bytes = readFile(shippedFolder() / "us-questionnaires-1.0.0.json", limits::packBytes);
    const auto json = bytes.ok() ? codec::parseJson(*bytes, limits::packBytes) : Result<Json>(bytes.fault());
    return json.ok() && json->isObject() ? json->object() : Json::Object();
}

using Change = std::function<void(Json::Object &)>;
Json &at(Json::Object &object, const char *key) { return object.find(std::string_view(key))->second; }
Json::Object &item(Json::Object &root, const char *list, std::size_t index) { return at(root, list).array()[index].object(); }

} // namespace
Q_DECLARE_METATYPE(Change)

class TestPacksForms : public QObject {
    Q_OBJECT

private slots:
    void shipped()
    {
        const auto all = loadForms(shippedFolder());
        QVERIFY2(all.ok(), all.ok() ? "" : all.fault().detail.c_str());
        QCOMPARE(all->size(), std::size_t(1));
        const Forms &forms = *all->at(0);
        for (const char *name : {"SF86", "sf-86", "SF85P", "SF85", "PVQ-A", "PVQB", "pvq-c", "PVQ-D"})
            QVERIFY2(forms.form(name), name);
        QVERIFY(!forms.form("SF312") && !forms.form(""));
        QCOMPARE(forms.form("SF85P")->id, std::string("SF85P")); // not the form whose name it begins with
        // Sections 1 to 29, and every one of them on the SF-86.
        for (const FormSection &section : forms.sections)
            QVERIFY2(forms.form("SF86")->asked(section.id), section.id.c_str());
        const AskedSection *drugs = forms.form("SF86")->asked("23");
        QVERIFY(drugs && drugs->back.years == 7 && !drugs->back.ever);
        const auto treatment = std::ranges::find(drugs->except, std::string("VoluntaryTreatment"), &std::pair<std::string, LookBack>::first);
        QVERIFY(treatment != drugs->except.end() && treatment->second.ever);
        QCOMPARE(forms.form("SF86")->asked("28")->back.years, 10u);
        QCOMPARE(forms.form("SF85")->asked("28"), nullptr);
        QCOMPARE(forms.form("SF85P")->asked("22")->back.years, 7u);
        QCOMPARE(forms.tierFor("Top Secret")->id, std::string("tier-5"));
        QCOMPARE(forms.tierFor("Confidential")->id, std::string("tier-3"));
        QVERIFY(!forms.tierFor("") && !forms.tierFor("Quartermaster"));
        // No recommendation hides in a code.
        for (const DeficiencyCode &code : forms.deficiencies)
            QVERIFY2(QString::fromStdString(code.title + code.text).indexOf("risk", 0, Qt::CaseInsensitive) < 0, code.code.c_str());
    }

    void noFolderHasNoForms()
    {
        const auto none = loadForms(shippedFolder() / "nowhere");
        QVERIFY(none.ok() && none->empty());
    }

    void wrongInOneThing_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *named, Change change) { QTest::newRow(name) << change << named; };
        row("schema", "schema", [](Json::Object &root) { at(root, "schema") = Json("caseward-forms/9"); });
        row("unknown member", "surprise", [](Json::Object &root) { root.emplace("surprise", Json(1)); });
        row("section twice", "twice", [](Json::Object &root) { item(root, "sections", 1)["id"] = Json("1-6"); });
        row("blank in an id", "blanks", [](Json::Object &root) { item(root, "sections", 0)["id"] = Json("1 6"); });
        row("section that is not there", "which is not there", [](Json::Object &root) { item(item(root, "forms", 0), "sections", 0)["section"] = Json("99"); });
        row("question that is not asked", "does not ask", [](Json::Object &root) { at(item(item(root, "forms", 0), "sections", 0), "without").array().emplace_back("Nothing"); });
        row("years and ever", "both", [](Json::Object &root) { item(item(root, "forms", 0), "sections", 5)["ever"] = Json(true); });
        row("years without end", "years", [](Json::Object &root) { item(item(root, "forms", 0), "sections", 5)["years"] = Json(1e6); });
        row("years below nought", "years", [](Json::Object &root) { item(item(root, "forms", 0), "sections", 5)["years"] = Json(-1); });
        row("lane", "lane", [](Json::Object &root) { item(root, "sections", 0)["lane"] = Json("travel"); });
        row("name of another form", "another form", [](Json::Object &root) { at(item(root, "forms", 1), "names").array().emplace_back("sf86"); });
        row("no forms", "has none", [](Json::Object &root) { at(root, "forms") = Json(Json::Array()); });
        row("release of no section", "section", [](Json::Object &root) { item(root, "releases", 0)["section"] = Json("77"); });
        row("flag of both", "not both", [](Json::Object &root) { item(root, "flags", 0)["contains"] = Json("x"); });
        row("family", "family", [](Json::Object &root) { item(root, "flags", 0)["family"] = Json("verdict"); });
        row("text turned round", "", [](Json::Object &root) { item(root, "sections", 0)["title"] = Json("\xe2\x80\xaetxt"); });
        row("effective", "effective", [](Json::Object &root) { at(root, "effective") = Json("2017-02-30"); });
    }
    void wrongInOneThing()
    {
        QFETCH(Change, change);
        QFETCH(QString, named);
        Json::Object root = shippedJson();
        QVERIFY(!root.empty());
        change(root);
        const auto loaded = Forms::load(viewOf(codec::canonicalJson(Json(std::move(root)))));
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.fault().code, FaultCode::Malformed);
        QVERIFY2(QString::fromStdString(loaded.fault().detail).contains(named), loaded.fault().detail.c_str());
    }

    void notEvenJson()
    {
        for (const char *text : {"", "{", "[]", "null", "\"forms\"", "{\"schema\":\"caseward-forms/1\"}"})
            QVERIFY2(!Forms::load(viewOf(std::string(text))).ok(), text);
        Json::Object many = shippedJson();
        Json::Array sections(6'000, at(many, "sections").array()[0]);
        at(many, "sections") = Json(std::move(sections));
        const auto loaded = Forms::load(viewOf(codec::canonicalJson(Json(std::move(many)))));
        QVERIFY(!loaded.ok() && loaded.fault().code == FaultCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestPacksForms)
#include "tst_packs_forms.moc"
