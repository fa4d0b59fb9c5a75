// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include "core/base/limits.h"

#include <algorithm>

namespace caseward::store {

namespace {

Fault broken(std::uint64_t seq, const std::string &why)
{
    return fail(FaultCode::HistoryBroken, "entry " + std::to_string(seq) + ": " + why,
                {{"entry", std::to_string(seq)}});
}

// The links that make a list of entries a history, from entry `first` on.
Status checkLink(const model::Entry &entry, std::uint64_t seq, const Digest &prev)
{
    if (entry.seq != seq)
        return broken(seq, "it says it is number " + std::to_string(entry.seq));
    if (entry.prev != prev)
        return broken(seq, "it does not continue the entry before");
    return {};
}

} // namespace

Draft draftOf(const model::Event &event, Instant at, const PersonId &actor)
{
    return {at, actor, model::eventKind(event), model::encodeEvent(event)};
}

Status History::createTable(Database &database)
{
    return database.execute(
        "CREATE TABLE entries(seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, leaf BLOB NOT NULL) STRICT;"
        // INSERT OR REPLACE deletes without asking the trigger on DELETE.
        "CREATE TRIGGER entries_no_replace BEFORE INSERT ON entries WHEN EXISTS(SELECT 1 FROM entries WHERE seq=NEW.seq)"
        " BEGIN SELECT RAISE(ABORT,'append only'); END;"
        "CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT,'append only'); END;"
        "CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT,'append only'); END;");
}

Result<History> History::load(Database &database)
{
    History history;
    auto rows = TRY(database.prepare("SELECT seq, entry, leaf FROM entries ORDER BY seq"));
    while (TRY(rows.step())) {
        const std::uint64_t seq = history.m_entries.size();
        if (static_cast<std::uint64_t>(rows.number(0)) != seq)
            return broken(seq, "it is missing");
        const std::string text = rows.text(1);
        const Digest leaf = ledger::leafHash(viewOf(text));
        const Bytes stored = rows.blob(2);
        if (!std::ranges::equal(leaf.bytes(), stored))
            return broken(seq, "its bytes do not have the stored hash");
        auto entry = model::decodeEntry(text);
        if (!entry.ok())
            return broken(seq, entry.fault().detail);
        TRY(checkLink(*entry, seq, history.head()));
        history.m_entries.push_back(std::move(entry).value());
        history.m_leaves.push_back(leaf);
        history.m_frontier.append(leaf);
    }
    return history;
}

std::vector<model::Entry> History::next(const std::vector<Draft> &drafts, const StationId &station) const
{
    std::vector<model::Entry> made;
    Digest prev = head();
    for (const Draft &draft : drafts) {
        model::Entry entry;
        entry.seq = m_entries.size() + made.size();
        entry.prev = prev;
        entry.at = draft.at;
        entry.actor = draft.actor;
        entry.station = station;
        entry.kind = draft.kind;
        entry.body = draft.body;
        prev = ledger::leafHash(viewOf(model::encodeEntry(entry)));
        made.push_back(std::move(entry));
    }
    return made;
}

Status History::write(Database &database, const std::vector<model::Entry> &entries)
{
    if (m_entries.size() + entries.size() > limits::caseEntries)
        return fail(FaultCode::TooLarge, "a history has at most " + std::to_string(limits::caseEntries) + " entries");
    Digest prev = head();
    std::uint64_t seq = m_entries.size();
    for (const model::Entry &entry : entries) {
        TRY(checkLink(entry, seq, prev));
        const std::string text = model::encodeEntry(entry);
        if (text.size() > limits::entryBytes)
            return fail(FaultCode::TooLarge, "an entry has at most " + std::to_string(limits::entryBytes) + " bytes");
        const Digest leaf = ledger::leafHash(viewOf(text));
        auto insert = TRY(database.prepare("INSERT INTO entries(seq, entry, leaf) VALUES(?,?,?)"));
        insert.bind(1, static_cast<std::int64_t>(seq)).bind(2, text).bind(3, leaf.bytes());
        TRY(insert.run());
        prev = leaf;
        ++seq;
    }
    return {};
}

void History::accept(const std::vector<model::Entry> &entries)
{
    for (const model::Entry &entry : entries) {
        const Digest leaf = ledger::leafHash(viewOf(model::encodeEntry(entry)));
        m_entries.push_back(entry);
        m_leaves.push_back(leaf);
        m_frontier.append(leaf);
    }
}

Result<std::vector<model::Entry>> verifyHistory(const std::vector<std::string> &untrustedLines)
{
    if (untrustedLines.size() > limits::caseEntries)
        return fail(FaultCode::TooLarge, "too many entries");
    std::vector<model::Entry> entries;
    Digest prev;
    for (const std::string &line : untrustedLines) {
        auto entry = model::decodeEntry(line);
        if (!entry.ok())
            return broken(entries.size(), entry.fault().detail);
        TRY(checkLink(*entry, entries.size(), prev));
        prev = ledger::leafHash(viewOf(line));
        entries.push_back(std::move(entry).value());
    }
    return entries;
}

Digest rootOf(const std::vector<model::Entry> &entries)
{
    ledger::MerkleFrontier frontier;
    for (const model::Entry &entry : entries)
        frontier.append(ledger::leafHash(viewOf(model::encodeEntry(entry))));
    return frontier.root();
}

} // namespace caseward::store
