// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casefile.h"

#include "core/base/limits.h"
#include "core/codec/objectreader.h"
#include "core/store/schema.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace caseward::store {

namespace {

// Segments of a sealed stream as stored: [[size,"digest"],…], canonical.
std::string encodeSegments(const crypto::StreamSeal &seal)
{
    codec::Json::Array list;
    for (const auto &segment : seal.segments)
        list.push_back(codec::Json::Array{codec::Json(segment.bytes), codec::Json(segment.digest.hex())});
    return codec::canonicalJson(codec::Json(std::move(list)));
}

Result<std::vector<crypto::StreamSeal::Segment>> decodeSegments(const std::string &text)
{
    const codec::Json json = TRY(codec::parseCanonicalJson(viewOf(text)));
    std::vector<crypto::StreamSeal::Segment> segments;
    if (!json.isArray())
        return fail(FaultCode::VaultDamaged, "the list of segments is not a list");
    for (const codec::Json &item : json.array()) {
        if (!item.isArray() || item.array().size() != 2 || item.array()[0].type() != codec::Json::Type::Number ||
            !item.array()[1].isString())
            return fail(FaultCode::VaultDamaged, "a segment is not [size, digest]");
        segments.push_back({static_cast<std::uint64_t>(item.array()[0].number()),
                            TRY(Digest::parseHex(item.array()[1].string()))});
    }
    return segments;
}

std::string randomName(Random &random)
{
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    return toHex(bytes);
}

Status createTables(Database &database, const CaseId &id)
{
    auto transaction = TRY(Transaction::begin(database));
    TRY(foundSchema(database, caseSchema()));
    auto insert = TRY(database.prepare("INSERT INTO meta(key, value) VALUES('format','caseward-case/1'),('case',?)"));
    TRY(insert.bind(1, id.text()).run());
    return transaction.commit();
}

Status checkMeta(Database &database, const CaseId &id)
{
    auto row = TRY(database.prepare("SELECT (SELECT value FROM meta WHERE key='format'),"
                                    "(SELECT value FROM meta WHERE key='case')"));
    TRY(row.step());
    if (row.text(0) != "caseward-case/1")
        return fail(FaultCode::VaultForeign, "the case has format '" + row.text(0) + "'");
    if (row.text(1) != id.text())
        return fail(FaultCode::VaultDamaged, "the folder of case " + id.text() + " holds case " + row.text(1));
    return {};
}

} // namespace

SealedDocument::SealedDocument(SealedDocument &&other) noexcept
    : id(std::move(other.id)), seal(std::move(other.seal)), layer(std::move(other.layer)),
      m_file(std::move(other.m_file)), m_key(std::move(other.m_key)), m_kept(std::exchange(other.m_kept, true))
{
}

SealedDocument::~SealedDocument()
{
    std::error_code ignored;
    if (!m_kept && !m_file.empty())
        std::filesystem::remove(m_file, ignored);
}

Result<std::unique_ptr<CaseFile>> CaseFile::create(const Path &folder, const crypto::Secret &key, const CaseId &id)
{
    TRY(makeDirectory(folder));
    TRY(makeDirectory(folder / "documents"));
    auto database = TRY(Database::open(folder / "case.db", key, OpenMode::Create));
    TRY(createTables(database, id));
    TRY(syncDirectory(folder));
    return std::unique_ptr<CaseFile>(new CaseFile(folder, id, std::move(database)));
}

Result<std::unique_ptr<CaseFile>> CaseFile::open(const Path &folder, const crypto::Secret &key, const CaseId &id)
{
    auto database = TRY(Database::open(folder / "case.db", key, OpenMode::Existing));
    TRY(knowsSchema(database, caseSchema()));
    TRY(checkMeta(database, id));
    TRY(migrateSchema(database, caseSchema()));
    std::unique_ptr<CaseFile> file(new CaseFile(folder, id, std::move(database)));
    file->m_history = TRY(History::load(file->m_database));
    return file;
}

Result<SealedDocument> CaseFile::sealDocument(const DocumentId &id, BytesView content, TextLayer layer, Random &random,
                                              Progress &progress)
{
    SealedDocument document;
    document.id = id;
    document.layer = std::move(layer);
    document.m_key = TRY(crypto::Secret::random(32));
    const Path path = documentsFolder() / randomName(random);
    auto pending = TRY(PendingFile::create(path));
    crypto::SealedWriter writer(document.m_key.clone(), [&pending](BytesView segment) { return pending.write(segment); });
    for (std::size_t at = 0; at < content.size(); at += limits::segmentBytes) {
        TRY(writer.write(content.subspan(at, std::min(limits::segmentBytes, content.size() - at))));
        if (!progress.advance(at, content.size()))
            return cancelled();
    }
    document.seal = TRY(writer.finish());
    TRY(pending.commit());
    document.m_file = path;
    return document;
}

Status CaseFile::insertDocument(const SealedDocument &document)
{
    auto insert = TRY(m_database.prepare(
        "INSERT INTO documents(id, file, key, digest, bytes, segments) VALUES(?,?,?,?,?,?)"));
    insert.bind(1, document.id.text())
        .bind(2, document.m_file.filename().string())
        .bind(3, document.m_key.view())
        .bind(4, document.seal.plainDigest.hex())
        .bind(5, static_cast<std::int64_t>(document.seal.plainBytes))
        .bind(6, encodeSegments(document.seal));
    TRY(insert.run());
    for (std::size_t index = 0; index < document.layer.size(); ++index) {
        auto page = TRY(m_database.prepare("INSERT INTO pages(document, number, width, height, layer) VALUES(?,?,?,?,?)"));
        page.bind(1, document.id.text())
            .bind(2, static_cast<std::int64_t>(index + 1))
            .bind(3, document.layer[index].size.width)
            .bind(4, document.layer[index].size.height)
            .bind(5, encodePage(document.layer[index], static_cast<std::uint32_t>(index + 1)));
        TRY(page.run());
    }
    return {};
}

Status CaseFile::append(const std::vector<model::Entry> &entries, std::vector<SealedDocument> documents)
{
    auto transaction = TRY(Transaction::begin(m_database));
    for (const SealedDocument &document : documents)
        TRY(insertDocument(document));
    TRY(m_history.write(m_database, entries));
    TRY(transaction.commit());
    m_history.accept(entries);
    for (SealedDocument &document : documents)
        document.m_kept = true;
    return {};
}

Result<Bytes> CaseFile::documentBytes(const DocumentId &id)
{
    auto row = TRY(m_database.prepare("SELECT file, key, digest, bytes, segments FROM documents WHERE id=?"));
    row.bind(1, id.text());
    if (!TRY(row.step()))
        return fail(FaultCode::NotFound, "no document " + id.text());
    Bytes keyBytes = row.blob(1);
    crypto::Secret key = crypto::Secret::copyOf(keyBytes);
    crypto::wipe(keyBytes);
    const auto segments = TRY(decodeSegments(row.text(4)));
    const Path path = documentsFolder() / row.text(0);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(FaultCode::VaultTruncated, "the sealed document " + path.string() + " is missing");
    crypto::SealedReader reader(std::move(key), segments, [&](std::size_t index) -> Result<Bytes> {
        if (segments[index].bytes > limits::sealedSegmentBytes)
            return fail(FaultCode::VaultDamaged, "a segment is too large");
        Bytes bytes(segments[index].bytes);
        file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (static_cast<std::size_t>(file.gcount()) != bytes.size())
            return fail(FaultCode::VaultTruncated, "the sealed document " + path.string() + " is cut short");
        return bytes;
    });
    const auto size = static_cast<std::uint64_t>(row.number(3));
    if (size > limits::documentBytes)
        return fail(FaultCode::VaultDamaged, "a document is larger than allowed");
    Bytes content(size + 1);
    std::size_t at = 0;
    for (;;) {
        auto got = reader.read(std::span(content).subspan(at));
        // What a bundle would call damaged is a damaged vault here.
        if (!got.ok())
            return fail(got.fault().code == FaultCode::VaultTruncated ? FaultCode::VaultTruncated : FaultCode::VaultDamaged,
                        path.string() + ": " + got.fault().detail);
        if (*got == 0)
            break;
        at += *got;
        if (at > size)
            return fail(FaultCode::VaultDamaged, path.string() + " is longer than recorded");
    }
    content.resize(at);
    if (file.peek() != std::ifstream::traits_type::eof())
        return fail(FaultCode::VaultDamaged, path.string() + " has more bytes than were sealed");
    if (at != size || crypto::sha256(content).hex() != row.text(2))
        return fail(FaultCode::VaultDamaged, path.string() + " does not have the recorded digest");
    return content;
}

Result<PageLayer> CaseFile::page(const DocumentId &id, std::uint32_t number)
{
    auto row = TRY(m_database.prepare("SELECT layer FROM pages WHERE document=? AND number=?"));
    row.bind(1, id.text()).bind(2, static_cast<std::int64_t>(number));
    if (!TRY(row.step()))
        return fail(FaultCode::NotFound, "no page " + std::to_string(number),
                    {{"page", std::to_string(number)}});
    return decodePage(row.text(0), number);
}

Result<TextLayer> CaseFile::textLayer(const DocumentId &id)
{
    TextLayer layer;
    auto rows = TRY(m_database.prepare("SELECT layer FROM pages WHERE document=? ORDER BY number"));
    rows.bind(1, id.text());
    while (TRY(rows.step()))
        layer.push_back(TRY(decodePage(rows.text(0), static_cast<std::uint32_t>(layer.size() + 1))));
    return layer;
}

Result<std::vector<model::PageSize>> CaseFile::pageSizes(const DocumentId &id)
{
    std::vector<model::PageSize> sizes;
    auto rows = TRY(m_database.prepare("SELECT width, height FROM pages WHERE document=? ORDER BY number"));
    rows.bind(1, id.text());
    while (TRY(rows.step()))
        sizes.push_back({rows.real(0), rows.real(1)});
    return sizes;
}

Result<std::vector<DocumentRow>> CaseFile::documents()
{
    std::vector<DocumentRow> list;
    auto rows = TRY(m_database.prepare("SELECT id, file, digest, bytes FROM documents"));
    while (TRY(rows.step()))
        list.push_back({TRY(DocumentId::parse(rows.text(0))), rows.text(1), TRY(Digest::parseHex(rows.text(2))),
                        static_cast<std::uint64_t>(rows.number(3))});
    return list;
}

} // namespace caseward::store
