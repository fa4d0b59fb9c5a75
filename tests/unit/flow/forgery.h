// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle made by hand, piece by piece, so that a trusted sender can be made to lie in any one of them. As it comes from
// forge() it is sound.
#pragma once

#include "core/codec/tar.h"
#include "core/crypto/envelope.h"
#include "tests/unit/flow/samplecase.h"

#include <algorithm>

namespace caseward::tests {

struct Forgery {
    flow::Label label;
    flow::Manifest manifest;                             // its list of files is made from `files` unless listAsFound is false
    std::vector<std::pair<std::string, Bytes>> files;    // after the manifest
    std::vector<crypto::Certificate> recipients;
    Member sealer;
    bool listAsFound = true, manifestFirst = true;

    Bytes &file(const std::string &ending)
    {
        for (auto &[name, bytes] : files)
            if (name.ends_with(ending))
                return bytes;
        qFatal("the forgery has no %s", ending.c_str());
    }
    std::string &name(const std::string &part)
    {
        for (auto &[name, bytes] : files)
            if (name.find(part) != std::string::npos)
                return name;
        qFatal("the forgery has no %s", part.c_str());
    }
    void remove(const std::string &part)
    {
        std::erase_if(files, [&part](const auto &one) { return one.first.find(part) != std::string::npos; });
    }

    // The history of the one case, with its checkpoint made to fit and signed by `signer`.
    void putHistory(const std::vector<model::Entry> &history, const Member &signer, const TestOffice &office)
    {
        manifest.cases[0].size = history.size();
        manifest.cases[0].root = store::rootOf(history);
        file("history.jsonl") = toBytes(flow::joinHistory(history));
        putCheckpoint({"caseward/case/" + manifest.cases[0].id.text(), history.size(), manifest.cases[0].root}, signer, office);
    }
    void putCheckpoint(const ledger::Checkpoint &checkpoint, const Member &signer, const TestOffice &office)
    {
        const std::string text = ledger::encodeCheckpoint(checkpoint);
        file("checkpoint.txt") = toBytes(text);
        file("checkpoint.p7s") = must(crypto::signDetached(viewOf(text), signer.credential, office.clock.now(), {office.officeCertificate()}));
    }

    Path write(TestOffice &office)
    {
        if (listAsFound) {
            manifest.files.clear();
            for (const auto &[name, bytes] : files)
                manifest.files.push_back({name, bytes.size(), crypto::sha256(bytes)});
        }
        const crypto::Secret key = must(crypto::Secret::random(32));
        const Bytes envelope = must(crypto::sealFor(key, recipients));
        std::vector<Bytes> parts;
        crypto::SealedWriter sealed(key.clone(), [&parts](BytesView part) -> Status {
            parts.emplace_back(part.begin(), part.end());
            return {};
        });
        auto inner = must(codec::TarWriter::open([&sealed](BytesView bytes) { return sealed.write(bytes); }));
        const std::string listed = flow::encodeManifest(manifest);
        if (manifestFirst)
            must(inner.add("manifest.json", viewOf(listed)));
        for (const auto &[name, bytes] : files)
            must(inner.add(name, bytes));
        if (!manifestFirst)
            must(inner.add("manifest.json", viewOf(listed)));
        must(inner.finish());
        label.stream = must(sealed.finish());
        label.key = crypto::sha256(envelope);
        return pack(office, envelope, parts);
    }
    Path pack(TestOffice &office, const Bytes &envelope, const std::vector<Bytes> &parts)
    {
        Bytes content;
        auto outer = must(codec::TarWriter::open([&content](BytesView bytes) -> Status {
            content.insert(content.end(), bytes.begin(), bytes.end());
            return {};
        }));
        must(outer.add("key.p7m", envelope));
        for (std::size_t index = 0; index < parts.size(); ++index)
            must(outer.add(flow::partName(index), parts[index]));
        const std::string text = flow::encodeLabel(label);
        must(outer.add("label.json", viewOf(text)));
        must(outer.add("label.p7s", must(crypto::signDetached(viewOf(text), sealer.credential, office.clock.now(), {office.officeCertificate()}))));
        must(outer.finish());
        const Path path = office.fresh("forged.cwb");
        putContent(path, content);
        return path;
    }
};

inline Forgery forge(TestOffice &office, SampleCase &sample, const Member &sender, const std::vector<Member> &recipients)
{
    const flow::BundleDraft draft = draftBundle(office, sample, sender, recipients);
    Forgery forged;
    forged.label = draft.label;
    forged.recipients = draft.recipients;
    forged.sealer = sender;
    forged.manifest.bundle = draft.label.bundle;
    forged.manifest.from = sender.fingerprint();
    for (const Member &recipient : recipients)
        forged.manifest.to.push_back(recipient.fingerprint());
    forged.manifest.purpose = draft.purpose;
    forged.manifest.cases = {{sample.id, "PSH-26-0001", sample.history.size(), sample.history.root()}};
    const std::string folder = "cases/" + sample.id.text() + "/";
    forged.files.emplace_back("packs/" + sead4()->digest.hex() + ".json", toBytes(sead4()->canonical));
    for (const char *empty : {"history.jsonl", "checkpoint.txt", "checkpoint.p7s"})
        forged.files.emplace_back(folder + empty, Bytes());
    forged.putHistory(sample.history.entries(), sender, office);
    for (const auto &state : sample.dossier().documents) {
        forged.files.emplace_back(folder + "documents/" + state.facts.digest.hex(), sample.contents[state.facts.document]);
        forged.files.emplace_back(folder + "text/" + state.facts.textDigest.hex(),
                                  toBytes(store::encodeTextLayer(sample.layers[state.facts.document])));
    }
    return forged;
}

} // namespace caseward::tests
