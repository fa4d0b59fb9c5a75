// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/warmup.h"

#include "app/reader/document.h"

#include <poppler-qt6.h>
#include <poppler-version.h>

#include <QVariant>

#include <fontconfig/fontconfig.h>
#include <iconv.h>

namespace caseward::reader {

namespace {

// The names that PDF files use without embedding a font, and what stands for them in Debian's fonts; the first one
// that the pinned directory has wins. Any other name falls to the family class.
struct Stand {
    const char *name;
    const char *families[3];
};
constexpr Stand stands[] = {
    {"Helvetica", {"Nimbus Sans", "Liberation Sans", "DejaVu Sans"}},
    {"Arial", {"Liberation Sans", "Nimbus Sans", "DejaVu Sans"}},
    {"Times", {"Nimbus Roman", "Liberation Serif", "DejaVu Serif"}},
    {"Times New Roman", {"Liberation Serif", "Nimbus Roman", "DejaVu Serif"}},
    {"Courier", {"Nimbus Mono PS", "Liberation Mono", "DejaVu Sans Mono"}},
    {"Courier New", {"Liberation Mono", "Nimbus Mono PS", "DejaVu Sans Mono"}},
    {"Symbol", {"Standard Symbols PS", "DejaVu Sans", "DejaVu Serif"}},
    {"ZapfDingbats", {"D050000L", "DejaVu Sans", "DejaVu Serif"}},
    {"sans-serif", {"Nimbus Sans", "Liberation Sans", "DejaVu Sans"}},
    {"serif", {"Nimbus Roman", "Liberation Serif", "DejaVu Serif"}},
    {"monospace", {"Nimbus Mono PS", "Liberation Mono", "DejaVu Sans Mono"}},
};

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

std::string pinnedConfiguration(const std::string &fonts)
{
    std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig><dir>"
        + escaped(fonts) + "</dir>";
    for (const Stand &stand : stands) {
        xml += std::string("<alias binding=\"same\"><family>") + stand.name + "</family><accept>";
        for (const char *family : stand.families)
            xml += std::string("<family>") + family + "</family>";
        xml += "</accept></alias>";
    }
    return xml + "</fontconfig>";
}

// The configuration lives in memory only: nothing is written, and no cache directory is known, so none is used.
void pinFonts(const std::string &fonts)
{
    FcConfig *configuration = FcConfigCreate();
    const std::string xml = pinnedConfiguration(fonts);
    FcConfigParseAndLoadFromMemory(configuration, reinterpret_cast<const FcChar8 *>(xml.c_str()), FcFalse);
    FcConfigBuildFonts(configuration);
    FcConfigSetCurrent(configuration);
    FcConfigDestroy(configuration);
}

std::vector<std::string> loadFonts(const std::string &fonts)
{
    std::vector<std::string> directories;
    if (!fonts.empty()) {
        pinFonts(fonts);
        directories.push_back(fonts);
    } else {
        FcInit();
        FcStrList *list = FcConfigGetFontDirs(nullptr);
        while (const FcChar8 *directory = list != nullptr ? FcStrListNext(list) : nullptr)
            directories.emplace_back(reinterpret_cast<const char *>(directory));
        if (list != nullptr)
            FcStrListDone(list);
    }
    // Looking for changed configuration files later would only meet closed doors.
    FcConfigSetRescanInterval(nullptr, 0);
    return directories;
}

// glibc loads a converter as a shared library when it is first asked for, which cannot work after lock-down. Poppler's
// Qt front end seems to need none, but a library below it may, and would lose text silently. Left open on purpose.
void loadConverters()
{
    for (const char *name : {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UCS-2", "UCS-2BE", "UCS-4", "ISO-8859-1",
                             "ISO-8859-15", "CP1252", "MACINTOSH", "SJIS", "EUC-JP", "GBK", "GB18030", "BIG5", "EUC-KR"}) {
        ::iconv_open("UTF-8", name);
        ::iconv_open(name, "UTF-8");
    }
}

// A page with the three families of the standard fonts, written with a cross-reference table.
std::string builtInPdf()
{
    const std::string content = "BT /A 12 Tf 20 60 Td (Ag) Tj /B 12 Tf (Ag) Tj /C 12 Tf (Ag) Tj ET";
    const auto font = [](const char *name) {
        return std::string("<</Type/Font/Subtype/Type1/BaseFont/") + name + "/Encoding/WinAnsiEncoding>>";
    };
    const std::string objects[] = {
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 120 90]/Contents 4 0 R/Resources<</Font<</A " + font("Helvetica") + "/B "
            + font("Times-Roman") + "/C " + font("Courier") + ">>>>>>",
        "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
    };
    std::string pdf = "%PDF-1.4\n";
    std::string table;
    int number = 0;
    for (const std::string &object : objects) {
        std::string offset = std::to_string(pdf.size());
        offset.insert(0, 10 - offset.size(), '0');
        table += offset + " 00000 n \n";
        pdf += std::to_string(++number) + " 0 obj" + object + "endobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + "xref\n0 5\n0000000000 65535 f \n" + table + "trailer<</Size 5/Root 1 0 R>>\nstartxref\n" + start
        + "\n%%EOF\n";
}

} // namespace

std::vector<std::string> warmUpPdf(const std::string &fonts)
{
    std::vector<std::string> directories = loadFonts(fonts);
    directories.emplace_back("/usr/share/poppler");
    loadConverters();
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    static const std::string pdf = builtInPdf();
    // Never destroyed: Poppler drops its tables with its last document.
    static const OpenedDocument kept = openPdf(viewOf(pdf));
    if (const auto *document = std::get_if<std::unique_ptr<Document>>(&kept)) {
        (*document)->text(1);
        (*document)->render(1, 72.0);
    }
    return directories;
}

std::string pdfEngineName()
{
    return "poppler " + Poppler::Version::string().toStdString();
}

} // namespace caseward::reader
