// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casefile.h"

#include "core/base/limits.h"
#include "core/codec/objectreader.h"
#include "core/store/schema.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

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

// A sealed document, read from its beginning to its end.
class SealedFile {
public:
    explicit SealedFile(const Path &path) : m_path(path), m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)), m_error(m_descriptor < 0 ? errno : 0) {}
    SealedFile(const SealedFile &) = delete;
    SealedFile &operator=(const SealedFile &) = delete;
    ~SealedFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    // VaultTruncated when it is missing; a disk that does not let it be opened is no loss.
    [[nodiscard]] Status opened() const
    {
        if (m_error == ENOENT)
            return fail(FaultCode::VaultTruncated, "the sealed document " + m_path.string() + " is missing");
        return m_error == 0 ? Status() : Status(faultFromErrno(m_error, "open", m_path));
    }

    // The next `size` bytes: VaultTruncated when there are fewer.
    [[nodiscard]] Status next(std::uint64_t size, Bytes &bytes) const
    {
        bytes.resize(size);
        const std::size_t have = TRY(read(bytes));
        if (have < bytes.size())
            return fail(FaultCode::VaultTruncated, "the sealed document " + m_path.string() + " is cut short");
        return {};
    }
    [[nodiscard]] Result<bool> isAtEnd() const
    {
        std::array<std::uint8_t, 1> more{};
        return TRY(read(more)) == 0;
    }

private:
    Result<std::size_t> read(std::span<std::uint8_t> bytes) const
    {
        std::size_t have = 0;
        while (have < bytes.size()) {
            const ssize_t got = ::read(m_descriptor, bytes.data() + have, bytes.size() - have);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return faultFromErrno(errno, "read", m_path);
            if (got == 0)
                break;
            have += static_cast<std::size_t>(got);
        }
        return have;
    }

    const Path &m_path;
    int m_descriptor;
    int m_error;
};

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

Result<std::unique_ptr<CaseFile>> CaseFile::open(const Path &folder, const crypto::Secret &key, const CaseId &id, OpenMode mode)
{
    auto database = TRY(Database::open(folder / "case.db", key, mode));
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
    TRY(m_database.needWritable());
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

Result<Digest> CaseFile::readDocument(const DocumentId &id, const DocumentSink &sink)
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
    const SealedFile file(path);
    TRY(file.opened());
    const auto size = static_cast<std::uint64_t>(row.number(3));
    if (size > limits::documentBytes)
        return fail(FaultCode::VaultDamaged, "a document is larger than allowed");
    crypto::SealedReader reader(std::move(key), segments, [&](std::size_t index, Bytes &segment) -> Status {
        if (segments[index].bytes > limits::sealedSegmentBytes)
            return fail(FaultCode::VaultDamaged, "a segment is too large");
        return file.next(segments[index].bytes, segment);
    });
    Bytes buffer(static_cast<std::size_t>(std::min<std::uint64_t>(size + 1, limits::segmentBytes)));
    std::uint64_t done = 0;
    Status sunk;
    while (sunk.ok()) {
        auto got = reader.read(buffer);
        // What a bundle would call damaged is a damaged vault here; a disk that does not read is neither.
        if (!got.ok()) {
            const FaultCode code = got.fault().code;
            const bool told = code == FaultCode::VaultTruncated || code == FaultCode::IoFailed;
            return fail(told ? code : FaultCode::VaultDamaged, path.string() + ": " + got.fault().detail);
        }
        if (*got == 0)
            break;
        done += *got;
        if (done > size)
            return fail(FaultCode::VaultDamaged, path.string() + " is longer than recorded");
        sunk = sink(BytesView(buffer).first(*got), size);
    }
    crypto::wipe(buffer);
    TRY(sunk);
    if (!TRY(file.isAtEnd()))
        return fail(FaultCode::VaultDamaged, path.string() + " has more bytes than were sealed");
    const Digest digest = reader.plainDigest();
    if (done != size || digest.hex() != row.text(2))
        return fail(FaultCode::VaultDamaged, path.string() + " does not have the recorded digest");
    return digest;
}

Result<Bytes> CaseFile::documentBytes(const DocumentId &id)
{
    Bytes content;
    TRY(readDocument(id, [&content](BytesView piece, std::uint64_t size) -> Status {
        content.reserve(static_cast<std::size_t>(size)); // growing would leave copies behind
        content.insert(content.end(), piece.begin(), piece.end());
        return {};
    }));
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

Result<CaseFile::StoredLayer> CaseFile::storedLayer(const DocumentId &id)
{
    StoredLayer stored;
    crypto::Sha256 hash;
    auto rows = TRY(m_database.prepare("SELECT number, layer FROM pages WHERE document=? ORDER BY number"));
    rows.bind(1, id.text());
    while (TRY(rows.step())) {
        if (rows.number(0) != static_cast<std::int64_t>(++stored.pages))
            return fail(FaultCode::VaultDamaged, "page " + std::to_string(stored.pages) + " of document " + id.text() + " is missing");
        hash.update(viewOf(rows.text(1) + "\n"));
    }
    stored.digest = hash.finish();
    return stored;
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
