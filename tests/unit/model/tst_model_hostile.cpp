// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that a stranger wrote: whatever is wrong with one of a known kind, it is Malformed.
#include "tests/unit/model/samples.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::model;
using codec::Json;

namespace {

bool isMalformed(const std::string &kind, const Json &body)
{
    const auto event = decodeEvent(kind, body);
    return !event.ok() && event.fault().code == FaultCode::Malformed;
}

bool isOptional(const std::string &kind, const std::string &key)
{
    return (kind == "gap.noted" && key == "anchor") || (kind == "factor.weighed" && key == "cites") || (kind == "eligibility.recorded" && key == "decision");
}

std::vector<Json> oneOfEachType()
{
    return {Json(), Json(true), Json(-1.5), Json(std::string("\x01\n")), Json(Json::Array{Json()}),
            Json(Json::Object{{"x", Json(1)}})};
}

// Puts `value` where `path` ("anchor.end") says.
Json with(const Event &event, const std::string &path, Json value)
{
    Json body = encodeEvent(event);
    Json *place = &body;
    std::size_t start = 0;
    for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', start)) {
        place = &place->object().find(path.substr(start, dot - start))->second;
        start = dot + 1;
    }
    place->object()[path.substr(start)] = std::move(value);
    return body;
}

} // namespace

Q_DECLARE_METATYPE(caseward::codec::Json)

class TestModelHostile : public QObject {
    Q_OBJECT

private slots:
    void missingMembers()
    {
        for (const Event &event : samples::oneOfEach()) {
            const Json body = encodeEvent(event);
            for (const auto &member : body.object()) {
                Json without = body;
                without.object().erase(member.first);
                const std::string what = eventKind(event) + " without " + member.first;
                QVERIFY2(isMalformed(eventKind(event), without) != isOptional(eventKind(event), member.first), what.c_str());
            }
        }
    }

    void unknownMembers()
    {
        for (const Event &event : samples::oneOfEach()) {
            Json body = encodeEvent(event);
            body.object().emplace("surplus", Json(1));
            QVERIFY2(isMalformed(eventKind(event), body), eventKind(event).c_str());
        }
        QVERIFY(isMalformed("passage.tied", with(samples::tied(1), "anchor.surplus", Json(1))));
        QVERIFY(isMalformed("passage.tied", with(samples::tied(1), "condition.surplus", Json(1))));
    }

    void membersOfAnotherType()
    {
        for (const Event &event : samples::oneOfEach()) {
            const Json body = encodeEvent(event);
            for (const auto &member : body.object()) {
                for (const Json &wrong : oneOfEachType()) {
                    if (wrong.type() == member.second.type())
                        continue;
                    Json changed = body;
                    changed.object()[member.first] = wrong;
                    const std::string what = eventKind(event) + " with another " + member.first;
                    QVERIFY2(isMalformed(eventKind(event), changed), what.c_str());
                }
            }
        }
    }

    void bodiesThatAreNoObjects()
    {
        for (const Event &event : samples::oneOfEach())
            for (const Json &wrong : oneOfEachType())
                QVERIFY2(isMalformed(eventKind(event), wrong), eventKind(event).c_str());
        QVERIFY(isMalformed("passage.painted", Json("text")));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Json>("body");
        const auto row = [](const char *name, const Event &event, const std::string &path, Json value) {
            QTest::newRow(name) << QString::fromStdString(eventKind(event)) << with(event, path, std::move(value));
        };
        const auto events = samples::oneOfEach();
        const auto of = [&events](const std::string &kind) -> const Event & {
            return *std::find_if(events.begin(), events.end(), [&kind](const Event &event) { return eventKind(event) == kind; });
        };
        const Event &opened = of("case.opened");
        const Event &person = of("person.introduced");
        const Event &document = of("document.added");
        const Event &displayed = of("pages.displayed");
        const Event &tie = of("passage.tied");
        const Event &noted = of("passage.noted");
        const Event &appraised = of("passage.appraised");
        const Event &gap = of("gap.noted");
        const Event &reasons = of("reasons.written");
        const Event &decision = of("decision.signed");
        row("line break in a title", document, "title", "one\ntwo");
        row("empty title", document, "title", "");
        row("long title", document, "title", std::string(1001, 'x'));
        row("no bytes", document, "bytes", 0);
        row("too many bytes", document, "bytes", static_cast<double>(limits::documentBytes) + 1);
        row("no pages", document, "pages", 0);
        row("10,000 pages", document, "pages", 10'000);
        row("half a page", document, "pages", 1.5);
        row("no such kind", document, "kind", "diary");
        row("no such media", document, "media", "image/x-icon");
        row("readable and unreadable", document, "unreadable", "document-damaged");
        row("unreadable for no reason", document, "unreadable", "");
        row("part of nothing", document, "part", "slip.pdf");
        row("empty agency", document, "agency", "");
        row("parent no id", document, "parent", "roi.pdf");
        row("described without a title", of("document.described"), "title", "");
        row("described on 30 February", of("document.described"), "date", "2026-02-30");
        row("reliability G", appraised, "reliability", "G");
        row("reliability of two letters", appraised, "reliability", "AB");
        row("credibility 7", appraised, "credibility", 7);
        row("credibility below nothing", appraised, "credibility", -1);
        row("standing of a rumour", appraised, "standing", "rumoured");
        row("conduct in month 13", appraised, "from", "2019-13");
        row("30 February", document, "date", "2026-02-30");
        row("digest in upper case", document, "digest", std::string(64, 'A'));
        row("short digest", document, "digest", std::string(62, 'a'));
        row("id in upper case", document, "document", "0193AAAA-0000-7000-8000-000000000001");
        row("case without number", opened, "reference", "");
        row("type of two words", opened, "type", "initial review");
        row("day of another calendar", opened, "due", "31.12.2026");
        row("pack without id", opened, "pack.id", "");
        row("role of two words", person, "roles", Json::Array{Json("chief adjudicator")});
        row("empty role", person, "roles", Json::Array{Json("")});
        row("certificate not base64", person, "certificate", "MII");
        row("certificate too large", person, "certificate", toBase64(Bytes(limits::certificateBytes + 1)));
        row("no page shown", displayed, "pages", Json::Array{});
        row("page 0 shown", displayed, "pages", Json::Array{Json(0)});
        row("page shown twice", displayed, "pages", Json::Array{Json(2), Json(1), Json(2)});
        row("page 10,000 shown", displayed, "pages", Json::Array{Json(10'000)});
        row("page as text", displayed, "pages", Json::Array{Json("1")});
        row("span ends before it starts", tie, "anchor.end", 9);
        row("span longer than the quote", tie, "anchor.end", 24);
        row("span beyond any page", tie, "anchor.end", 400'001);
        row("page 0", tie, "anchor.page", 0);
        row("context too long", tie, "anchor.before", std::string(33, 'x'));
        row("rectangle of three", tie, "anchor.rects", Json::Array{Json(Json::Array{Json(1), Json(2), Json(3)})});
        row("rectangle off the page", tie, "anchor.rects", Json::Array{Json(Json::Array{Json(1), Json(2), Json(3), Json(1e300)})});
        row("rectangle inside out", tie, "anchor.rects", Json::Array{Json(Json::Array{Json(1), Json(2), Json(-3), Json(4)})});
        row("rectangle of words", tie, "anchor.rects", Json::Array{Json(Json::Array{Json("1"), Json(2), Json(3), Json(4)})});
        row("too many rectangles", tie, "anchor.rects",
            Json::Array(2001, Json(Json::Array{Json(1), Json(2), Json(3), Json(4)})));
        const Json part = Json(Json::Array{Json(1), Json(2), Json(3), Json(4)});
        const auto area = [&](const char *name, const char *member, Json value) {
            Event event = tie;
            std::get<PassageTied>(event).anchor = samples::areaAt(1, 3);
            row(name, event, member, std::move(value));
        };
        area("a part of no picture", "anchor.rects", Json::Array{});
        area("two parts of a picture", "anchor.rects", Json::Array{part, part});
        area("a part without width", "anchor.rects", Json::Array{Json(Json::Array{Json(1), Json(2), Json(0), Json(4)})});
        area("a part left of the page", "anchor.rects", Json::Array{Json(Json::Array{Json(-1), Json(2), Json(3), Json(4)})});
        area("a part with words", "anchor.quote", "job");
        area("a part with words before it", "anchor.before", "job");
        area("a part with words after it", "anchor.after", "job");
        area("a part that stands at characters", "anchor.end", 3);
        area("a part between two characters", "anchor.start", 3);
        row("words that are none", tie, "anchor.quote", "");
        row("weight as number", tie, "weight", 2);
        row("no such weight", tie, "weight", "Moderate");
        row("condition of two words", tie, "condition.id", "16 (a)");
        row("empty condition", tie, "condition.id", "");
        row("note too long", noted, "note", std::string(limits::noteCharacters + 1, 'x'));
        row("note not UTF-8", noted, "note", "\xff");
        row("gap from no month", gap, "from", "2017-13");
        row("gap to a word", gap, "to", "present");
        row("paragraph without cites", reasons, "paragraphs", Json::Array{Json(Json::Object{{"text", Json("x")}})});
        row("factor cites nothing", of("factor.weighed"), "cites", Json::Array{});
        row("cites no id", reasons, "paragraphs",
            Json::Array{Json(Json::Object{{"text", Json("x")}, {"cites", Json(Json::Array{Json("x")})}})});
        row("too many paragraphs", reasons, "paragraphs",
            Json::Array(1001, Json(Json::Object{{"text", Json("")}, {"cites", Json(Json::Array{})}})));
        row("decision not canonical", decision, "decision", "{ }");
        row("decision no object", decision, "decision", "[]");
        row("withdraws a negative entry", of("entry.withdrawn"), "seq", -1);
        row("withdraws beyond any history", of("entry.withdrawn"), "seq", 1'000'000);
        row("certificate no digest", of("custody.sent"), "toCertificates", Json::Array{Json("00")});
    }

    void refuses()
    {
        QFETCH(QString, kind);
        QFETCH(Json, body);
        QVERIFY(isMalformed(kind.toStdString(), body));
    }

    void takesWhatIsJustWithinBounds()
    {
        QVERIFY(checkEvent(PassageNoted{samples::idOf<PassageId>(1), std::string(limits::noteCharacters, 'x')}).ok());
        std::string wide;
        for (std::size_t i = 0; i < limits::quoteCharacters; ++i)
            wide += "\xf0\x9f\x82\xa1"; // one code point, four bytes
        PassageTied tie = samples::tied(1);
        tie.anchor = samples::anchorAt(1, 9'999, wide);
        QVERIFY(checkEvent(tie).ok());
        tie.anchor = samples::anchorAt(1, 1, wide + "x");
        QVERIFY(!checkEvent(tie).ok());
    }

    void saysWhereTheProblemIs()
    {
        const auto event = decodeEvent("passage.tied", with(samples::tied(1), "anchor.before", std::string(33, 'x')));
        QVERIFY(!event.ok());
        QVERIFY(event.fault().detail.find("passage.tied.anchor") != std::string::npos);
        QVERIFY(event.fault().detail.find("before") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestModelHostile)
#include "tst_model_hostile.moc"
