// SPDX-License-Identifier: GPL-3.0-or-later
// What the events look like in JSON is part of the format: the golden texts here may only grow.
#include "tests/unit/model/samples.h"

#include <QTest>

#include <cmath>

using namespace caseward;
using namespace caseward::model;

class TestModelEvents : public QObject {
    Q_OBJECT

private slots:
    void everyKindRoundTrips()
    {
        const std::vector<Event> events = samples::oneOfEach();
        QCOMPARE(events.size(), std::variant_size_v<Event> - 1);
        for (std::size_t i = 0; i < events.size(); ++i) {
            QCOMPARE(events[i].index(), i);
            const codec::Json body = encodeEvent(events[i]);
            const auto read = codec::parseCanonicalJson(viewOf(codec::canonicalJson(body)));
            QVERIFY(read.ok());
            const auto event = decodeEvent(eventKind(events[i]), *read);
            QVERIFY2(event.ok(), event.ok() ? "" : event.fault().detail.c_str());
            QCOMPARE(event->index(), i);
            QVERIFY(encodeEvent(*event) == body);
            QVERIFY(checkEvent(events[i]).ok());
        }
    }

    void kindsAreAsTheFormatNamesThem()
    {
        const std::vector<std::string> names = {
            "case.opened", "person.introduced", "document.added", "document.described", "pages.displayed", "pages.waived", "passage.tied",
            "passage.weighed", "passage.noted", "passage.moved", "passage.appraised", "passage.untied", "contradiction.linked", "contradiction.resolved",
            "gap.noted", "gap.explained", "condition.found", "guideline.found", "factor.weighed", "reasons.written",
            "allegation.made", "allegation.amended", "allegation.dropped", "allegation.answered", "allegation.appraised", "mitigator.weighed",
            "allegation.found", "section.judged", "release.recorded", "identity.recorded", "component.recorded", "flag.raised", "flag.dismissed",
            "deficiency.noted", "deficiency.settled", "case.returned-deficient", "pack.joined", "pack.moved", "outcome.proposed", "check.explained", "decision.signed", "review.returned", "review.concurred",
            "decision.countersigned", "custody.sent", "custody.received", "entry.withdrawn", "stage.moved", "clock.started", "clock.extended",
            "clock.stopped", "clock.resumed", "eligibility.recorded", "eligibility.monitored", "reciprocity.decided", "conflict.declared", "letter.issued"};
        const std::vector<Event> events = samples::oneOfEach();
        QCOMPARE(names.size(), events.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            QCOMPARE(eventKind(events[i]), names[i]);
            QVERIFY(isKnownKind(names[i]));
        }
        QVERIFY(!isKnownKind("passage.painted"));
    }

    void weighingKinds()
    {
        std::vector<std::string> neverWithdrawn;
        for (const Event &event : samples::oneOfEach())
            if (!isWeighingKind(eventKind(event)))
                neverWithdrawn.push_back(eventKind(event));
        const std::vector<std::string> expected = {
            "case.opened", "person.introduced", "document.added", "document.described", "pages.displayed", "case.returned-deficient", "decision.signed",
            "review.returned", "review.concurred", "decision.countersigned", "custody.sent", "custody.received",
            "entry.withdrawn", "stage.moved", "clock.started", "clock.extended", "clock.stopped", "clock.resumed", "eligibility.recorded",
            "eligibility.monitored", "reciprocity.decided", "conflict.declared", "letter.issued"};
        QVERIFY(neverWithdrawn == expected);
        QVERIFY(!isWeighingKind("passage.painted"));
    }

    void passageTiedIsWrittenThus()
    {
        PassageTied event{samples::idOf<PassageId>(1), samples::anchorAt(1, 3, "job"), {"us-sead4-2017", "16(a)"},
                          Weight::Substantial, "n"};
        event.anchor.rects = {{72, 90.25, 200.5, 12}, {72, 104.13, 40, 12}};
        const std::string golden =
            R"({"anchor":{"after":" after","before":"before ",)"
            R"("digest":"0101010101010101010101010101010101010101010101010101010101010101",)"
            R"("document":"0193aaaa-0000-7000-8000-000000000001","end":13,"page":3,"quote":"job",)"
            R"("rects":[[72,90.25,200.5,12],[72,104.13,40,12]],"start":10},)"
            R"_("condition":{"id":"16(a)","pack":"us-sead4-2017"},"note":"n",)_"
            R"("passage":"0193aaaa-0000-7000-8000-000000000001","weight":"substantial"})";
        QCOMPARE(codec::canonicalJson(encodeEvent(event)), golden);
    }

    void aPartOfAPictureIsWrittenThus()
    {
        const PassageTied event{samples::idOf<PassageId>(1), samples::areaAt(1, 3), {"us-sead4-2017", "16(a)"}, Weight::Substantial, "n"};
        const std::string golden =
            R"({"anchor":{"after":"","before":"",)"
            R"("digest":"0101010101010101010101010101010101010101010101010101010101010101",)"
            R"("document":"0193aaaa-0000-7000-8000-000000000001","end":0,"page":3,"quote":"",)"
            R"("rects":[[72,90.25,200.5,12]],"start":0},)"
            R"_("condition":{"id":"16(a)","pack":"us-sead4-2017"},"note":"n",)_"
            R"("passage":"0193aaaa-0000-7000-8000-000000000001","weight":"substantial"})";
        QCOMPARE(codec::canonicalJson(encodeEvent(event)), golden);
        const auto back = decodeEvent("passage.tied", encodeEvent(event));
        QVERIFY(back.ok());
        QVERIFY(std::get<PassageTied>(*back).anchor == event.anchor);
        QVERIFY(isArea(event.anchor));
        QVERIFY(!isArea(samples::anchorAt(1, 3, "job")));
    }

    void documentAddedIsWrittenThus()
    {
        const std::string golden =
            R"({"bytes":4096,"date":"2026-03-01",)"
            R"("digest":"0202020202020202020202020202020202020202020202020202020202020202",)"
            R"("document":"0193aaaa-0000-7000-8000-000000000002","engine":"poppler 22.12.0","exhibit":"Ex. 2",)"
            R"("kind":"report-of-investigation","marking":"CUI","media":"application/pdf","name":"roi.pdf","pages":12,)"
            R"("source":"DCSA",)"
            R"("textDigest":"6363636363636363636363636363636363636363636363636363636363636363",)"
            R"("title":"Report of investigation"})";
        QCOMPARE(codec::canonicalJson(encodeEvent(samples::documentAdded(2, 12))), golden);
    }

    void caseOpenedIsWrittenThus()
    {
        const std::string golden =
            R"({"access":"Top Secret/SCI","case":"0193aaaa-0000-7000-8000-000000000001","demonstration":true,)"
            R"("due":"2026-12-31","marking":"CUI//PRVCY",)"
            R"("pack":{"digest":"0707070707070707070707070707070707070707070707070707070707070707",)"
            R"("id":"us-sead4-2017","version":"1.0.0"},)"
            R"("reference":"PSH-25-0206","subject":"S-0417","type":"initial"})";
        QCOMPARE(codec::canonicalJson(encodeEvent(samples::caseOpened())), golden);
    }

    void byteStringsAreBase64()
    {
        const codec::Json body = encodeEvent(DecisionCountersigned{samples::digestOf(1), {9, 8, 7}});
        QCOMPARE(body.find("signature")->string(), std::string("CQgH"));
    }

    void decodedFieldsAreThoseEncoded()
    {
        const PassageTied original{samples::idOf<PassageId>(1), samples::anchorAt(1, 3, "naïve “quote”"), {"us-sead4-2017", "16(a)"},
                                   Weight::Substantial, "note"};
        const auto event = decodeEvent("passage.tied", encodeEvent(original));
        QVERIFY(event.ok());
        const auto &tie = std::get<PassageTied>(*event);
        QVERIFY(tie.passage == original.passage);
        QVERIFY(tie.anchor == original.anchor);
        QVERIFY(tie.condition == original.condition);
        QVERIFY(tie.weight == Weight::Substantial);
        QCOMPARE(tie.note, std::string("note"));
    }

    void whatADocumentDoesNotSayIsNoMember()
    {
        const codec::Json body = encodeEvent(samples::documentAdded(1, 2));
        for (const char *member : {"agency", "custody", "parent", "part", "unreadable"})
            QVERIFY2(body.find(member) == nullptr, member);
    }

    void anAttachmentThatCannotBeOpenedIsWrittenAndRead()
    {
        DocumentAdded added = samples::documentAdded(2, 0);
        added.agency = "State police";
        added.custody = "seal 4411 unbroken";
        added.parent = samples::idOf<DocumentId>(1);
        added.part = "slip.pdf";
        added.unreadable = "document-encrypted";
        added.media = MediaType::Unknown;
        const codec::Json body = encodeEvent(added);
        const auto event = decodeEvent("document.added", body);
        QVERIFY2(event.ok(), event.ok() ? "" : event.fault().detail.c_str());
        const auto &read = std::get<DocumentAdded>(*event);
        QCOMPARE(read.agency, added.agency);
        QCOMPARE(read.custody, added.custody);
        QVERIFY(read.parent == added.parent);
        QCOMPARE(read.part, added.part);
        QCOMPARE(read.unreadable, added.unreadable);
        QVERIFY(read.media == MediaType::Unknown);
        QVERIFY(encodeEvent(*event) == body);
    }

    void gapWithoutAnchorHasNoSuchMember()
    {
        GapNoted gap{samples::idOf<GapId>(1), "residence", "2017", "", std::nullopt, ""};
        const codec::Json body = encodeEvent(gap);
        QVERIFY(body.find("anchor") == nullptr);
        const auto event = decodeEvent("gap.noted", body);
        QVERIFY(event.ok());
        QVERIFY(!std::get<GapNoted>(*event).anchor.has_value());
    }

    void unknownKindIsKept()
    {
        const codec::Json body(codec::Json::Object{{"colour", codec::Json("red")}});
        const auto event = decodeEvent("passage.painted", body);
        QVERIFY(event.ok());
        QVERIFY(std::holds_alternative<UnknownEvent>(*event));
        QCOMPARE(eventKind(*event), std::string("passage.painted"));
        QVERIFY(encodeEvent(*event) == body);
        QVERIFY(!checkEvent(*event).ok());
    }

    void namesOfEnumerationsReadBack()
    {
        for (int i = 0; i <= static_cast<int>(DocumentKind::Other); ++i) {
            const auto kind = static_cast<DocumentKind>(i);
            QVERIFY(!documentKindName(kind).empty());
            QVERIFY(*parseDocumentKind(documentKindName(kind)) == kind);
        }
        for (int i = 0; i <= static_cast<int>(ConditionFinding::NoEvidence); ++i) {
            const auto finding = static_cast<ConditionFinding>(i);
            QVERIFY(*parseConditionFinding(findingName(finding)) == finding);
        }
        for (const auto finding : {GuidelineFinding::ForSubject, GuidelineFinding::AgainstSubject})
            QVERIFY(*parseGuidelineFinding(findingName(finding)) == finding);
        for (const auto weight : {Weight::Slight, Weight::Moderate, Weight::Substantial})
            QVERIFY(*parseWeight(weightName(weight)) == weight);
        for (const auto media : {MediaType::Pdf, MediaType::PlainText, MediaType::Png, MediaType::Jpeg, MediaType::Tiff, MediaType::Mail,
                                 MediaType::Docx, MediaType::Odt, MediaType::Rtf, MediaType::Csv, MediaType::Html, MediaType::Zip,
                                 MediaType::Questionnaire, MediaType::Unknown})
            QVERIFY(*parseMediaType(mediaTypeName(media)) == media);
        QVERIFY(!parseDocumentKind("Other").ok());
        QVERIFY(!parseConditionFinding("").ok());
        QVERIFY(!parseGuidelineFinding("for").ok());
        QVERIFY(!parseWeight("2").ok());
        QVERIFY(!parseMediaType("image/x-icon").ok());
        QCOMPARE(findingName(ConditionFinding::DoesNotApply), std::string_view("does-not-apply"));
        QCOMPARE(findingName(GuidelineFinding::AgainstSubject), std::string_view("against-subject"));
    }

    void rectanglesAreRoundedByTheirMaker()
    {
        const Rect rect = roundedToHundredths({72.004999, 90.126, -0.001, 12.3});
        QCOMPARE(rect.x, 72.0);
        QCOMPARE(rect.y, 90.13);
        QVERIFY(!std::signbit(rect.width));
        QCOMPARE(rect.height, 12.3);
    }
};

QTEST_GUILESS_MAIN(TestModelEvents)
#include "tst_model_events.moc"
