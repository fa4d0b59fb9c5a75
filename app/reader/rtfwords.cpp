// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/rtfwords.h"

#include <unordered_map>

namespace caseward::reader {

namespace {

using Words = std::unordered_map<std::string_view, RtfMeaning>;

void addText(Words &words)
{
    const std::pair<std::string_view, char32_t> characters[] = {
        {"emdash", U'—'},     {"endash", U'–'},     {"lquote", U'‘'},     {"rquote", U'’'},     {"ldblquote", U'“'}, {"rdblquote", U'”'}, {"bullet", U'•'},
        {"emspace", 0x2003},  {"enspace", 0x2002},  {"qmspace", 0x2005},  {"zwj", 0x200d},      {"zwnj", 0x200c},    {"ltrmark", 0x200e}, {"rtlmark", 0x200f}};
    for (const auto &[word, c] : characters)
        words[word] = {RtfAct::Character, c};
    const std::pair<std::string_view, RtfAct> breaks[] = {
        {"par", RtfAct::Paragraph}, {"sect", RtfAct::Paragraph}, {"line", RtfAct::Line},     {"lbr", RtfAct::Line},
        {"page", RtfAct::Page},     {"pagebb", RtfAct::Page},    {"column", RtfAct::Line},   {"tab", RtfAct::Tab},     {"cell", RtfAct::Cell},
        {"nestcell", RtfAct::Cell}, {"row", RtfAct::Row},        {"nestrow", RtfAct::Row}};
    for (const auto &[word, act] : breaks)
        words[word] = {act, 0};
}

void addProperties(Words &words)
{
    const std::pair<std::string_view, RtfAct> properties[] = {
        {"u", RtfAct::Unicode},        {"uc", RtfAct::UnicodeSkip},        {"f", RtfAct::Font},           {"af", RtfAct::AssociatedFont},
        {"ltrch", RtfAct::UseFont},    {"loch", RtfAct::UseFont},          {"hich", RtfAct::UseFont},     {"rtlch", RtfAct::UseAssociated},
        {"dbch", RtfAct::UseAssociated}, {"plain", RtfAct::Plain},         {"pard", RtfAct::ParagraphPlain}, {"intbl", RtfAct::InTable},
        {"deleted", RtfAct::Deleted},  {"v", RtfAct::Hidden},              {"ansicpg", RtfAct::CodePage}, {"mac", RtfAct::Macintosh},
        {"pc", RtfAct::DosPage},       {"pca", RtfAct::DosPage850},        {"deff", RtfAct::DefaultFont}, {"fcharset", RtfAct::FontCharset},
        {"cpg", RtfAct::FontCodePage}, {"fftype", RtfAct::FieldType},      {"ffres", RtfAct::FieldResult}, {"ffdefres", RtfAct::FieldDefault}};
    for (const auto &[word, act] : properties)
        words[word] = {act, 0};
}

void addGroups(Words &words)
{
    for (const std::string_view word :
         {"stylesheet", "colortbl", "info", "nonshppict", "shprslt", "sp",
          "nonesttables", "private", "xe", "tc", "tcn", "rxe", "txe", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "filetbl", "listtable",
          "listoverridetable", "revtbl", "atnid", "atndate", "atnref", "annotationdate", "objdata", "objclass", "objname", "datafield", "ud"})
        words[word] = {RtfAct::Skip, 0};
    // Drawings and nested tables, whose groups begin with \* and hold text.
    for (const std::string_view word : {"shppict", "shpinst", "do", "nesttableprops"})
        words[word] = {RtfAct::Walk, 0};
    const std::pair<std::string_view, RtfAct> groups[] = {
        {"pict", RtfAct::Picture},        {"object", RtfAct::Object},       {"fonttbl", RtfAct::FontTable}, {"footnote", RtfAct::Note},
        {"atnauthor", RtfAct::Author},    {"annotation", RtfAct::Comment},  {"field", RtfAct::Field},       {"fldinst", RtfAct::Instruction},
        {"formfield", RtfAct::FormField}, {"ffl", RtfAct::Choice},          {"header", RtfAct::Header},      {"headerl", RtfAct::Header},
        {"headerr", RtfAct::Header},      {"headerf", RtfAct::Header},      {"footer", RtfAct::Footer},      {"footerl", RtfAct::Footer},
        {"footerr", RtfAct::Footer},      {"footerf", RtfAct::Footer}};
    for (const auto &[word, act] : groups)
        words[word] = {act, 0};
}

} // namespace

RtfMeaning meaningOf(std::string_view word)
{
    static const Words words = [] {
        Words made;
        addText(made);
        addProperties(made);
        addGroups(made);
        return made;
    }();
    const auto found = words.find(word);
    return found == words.end() ? RtfMeaning() : found->second;
}

bool isWalkedAfterStar(RtfAct act)
{
    switch (act) {
    case RtfAct::Walk:
    case RtfAct::Note:                                 // so LibreOffice writes them
    case RtfAct::Author:
    case RtfAct::Comment:
    case RtfAct::Instruction:
    case RtfAct::FormField:
    case RtfAct::Choice:
        return true;
    default:
        return false;
    }
}

} // namespace caseward::reader
