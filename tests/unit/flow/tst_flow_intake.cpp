// SPDX-License-Identifier: GPL-3.0-or-later
// Intake through the real reader child: what is kept of a document, and what is refused.
#include "core/flow/intake/documentintake.h"
#include "core/model/layernotes.h"
#include "core/store/textlayer.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testoffice.h"
#include "tests/support/zipfile.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class TestIntake : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    NoProgress m_progress;
    model::Dossier m_dossier;

    Result<std::vector<flow::ReadDocument>> readAll(const flow::NewDocument &document, Progress &progress)
    {
        std::vector<flow::ReadDocument> kept;
        const auto reader = m_office->environment().reader;
        const flow::IntakeSetup setup{m_dossier, reader, [this] { return DocumentId::make(m_office->clock, m_office->random); },
                                      [&kept](flow::ReadDocument one) {
                                          kept.push_back(std::move(one));
                                          return Status();
                                      }};
        const auto id = flow::takeIn(document, setup, progress);
        if (!id.ok())
            return id.fault();
        if (kept.empty() || kept.front().facts.document != *id)
            return fail(FaultCode::Internal, "the id of another document");
        return kept;
    }
    Result<flow::ReadDocument> read(const flow::NewDocument &document, Progress &progress)
    {
        auto kept = readAll(document, progress);
        return kept.ok() ? Result<flow::ReadDocument>(std::move(kept->front())) : kept.fault();
    }
    Result<flow::ReadDocument> read(const std::string &content, const std::string &name)
    {
        flow::NewDocument document;
        document.content = toBytes(content);
        document.name = name;
        return read(document, m_progress);
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_dossier.facts.marking = "CUI//PRVCY";
    }

    void whatIsKept()
    {
        const std::string pdf = writePdf({"First line of the record.", "Second line."});
        const auto kept = must(read(pdf, "Report of Investigation.pdf"));
        QCOMPARE(kept.facts.title, std::string("Report of Investigation"));
        QCOMPARE(kept.facts.name, std::string("Report of Investigation.pdf"));
        QCOMPARE(kept.facts.marking, std::string("CUI//PRVCY"));
        QVERIFY(kept.facts.media == model::MediaType::Pdf);
        QCOMPARE(kept.facts.pages, 1u);
        QCOMPARE(kept.facts.bytes, static_cast<std::uint64_t>(pdf.size()));
        QVERIFY(kept.facts.digest == crypto::sha256(viewOf(pdf)));
        QVERIFY(kept.facts.textDigest == store::textLayerDigest(kept.layer));
        QVERIFY(!kept.facts.engine.empty());
        QVERIFY(toText(kept.content) == pdf);
        QVERIFY(kept.layer[0].text.text.find("First line of the record.") != std::string::npos);
        QVERIFY(!kept.layer[0].text.boxes.empty());
    }

    void whatTheTextLayerCannotSay()
    {
        const auto noteOf = [this](const std::string &content, const std::string &name) { return model::layerNoteOf(must(read(content, name)).facts.engine); };
        PdfPlan plan;
        plan.pages = {PdfPage{}, PdfPage{}};
        QVERIFY(noteOf(writePdf(plan), "scan.pdf") == model::LayerNote::NoWords);
        plan.pages[1].lines = {"One word."};
        QVERIFY(noteOf(writePdf(plan), "half.pdf") == model::LayerNote::None);
        plan.xfa = true;
        QVERIFY(noteOf(writePdf(plan), "form.pdf") == model::LayerNote::DynamicForm);
        QVERIFY(noteOf(" \n", "empty.txt") == model::LayerNote::None);
        QVERIFY(must(read(writePdf(plan), "form.pdf")).facts.engine.starts_with("poppler "));
        // No pages at all: refused, or kept with the reason.
        flow::NewDocument none;
        none.name = "none.pdf";
        none.content = toBytes(writePdf(PdfPlan()));
        COMPARE_FAULT(read(none, m_progress), FaultCode::DocumentEmpty);
        none.unreadable = flow::NewDocument::Unreadable::Keep;
        QCOMPARE(must(read(none, m_progress)).facts.unreadable, std::string("document-empty"));
    }

    void fromAFile()
    {
        flow::NewDocument document;
        document.file = m_office->fresh("letter.txt");
        putContent(document.file, viewOf("Dear office."));
        document.title = "The letter";
        document.date = "2026-02-28";
        const auto kept = must(read(document, m_progress));
        QCOMPARE(kept.facts.title, std::string("The letter"));
        QVERIFY(kept.facts.media == model::MediaType::PlainText);
        document.date = "2026-02-29";
        COMPARE_FAULT(read(document, m_progress), FaultCode::Malformed);
        document.file = m_office->fresh("nowhere.txt");
        COMPARE_FAULT(read(document, m_progress), FaultCode::NotFound);
    }

    void anArchiveBringsItsMembers()
    {
        const Bytes inner = zipOf({{"deeper.txt", "the deepest"}});
        flow::NewDocument document;
        document.content = zipOf({{"letters/first.txt", "Dear office."},
                                  {"../../slip.pdf", writePdf({"Paid."})},
                                  {"again.txt", "Dear office."},
                                  {"nothing.txt", ""},
                                  {"damaged.pdf", "%PDF-1.4 and no more"},
                                  {"inner.zip", std::string(textView(inner))}});
        document.name = "all.zip";
        document.source = "DCSA";
        document.agency = "State police";
        document.custody = "seal 4411 unbroken";
        document.exhibit = "Ex. 1";
        document.unreadable = flow::NewDocument::Unreadable::Refuse;
        const auto kept = must(readAll(document, m_progress));
        std::vector<std::string> names;
        for (const flow::ReadDocument &one : kept)
            names.push_back(one.facts.name);
        // The same bytes twice are one document, and what is empty is none.
        QCOMPARE(names, (std::vector<std::string>{"all.zip", "letters_first.txt", ".._.._slip.pdf", "damaged.pdf", "inner.zip", "deeper.txt"}));
        QCOMPARE(kept[2].facts.part, std::string("../../slip.pdf"));
        QVERIFY(kept[2].facts.parent == kept[0].facts.document);
        QVERIFY(kept[5].facts.parent == kept[4].facts.document);
        QCOMPARE(kept[1].facts.agency, std::string("State police"));
        QCOMPARE(kept[1].facts.custody, std::string("seal 4411 unbroken"));
        QVERIFY(kept[1].facts.exhibit.empty());
        QVERIFY(kept[2].layer[0].text.text.find("Paid.") != std::string::npos);
        QCOMPARE(kept[3].facts.unreadable, std::string("document-damaged"));
        QCOMPARE(kept[3].facts.pages, 0u);
        QVERIFY(kept[3].facts.media == model::MediaType::Unknown);
        for (const flow::ReadDocument &one : kept)
            QVERIFY2(model::checkEvent(one.facts).ok(), one.facts.name.c_str());
    }

    void archivesInArchivesEnd()
    {
        Bytes nested = zipOf({{"bottom.txt", "x"}});
        for (int depth = 0; depth < limits::partDepth; ++depth)
            nested = zipOf({{"n" + std::to_string(depth) + ".zip", std::string(textView(nested))}});
        flow::NewDocument document;
        document.name = "nested.zip";
        document.content = nested;
        COMPARE_FAULT(readAll(document, m_progress), FaultCode::TooLarge);
    }

    void whatCannotBeOpenedIsKeptOnDemand()
    {
        flow::NewDocument document;
        document.name = "scan.pdf";
        document.content = toBytes("%PDF-1.4 and no more");
        COMPARE_FAULT(readAll(document, m_progress), FaultCode::DocumentDamaged);
        document.unreadable = flow::NewDocument::Unreadable::Keep;
        const auto kept = must(read(document, m_progress));
        QCOMPARE(kept.facts.unreadable, std::string("document-damaged"));
        QVERIFY(kept.layer.empty());
        QVERIFY(kept.content == document.content);
        document.content.clear();
        COMPARE_FAULT(readAll(document, m_progress), FaultCode::DocumentEmpty);   // nothing to keep
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto row = [](const char *tag, const std::string &content, const char *name, FaultCode code) {
            QTest::newRow(tag) << QByteArray::fromStdString(content) << QString::fromUtf8(name) << static_cast<int>(code);
        };
        const std::string pdf = writePdf({"Words."});
        row("empty", "", "a.txt", FaultCode::DocumentEmpty);
        row("text called PDF", "just words", "a.pdf", FaultCode::DocumentMislabelled);
        row("PDF called text", pdf, "a.txt", FaultCode::DocumentMislabelled);
        row("program called text", std::string("\x7f" "ELF\x02\x01\x01\0\0\0\0\0", 12), "a.txt", FaultCode::DocumentMislabelled);
        row("damaged PDF", pdf.substr(0, pdf.size() / 4), "a.pdf", FaultCode::DocumentDamaged);
    }
    void refused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        QFETCH(int, code);
        COMPARE_FAULT(read(content.toStdString(), name.toStdString()), static_cast<FaultCode>(code));
    }

    void nameThatIsNotUtf8() { COMPARE_FAULT(read("words", "a\xff.txt"), FaultCode::Malformed); }

    void sameBytesTwice()
    {
        const auto kept = must(read("Dear office.", "one.txt"));
        m_dossier.documents.push_back({kept.facts, {}, {}, {}, {}});
        const auto again = read("Dear office.", "two.txt");
        m_dossier.documents.clear();
        COMPARE_FAULT(again, FaultCode::AlreadyExists);
    }

    void cancelled()
    {
        PdfPlan plan;
        plan.pages.resize(5);
        flow::NewDocument document;
        document.content = toBytes(writePdf(plan));
        document.name = "five.pdf";
        StopAfter stop(2);
        COMPARE_FAULT(read(document, stop), FaultCode::Cancelled);
    }

    void kindsAreGuessed()
    {
        using model::DocumentKind;
        QVERIFY(flow::guessKind("SF-86 Kestrel.pdf") == DocumentKind::Questionnaire);
        QVERIFY(flow::guessKind("roi.pdf") == DocumentKind::ReportOfInvestigation);
        QVERIFY(flow::guessKind("CREDIT report.pdf") == DocumentKind::CreditReport);
        QVERIFY(flow::guessKind("court-record.pdf") == DocumentKind::CourtRecord);
        QVERIFY(flow::guessKind("PSH-25-0206.pdf") == DocumentKind::Decision);
        QVERIFY(flow::guessKind("IRS account transcript 2021.pdf") == DocumentKind::TaxRecord);
        QVERIFY(flow::guessKind("roi-1.pdf") == DocumentKind::ReportOfInvestigation);
        QVERIFY(flow::guessKind("Hearing transcript.txt") == DocumentKind::Transcript);
        QVERIFY(flow::guessKind("first reply to LOI.txt") == DocumentKind::SubjectStatement); // not the IRS in "first"
        QVERIFY(flow::guessKind("LOI 2.pdf") == DocumentKind::Interrogatory);
        QVERIFY(flow::guessKind("heroine.pdf") == DocumentKind::Other);
        QVERIFY(flow::guessKind("scan0001.pdf") == DocumentKind::Other);
        QVERIFY(flow::guessKind("") == DocumentKind::Other);
    }
};

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_flow_intake.moc"
