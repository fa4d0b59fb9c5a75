// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dockettable.h"

#include <sqlite3.h>

namespace caseward::store {

namespace {

// Commits without waiting for the disk while it lives: in a write-ahead log nothing but the newest commits can be missing
// after a power cut, and the next one that waits takes these along.
class WithoutWaiting {
public:
    explicit WithoutWaiting(Database &database) : m_database(database), m_set(database.execute("PRAGMA synchronous=NORMAL;")) {}
    WithoutWaiting(const WithoutWaiting &) = delete;
    WithoutWaiting &operator=(const WithoutWaiting &) = delete;
    ~WithoutWaiting() { static_cast<void>(end()); }
    [[nodiscard]] const Status &set() const { return m_set; }
    Status end() { return m_database.execute("PRAGMA synchronous=FULL;"); }

private:
    Database &m_database;
    Status m_set;
};

Result<std::int64_t> numberOf(Database &database, const char *constantSql)
{
    auto row = TRY(database.prepare(constantSql));
    TRY(row.step());
    return row.number(0);
}

} // namespace

Status DocketTable::put(const DocketLine &line, const std::string &summary)
{
    WithoutWaiting relaxed(m_database);
    TRY(relaxed.set());
    {
        auto transaction = TRY(Transaction::begin(m_database));
        {
            auto update = TRY(m_database.prepare("UPDATE cases SET summary=? WHERE id=?"));
            TRY(update.bind(1, summary).bind(2, line.id.text()).run());
            auto put = TRY(m_database.prepare("INSERT INTO docket(id, reference, line) VALUES(?,?,?)"
                                              " ON CONFLICT(id) DO UPDATE SET reference=excluded.reference, line=excluded.line"));
            TRY(put.bind(1, line.id.text()).bind(2, line.reference).bind(3, line.line).run());
        }
        TRY(transaction.commit());
    }
    return relaxed.end();
}

Status DocketTable::fill(const std::function<DocketLine(const CaseId &, const std::string &)> &lineOf)
{
    const std::int64_t missing = TRY(numberOf(m_database, "SELECT (SELECT count(*) FROM cases) - (SELECT count(*) FROM docket)"));
    if (missing == 0)
        return {};
    std::vector<DocketLine> lines;
    {
        auto rows = TRY(m_database.prepare("SELECT id, summary FROM cases WHERE id NOT IN (SELECT id FROM docket)"));
        while (TRY(rows.step()))
            lines.push_back(lineOf(TRY(CaseId::parse(rows.text(0))), rows.text(1)));
    }
    auto transaction = TRY(Transaction::begin(m_database));
    for (const DocketLine &line : lines) {
        auto insert = TRY(m_database.prepare("INSERT INTO docket(id, reference, line) VALUES(?,?,?)"));
        TRY(insert.bind(1, line.id.text()).bind(2, line.reference).bind(3, line.line).run());
    }
    return transaction.commit();
}

Result<Instant> DocketTable::visible(const PersonId &person, Instant now,
                                     const std::function<void(const CaseId &, std::string_view)> &each)
{
    // Two walks in the same order, side by side: a join would look up every row on its own.
    auto grants = TRY(m_database.prepare("SELECT case_id, expires FROM access WHERE person=? ORDER BY case_id"));
    grants.bind(1, person.text());
    auto rows = TRY(m_database.prepare("SELECT id, line FROM docket ORDER BY id"));
    Instant ends;
    bool more = TRY(rows.step());
    std::string shown, id = more ? rows.text(0) : std::string();
    while (more && TRY(grants.step())) {
        const Instant expires{grants.number(1)};
        const std::string granted = grants.text(0);
        if ((expires.milliseconds != 0 && expires <= now) || granted == shown)
            continue;
        while (more && id < granted) {
            more = TRY(rows.step());
            id = more ? rows.text(0) : std::string();
        }
        if (id != granted)
            continue;
        if (expires.milliseconds != 0 && (ends.milliseconds == 0 || expires < ends))
            ends = expires;
        shown = granted;
        each(TRY(CaseId::parse(shown)), rows.text(1));
    }
    return ends;
}

Result<std::vector<CaseId>> DocketTable::withReference(std::string_view reference, const PersonId &person, Instant now)
{
    std::vector<CaseId> known;
    auto rows = TRY(m_database.prepare("SELECT id FROM docket WHERE reference=? ORDER BY id"));
    rows.bind(1, reference);
    while (TRY(rows.step())) {
        const CaseId id = TRY(CaseId::parse(rows.text(0)));
        if (TRY(mayKnow(id, person, now)))
            known.push_back(id);
    }
    return known;
}

Result<bool> DocketTable::mayKnow(const CaseId &id, const PersonId &person, Instant now)
{
    auto row = TRY(m_database.prepare("SELECT 1 FROM access WHERE case_id=? AND person=? AND (expires=0 OR expires>?)"));
    row.bind(1, id.text()).bind(2, person.text()).bind(3, now.milliseconds);
    return row.step();
}

std::int64_t DocketTable::changes() const
{
    return sqlite3_total_changes64(m_database.handle());
}

} // namespace caseward::store
