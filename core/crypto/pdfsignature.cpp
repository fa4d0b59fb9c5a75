// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/pdfsignature.h"

#include "core/crypto/signature.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <array>
#include <exception>

namespace caseward::crypto {

namespace {

constexpr std::size_t room = 16u << 10;                // for the signature, bytes; a signature with two certificates has some 3,000
constexpr std::size_t mostBytes = 256u << 20;
constexpr std::string_view emptyRange = "9999999999";  // ten digits for each number of the byte range, written over when they are known
constexpr int printedAndLocked = 4 | 128;              // annotation flags, PDF 32000-1 table 165; PDF/A-1 wants Print

// "D:20261123091502Z"
std::string pdfTime(Instant at)
{
    std::string text = "D:";
    for (const char c : toText(at).substr(0, 19))
        if (c >= '0' && c <= '9')
            text += c;
    return text + "Z";
}

QPDFObjectHandle signatureOf(const PdfSigning &signing)
{
    const long long unknown = std::stoll(std::string(emptyRange));
    auto dictionary = QPDFObjectHandle::newDictionary();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/Sig"));
    dictionary.replaceKey("/Filter", QPDFObjectHandle::newName("/Adobe.PPKLite"));
    dictionary.replaceKey("/SubFilter", QPDFObjectHandle::newName("/ETSI.CAdES.detached"));
    auto range = QPDFObjectHandle::newArray();
    range.appendItem(QPDFObjectHandle::newInteger(0));
    for (int i = 0; i < 3; ++i)
        range.appendItem(QPDFObjectHandle::newInteger(unknown));
    dictionary.replaceKey("/ByteRange", range);
    dictionary.replaceKey("/Contents", QPDFObjectHandle::newString(std::string(room, '\0')));
    dictionary.replaceKey("/M", QPDFObjectHandle::newString(pdfTime(signing.at)));
    dictionary.replaceKey("/Name", QPDFObjectHandle::newUnicodeString(signing.name));
    dictionary.replaceKey("/Reason", QPDFObjectHandle::newUnicodeString(signing.reason));
    return dictionary;
}

// The field, its widget on the first page (without a picture of its own: what is signed is said in words on the paper) and the form.
void addField(QPDF &pdf, const PdfSigning &signing)
{
    auto page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
    auto field = QPDFObjectHandle::newDictionary();
    field.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
    field.replaceKey("/Subtype", QPDFObjectHandle::newName("/Widget"));
    field.replaceKey("/FT", QPDFObjectHandle::newName("/Sig"));
    field.replaceKey("/T", QPDFObjectHandle::newString("Signature1"));
    field.replaceKey("/F", QPDFObjectHandle::newInteger(printedAndLocked));
    field.replaceKey("/Rect", QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, 0, 0)));
    field.replaceKey("/P", page);
    field.replaceKey("/V", pdf.makeIndirectObject(signatureOf(signing)));
    field = pdf.makeIndirectObject(field);

    auto annotations = QPDFObjectHandle::newArray();
    annotations.appendItem(field);
    page.replaceKey("/Annots", annotations);
    auto form = QPDFObjectHandle::newDictionary();
    auto fields = QPDFObjectHandle::newArray();
    fields.appendItem(field);
    form.replaceKey("/Fields", fields);
    form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3)); // signatures exist; append only
    pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
}

// Streams stay as they are, nothing goes into object streams (PDF/A-1 has none), the file id depends on the bytes alone.
std::string written(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize()};
}

Result<std::string> withPlace(BytesView ownPdf, const PdfSigning &signing)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("letter", reinterpret_cast<const char *>(ownPdf.data()), ownPdf.size());
        if (pdf.getRoot().hasKey("/AcroForm"))
            return fail(FaultCode::Malformed, "the PDF has a form already: it is none of ours, or is signed");
        addField(pdf, signing);
        return written(pdf);
    } catch (const std::exception &problem) {
        return fail(FaultCode::Malformed, std::string("the PDF cannot be taken apart: ") + problem.what());
    }
}

// Writes the byte range over its placeholder, padded to the same length. `from` and `to`: the angle brackets of the signature and what
// stands between them.
bool setRange(std::string &text, std::size_t from, std::size_t to)
{
    const std::string placeholder = "/ByteRange [ 0 " + std::string(emptyRange) + " " + std::string(emptyRange) + " " + std::string(emptyRange) + " ]";
    const std::size_t at = text.find(placeholder);
    if (at == std::string::npos || text.find(placeholder, at + 1) != std::string::npos)
        return false;
    std::string range = "/ByteRange [ 0 " + std::to_string(from) + " " + std::to_string(to) + " " + std::to_string(text.size() - to) + " ]";
    range.resize(placeholder.size(), ' ');
    text.replace(at, placeholder.size(), range);
    return true;
}

} // namespace

Result<Bytes> signPdf(BytesView ownPdf, const Credential &signer, const PdfSigning &signing, const std::vector<Certificate> &chain)
{
    if (ownPdf.size() > mostBytes)
        return fail(FaultCode::TooLarge, "a PDF to be signed has at most " + std::to_string(mostBytes) + " bytes");
    std::string text = TRY(withPlace(ownPdf, signing));
    const std::string place = "<" + std::string(2 * room, '0') + ">";
    const std::size_t from = text.find(place);
    const std::size_t to = from + place.size();
    if (from == std::string::npos || !setRange(text, from, to))
        return fail(FaultCode::Internal, "the place of the signature is not where it was written");
    const std::string covered = text.substr(0, from) + text.substr(to);
    const Bytes signature = TRY(signDetached(viewOf(covered), signer, signing.at, chain));
    if (signature.size() > room)
        return fail(FaultCode::Internal, "the signature is larger than the place left for it");
    const std::string hex = toHex(signature);
    text.replace(from + 1, hex.size(), hex);
    return toBytes(text);
}

} // namespace caseward::crypto
