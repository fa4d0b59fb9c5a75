// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/flowtext.h"
#include "app/reader/wordtext.h"
#include "app/reader/xmlwalk.h"

#include "core/base/limits.h"

#include <algorithm>
#include <map>
#include <set>

namespace caseward::reader {

namespace {

using Notes = std::map<QString, QString>;              // id -> text

// A part of WordprocessingML: the body, or notes and comments by their ids.
class WordHandler final : public XmlHandler {
public:
    struct NoteLists { Notes footnotes, endnotes, comments; };
    explicit WordHandler(FlowText &out, const NoteLists &notes) : m_out(out), m_notes(notes) {}

    void begin(const QXmlStreamReader &at) override
    {
        const QStringView name = at.name();
        if (name == QLatin1String("t") || name == QLatin1String("delText"))
            m_inText = true;
        else if (name == QLatin1String("tab"))
            m_out.tab();
        else if (name == QLatin1String("br"))
            attributeOf(at, "type") == QLatin1String("page") ? m_out.page() : m_out.forceLine();
        else if (name == QLatin1String("cr"))
            m_out.forceLine();
        else if (name == QLatin1String("lastRenderedPageBreak"))
            m_out.page();
        else if (name == QLatin1String("numPr"))
            m_out.add(u"• ");
        else if (name == QLatin1String("del"))
            m_out.add(u"[deleted: ");
        else if (name == QLatin1String("noBreakHyphen"))
            m_out.add(u"-");
        else if (name == QLatin1String("tc"))
            ++m_cells;
        else if (name == QLatin1String("footnoteReference"))
            note(m_notes.footnotes, attributeOf(at, "id"));
        else if (name == QLatin1String("endnoteReference"))
            note(m_notes.endnotes, attributeOf(at, "id"));
        else if (name == QLatin1String("commentReference"))
            note(m_notes.comments, attributeOf(at, "id"));
        // A text box comes twice, as a drawing and as its fallback for old programs: the first is enough.
        else if (name == QLatin1String("Fallback"))
            ++m_fallback;
    }
    void text(QStringView characters) override
    {
        if (m_inText && m_fallback == 0)
            m_out.add(characters);
    }
    void end(const QXmlStreamReader &at) override
    {
        const QStringView name = at.name();
        if (name == QLatin1String("t") || name == QLatin1String("delText"))
            m_inText = false;
        else if (name == QLatin1String("del"))
            m_out.add(u"]");
        else if (name == QLatin1String("Fallback"))
            --m_fallback;
        else if (name == QLatin1String("tc")) {
            --m_cells;
            m_out.tab();
        } else if (name == QLatin1String("tr"))
            m_out.line();
        else if (name == QLatin1String("p"))
            m_cells > 0 ? m_out.add(u" ") : m_out.forceLine(); // a cell stays on its row's line
    }

private:
    void note(const Notes &notes, const QString &id)
    {
        const auto found = notes.find(id);
        if (found == notes.end())
            return;
        m_out.add(u"[");
        m_out.add(found->second);
        m_out.add(u"]");
    }
    FlowText &m_out;
    const NoteLists &m_notes;
    bool m_inText = false;
    int m_cells = 0, m_fallback = 0;
};

// footnotes.xml, endnotes.xml, comments.xml: each note as one line; header1.xml, footer1.xml …: the whole as one.
class NotesHandler final : public XmlHandler {
public:
    NotesHandler(Notes &notes, const char *element) : m_notes(notes), m_element(QLatin1String(element)) {}
    void begin(const QXmlStreamReader &at) override
    {
        if (at.name() == m_element) {
            m_id = attributeOf(at, "id");
            const QString author = attributeOf(at, "author");
            m_text = m_element == QLatin1String("hdr")       ? QStringLiteral("header: ")
                     : m_element == QLatin1String("ftr")     ? QStringLiteral("footer: ")
                     : m_element != QLatin1String("comment") ? QStringLiteral("note: ")
                     : author.isEmpty()                    ? QStringLiteral("comment: ")
                                                           : QStringLiteral("comment by %1: ").arg(author);
        }
        m_inText = at.name() == QLatin1String("t") || at.name() == QLatin1String("delText");
    }
    void text(QStringView characters) override
    {
        if (m_inText)
            m_text += characters;
    }
    void end(const QXmlStreamReader &at) override
    {
        m_inText = false;
        if (at.name() == m_element)
            m_notes.emplace(m_id, m_text.simplified());
        else if (at.name() == QLatin1String("p"))
            m_text += QLatin1Char(' ');
    }

private:
    Notes &m_notes;
    QLatin1String m_element;
    QString m_id, m_text;
    bool m_inText = false;
};

// Where the main part is: the package's relationships say so (ECMA-376 part 2).
class RelationsHandler final : public XmlHandler {
public:
    void begin(const QXmlStreamReader &at) override
    {
        if (at.name() == QLatin1String("Relationship") && attributeOf(at, "Type").endsWith(QLatin1String("/officeDocument")))
            main = attributeOf(at, "Target");
    }
    void text(QStringView) override {}
    void end(const QXmlStreamReader &) override {}
    QString main;
};

// Walks a member that may not be there.
Status walkMember(const ZipMembers &zip, const std::string &name, XmlHandler &handler)
{
    const auto index = zip.find(name);
    if (!index)
        return Status::Ok;
    const Outcome<Bytes> content = zip.read(*index, limits::textLayerBytes);
    if (const Status *trouble = std::get_if<Status>(&content))
        return *trouble;
    return walkXml(std::get<Bytes>(content), handler);
}

// What stands at the top and bottom of every page is said once, behind the text; the same words of several sections once as well.
Status addHeadersAndFooters(const ZipMembers &zip, const std::string &folder, FlowText &out)
{
    std::set<QString> said;
    for (const ZipMember &member : zip.members()) {
        const bool isHeader = member.name.starts_with(folder + "header"), isFooter = member.name.starts_with(folder + "footer");
        if (!(isHeader || isFooter) || !member.name.ends_with(".xml"))
            continue;
        Notes found;
        NotesHandler handler(found, isHeader ? "hdr" : "ftr");
        if (const Status walked = walkMember(zip, member.name, handler); walked != Status::Ok)
            return walked;
        for (const auto &[id, text] : found)
            if (text != QLatin1String(isHeader ? "header:" : "footer:") && said.insert(text).second) {
                out.line();
                out.add(QStringLiteral("[%1]").arg(text));
            }
    }
    return Status::Ok;
}

std::size_t picturesIn(const ZipMembers &zip)
{
    return static_cast<std::size_t>(std::count_if(zip.members().begin(), zip.members().end(), [](const ZipMember &one) {
        return one.name.find("word/media/") == 0;
    }));
}

} // namespace

void addPicturesNote(FlowText &out, std::size_t pictures)
{
    if (pictures == 0)
        return;
    out.blank();
    out.add(QStringLiteral("[Pictures in this document that are not shown here: %1]").arg(pictures));
}

Outcome<std::u32string> docxText(const ZipMembers &zip)
{
    RelationsHandler relations;
    if (const Status walked = walkMember(zip, "_rels/.rels", relations); walked != Status::Ok)
        return walked;
    std::string main = relations.main.isEmpty() ? "word/document.xml" : relations.main.toStdString();
    main.erase(0, main.find_first_not_of('/') == std::string::npos ? 0 : main.find_first_not_of('/'));
    if (!zip.find(main))
        return Status::Damaged;
    const std::string folder = main.substr(0, main.find_last_of('/') == std::string::npos ? 0 : main.find_last_of('/') + 1);
    WordHandler::NoteLists notes;
    NotesHandler footnotes(notes.footnotes, "footnote"), endnotes(notes.endnotes, "endnote"), comments(notes.comments, "comment");
    const std::pair<const char *, NotesHandler *> parts[] = {{"footnotes.xml", &footnotes}, {"endnotes.xml", &endnotes}, {"comments.xml", &comments}};
    for (const auto &[name, handler] : parts)
        if (const Status walked = walkMember(zip, folder + name, *handler); walked != Status::Ok)
            return walked;
    FlowText out;
    WordHandler body(out, notes);
    if (const Status walked = walkMember(zip, main, body); walked != Status::Ok)
        return walked;
    if (const Status walked = addHeadersAndFooters(zip, folder, out); walked != Status::Ok)
        return walked;
    addPicturesNote(out, picturesIn(zip));
    return out.finish();
}

} // namespace caseward::reader
