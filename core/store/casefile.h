// SPDX-License-Identifier: GPL-3.0-or-later
// A case on disk: one folder with its own SQLCipher database (history, document keys and digests, text layers) and its
// sealed documents, all under the case's own key. The history is verified whole when it is opened. One thread.
// Order of writes: sealed file first, then the entry that names it; a file without entry is an orphan.
#pragma once

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/crypto/sealedstream.h"
#include "core/store/history.h"
#include "core/store/textlayer.h"

#include <functional>
#include <memory>

namespace caseward::store {

// A document already sealed on disk, waiting for the entry that names it. Its file is removed if that never comes.
class SealedDocument {
public:
    SealedDocument(SealedDocument &&) noexcept;
    SealedDocument &operator=(SealedDocument &&) = delete;
    ~SealedDocument();

    DocumentId id;
    crypto::StreamSeal seal;
    TextLayer layer;

private:
    friend class CaseFile;
    SealedDocument() = default;
    Path m_file;
    crypto::Secret m_key;
    bool m_kept = false;
};

struct DocumentRow { DocumentId id; std::string file; Digest digest; std::uint64_t bytes = 0; };

class CaseFile {
public:
    static Result<std::unique_ptr<CaseFile>> create(const Path &folder, const crypto::Secret &key, const CaseId &id);
    // VaultDamaged, VaultTruncated, HistoryBroken, …
    static Result<std::unique_ptr<CaseFile>> open(const Path &folder, const crypto::Secret &key, const CaseId &id,
                                                  OpenMode mode = OpenMode::Existing);

    [[nodiscard]] const CaseId &id() const { return m_id; }
    [[nodiscard]] const History &history() const { return m_history; }

    // Streams `content` into documents/<random id>; seal.plainDigest is its SHA-256.
    Result<SealedDocument> sealDocument(const DocumentId &id, BytesView content, TextLayer layer, Random &random,
                                        Progress &progress);
    // Appends in one durable transaction; `documents` are those the entries name.
    Status append(const std::vector<model::Entry> &entries, std::vector<SealedDocument> documents = {});

    // Hands the content over in pieces (of `size` bytes together), each proved by its tag and its recorded digest. Whether it is
    // the whole document is known when this returns the digest of it all, which is then the recorded one. VaultDamaged,
    // VaultTruncated, IoFailed, or the sink's fault.
    using DocumentSink = std::function<Status(BytesView piece, std::uint64_t size)>;
    Result<Digest> readDocument(const DocumentId &id, const DocumentSink &sink);
    Result<Bytes> documentBytes(const DocumentId &id);
    Result<PageLayer> page(const DocumentId &id, std::uint32_t number); // NotFound
    Result<TextLayer> textLayer(const DocumentId &id);
    struct StoredLayer { Digest digest; std::uint32_t pages = 0; };
    Result<StoredLayer> storedLayer(const DocumentId &id);  // over the stored lines, which are not parsed for it
    Result<std::vector<model::PageSize>> pageSizes(const DocumentId &id);
    Result<std::vector<DocumentRow>> documents();
    Status checkIntegrity() { return m_database.checkIntegrity(); }
    [[nodiscard]] Database &database() { return m_database; } // for backups, which copy its file
    [[nodiscard]] Path documentsFolder() const { return m_folder / "documents"; }

private:
    CaseFile(Path folder, CaseId id, Database database) : m_folder(std::move(folder)), m_id(std::move(id)), m_database(std::move(database)) {}
    Status insertDocument(const SealedDocument &document);
    Path m_folder;
    CaseId m_id;
    Database m_database;
    History m_history;
};

} // namespace caseward::store
