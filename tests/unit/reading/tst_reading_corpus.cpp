// SPDX-License-Identifier: GPL-3.0-or-later
// Files from the world: published decisions and odd PDFs. The sandbox must change neither a letter nor a pixel against
// the same engine without one.
#include "core/base/utf8.h"
#include "plainpoppler.h"
#include "readerfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <map>

using namespace caseward;
using tests::faultOf;

namespace {

QString corpus(const char *folder)
{
    return QString(CASEWARD_SOURCE_DIR "/../shared/corpus/") + folder;
}

std::string contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

void addFiles(const char *folder)
{
    QTest::addColumn<QString>("path");
    const QDir directory(corpus(folder));
    for (const QString &name : directory.entryList({"*.pdf"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << directory.filePath(name);
}

// Every character in order of its number: pdftotext orders the parts of a page differently, and joins what was
// hyphenated at the end of a line, which the reader leaves as it is.
QString sortedLetters(const QString &text)
{
    QString letters = tests::PlainPoppler::onlyLetters(text);
    letters.remove('-');
    std::sort(letters.begin(), letters.end());
    return letters;
}

// The output of a poppler tool, or nothing when the tool is absent.
QString outputOf(const QString &tool, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestReadingCorpus : public QObject {
    Q_OBJECT
private slots:
    void everyPageOpensOrSaysWhy();
    void oddPdf_data() { addFiles("odd-pdf"); }
    void oddPdf();
    void decisionPdf_data() { addFiles("doe-pdf"); }
    void decisionPdf();
    void decisionText();
};

// Every file opens or says why not, each page of it too, and nothing dies over it or has to be stopped.
void TestReadingCorpus::everyPageOpensOrSaysWhy()
{
    std::map<std::string, int> files, pages;
    int dynamicForms = 0, silent = 0;
    for (const char *folder : {"odd-pdf", "doe-pdf"}) {
        const QDir directory(corpus(folder));
        for (const QString &name : directory.entryList({"*.pdf"}, QDir::Files, QDir::Name)) {
            const auto reader = tests::openDocument(contentOf(directory.filePath(name)), name.toStdString());
            ++files[reader.ok() ? "opens" : faultOf(reader)];
            if (!reader.ok()) {
                qInfo("%s: %s (%s)", qPrintable(name), faultOf(reader).c_str(), reader.fault().detail.c_str());
                QVERIFY2(reader.fault().code != FaultCode::ReaderFailed && !reader.fault().detail.empty(), qPrintable(name));
                continue;
            }
            bool hasText = false;
            for (std::uint32_t page = 1; page <= (*reader)->facts().pages.size(); ++page) {
                const auto text = (*reader)->pageText(page);
                const auto image = (*reader)->renderPage(page, 72);
                hasText = hasText || (text.ok() && !text->text.empty());
                ++pages[text.ok() && image.ok() ? "opens" : text.ok() ? faultOf(image) : faultOf(text)];
                QVERIFY2(faultOf(text) != tests::nameOf(FaultCode::ReaderFailed), qPrintable(name));
                QVERIFY2(faultOf(image) != tests::nameOf(FaultCode::ReaderFailed), qPrintable(name));
            }
            dynamicForms += (*reader)->facts().dynamicForm ? 1 : 0;
            silent += hasText ? 0 : 1;
        }
    }
    if (files.empty())
        QSKIP("the corpus is not on this machine");
    for (const auto &[outcome, count] : files)
        qInfo("%d files: %s", count, outcome.c_str());
    for (const auto &[outcome, count] : pages)
        qInfo("%d pages: %s", count, outcome.c_str());
    qInfo("%d files without text, %d dynamic forms", silent, dynamicForms);
}

void TestReadingCorpus::oddPdf()
{
    if (!QDir(corpus("odd-pdf")).exists())
        QSKIP("the corpus is not on this machine");
    QFETCH(QString, path);
    const std::string content = contentOf(path);
    const auto reader = tests::openDocument(content, path.toStdString());
    const tests::PlainPoppler plain(content);
    if (!reader.ok()) {
        // Refused in words, and no sign that the child was stopped.
        QVERIFY2(reader.fault().code != FaultCode::ReaderFailed, reader.fault().detail.c_str());
        return;
    }
    QVERIFY(plain.isOpen());
    QCOMPARE(static_cast<int>((*reader)->facts().pages.size()), plain.pages());
    const auto text = (*reader)->pageText(1);
    QCOMPARE(faultOf(text), std::string());
    QCOMPARE(tests::PlainPoppler::onlyLetters(QString::fromStdString(text->text)), plain.letters(1));
    QCOMPARE(text->boxes.size(), codePointCount(text->text));
    const auto image = (*reader)->renderPage(1, 96);
    QCOMPARE(faultOf(image), std::string());
    QCOMPARE(tests::differingPixels(plain.image(1, 96), image->width, image->height, image->pixels.get()), 0);
}

void TestReadingCorpus::decisionPdf()
{
    if (!QDir(corpus("doe-pdf")).exists())
        QSKIP("the corpus is not on this machine");
    QFETCH(QString, path);
    const std::string content = contentOf(path);
    const auto reader = tests::openDocument(content, path.toStdString());
    QCOMPARE(faultOf(reader), std::string());
    const tests::PlainPoppler engine(content);
    QVERIFY(engine.isOpen());
    const int pages = static_cast<int>((*reader)->facts().pages.size());
    const QString info = outputOf("pdfinfo", {path});
    if (!info.isEmpty()) {
        const auto match = QRegularExpression("^Pages:\\s+(\\d+)$", QRegularExpression::MultilineOption).match(info);
        QCOMPARE(pages, match.captured(1).toInt());
    }
    for (int page = 1; page <= pages; ++page) {
        const auto text = (*reader)->pageText(static_cast<std::uint32_t>(page));
        QCOMPARE(faultOf(text), std::string());
        QVERIFY(!text->text.empty());
        QCOMPARE(text->boxes.size(), codePointCount(text->text));
        QCOMPARE(tests::PlainPoppler::onlyLetters(QString::fromStdString(text->text)), engine.letters(page));
        const QString number = QString::number(page);
        const QString plain = outputOf("pdftotext", {"-f", number, "-l", number, path, "-"});
        if (!plain.isEmpty())
            QCOMPARE(sortedLetters(QString::fromStdString(text->text)), sortedLetters(plain));
    }
}

void TestReadingCorpus::decisionText()
{
    if (!QDir(corpus("doha")).exists())
        QSKIP("the corpus is not on this machine");
    QStringList paths;
    QDirIterator files(corpus("doha"), {"*.txt"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.push_back(files.next());
    paths.sort();
    const qsizetype step = std::max<qsizetype>(1, paths.size() / 20);
    for (qsizetype i = 0; i < paths.size(); i += step) {
        const std::string content = contentOf(paths[i]);
        const auto reader = tests::openDocument(content, paths[i].toStdString());
        QVERIFY2(reader.ok(), qPrintable(paths[i]));
        QString all;
        for (std::uint32_t page = 1; page <= (*reader)->facts().pages.size(); ++page) {
            const auto text = (*reader)->pageText(page);
            QCOMPARE(faultOf(text), std::string());
            all += QString::fromStdString(text->text);
        }
        QCOMPARE(tests::PlainPoppler::onlyLetters(all), tests::PlainPoppler::onlyLetters(QString::fromStdString(content)));
    }
}

QTEST_GUILESS_MAIN(TestReadingCorpus)
#include "tst_reading_corpus.moc"
