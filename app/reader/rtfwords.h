// SPDX-License-Identifier: GPL-3.0-or-later
// What the control words of Rich Text mean to somebody who wants its text. A word that is not here changes nothing that is read.
#pragma once

#include <string_view>

namespace caseward::reader {

enum class RtfAct {
    Nothing,
    Character,                                         // stands for a character
    // breaks
    Paragraph, Line, Page, Tab, Cell, Row,
    // of what follows in the group
    Unicode, UnicodeSkip, Font, AssociatedFont, UseFont, UseAssociated, Plain, ParagraphPlain, InTable, Deleted, Hidden,
    // of the document
    CodePage, Macintosh, DosPage, DosPage850, DefaultFont,
    // of the font table
    FontCharset, FontCodePage,
    // of a form field
    FieldType, FieldResult, FieldDefault,
    // what the group holds that begins so
    Skip, Walk, Picture, Object, FontTable, Note, Header, Footer, Author, Comment, Field, Instruction, FormField, Choice
};

struct RtfMeaning {
    RtfAct act = RtfAct::Nothing;
    char32_t character = 0;                            // of Character
};

RtfMeaning meaningOf(std::string_view word);

// After \*, only these are looked into; every other group that begins so is passed over, as the specification asks.
bool isWalkedAfterStar(RtfAct act);

} // namespace caseward::reader
