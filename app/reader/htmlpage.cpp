// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/htmlpage.h"

#include "app/reader/charset.h"
#include "app/reader/flowtext.h"
#include "app/reader/textdecoding.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace caseward::reader {

namespace {

struct Closer {
    void operator()(xmlDoc *it) const { xmlFreeDoc(it); }
};

constexpr std::array blocks = {"address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
                               "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre",
                               "section", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"};
constexpr std::array spaced = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "table", "ul", "ol", "blockquote", "pre", "title"};
constexpr std::array silent = {"script", "style", "template", "object", "embed", "applet", "iframe", "audio", "video", "canvas", "svg"};

template <typename List>
bool isIn(const List &list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

std::string_view nameOf(const xmlNode *node) { return reinterpret_cast<const char *>(node->name); }

std::string attributeOf(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar *>(name));
    std::string text = value ? reinterpret_cast<const char *>(value) : "";
    xmlFree(value);
    return text;
}

// Walks the tree without recursion: its depth is the page's to choose.
class Walk {
public:
    explicit Walk(FlowText &out) : m_out(out) {}
    void run(xmlNode *root)
    {
        for (xmlNode *node = root; node;) {
            const bool inside = enter(node);
            if (inside && node->children) {
                node = node->children;
                continue;
            }
            leave(node);
            while (node && !node->next) {
                node = node->parent == root->parent ? nullptr : node->parent;
                if (node)
                    leave(node);
            }
            node = node ? node->next : nullptr;
        }
    }

private:
    void words(std::string_view utf8)
    {
        const auto points = toCodePoints(utf8);
        if (points.ok())
            m_out.add(*points, m_pre > 0 ? FlowText::Space::Kept : FlowText::Space::Collapsed);
    }
    bool enter(xmlNode *node)
    {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content)
                words(reinterpret_cast<const char *>(node->content));
            return false;
        }
        if (node->type != XML_ELEMENT_NODE)
            return false;
        const std::string_view name = nameOf(node);
        if (isIn(silent, name))
            return false;
        if (isIn(spaced, name))
            m_out.blank();
        else if (isIn(blocks, name))
            m_out.line();
        if (name == "pre")
            ++m_pre;
        else if (name == "br")
            m_out.forceLine();
        else if (name == "li")
            words("• ");
        else if (name == "img")
            picture(node);
        else if (name == "input" || name == "textarea")
            words(attributeOf(node, "value"));
        return true;
    }
    void leave(xmlNode *node)
    {
        if (node->type != XML_ELEMENT_NODE)
            return;
        const std::string_view name = nameOf(node);
        if (isIn(silent, name))
            return;
        if (name == "pre")
            --m_pre;
        else if (name == "a")
            link(node);
        else if (name == "td" || name == "th")
            m_out.tab();
        if (isIn(spaced, name))
            m_out.blank();
        else if (isIn(blocks, name))
            m_out.line();
    }
    void picture(xmlNode *node)
    {
        const std::string alt = attributeOf(node, "alt");
        words(alt.empty() ? "[picture]" : "[picture: " + alt + "]");
    }
    // Where a link leads may differ from what it says.
    void link(xmlNode *node)
    {
        const std::string to = attributeOf(node, "href");
        if (!to.empty() && to[0] != '#')
            words(" [" + to.substr(0, 500) + "]");
    }
    FlowText &m_out;
    int m_pre = 0;
};

// What the page says of itself in its first bytes: <meta charset=x> or http-equiv.
std::string charsetInside(BytesView page)
{
    constexpr std::size_t range = 1024; // HTML Standard, "prescan a byte stream to determine its encoding"
    std::string head(textView(page.first(std::min(page.size(), range))));
    std::transform(head.begin(), head.end(), head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::size_t at = head.find("charset=");
    if (at == std::string::npos)
        return {};
    std::size_t start = at + 8;
    if (start < head.size() && (head[start] == '"' || head[start] == '\''))
        ++start;
    const std::size_t end = head.find_first_of("\"'/>; \t\r\n", start);
    return head.substr(start, end == std::string::npos ? std::string::npos : end - start);
}

std::optional<std::u32string> decoded(BytesView page, const std::string &charset)
{
    const bool marked = page.size() > 1 && ((page[0] == 0xff && page[1] == 0xfe) || (page[0] == 0xfe && page[1] == 0xff) || page[0] == 0xef);
    if (!marked && !charset.empty())
        if (auto text = decodeCharset(page, charset))
            return text;
    if (!marked && !isUtf8(textView(page)))
        if (auto text = decodeCharset(page, charsetInside(page)))
            return text;
    return decodeText(page);
}

} // namespace

void warmUpHtml()
{
    openCharsets();
    xmlInitParser();
    static const std::string page = "<p>&eacute;</p>";
    static_cast<void>(htmlText(viewOf(page), {}));
}

Outcome<std::u32string> htmlText(BytesView page, const std::string &charset)
{
    if (page.size() > limits::textLayerBytes)
        return Status::TooLarge;
    const auto text = decoded(page, charset);
    if (!text)
        return Status::NotText;
    const std::string utf8 = toUtf8(*text);
    // Told that it is UTF-8, the parser asks no converter, which could not be loaded any more.
    const std::unique_ptr<xmlDoc, Closer> tree(htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                                                              HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
                                                                  HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC));
    FlowText out;
    if (tree) {
        Walk walk(out);
        for (xmlNode *node = tree->children; node; node = node->next)
            if (node->type == XML_ELEMENT_NODE)
                walk.run(node);
    }
    if (!tree)
        return Status::Damaged;
    return out.finish();
}

} // namespace caseward::reader
