// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/mailwalk.h"

#include "app/reader/charset.h"
#include "app/reader/htmlpage.h"
#include "app/reader/textdecoding.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace caseward::reader {

namespace {

bool isType(GMimeObject *object, const char *type, const char *subtype)
{
    return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype) != FALSE;
}

std::string typeOf(GMimeObject *object)
{
    char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
    std::string out = type != nullptr ? type : "";
    g_free(type);
    return out;
}

std::string parameterOf(GMimeObject *object, const char *name)
{
    const char *value = g_mime_object_get_content_type_parameter(object, name);
    return value != nullptr ? value : "";
}

// Decodes into the stream: a part's content, an embedded message as it is written.
void writeTo(GMimeObject *object, GMimeStream *stream)
{
    if (GMIME_IS_MESSAGE_PART(object)) {
        if (GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
            g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream);
    } else if (GMIME_IS_PART(object)) {
        if (GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object)))
            g_mime_data_wrapper_write_to_stream(content, stream);
    } else {
        g_mime_object_write_to_stream(object, nullptr, stream);
    }
}

std::uint64_t decodedSize(GMimeObject *object)
{
    const GObjectOwner<GMimeStream> nowhere(g_mime_stream_null_new());
    writeTo(object, nowhere.get());
    return GMIME_STREAM_NULL(nowhere.get())->written;
}

// The name as received; without one, what the part is. A name without an ending leaves the kind to the content.
std::string nameOf(GMimeObject *object)
{
    constexpr std::string_view ending = ".eml";
    constexpr std::size_t longestSubject = 100;
    const char *given = GMIME_IS_PART(object) ? g_mime_part_get_filename(GMIME_PART(object)) : g_mime_object_get_content_disposition_parameter(object, "filename");
    std::string name = given != nullptr ? given : parameterOf(object, "name");
    if (!GMIME_IS_MESSAGE_PART(object))
        return name.empty() ? g_mime_content_type_get_media_subtype(g_mime_object_get_content_type(object)) : name;
    GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    const char *subject = message != nullptr ? g_mime_message_get_subject(message) : nullptr;
    if (name.empty())
        name = subject != nullptr && *subject != 0 ? codePointSlice(isUtf8(subject) ? subject : "message", 0, longestSubject) : "message";
    return name.ends_with(ending) ? name : name + std::string(ending);
}

// What RFC 8551, 3.2 says of a part by its type, without opening it.
std::string secrecyOf(GMimeObject *object)
{
    if (!isType(object, "application", "pkcs7-mime") && !isType(object, "application", "x-pkcs7-mime"))
        return {};
    const std::string kind = parameterOf(object, "smime-type");
    if (kind == "signed-data")
        return "signed (S/MIME), what it says is inside";
    return kind == "certs-only" ? "certificates (S/MIME)" : "encrypted (S/MIME)";
}

class Walk {
public:
    // isShown: text goes to the body; else only parts are collected.
    void take(GMimeObject *object, int depth, bool isShown);
    Outcome<MailContent> result();

private:
    void takeMultipart(GMimeMultipart *multipart, int depth, bool isShown);
    void takeAlternatives(GMimeMultipart *multipart, int depth, bool isShown);
    void takeText(GMimeObject *object);
    void carry(GMimeObject *object, const std::string &remark);
    void remark(const std::string &sentence);
    static bool isBody(GMimeObject *object);
    static bool leadsToText(GMimeObject *object);

    MailContent m_content;
    std::uint64_t m_bytes = 0;
    Status m_trouble = Status::Ok;
};

// Text to be read in place: not named like a file, and not sent as one.
bool Walk::isBody(GMimeObject *object)
{
    return GMIME_IS_PART(object) && (isType(object, "text", "plain") || isType(object, "text", "html"))
        && g_mime_part_get_filename(GMIME_PART(object)) == nullptr && g_mime_part_is_attachment(GMIME_PART(object)) == FALSE;
}

bool Walk::leadsToText(GMimeObject *object)
{
    return GMIME_IS_MULTIPART(object) || isBody(object);
}

void Walk::remark(const std::string &sentence)
{
    constexpr std::size_t most = 20; // parts without number could each be worth one
    if (m_content.remarks.size() < most && std::find(m_content.remarks.begin(), m_content.remarks.end(), sentence) == m_content.remarks.end())
        m_content.remarks.push_back(sentence);
}

void Walk::carry(GMimeObject *object, const std::string &said)
{
    if (m_content.parts.size() >= limits::documentParts) {
        m_trouble = Status::TooLarge;
        return;
    }
    CarriedPart part;
    part.object = object;
    part.mediaType = typeOf(object);
    part.remark = said.empty() ? secrecyOf(object) : said;
    part.facts = {nameOf(object), decodedSize(object)};
    m_bytes += part.facts.bytes;
    if (part.facts.bytes > reading::wire::largestAnswer || m_bytes > limits::documentBytes)
        m_trouble = Status::TooLarge;
    m_content.parts.push_back(std::move(part));
}

void Walk::takeText(GMimeObject *object)
{
    if (decodedSize(object) > limits::textLayerBytes) {
        m_trouble = Status::TooLarge;
        return;
    }
    const Bytes bytes = partBytes(object);
    const std::string charset = parameterOf(object, "charset");
    std::optional<std::u32string> text;
    if (isType(object, "text", "html")) {
        Outcome<std::u32string> converted = htmlText(bytes, charset);
        if (auto *good = std::get_if<std::u32string>(&converted))
            text = std::move(*good);
    } else {
        const std::optional<std::u32string> decoded = charset.empty() ? std::nullopt : decodeCharset(bytes, charset);
        if (!charset.empty() && !decoded)
            remark("It names a character set that this program does not read (" + charset + "); its text is shown as it came.");
        // Once more for line ends and control characters.
        const std::string clean = decoded ? toUtf8(*decoded) : std::string();
        text = decodeText(decoded ? viewOf(clean) : BytesView(bytes));
    }
    if (!text && !bytes.empty()) {
        carry(object, "text that cannot be read");
        return;
    }
    if (!m_content.body.empty())
        m_content.body += U"\n\n";
    m_content.body += text.value_or(std::u32string());
    if (m_content.body.size() > limits::textLayerBytes)
        m_trouble = Status::TooLarge;
}

// The same thing said in several ways: the plain text is shown; what else there is, is named.
void Walk::takeAlternatives(GMimeMultipart *multipart, int depth, bool isShown)
{
    const int count = g_mime_multipart_get_count(multipart);
    int chosen = -1;
    for (int i = 0; i < count && chosen < 0; ++i)
        if (GMimeObject *object = g_mime_multipart_get_part(multipart, i); isBody(object) && isType(object, "text", "plain"))
            chosen = i;
    for (int i = 0; i < count && chosen < 0; ++i)
        if (leadsToText(g_mime_multipart_get_part(multipart, i)))
            chosen = i;
    for (int i = 0; i < count; ++i) {
        GMimeObject *object = g_mime_multipart_get_part(multipart, i);
        if (i != chosen && isBody(object))
            remark("It also says this as " + typeOf(object) + ", which is not shown.");
        else
            take(object, depth + 1, isShown && i == chosen);
    }
}

void Walk::takeMultipart(GMimeMultipart *multipart, int depth, bool isShown)
{
    GMimeObject *object = GMIME_OBJECT(multipart);
    if (isType(object, "multipart", "alternative")) {
        takeAlternatives(multipart, depth, isShown);
        return;
    }
    const bool isEncrypted = GMIME_IS_MULTIPART_ENCRYPTED(object);
    if (isEncrypted)
        remark("It is encrypted (OpenPGP). What it says is in an attachment and cannot be read here.");
    if (GMIME_IS_MULTIPART_SIGNED(object))
        remark("It carries a signature, which is not checked here.");
    for (int i = 0; i < g_mime_multipart_get_count(multipart) && m_trouble == Status::Ok; ++i) {
        GMimeObject *child = g_mime_multipart_get_part(multipart, i);
        if (isEncrypted)
            carry(child, isType(child, "application", "octet-stream") ? "encrypted (OpenPGP)" : "");
        else
            take(child, depth + 1, isShown);
    }
}

void Walk::take(GMimeObject *object, int depth, bool isShown)
{
    if (object == nullptr || m_trouble != Status::Ok)
        return;
    if (depth > limits::mailDepth)
        m_trouble = Status::TooLarge;
    else if (GMIME_IS_MULTIPART(object))
        takeMultipart(GMIME_MULTIPART(object), depth, isShown);
    else if (isShown && isBody(object))
        takeText(object);
    else if (isBody(object))
        remark("It also says this as " + typeOf(object) + ", which is not shown.");
    else {
        carry(object, {});
        if (const std::string secrecy = secrecyOf(object); secrecy.starts_with("encrypted"))
            remark("It is encrypted (S/MIME). What it says is in an attachment and cannot be read here.");
    }
}

Outcome<MailContent> Walk::result()
{
    if (m_trouble != Status::Ok)
        return m_trouble;
    return std::move(m_content);
}

} // namespace

Bytes partBytes(GMimeObject *part)
{
    const GObjectOwner<GMimeStream> memory(g_mime_stream_mem_new());
    writeTo(part, memory.get());
    const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return array != nullptr && array->len > 0 ? Bytes(array->data, array->data + array->len) : Bytes();
}

Outcome<MailContent> mailContent(GMimeMessage *message)
{
    Walk walk;
    walk.take(g_mime_message_get_mime_part(message), 1, true);
    return walk.result();
}

} // namespace caseward::reader
