// SPDX-License-Identifier: GPL-3.0-or-later
// The committed pack holds what the directive holds: counts, letters, citations, connectives; and, where the domain
// facts are beside the checkout, every condition of theirs.
#include "committedpack.h"

#include "core/codec/json.h"
#include "core/crypto/digest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace caseward;
using namespace caseward::packs;

namespace {

PackPtr load()
{
    auto pack = committedPack();
    if (!pack.ok())
        qFatal("%s", pack.fault().detail.c_str());
    return *pack;
}

const std::string &member(const codec::Json &object, const char *key) { return object.find(key)->string(); }

} // namespace

class TestPacksSead4 : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_pack = load(); }

    void countsAreTheDirectives()
    {
        QCOMPARE(m_pack->id, std::string("us-sead4-2017"));
        QCOMPARE(m_pack->effective, std::string("2017-06-08"));
        QCOMPARE(m_pack->guidelines.size(), std::size_t{13});
        const std::map<std::string, std::pair<std::size_t, std::size_t>> expected = {
            {"A", {3, 4}}, {"B", {9, 6}}, {"C", {6, 8}}, {"D", {4, 5}}, {"E", {7, 7}}, {"F", {9, 7}}, {"G", {7, 4}},
            {"H", {7, 4}}, {"I", {5, 5}}, {"J", {5, 4}}, {"K", {9, 4}}, {"L", {2, 2}}, {"M", {8, 4}}};
        std::size_t disqualifying = 0, mitigating = 0;
        std::string letters;
        for (const Guideline &guideline : m_pack->guidelines) {
            letters += guideline.letter;
            QCOMPARE(guideline.disqualifying.size(), expected.at(guideline.letter).first);
            QCOMPARE(guideline.mitigating.size(), expected.at(guideline.letter).second);
            disqualifying += guideline.disqualifying.size();
            mitigating += guideline.mitigating.size();
        }
        QCOMPARE(letters, std::string("ABCDEFGHIJKLM"));
        QCOMPARE(disqualifying, std::size_t{81});
        QCOMPARE(mitigating, std::size_t{64});
        QCOMPARE(m_pack->allConditions().size(), std::size_t{145});
    }

    void idsAndCitations()
    {
        std::set<std::string> ids;
        int paragraph = 3;                    // guideline A: concern ¶ 3, then 4 and 5, and so on to 41
        for (const Guideline &guideline : m_pack->guidelines) {
            QCOMPARE(guideline.concernCitation, "SEAD 4, App. A, ¶ " + std::to_string(paragraph));
            for (const auto *side : {&guideline.disqualifying, &guideline.mitigating}) {
                ++paragraph;
                char letter = 'a';
                for (const Condition &condition : *side) {
                    QCOMPARE(condition.id, std::to_string(paragraph) + "(" + letter++ + ")");
                    QCOMPARE(condition.citation, "SEAD 4, App. A, ¶ " + condition.id);
                    QCOMPARE(condition.guideline, guideline.letter);
                    QVERIFY(ids.insert(condition.id).second);
                    QCOMPARE(m_pack->condition(condition.id), &condition);
                }
            }
            ++paragraph;
        }
        QCOMPARE(paragraph, 42);
        QCOMPARE(m_pack->condition("16(z)"), nullptr);
        QCOMPARE(m_pack->guideline("E")->title, std::string("Personal Conduct"));
        QCOMPARE(m_pack->guideline("Z"), nullptr);
    }

    void connectivesSayAndOrOr()
    {
        const std::set<std::string> both = {"14(b)", "17(c)", "20(a)", "32(a)", "35(a)", "41(a)"};
        const std::set<std::string> either = {"23(a)", "26(a)"};
        for (const Condition *condition : m_pack->allConditions()) {
            const Connective expected = both.count(condition->id) ? Connective::And
                : either.count(condition->id)                     ? Connective::Or
                                                                  : Connective::None;
            QVERIFY2(condition->connective == expected, condition->id.c_str());
            if (expected == Connective::None)
                continue;
            // "… unlikely to happen again, and reliability is not in doubt" against "…, or it does not cast doubt …"
            const std::size_t again = condition->text.find("unlikely to happen again, ");
            QVERIFY2(again != std::string::npos, condition->id.c_str());
            const std::string second = condition->text.substr(again + std::string("unlikely to happen again, ").size());
            QVERIFY2(second.rfind(expected == Connective::And ? "and " : "or ", 0) == 0, condition->text.c_str());
            QVERIFY2(second.find("doubt") != std::string::npos, condition->text.c_str());
            const bool shortSaysOr = condition->shortText.find(", or ") != std::string::npos;
            QVERIFY2(shortSaysOr == (expected == Connective::Or), condition->shortText.c_str());
        }
    }

    void wordsAreThere()
    {
        QCOMPARE(m_pack->condition("16(a)")->shortText, std::string("Deliberate omission or falsification on a security form"));
        QCOMPARE(m_pack->condition("17(a)")->shortText, std::string("Prompt, good-faith effort to correct"));
        for (const Condition *condition : m_pack->allConditions()) {
            const std::string &text = condition->shortText;
            const auto spaces = std::count(text.begin(), text.end(), ' ');
            QVERIFY2(text.size() <= 64 && spaces <= 8, text.c_str());
            QVERIFY2(text.front() >= 'A' && text.front() <= 'Z' && text.back() != '.', text.c_str());
            QVERIFY2(condition->keywords.size() >= 3 && condition->keywords.size() <= 8, condition->id.c_str());
            const std::set<std::string> distinct(condition->keywords.begin(), condition->keywords.end());
            QVERIFY2(distinct.size() == condition->keywords.size(), condition->id.c_str());
            QVERIFY2(condition->text.back() == '.', condition->text.c_str());
        }
        for (const Guideline &guideline : m_pack->guidelines)
            QCOMPARE(guideline.confidence, std::string(guideline.letter == "A" ? "medium-high" : "high"));
        QVERIFY(m_pack->notice.find("paraphrases") != std::string::npos);
        QVERIFY(m_pack->notice.find("The official text controls.") != std::string::npos);
    }

    void factorsOutcomesExceptionsBars()
    {
        std::map<std::string, int> groups;
        for (const Factor &factor : m_pack->factors) {
            ++groups[factor.group];
            QCOMPARE(factor.required, factor.group == "whole-person");
        }
        QCOMPARE(groups["whole-person"], 9);
        QCOMPARE(groups["already-eligible"], 6);
        QCOMPARE(m_pack->factors.front().id, std::string("2(d)(1)"));
        QCOMPARE(m_pack->factors.back().id, std::string("2(f)(6)"));

        const std::map<std::string, OutcomeClass> expected = {
            {"grant", OutcomeClass::Favourable}, {"grant-with-warning", OutcomeClass::Favourable},
            {"grant-with-exception", OutcomeClass::Favourable}, {"deny", OutcomeClass::Adverse},
            {"revoke", OutcomeClass::Adverse}, {"no-determination", OutcomeClass::Administrative},
            {"loss-of-jurisdiction", OutcomeClass::Administrative}, {"discontinued", OutcomeClass::Administrative}};
        QCOMPARE(m_pack->outcomes.size(), expected.size());
        for (const auto &[id, kind] : expected) {
            const Outcome *outcome = m_pack->outcome(id);
            QVERIFY2(outcome != nullptr, id.c_str());
            QVERIFY(outcome->outcomeClass == kind);
            QCOMPARE(outcome->needsException, id == "grant-with-exception");
        }
        QCOMPARE(m_pack->outcome("grant")->confirmWord, std::string("GRANT"));
        QCOMPARE(m_pack->outcome("approve"), nullptr);

        std::string codes;
        for (const ExceptionCode &exception : m_pack->exceptions)
            codes += exception.code;
        QCOMPARE(codes, std::string("WCDO"));

        QCOMPARE(m_pack->statutoryBars.size(), std::size_t{4});
        for (const StatutoryBar &bar : m_pack->statutoryBars)
            QCOMPARE(bar.waivable, bar.id != "B-P1");
        QCOMPARE(m_pack->statutoryBars.front().id, std::string("B-P1"));
        QCOMPARE(m_pack->statutoryBars.back().appliesTo, (std::vector<std::string>{"SCI", "SAP", "RD"}));
    }

    void digestIsOverTheCanonicalForm()
    {
        const auto json = codec::parseJson(committedPackBytes());
        QVERIFY(json.ok());
        const std::string canonical = codec::canonicalJson(*json);
        QCOMPARE(m_pack->canonical, canonical);
        QCOMPARE(m_pack->digest.hex(), crypto::sha256(viewOf(canonical)).hex());
        // The indentation of the file does not matter, a changed word does.
        const auto same = Pack::load(viewOf(canonical));
        QVERIFY(same.ok());
        QVERIFY((*same)->ref() == m_pack->ref());
        std::string changed = canonical;
        changed.replace(changed.find("Personal Conduct"), 8, "personal");
        const auto other = Pack::load(viewOf(changed));
        QVERIFY(other.ok());
        QVERIFY((*other)->digest != m_pack->digest);
    }

    void folderIsLoadedWhole()
    {
        const auto ours = loadPacks(committedPackPath().parent_path());
        QVERIFY2(ours.ok(), ours.ok() ? "" : ours.fault().detail.c_str());
        QCOMPARE(ours->size(), std::size_t{8});
        QCOMPARE(std::count_if(ours->begin(), ours->end(), [this](const PackPtr &it) { return it->digest == m_pack->digest; }), 1);
        // What cases are pinned to: this digest must never change.
        QCOMPARE(m_pack->digest.hex(), std::string("25d1ebcdf0d36c71ef0a495576908a48283c002c691dc7b5ff1c206411bc5c55"));

        QTemporaryDir folder;
        const QString file = folder.filePath("a.json");
        QVERIFY(QFile::copy(QString::fromStdString(committedPackPath().string()), file));
        const Path path(folder.path().toStdString());
        QVERIFY(loadPacks(path).ok());
        QVERIFY(QFile::copy(file, folder.filePath("b.json"))); // the same pack again
        const auto twice = loadPacks(path);
        QVERIFY(!twice.ok());
        QCOMPARE(twice.fault().code, FaultCode::Malformed);
        QFile second(folder.filePath("b.json"));
        QVERIFY(second.open(QIODevice::WriteOnly | QIODevice::Truncate));
        second.write("{}");
        second.close();
        const auto broken = loadPacks(path);
        QVERIFY(!broken.ok());
        QVERIFY2(broken.fault().detail.rfind("b.json: ", 0) == 0, broken.fault().detail.c_str());
        QVERIFY(!loadPacks(path / "absent").ok());
    }

    void agreesWithTheDomainFacts()
    {
        const Path source = Path(CASEWARD_SOURCE_DIR) / ".." / "shared" / "domain" / "sead4.json";
        if (!std::filesystem::exists(source))
            QSKIP("the domain facts (../shared/domain/sead4.json) are not beside this checkout");
        const auto bytes = readFile(source, limits::packBytes);
        QVERIFY(bytes.ok());
        const auto facts = codec::parseJson(*bytes);
        QVERIFY(facts.ok());
        std::size_t compared = 0;
        for (const codec::Json &theirs : facts->find("guidelines")->array()) {
            const Guideline *ours = m_pack->guideline(member(theirs, "letter"));
            QVERIFY(ours != nullptr);
            QCOMPARE(ours->title, member(theirs, "title"));
            QCOMPARE(ours->confidence, member(*theirs.find("verification"), "confidence"));
            for (const char *side : {"disqualifying", "mitigating"})
                for (const codec::Json &fact : theirs.find(side)->find("conditions")->array()) {
                    const Condition *condition = m_pack->condition(member(fact, "id"));
                    QVERIFY2(condition != nullptr, member(fact, "id").c_str());
                    QCOMPARE(condition->citation, member(fact, "citation"));
                    QCOMPARE(condition->guideline, ours->letter);
                    QCOMPARE(condition->kind == ConditionKind::Disqualifying, std::string(side) == "disqualifying");
                    const codec::Json *items = fact.find("sub_items");
                    QCOMPARE(condition->subItems.size(), items == nullptr ? std::size_t{0} : items->array().size());
                    ++compared;
                }
        }
        QCOMPARE(compared, std::size_t{145});
        const codec::Json &joined = *facts->find("time_mitigator_connective");
        for (const codec::Json &id : joined.find("and")->array())
            QVERIFY(m_pack->condition(id.string())->connective == Connective::And);
        for (const codec::Json &id : joined.find("or")->array())
            QVERIFY(m_pack->condition(id.string())->connective == Connective::Or);
    }

private:
    PackPtr m_pack;
};

QTEST_GUILESS_MAIN(TestPacksSead4)
#include "tst_packs_sead4.moc"
