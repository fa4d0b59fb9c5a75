// SPDX-License-Identifier: GPL-3.0-or-later
// Letters of a case from the record to the signed PDF: each kind when it may be made and not before, what it says, what it never says, its
// signature as pdfsig sees it, and the templates a site puts in the place of ours.
#include "tests/ui/paper/lettercase.h"

#include "core/crypto/digest.h"
#include "tests/ui/paper/readback.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using model::LetterKind;
using session::LetterDesk;
using session::LetterUse;

class TestLetters : public QObject {
    Q_OBJECT

    std::unique_ptr<LetterOffice> m_desk;

    std::uint64_t entries() { return must(m_desk->session->openCase(m_desk->id))->size; }
    std::string missing(LetterKind kind, LetterUse use = LetterUse::Issue)
    {
        const auto choice = must(LetterDesk(*m_desk->session).choices(m_desk->id)).at(static_cast<std::size_t>(kind));
        return use == LetterUse::Issue ? choice.issueMissing : choice.draftMissing;
    }

    // CASEWARD_PICTURES names a folder for the letters, to be looked at.
    static void keep(const Path &pdf, LetterKind kind)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (!folder.isEmpty())
            QFile::copy(QString::fromStdString(pdf.string()), folder + u'/' + QString::fromStdString(std::string(model::letterKindName(kind))) + ".pdf");
    }

    // What every letter that leaves must be, whatever its kind.
    void inspect(const Path &pdf, LetterKind kind)
    {
        const QString text = flowing(pdf);
        const QString info = said("pdfinfo", {QString::fromStdString(pdf.string())});
        const int pages = QRegularExpression("Pages:\\s+(\\d+)").match(info).captured(1).toInt();
        QVERIFY(pages >= 1);
        QVERIFY2(text.count("CUI//PRVCY") >= 2 * pages, qPrintable(text)); // both ends of each page
        QVERIFY2(text.contains(QString("page %1 of %1").arg(pages)), qPrintable(text));
        QVERIFY(text.contains("L-1"));
        for (const QString &marker : internalMarkers)
            if (model::isReleased(kind) || marker != "MARKER-INTERNAL")
                QVERIFY2(!text.contains(marker), qPrintable(marker + " in " + text));
        const QString signature = signatureWords(pdf);
        QVERIFY2(signature.contains("Signature is Valid") && signature.contains("Total document signed"), qPrintable(signature));
        QVERIFY2(signature.contains("ETSI.CAdES.detached"), qPrintable(signature));
        int status = 1;
        const QString checked = said("qpdf", {"--check", QString::fromStdString(pdf.string())}, &status);
        QVERIFY2(status == 0, qPrintable(checked));
        const QString fonts = said("pdffonts", {QString::fromStdString(pdf.string())});
        for (const QString &font : fonts.split('\n').mid(2))
            QVERIFY2(font.isEmpty() || QRegularExpression("\\syes\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+$").match(font).hasMatch(), qPrintable(fonts));
        const QByteArray bytes = QByteArray::fromStdString(toText(contentOf(pdf)));
        for (const char *kept : {"%PDF-1.4", "pdfaid:part", "/OutputIntents", "/GTS_PDFA1"})
            QVERIFY2(bytes.contains(kept), kept);
        QVERIFY(!bytes.contains("/ObjStm"));
        keep(pdf, kind);
    }

    Path made(const session::LetterWish &wish)
    {
        const std::uint64_t before = entries();
        const auto file = m_desk->make(wish);
        if (!file.ok())
            qFatal("%s: %s", std::string(model::letterKindName(wish.kind)).c_str(), file.fault().detail.c_str());
        const auto dossier = must(m_desk->session->openCase(m_desk->id));
        if (dossier->size != before + 1 || dossier->proceedings.letters.back().first.paper != crypto::sha256(contentOf(*file)))
            qFatal("the letter is not in the history");
        inspect(*file, wish.kind);
        return *file;
    }

private slots:
    void initTestCase()
    {
        for (const char *program : {"pdfsig", "pdftotext", "pdfinfo", "pdffonts", "qpdf"})
            if (!has(program))
                QSKIP("poppler-utils or qpdf is not here");
    }
    void init()
    {
        m_desk = std::make_unique<LetterOffice>();
        m_desk->begin("L-1");
    }

    void statementOfReasonsAndIntent()
    {
        const auto wish = wishFor(LetterKind::StatementOfReasons);
        QCOMPARE(missing(wish.kind, LetterUse::Draft), std::string());
        QVERIFY(!missing(wish.kind).empty());
        COMPARE_FAULT(m_desk->make(wish), FaultCode::NotAllowed);
        m_desk->issueStatement();
        const QString text = flowing(made(wish));
        for (const char *there : {"1. Guideline F", "1.a", "You owe 11,842 dollars.", "2022", "19(a)", "Document 1, page 1", "Exhibits", "Your rights", "20 days", "Alex Person", "OWN-WORDS",
                                  "Signed electronically", "Ada"})
            QVERIFY2(text.contains(there), qPrintable(QString(there) + " not in " + text));
        const QString intent = flowing(made(wishFor(LetterKind::LetterOfIntent)));
        QVERIFY2(intent.contains("intends to deny or to revoke") && intent.contains("You owe 11,842 dollars."), qPrintable(intent));
    }

    void interrogatory()
    {
        const QString text = flowing(made(wishFor(LetterKind::Interrogatory)));
        QVERIFY2(text.contains("Question 1") && text.contains("QUESTION-ONE") && text.contains("QUESTION-TWO") && text.contains("within 20 days"), qPrintable(text));
        auto wish = wishFor(LetterKind::Interrogatory);
        wish.questions.clear();
        COMPARE_FAULT(m_desk->make(wish), FaultCode::Malformed);
        wish.questions = {" \n"};
        COMPARE_FAULT(m_desk->make(wish), FaultCode::Malformed);
        wish = wishFor(LetterKind::Interrogatory);
        wish.days = 0; // no pack says it
        COMPARE_FAULT(m_desk->make(wish), FaultCode::Malformed);
        wish = wishFor(LetterKind::Interrogatory);
        wish.addressee = " ";
        COMPARE_FAULT(m_desk->make(wish), FaultCode::Malformed);
        wish.addressee = "two\nlines";
        COMPARE_FAULT(m_desk->make(wish), FaultCode::Malformed);
    }

    void denialAndMemorandum()
    {
        COMPARE_FAULT(m_desk->make(wishFor(LetterKind::Denial)), FaultCode::NotAllowed); // nothing is signed
        m_desk->decide({"deny", "", {}});
        const QString denial = flowing(made(wishFor(LetterKind::Denial)));
        QVERIFY2(denial.contains("denied") && denial.contains("RELEASED-REASON") && denial.contains("right to appeal"), qPrintable(denial));
        COMPARE_FAULT(m_desk->make(wishFor(LetterKind::Revocation)), FaultCode::NotAllowed);
        COMPARE_FAULT(m_desk->make(wishFor(LetterKind::Certificate)), FaultCode::NotAllowed);
        COMPARE_FAULT(m_desk->make(wishFor(LetterKind::Interrogatory)), FaultCode::NotAllowed);
        const QString memorandum = flowing(made(wishFor(LetterKind::Memorandum)));
        QVERIFY2(memorandum.contains("Internal: MARKER-INTERNAL A source asked not to be named.") && memorandum.contains("not for release") && memorandum.contains("RELEASED-REASON"),
                 qPrintable(memorandum));
    }

    void revocation()
    {
        m_desk->decide({"revoke", "", {}});
        const QString text = flowing(made(wishFor(LetterKind::Revocation)));
        QVERIFY2(text.contains("revoked"), qPrintable(text));
        COMPARE_FAULT(m_desk->make(wishFor(LetterKind::Denial)), FaultCode::NotAllowed);
    }

    void advisementAndCertificate()
    {
        m_desk->decide({"grant-with-exception", "C", {"CONDITION-ONE Report every new debt."}});
        const QString advisement = flowing(made(wishFor(LetterKind::Advisement)));
        QVERIFY2(advisement.contains("CONDITION-ONE") && advisement.contains("Exception"), qPrintable(advisement));
        const QString certificate = flowing(made(wishFor(LetterKind::Certificate)));
        QVERIFY2(certificate.contains("has been found eligible") && certificate.contains("Secret") && certificate.contains("MARKER-SUBJECT"), qPrintable(certificate));
    }

    void anAdministrativeEndIsNeverAdverse()
    {
        m_desk->decide({"loss-of-jurisdiction", "", {}});
        for (const LetterKind kind : {LetterKind::Denial, LetterKind::Revocation, LetterKind::LetterOfIntent, LetterKind::StatementOfReasons}) {
            const auto refused = m_desk->make(wishFor(kind));
            COMPARE_FAULT(refused, FaultCode::NotAllowed);
            QVERIFY2(refused.fault().detail.find("administrative, not adverse") != std::string::npos, refused.fault().detail.c_str());
            auto draft = wishFor(kind);
            draft.use = LetterUse::Draft;
            COMPARE_FAULT(m_desk->make(draft), FaultCode::NotAllowed);
        }
        const QString text = flowing(made(wishFor(LetterKind::Memorandum)));
        QVERIFY2(text.contains("administrative, not adverse") && !text.contains("denied") && !text.contains("revoked"), qPrintable(text));
    }

    void aDraftSaysSoAndLeavesNoTrace()
    {
        auto wish = wishFor(LetterKind::StatementOfReasons);
        wish.use = LetterUse::Draft;
        const std::uint64_t before = entries();
        const Path file = must(m_desk->make(wish));
        const QString text = flowing(file);
        QVERIFY2(text.count("DRAFT, NOT ISSUED") >= 2 && text.contains("Not signed, not issued"), qPrintable(text));
        QVERIFY(signatureWords(file).contains("does not contain any signatures"));
        QCOMPARE(entries(), before);
        keep(file, LetterKind::StatementOfReasons);
    }

    // Over pages, too: what a sub-paragraph rests on stands on the page of its words.
    void whatASubParagraphRestsOnStaysWithIt()
    {
        using letters::LineKind;
        session::PreparedLetter letter;
        for (int i = 100; i < 160; ++i) {
            const std::string number = std::to_string(i);
            letter.lines.push_back({LineKind::Paragraph, {}, {{"Alleged" + number, false}}});
            letter.lines.push_back({LineKind::Small, {}, {{"When" + number, false}}});
            letter.lines.push_back({LineKind::Small, {}, {{"Evidence" + number, false}}});
        }
        const Bytes pdf = must(ui::letterPdf(letter, Instant{}, ui::PaperSize::A4));
        const ui::ReadBack back(pdf);
        QVERIFY(back.pages() >= 3);
        for (int page = 0; page < back.pages(); ++page)
            for (int i = 100; i < 160; ++i)
                for (const char *part : {"When%1", "Evidence%1"})
                    QCOMPARE(back.text(page).contains(QString("Alleged%1").arg(i)), back.text(page).contains(QString(part).arg(i)));
    }

    void whatWasChangedIsSeen()
    {
        const Path file = made(wishFor(LetterKind::Interrogatory));
        Bytes bytes = contentOf(file);
        const std::string text = toText(bytes);
        for (const std::size_t at : {text.find("/Title") + 12, text.find("stream") + 40, text.rfind("startxref") - 30}) {
            Bytes changed = bytes;
            changed[at] = static_cast<std::uint8_t>(changed[at] ^ 1);
            const Path other = m_desk->office.fresh("changed.pdf");
            must(writeFile(other, changed));
            QVERIFY2(!signatureWords(other).contains("Signature is Valid"), qPrintable(QString::number(at)));
        }
    }

    void allOrNothing()
    {
        LetterDesk desk(*m_desk->session);
        const auto letter = must(desk.prepare(m_desk->id, wishFor(LetterKind::Interrogatory)));
        const Bytes pdf = must(ui::letterPdf(letter, m_desk->office.clock.now()));
        const std::uint64_t before = entries();
        const Path taken = m_desk->office.fresh("taken.pdf");
        must(writeFile(taken, viewOf("mine")));
        COMPARE_FAULT(desk.issue(m_desk->id, letter, pdf, taken), FaultCode::AlreadyExists);
        QCOMPARE(toText(contentOf(taken)), std::string("mine"));
        COMPARE_FAULT(desk.issue(m_desk->id, letter, viewOf("no PDF"), m_desk->office.fresh("no.pdf")), FaultCode::Malformed);
        QCOMPARE(entries(), before);
        must(m_desk->session->record(m_desk->id, model::PassageNoted{must(m_desk->session->openCase(m_desk->id))->ties.front().id, "MARKER-NOTE again"}));
        const Path late = m_desk->office.fresh("late.pdf");
        COMPARE_FAULT(desk.issue(m_desk->id, letter, pdf, late), FaultCode::NotAllowed); // the case went on
        QVERIFY(!std::filesystem::exists(late));
        const auto again = must(desk.prepare(m_desk->id, wishFor(LetterKind::Interrogatory)));
        const Bytes fresh = must(ui::letterPdf(again, m_desk->office.clock.now()));
        const auto signedOnce = must(desk.issue(m_desk->id, again, fresh, m_desk->office.fresh("once.pdf")));
        COMPARE_FAULT(desk.issue(m_desk->id, must(desk.prepare(m_desk->id, wishFor(LetterKind::Interrogatory))), contentOf(signedOnce.file), late), FaultCode::Malformed); // signed already
    }

    void aSiteChangesItsTemplates()
    {
        const Path folder = m_desk->office.fresh("templates");
        must(makeDirectory(folder));
        const Path file = must(LetterDesk(*m_desk->session).exportForm(LetterKind::Interrogatory, folder));
        COMPARE_FAULT(LetterDesk(*m_desk->session).signForm(file), FaultCode::NotAllowed);
        COMPARE_FAULT(LetterDesk(*m_desk->session).importForm(file), FaultCode::NotAllowed);
        std::string text = toText(contentOf(file));
        text.replace(text.find("version 1.0"), 11, "version 2.0");
        text += "\nSITE-WORDS of our own.\n";
        putContent(file, viewOf(text));
        m_desk->as(m_desk->sec);
        COMPARE_FAULT(LetterDesk(*m_desk->session).importForm(file), FaultCode::SignatureInvalid);
        must(LetterDesk(*m_desk->session).signForm(file));
        COMPARE_FAULT(LetterDesk(*m_desk->session).signForm(file), FaultCode::AlreadyExists);
        putContent(file, viewOf(text + "x\n"));
        COMPARE_FAULT(LetterDesk(*m_desk->session).importForm(file), FaultCode::SignatureInvalid);
        putContent(file, viewOf(text));
        const auto form = must(LetterDesk(*m_desk->session).importForm(file));
        QVERIFY(form.origin == session::LetterOrigin::Imported && form.signer == "Sec" && form.form.version == "2.0");
        QCOMPARE(must(m_desk->session->stationLedger()).back().kind, std::string("letter-form.imported"));
        m_desk->as(m_desk->ada);
        const QString words = flowing(made(wishFor(LetterKind::Interrogatory)));
        QVERIFY2(words.contains("SITE-WORDS"), qPrintable(words));
        const auto letter = must(m_desk->session->openCase(m_desk->id))->proceedings.letters.back().first;
        QVERIFY(letter.form == crypto::sha256(viewOf(text)) && letter.version == "2.0");
        QVERIFY(must(LetterDesk(*m_desk->session).form(LetterKind::Denial)).origin == session::LetterOrigin::Program);
    }
};

QTEST_MAIN(TestLetters)
#include "tst_letters.moc"
