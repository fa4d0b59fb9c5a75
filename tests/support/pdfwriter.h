// SPDX-License-Identifier: GPL-3.0-or-later
// Small, valid PDF files for tests, written from scratch: Helvetica text, and on request a filled form field, an XFA
// entry, a rotation, or a page that is missing. Positions are points from the top left. Pure.
#pragma once

#include <string>
#include <vector>

namespace caseward::tests {

struct PdfPage {
    std::vector<std::string> lines; // printable ASCII or WinAnsi bytes; 12 pt, 18 pt apart, from (72, 72)
    double width = 612, height = 792;
    int rotation = 0;
    bool missing = false; // the page tree names an object that is not there
};

struct PdfPlan {
    std::vector<PdfPage> pages;
    std::string fieldValue; // when not empty: a text field with this value on page 1
    bool xfa = false;
};

namespace pdf {

inline std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

inline std::string stream(const std::string &dictionary, const std::string &content)
{
    return "<<" + dictionary + "/Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream";
}

inline std::string pageContent(const PdfPage &page)
{
    std::string content = "BT /F 12 Tf 18 TL 72 " + std::to_string(page.height - 72) + " Td\n";
    for (const std::string &line : page.lines)
        content += "(" + escaped(line) + ") Tj T*\n";
    return content + "ET";
}

// Numbers the objects from 1 and writes the cross-reference table.
inline std::string assembled(const std::vector<std::string> &objects)
{
    std::string file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string offset = std::to_string(file.size());
        offset.insert(0, 10 - offset.size(), '0');
        table += offset + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    const std::string start = std::to_string(file.size());
    return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + count
        + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace pdf

// Objects: 1 catalog, 2 page tree, 3 font, 4 form, 5 field, 6 its appearance, 7 XFA packet, then two for each page.
inline std::string writePdf(const PdfPlan &plan)
{
    constexpr std::size_t firstPage = 8;
    const bool form = plan.xfa || !plan.fieldValue.empty();
    const auto reference = [](std::size_t number) { return std::to_string(number) + " 0 R"; };
    std::string kids;
    for (std::size_t i = 0; i < plan.pages.size(); ++i)
        kids += reference(plan.pages[i].missing ? 999'999 : firstPage + 2 * i) + " ";

    std::vector<std::string> objects;
    objects.push_back(std::string("<</Type/Catalog/Pages 2 0 R") + (form ? "/AcroForm 4 0 R" : "") + ">>");
    objects.push_back("<</Type/Pages/Count " + std::to_string(plan.pages.size()) + "/Kids[" + kids + "]>>");
    objects.push_back("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    objects.push_back(std::string("<</Fields[5 0 R]/DR<</Font<</F 3 0 R>>>>/DA(/F 12 Tf 0 g)") + (plan.xfa ? "/XFA 7 0 R" : "")
                      + ">>");
    objects.push_back("<</Type/Annot/Subtype/Widget/FT/Tx/T(answer)/V(" + pdf::escaped(plan.fieldValue)
                      + ")/Rect[72 300 372 324]/F 4/P " + reference(firstPage)
                      + "/DA(/F 12 Tf 0 g)/MK<</BC[0 0 0]>>/AP<</N 6 0 R>>>>");
    objects.push_back(pdf::stream("/Type/XObject/Subtype/Form/BBox[0 0 300 24]/Resources<</Font<</F 3 0 R>>>>",
                                  "0 0 300 24 re S BT /F 12 Tf 4 7 Td (" + pdf::escaped(plan.fieldValue) + ") Tj ET"));
    objects.push_back(pdf::stream("", "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"></xdp:xdp>"));
    for (std::size_t i = 0; i < plan.pages.size(); ++i) {
        const PdfPage &page = plan.pages[i];
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + std::to_string(page.width) + " "
                          + std::to_string(page.height) + "]/Rotate " + std::to_string(page.rotation)
                          + "/Resources<</Font<</F 3 0 R>>>>/Contents " + reference(firstPage + 2 * i + 1)
                          + (i == 0 && form ? "/Annots[5 0 R]" : "") + ">>");
        objects.push_back(pdf::stream("", pdf::pageContent(page)));
    }
    return pdf::assembled(objects);
}

inline std::string writePdf(const std::vector<std::string> &linesOfOnePage)
{
    PdfPlan plan;
    plan.pages.push_back({});
    plan.pages.back().lines = linesOfOnePage;
    return writePdf(plan);
}

} // namespace caseward::tests
