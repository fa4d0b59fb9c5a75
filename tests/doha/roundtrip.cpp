// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/roundtrip.h"

#include "core/flow/weighing/eventcheck.h"
#include "core/ledger/ledger.h"
#include "core/model/folding.h"
#include "tests/doha/casebuilder.h"

#include <sstream>

namespace caseward::doha {

namespace {

// Ids that are well formed and the same in every run.
template <typename IdType> IdType idOf(unsigned number)
{
    std::string digits = std::to_string(number);
    digits.insert(0, 12 - digits.size(), '0');
    return *IdType::parse("0193aaaa-0000-7000-8000-" + digits);
}

class History {
public:
    explicit History(const packs::Pack &pack) : m_pack(pack) {}

    Status open()
    {
        model::CaseOpened opened;
        opened.caseId = idOf<CaseId>(1);
        opened.reference = "DOHA";
        opened.type = "initial";
        opened.pack = m_pack.ref();
        append(opened);
        m_folding.emplace(TRY(model::Folding::of(m_entries)));
        return {};
    }
    Status record(const model::Event &event)
    {
        const auto noPages = [](const DocumentId &, std::uint32_t) -> Result<store::PageLayer> { return fail(FaultCode::NotFound, "no document"); };
        TRY(flow::checkEvent(event, m_folding->dossier(), m_pack, m_entries, idOf<PersonId>(2), noPages));
        append(event);
        return m_folding->follow(m_entries);
    }
    // From the bytes, as another station would.
    Result<model::Dossier> readAgain() const
    {
        std::vector<model::Entry> entries;
        for (const model::Entry &entry : m_entries)
            entries.push_back(TRY(model::decodeEntry(model::encodeEntry(entry))));
        return model::foldHistory(entries);
    }

private:
    void append(const model::Event &event)
    {
        model::Entry entry;
        entry.seq = m_entries.size();
        if (!m_entries.empty())
            entry.prev = ledger::leafHash(viewOf(model::encodeEntry(m_entries.back())));
        entry.at.milliseconds = 1'763'800'000'000 + std::int64_t(entry.seq) * 1000;
        entry.actor = idOf<PersonId>(2);
        entry.station = idOf<StationId>(3);
        entry.kind = model::eventKind(event);
        entry.body = model::encodeEvent(event);
        m_entries.push_back(std::move(entry));
    }

    const packs::Pack &m_pack;
    std::vector<model::Entry> m_entries;
    std::optional<model::Folding> m_folding;
};

Result<FormalFindings> there(const FormalFindings &findings, const packs::Pack &pack)
{
    unsigned next = 0;
    const std::vector<model::Event> events = TRY(caseEvents(findings, pack, [&] { return idOf<AllegationId>(++next); }));
    History history(pack);
    TRY(history.open());
    for (const model::Event &event : events)
        TRY(history.record(event));
    return findingsOf(TRY(history.readAgain()));
}

} // namespace

std::string difference(const FormalFindings &left, const FormalFindings &right)
{
    if (left == right)
        return {};
    std::istringstream one(print(left)), other(print(right));
    for (std::string a, b; std::getline(one, a) && std::getline(other, b);) {
        if (a != b)
            return a + " / " + b;
    }
    return "one has more lines";
}

std::string throughACase(const FormalFindings &findings, const packs::Pack &pack)
{
    const Result<FormalFindings> back = there(findings, pack);
    return back ? difference(findings, *back) : back.fault().detail;
}

} // namespace caseward::doha
