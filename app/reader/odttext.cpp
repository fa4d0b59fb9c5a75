// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/flowtext.h"
#include "app/reader/wordtext.h"
#include "app/reader/xmlwalk.h"

#include "core/base/limits.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>

namespace caseward::reader {

namespace {

class OdtHandler final : public XmlHandler {
public:
    explicit OdtHandler(FlowText &out) : m_out(out) {}

    void begin(const QXmlStreamReader &at) override
    {
        const QStringView name = at.name();
        if (m_aside.isEmpty() && isAside(name)) {
            m_aside = name.toString();
            m_asideText.clear();
            m_author.clear();
            m_changeId = attributeOf(at, "id");
        }
        m_fact = name == QLatin1String("creator") || name == QLatin1String("date") ? name.toString() : QString();
        if (name == QLatin1String("body"))
            m_inBody = true;
        else if (name == QLatin1String("p") || name == QLatin1String("h"))
            ++m_paragraphs;
        else if (name == QLatin1String("tab"))
            put(u"\t");
        else if (name == QLatin1String("line-break"))
            m_aside.isEmpty() ? m_out.forceLine() : put(u" ");
        else if (name == QLatin1String("s"))
            put(QString(std::clamp(attributeOf(at, "c").toInt(), 1, 200), QLatin1Char(' ')));
        else if (name == QLatin1String("soft-page-break") && m_aside.isEmpty())
            m_out.page();
        else if (name == QLatin1String("list-item") && m_aside.isEmpty()) {
            m_out.line();
            m_out.add(u"• ");
        } else if (name == QLatin1String("table-cell"))
            ++m_cells;
        else if (name == QLatin1String("change"))
            deleted(attributeOf(at, "change-id"));
        else if (name == QLatin1String("image"))
            ++pictures;
    }
    void text(QStringView characters) override
    {
        if (m_fact == QLatin1String("creator"))
            m_author += characters;
        else if (m_fact.isEmpty() && m_paragraphs > 0)
            put(characters);
    }
    void end(const QXmlStreamReader &at) override
    {
        const QStringView name = at.name();
        m_fact.clear();
        if (name == QLatin1String("p") || name == QLatin1String("h")) {
            --m_paragraphs;
            if (!m_aside.isEmpty() || m_cells > 0)
                put(u" ");
            else
                m_out.forceLine();
        } else if (name == QLatin1String("table-cell")) {
            --m_cells;
            put(u"\t");
        } else if (name == QLatin1String("table-row") && m_aside.isEmpty())
            m_out.line();
        if (!m_aside.isEmpty() && name == m_aside)
            endAside();
    }
    std::size_t pictures = 0;

private:
    static bool isAside(QStringView name)
    {
        return name == QLatin1String("annotation") || name == QLatin1String("note") || name == QLatin1String("changed-region");
    }
    void endAside()
    {
        const QString words = m_asideText.simplified();
        const QString aside = std::exchange(m_aside, QString());
        if (aside == QLatin1String("changed-region"))
            m_changes[m_changeId] = words;
        else if (aside == QLatin1String("note"))
            m_out.add(QStringLiteral("[note: %1]").arg(words));
        else
            m_out.add(m_author.isEmpty() ? QStringLiteral("[comment: %1]").arg(words) : QStringLiteral("[comment by %1: %2]").arg(m_author.simplified(), words));
    }
    // Text deleted under change tracking stands at the front of the file and is missed where it was.
    void deleted(const QString &id)
    {
        const auto found = m_changes.find(id);
        if (found != m_changes.end() && !found->second.isEmpty())
            put(QStringLiteral("[deleted: %1]").arg(found->second));
    }
    void put(QStringView characters)
    {
        if (!m_aside.isEmpty())
            m_asideText += characters;
        else if (m_inBody)
            m_out.add(characters);
    }
    FlowText &m_out;
    QString m_aside, m_asideText, m_changeId, m_author;
    QString m_fact;                                    // who made a comment or a change, and when: no words of the document
    std::map<QString, QString> m_changes;
    int m_paragraphs = 0, m_cells = 0;
    bool m_inBody = false;
};

// styles.xml: the headers and footers of the page styles, each as one line, the same words once.
class PageStylesHandler final : public XmlHandler {
public:
    void begin(const QXmlStreamReader &at) override
    {
        const QStringView name = at.name();
        if (name == QLatin1String("header") || name == QLatin1String("header-left") || name == QLatin1String("header-first"))
            m_said = QStringLiteral("header: ");
        else if (name == QLatin1String("footer") || name == QLatin1String("footer-left") || name == QLatin1String("footer-first"))
            m_said = QStringLiteral("footer: ");
        else if (name == QLatin1String("tab") || name == QLatin1String("s") || name == QLatin1String("line-break"))
            text(u" ");
    }
    void text(QStringView characters) override
    {
        if (!m_said.isEmpty() && m_said.size() < static_cast<qsizetype>(limits::noteCharacters))
            m_said += characters;
    }
    void end(const QXmlStreamReader &at) override
    {
        if (at.name().startsWith(QLatin1String("header")) || at.name().startsWith(QLatin1String("footer"))) {
            const QString line = m_said.simplified();
            if (line.size() > emptyLine && !lines.contains(line))
                lines += line;
            m_said.clear();
        } else if (at.name() == QLatin1String("p"))
            text(u" ");
    }
    QStringList lines;

private:
    static constexpr qsizetype emptyLine = 7;          // "header:"
    QString m_said;                                    // empty outside of them
};

class ManifestHandler final : public XmlHandler {
public:
    void begin(const QXmlStreamReader &at) override { encrypted = encrypted || at.name() == QLatin1String("encryption-data"); }
    void text(QStringView) override {}
    void end(const QXmlStreamReader &) override {}
    bool encrypted = false;
};

} // namespace

Outcome<std::u32string> odtText(const ZipMembers &zip)
{
    if (const auto manifest = zip.find("META-INF/manifest.xml")) {
        const auto content = zip.read(*manifest, limits::textLayerBytes);
        ManifestHandler handler;
        if (const Bytes *bytes = std::get_if<Bytes>(&content); bytes && walkXml(*bytes, handler) == Status::Ok && handler.encrypted)
            return Status::Encrypted;
    }
    const auto main = zip.find("content.xml");
    if (!main)
        return Status::Damaged;
    const auto content = zip.read(*main, limits::textLayerBytes);
    if (const Status *trouble = std::get_if<Status>(&content))
        return *trouble;
    FlowText out;
    OdtHandler body(out);
    if (const Status walked = walkXml(std::get<Bytes>(content), body); walked != Status::Ok)
        return walked;
    PageStylesHandler styles;
    if (const auto page = zip.find("styles.xml")) {
        const auto found = zip.read(*page, limits::textLayerBytes);
        if (const Bytes *bytes = std::get_if<Bytes>(&found); bytes == nullptr || walkXml(*bytes, styles) != Status::Ok)
            return Status::Damaged;
    }
    for (const QString &line : styles.lines) {
        out.line();
        out.add(QStringLiteral("[%1]").arg(line));
    }
    addPicturesNote(out, body.pictures);
    return out.finish();
}

} // namespace caseward::reader
