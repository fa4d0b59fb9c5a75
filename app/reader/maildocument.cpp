// SPDX-License-Identifier: GPL-3.0-or-later
// A message as text on pages: who, to whom, when and about what; what it says; what it carries. Attachments are parts.
#include "app/reader/maildocument.h"

#include "app/reader/htmlpage.h"
#include "app/reader/mailwalk.h"
#include "app/reader/paginatedtext.h"
#include "app/reader/textdecoding.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace caseward::reader {

namespace {

constexpr std::size_t longestLine = 10'000; // code points of one header field; a list of addresses may be long
constexpr const char *shownFields[] = {"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject"};
constexpr const char *fallbackCharsets[] = {"utf-8", "windows-1252", nullptr};

// What GMime noticed while it took the message apart.
struct Notices {
    bool isCut = false, isStrange = false;
};

void notice(gint64, GMimeParserWarning what, const gchar *, gpointer to)
{
    auto *notices = static_cast<Notices *>(to);
    switch (what) {
    case GMIME_WARN_TRUNCATED_MESSAGE:
        notices->isCut = true;
        break;
    case GMIME_CRIT_INVALID_HEADER_NAME:
    case GMIME_CRIT_CONFLICTING_HEADER:
    case GMIME_CRIT_CONFLICTING_PARAMETER:
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
    case GMIME_CRIT_NESTING_OVERFLOW:
    case GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT:
        notices->isStrange = true;
        break;
    default:
        break;
    }
}

// A field's text on one line, whatever was in it.
std::u32string oneLine(const char *value)
{
    std::u32string line = decodeName(value != nullptr ? value : "");
    for (char32_t &c : line)
        if (c == U'\n' || c == U'\r' || c == U'\t' || c == U'\f')
            c = U' ';
    const std::size_t start = std::min(line.find_first_not_of(U' '), line.size());
    if (line.size() - start > longestLine)
        return line.substr(start, longestLine) + U" […]";
    return line.substr(start);
}

// Addresses are taken apart and put together again: a name that looks like an address is then in quotation marks.
std::u32string addresses(GMimeHeader *header, GMimeParserOptions *options)
{
    const char *raw = g_mime_header_get_raw_value(header);
    const GObjectOwner<InternetAddressList> list(raw != nullptr ? internet_address_list_parse(options, raw) : nullptr);
    if (!list || internet_address_list_length(list.get()) == 0)
        return oneLine(g_mime_header_get_value(header));
    char *text = internet_address_list_to_string(list.get(), nullptr, FALSE);
    std::u32string line = oneLine(text);
    g_free(text);
    return line;
}

// Every field of the shown ones, as often as it is there: a second "From" is worth knowing.
std::u32string heading(GMimeMessage *message, GMimeParserOptions *options)
{
    GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    std::u32string text;
    for (const char *name : shownFields) {
        for (int i = 0; i < g_mime_header_list_get_count(headers); ++i) {
            GMimeHeader *header = g_mime_header_list_get_header_at(headers, i);
            if (g_ascii_strcasecmp(g_mime_header_get_name(header), name) != 0)
                continue;
            const bool isPlain = std::string_view(name) == "Date" || std::string_view(name) == "Subject";
            text += oneLine(name) + U": " + (isPlain ? oneLine(g_mime_header_get_value(header)) : addresses(header, options)) + U"\n";
            if (text.size() > limits::codePointsPerPage)
                return text;
        }
    }
    return text;
}

std::u32string listOf(const std::vector<CarriedPart> &parts)
{
    std::u32string text = parts.empty() ? U"" : U"\n\nAttachments\n";
    std::size_t number = 0;
    for (const CarriedPart &part : parts) {
        const std::string facts = "  " + part.mediaType + "  " + std::to_string(part.facts.bytes) + " bytes"
            + (part.remark.empty() ? "" : "  " + part.remark);
        text += oneLine((std::to_string(++number) + ". ").c_str()) + oneLine(part.facts.name.c_str()) + U"  " + oneLine(facts.c_str()) + U"\n";
    }
    return text;
}

std::u32string wholeText(GMimeMessage *message, GMimeParserOptions *options, const MailContent &content)
{
    std::u32string text = heading(message, options);
    for (const std::string &remark : content.remarks)
        text += U"[About this message: " + oneLine(remark.c_str()) + U"]\n";
    return text + U"\n" + content.body + listOf(content.parts);
}

// A mark, empty lines and blanks before the first field would count as the end of the fields.
BytesView withoutStart(BytesView document)
{
    const std::string_view text = textView(document);
    const std::size_t mark = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    return document.subspan(std::min(text.find_first_not_of(" \t\r\n", mark), document.size()));
}

// The stream reads where the document lies; the array is never freed, because it does not own the bytes.
GMimeStream *streamOf(BytesView document)
{
    GByteArray *array = g_byte_array_new_take(const_cast<guint8 *>(document.data()), document.size());
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    return stream;
}

const char mailSample[] = "From: =?utf-8?q?J=C3=B6rg?= <a@example.org>\r\nTo: \"B\" <b@example.org>, c@example.org\r\n"
                          "Date: Mon, 1 Jan 2024 10:00:00 +0100\r\nSubject: =?iso-8859-1?q?Gr=FC=DFe?=\r\nMIME-Version: 1.0\r\n"
                          "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n"
                          "--y\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                          "Gr=FC=DFe\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--y--\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
                          "Subject: inner\r\n\r\nx\r\n--x\r\nContent-Type: image/png; name*=utf-8''%C3%BC.png\r\n"
                          "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''%C3%BC.png\r\n\r\n"
                          "iVBORw0KGgo=\r\n--x--\r\n";

} // namespace

OpenedDocument openMail(BytesView document)
{
    const BytesView start = withoutStart(document);
    if (start.empty())
        return Status::Damaged;
    // Kept as long as the message: every list of fields holds a copy of the options, and may notice more later.
    const auto notices = std::make_shared<Notices>();
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, const_cast<const char **>(fallbackCharsets));
    g_mime_parser_options_set_warning_callback(options, notice, notices.get());
    const GObjectOwner<GMimeStream> stream(streamOf(start));
    const GObjectOwner<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    if (textView(start).starts_with("From "))
        g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    const std::shared_ptr<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options), [](GMimeMessage *made) {
        if (made != nullptr)
            g_object_unref(made);
    });
    if (!message)
        return Status::Damaged;
    Outcome<MailContent> outcome = mailContent(message.get());
    if (const Status *status = std::get_if<Status>(&outcome))
        return *status;
    MailContent &content = std::get<MailContent>(outcome);
    if (notices->isCut)
        content.remarks.emplace_back("It is cut short: it ends before its last part does.");
    if (notices->isStrange)
        content.remarks.emplace_back("It breaks rules of e-mail; another program may show it differently.");
    if (g_mime_parser_eos(parser.get()) == FALSE)
        content.remarks.emplace_back("The file holds more than one message; only the first is shown.");
    std::vector<Part> parts;
    for (const CarriedPart &part : content.parts)
        parts.push_back(part.facts);
    std::u32string text = wholeText(message.get(), options, content);
    g_mime_parser_options_free(options);
    return paginatedText(std::move(text), std::move(parts), [message, notices, carried = std::move(content.parts)](std::uint32_t place) {
        return Outcome<Bytes>(partBytes(carried[place].object));
    });
}

std::vector<std::string> warmUpMail(const std::string &)
{
    // GLib asks whether standard error is the journal, with a system call that would be the end of us.
    g_log_set_writer_func([](GLogLevelFlags, const GLogField *, gsize, gpointer) { return G_LOG_WRITER_HANDLED; }, nullptr, nullptr);
    warmUpHtml();
    g_mime_init();
    const OpenedDocument opened = openMail(viewOf(mailSample));
    if (const auto *document = std::get_if<std::unique_ptr<Document>>(&opened)) {
        (*document)->text(1);
        for (std::uint32_t place = 0; place < (*document)->parts().size(); ++place)
            (*document)->part(place);
    }
    return {};
}

std::string mailEngineName()
{
    return "caseward-mail 1 (gmime " + std::to_string(gmime_major_version) + "." + std::to_string(gmime_minor_version) + "."
        + std::to_string(gmime_micro_version) + ")";
}

} // namespace caseward::reader
