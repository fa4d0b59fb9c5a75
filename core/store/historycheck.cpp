// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historycheck.h"

#include "core/base/channel.h"
#include "core/ledger/ledger.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace caseward::store {

namespace {

constexpr std::size_t batchBytes = 1u << 20;

struct Row { std::int64_t seq = 0; std::size_t end = 0; Bytes leaf; };
struct Batch { std::string texts; std::vector<Row> rows; };

// Takes rows in order; the first fault stands.
class Verifier {
public:
    void take(const Batch &batch)
    {
        std::size_t begin = 0;
        for (const Row &row : batch.rows) {
            if (m_fault)
                return;
            takeRow(row, std::string_view(batch.texts).substr(begin, row.end - begin));
            begin = row.end;
        }
    }
    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    [[nodiscard]] Result<HistoryFacts> facts() const
    {
        if (m_fault)
            return *m_fault;
        return HistoryFacts{m_size, m_head, m_tree.root()};
    }

private:
    void takeRow(const Row &row, std::string_view text)
    {
        const Digest leaf = ledger::leafHash(viewOf(text));
        if (row.seq != static_cast<std::int64_t>(m_size))
            broken("it is missing");
        else if (!std::ranges::equal(leaf.bytes(), row.leaf))
            broken("its bytes do not have the stored hash");
        else if (!continues(text))
            broken("it does not continue the entry before");
        m_head = leaf;
        m_tree.append(leaf);
        ++m_size;
    }
    // {"actor":…,"kind":"…","prev":"<64>","seq":<number>,"station":"<36>","v":1}
    [[nodiscard]] bool continues(std::string_view text) const
    {
        constexpr std::string_view end = "\",\"v\":1}";
        constexpr std::size_t station = 36;
        const std::string link = "\",\"prev\":\"" + m_head.hex() + "\",\"seq\":" + std::to_string(m_size) + ",\"station\":\"";
        if (text.size() < link.size() + station + end.size() || !text.starts_with("{\"actor\":\"") || !text.ends_with(end))
            return false;
        return text.substr(text.size() - end.size() - station - link.size(), link.size()) == link;
    }
    void broken(const char *why)
    {
        m_fault = fail(FaultCode::HistoryBroken, "entry " + std::to_string(m_size) + ": " + why, {{"entry", std::to_string(m_size)}});
    }

    std::uint64_t m_size = 0;
    Digest m_head;
    ledger::MerkleFrontier m_tree;
    std::optional<Fault> m_fault;
};

Status readBatches(Database &database, const std::function<bool(Batch)> &give)
{
    auto rows = TRY(database.prepare("SELECT seq, entry, leaf FROM entries ORDER BY seq"));
    Batch batch;
    while (TRY(rows.step())) {
        batch.texts += rows.text(1);
        batch.rows.push_back({rows.number(0), batch.texts.size(), rows.blob(2)});
        if (batch.texts.size() >= batchBytes && !give(std::exchange(batch, Batch())))
            return {};
    }
    give(std::move(batch));
    return {};
}

} // namespace

Result<HistoryFacts> verifyStoredHistory(Database &database)
{
    Verifier verifier;
    Channel<Batch> batches(4);
    std::thread other;
    try {
        other = std::thread([&] {
            while (const auto batch = batches.take()) {
                verifier.take(*batch);
                if (verifier.failed())
                    batches.close();
            }
        });
    } catch (const std::system_error &) {
        // No second thread to be had: this one does it all.
    }
    const Status read = readBatches(database, [&](Batch batch) {
        if (other.joinable())
            return batches.give(std::move(batch));
        verifier.take(batch);
        return !verifier.failed();
    });
    batches.close();
    if (other.joinable())
        other.join();
    TRY(read);
    return verifier.facts();
}

} // namespace caseward::store
