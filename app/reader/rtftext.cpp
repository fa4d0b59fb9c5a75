// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/rtftext.h"

#include "app/reader/flowtext.h"
#include "app/reader/rtffonts.h"
#include "app/reader/rtfform.h"
#include "app/reader/rtftokens.h"
#include "app/reader/rtfwords.h"
#include "app/reader/wordtext.h"

#include "core/base/limits.h"

#include <algorithm>
#include <utility>

namespace caseward::reader {

namespace {

constexpr std::size_t longestAuthor = 200, longestRun = 1u << 16, longestRunOfPairs = 1u << 20;
constexpr int mostSkipped = 1'000, symbolsOfUnits = 0x10000;

// What holds until the group ends.
struct Group {
    enum class Holds { Text, Nothing, Fonts, Author, Instruction, FormField, Choice };
    enum class AtEnd { Nothing, Bracket, BracketLine, Field, FormField };
    Holds holds = Holds::Text;
    AtEnd atEnd = AtEnd::Nothing;
    int font = 0, usedFont = 0;
    int associatedFont = -1;           // none yet
    int unicodeSkip = 1;
    std::size_t fieldStart = 0;        // how much text there was when the field began
    bool usesAssociated = false, isInTable = false, isInNote = false, isDeleted = false, isHidden = false;
};

class RtfReader {
public:
    explicit RtfReader(BytesView file) : m_tokens(file) {}
    Outcome<std::u32string> read();

private:
    void takeText(BytesView bytes);
    void takeSymbol(std::uint8_t symbol);
    void takeWord(const RtfToken &token);
    void takeCharacter(char32_t c) { put({&c, 1}); }
    void takeUnit(int unit);
    void takeGroupWord(RtfAct act);
    void takeBreak(RtfAct act);
    void takeProperty(RtfAct act, const RtfToken &token);
    void takeFontWord(RtfAct act, int number);
    void beginGroup();
    void endGroup();
    void flush();
    void put(std::u32string_view text);
    void settleMark();
    Group &now() { return m_groups.back(); }

    RtfTokens m_tokens;
    RtfFonts m_fonts;
    FlowText m_out;
    std::vector<Group> m_groups;
    Bytes m_run;                       // text of one font that is not decoded yet
    int m_toSkip = 0;                  // bytes that stand for a character that \u gave already
    char32_t m_high = 0;               // first half of a pair
    bool m_isStarred = false, m_isDeletedOpen = false, m_isHiddenOpen = false;
    int m_defaultFont = 0;
    std::size_t m_pictures = 0;
    std::u32string m_author;
    RtfForm m_form;
};

Outcome<std::u32string> RtfReader::read()
{
    const RtfToken brace = m_tokens.next(), first = m_tokens.next();
    if (brace.kind != RtfToken::Kind::GroupBegins || first.kind != RtfToken::Kind::Word || first.word != "rtf")
        return Status::Damaged;
    m_groups.emplace_back();
    while (!m_groups.empty()) {
        if (now().holds == Group::Holds::Nothing)
            m_tokens.passText();
        const RtfToken token = m_tokens.next();
        if (token.kind != RtfToken::Kind::Byte && token.kind != RtfToken::Kind::Text)
            flush();
        switch (token.kind) {
        case RtfToken::Kind::GroupBegins:
            if (m_groups.size() >= limits::rtfDepth)
                return Status::TooLarge;
            beginGroup();
            break;
        case RtfToken::Kind::GroupEnds:
            endGroup();
            break;
        case RtfToken::Kind::Byte:
            takeText({&token.byte, 1});
            break;
        case RtfToken::Kind::Text:
            takeText(viewOf(token.word));
            break;
        case RtfToken::Kind::Symbol:
            takeSymbol(token.byte);
            break;
        case RtfToken::Kind::Word:
            takeWord(token);
            break;
        case RtfToken::Kind::End:
            return Status::Damaged;    // a file that was cut off is not shown in part, as if that were all
        }
    }
    addPicturesNote(m_out, m_pictures);
    return m_out.finish();
}

void RtfReader::beginGroup()
{
    m_toSkip = 0;
    Group inner = now();
    inner.atEnd = Group::AtEnd::Nothing;
    m_groups.push_back(inner);
}

void RtfReader::endGroup()
{
    m_toSkip = 0;
    m_isStarred = false;
    const Group ended = now();
    if (m_groups.size() == 1) {        // the document's last brace
        now().isDeleted = now().isHidden = false;
        settleMark();
    }
    m_groups.pop_back();
    switch (ended.atEnd) {
    case Group::AtEnd::Nothing:
        break;
    case Group::AtEnd::Bracket:
    case Group::AtEnd::BracketLine:
        m_out.add(ended.atEnd == Group::AtEnd::Bracket ? U"]" : U"]\n");
        break;
    case Group::AtEnd::Field:
        if (const std::u32string shown = m_form.takeShown(); m_out.size() == ended.fieldStart && !m_groups.empty())
            put(shown);
        break;
    case Group::AtEnd::FormField:
        m_form.end();
        break;
    }
}

void RtfReader::takeText(BytesView bytes)
{
    const std::size_t skipped = std::min(bytes.size(), static_cast<std::size_t>(m_toSkip));
    m_toSkip -= static_cast<int>(skipped);
    bytes = bytes.subspan(skipped);
    if (bytes.empty())
        return;
    m_isStarred = false;
    if (now().holds == Group::Holds::Fonts)
        std::for_each(bytes.begin(), bytes.end(), [this](std::uint8_t byte) { m_fonts.addToName(byte); });
    else if (now().holds != Group::Holds::Nothing)
        m_run.insert(m_run.end(), bytes.begin(), bytes.end());
    // Between two characters, as far as one can tell.
    if (m_run.size() >= longestRunOfPairs || (m_run.size() >= longestRun && m_run.back() < 0x80))
        flush();
}

// The run ends with the first token that is no byte, so all of it has the font of now.
void RtfReader::flush()
{
    if (m_run.empty() || m_groups.empty())
        return;
    put(m_fonts.decode(m_run, now().usedFont));
    m_run.clear();
}

void RtfReader::put(std::u32string_view text)
{
    if (text.empty())
        return;
    switch (now().holds) {
    case Group::Holds::Text:
        settleMark();
        m_out.add(text);
        break;
    case Group::Holds::Author:
        m_author.append(text.substr(0, longestAuthor - std::min(longestAuthor, m_author.size())));
        break;
    case Group::Holds::Choice:
        m_form.addToChoice(text);
        break;
    case Group::Holds::Nothing:
    case Group::Holds::Fonts:
    case Group::Holds::Instruction:
    case Group::Holds::FormField:
        break;
    }
}

// Says where what was deleted or hidden begins and ends.
void RtfReader::settleMark()
{
    if (m_isDeletedOpen == now().isDeleted && m_isHiddenOpen == now().isHidden)
        return;
    if (m_isDeletedOpen || m_isHiddenOpen)
        m_out.add(U"]");
    m_isDeletedOpen = now().isDeleted;
    m_isHiddenOpen = now().isHidden;
    if (m_isDeletedOpen || m_isHiddenOpen)
        m_out.add(m_isDeletedOpen ? U"[deleted: " : U"[hidden: ");
}

// UTF-16 (2.5 of the specification): negative above 32,767.
void RtfReader::takeUnit(int unit)
{
    m_toSkip = now().unicodeSkip;
    const char32_t c = static_cast<char32_t>(unit < 0 ? unit + symbolsOfUnits : unit);
    if (c >= 0xd800 && c < 0xdc00) {
        m_high = c;
        return;
    }
    if (m_high != 0 && c >= 0xdc00 && c < 0xe000)
        takeCharacter(0x10000 + ((m_high - 0xd800) << 10) + (c - 0xdc00));
    else
        takeCharacter(m_fonts.shown(c, now().usedFont));
    m_high = 0;
}

void RtfReader::takeSymbol(std::uint8_t symbol)
{
    if (m_toSkip > 0 && symbol != '*') {
        --m_toSkip;
        return;
    }
    switch (symbol) {
    case '*':
        m_isStarred = true;
        return;
    case '~':
        takeCharacter(0xa0);
        break;
    case '_':
        takeCharacter(U'‑');
        break;
    case '\t':
        takeBreak(RtfAct::Tab);
        break;
    case '\n':
    case '\r':
        takeBreak(RtfAct::Paragraph);
        break;
    default:
        break;                         // an optional hyphen, an index mark
    }
    m_isStarred = false;
}

void RtfReader::takeWord(const RtfToken &token)
{
    const bool isStarred = std::exchange(m_isStarred, false);
    m_toSkip = 0;                      // better a sign twice than a word lost
    if (now().holds == Group::Holds::Nothing)
        return;
    const RtfMeaning meaning = meaningOf(token.word);
    if (isStarred && !isWalkedAfterStar(meaning.act))
        now().holds = Group::Holds::Nothing;
    else if (meaning.act == RtfAct::Character)
        takeCharacter(meaning.character);
    else if (meaning.act >= RtfAct::Skip)
        takeGroupWord(meaning.act);
    else if (meaning.act >= RtfAct::FieldType && now().holds == Group::Holds::FormField)
        m_form.take(meaning.act, token.number);
    else if (meaning.act >= RtfAct::CodePage)
        takeFontWord(meaning.act, token.number);
    else if (meaning.act >= RtfAct::Unicode)
        takeProperty(meaning.act, token);
    else if (meaning.act != RtfAct::Nothing)
        takeBreak(meaning.act);
}

void RtfReader::takeBreak(RtfAct act)
{
    if (now().holds != Group::Holds::Text)
        return;
    settleMark();
    if (act == RtfAct::Tab || act == RtfAct::Cell)
        m_out.tab();
    else if (act == RtfAct::Row)
        m_out.line();
    else if (now().isInNote || (now().isInTable && act == RtfAct::Paragraph))
        m_out.add(U" ");               // a cell stays on its row's line, a note in its brackets
    else if (act == RtfAct::Page)
        m_out.page();
    else
        m_out.forceLine();
}

void RtfReader::takeProperty(RtfAct act, const RtfToken &token)
{
    Group &group = now();
    const bool isOn = !token.hasNumber || token.number != 0;
    switch (act) {
    case RtfAct::Unicode:
        takeUnit(token.number);
        break;
    case RtfAct::UnicodeSkip:
        group.unicodeSkip = std::clamp(token.number, 0, mostSkipped);
        break;
    case RtfAct::Font:
        group.font = group.usedFont = token.number;
        if (group.holds == Group::Holds::Fonts)
            m_fonts.begin(token.number);
        break;
    case RtfAct::AssociatedFont:
        if (group.usesAssociated)
            group.usedFont = group.associatedFont = token.number;
        break;
    case RtfAct::UseFont:
    case RtfAct::UseAssociated:
        group.usesAssociated = act == RtfAct::UseAssociated;
        if (!group.usesAssociated || group.associatedFont >= 0)
            group.usedFont = group.usesAssociated ? group.associatedFont : group.font;
        break;
    case RtfAct::Plain:
        group.font = group.usedFont = m_defaultFont;
        group.isDeleted = group.isHidden = group.usesAssociated = false;
        break;
    case RtfAct::ParagraphPlain:
    case RtfAct::InTable:
        group.isInTable = act == RtfAct::InTable;
        break;
    case RtfAct::Deleted:
        group.isDeleted = isOn;
        break;
    default:
        group.isHidden = isOn;
    }
}

void RtfReader::takeFontWord(RtfAct act, int number)
{
    const bool isTable = now().holds == Group::Holds::Fonts;
    if (act == RtfAct::FontCharset && isTable)
        m_fonts.setCharset(number);
    else if (act == RtfAct::FontCodePage && isTable)
        m_fonts.setCodePage(number);
    else if (act == RtfAct::CodePage)
        m_fonts.setDocumentCodePage(number);
    else if (act == RtfAct::Macintosh)
        m_fonts.setDocumentCharset("MACINTOSH");
    else if (act == RtfAct::DosPage || act == RtfAct::DosPage850)
        m_fonts.setDocumentCharset(act == RtfAct::DosPage ? "IBM437" : "IBM850");
    else if (act == RtfAct::DefaultFont)
        m_defaultFont = now().font = now().usedFont = number;
}

void RtfReader::takeGroupWord(RtfAct act)
{
    using Holds = Group::Holds;
    Group &group = now();
    const bool isText = group.holds == Holds::Text;
    if (act == RtfAct::Choice && group.holds == Holds::FormField) {
        group.holds = Holds::Choice;
        m_form.beginChoice();
    } else if (act == RtfAct::FormField && group.holds == Holds::Instruction) {
        group.holds = Holds::FormField;
        group.atEnd = Group::AtEnd::FormField;
        m_form.begin();
    } else if (act == RtfAct::Skip || !isText) {
        group.holds = Holds::Nothing;
    } else if (act == RtfAct::Picture) {
        ++m_pictures;
        group.holds = Holds::Nothing;
    } else if (act == RtfAct::Object) {
        put(U"[an object that is not opened here]");
    } else if (act == RtfAct::FontTable) {
        group.holds = Holds::Fonts;
    } else if (act == RtfAct::Author) {
        group.holds = Holds::Author;
        m_author.clear();
    } else if (act == RtfAct::Instruction) {
        group.holds = Holds::Instruction;
    } else if (act == RtfAct::Field) {
        group.atEnd = Group::AtEnd::Field;
        group.fieldStart = m_out.size();
    } else if (act == RtfAct::Note || act == RtfAct::Comment || act == RtfAct::Header || act == RtfAct::Footer) {
        group.isInNote = true;
        group.atEnd = act == RtfAct::Note || act == RtfAct::Comment ? Group::AtEnd::Bracket : Group::AtEnd::BracketLine;
        put(act == RtfAct::Header ? U"[header: " : act == RtfAct::Footer ? U"[footer: " : act == RtfAct::Note ? U"[note: " : m_author.empty() ? U"[comment: " : U"[comment by " + m_author + U": ");
    }
}

} // namespace

Outcome<std::u32string> rtfText(BytesView file)
{
    return RtfReader(file).read();
}

} // namespace caseward::reader
