// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/docket.h"

#include "core/session/docketindex.h"
#include "core/session/state.h"

#include <algorithm>
#include <charconv>

namespace caseward::session {

namespace {

constexpr char between = '\x1f';
constexpr std::size_t fields = 9;

// A field without what separates fields.
std::string plain(std::string text)
{
    std::ranges::replace(text, between, ' ');
    text.resize(std::min<std::size_t>(text.size(), 4096));
    return text;
}

std::uint32_t numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

} // namespace

DocketPart partOf(const DocketRow &row)
{
    if (!row.readable)
        return DocketPart::Mine;
    if (!row.custodyHere)
        return DocketPart::Elsewhere;
    switch (row.status) {
    case model::CaseStatus::InReview: return model::isAdministrative(row.stage) ? DocketPart::Closed : DocketPart::Mine;
    case model::CaseStatus::Returned: return DocketPart::Returned;
    // Where one level is enough nobody is waited for. (A line of before stages says Received.)
    case model::CaseStatus::Signed:
        return row.stage == model::Stage::Recommended || row.stage == model::Stage::Received ? DocketPart::NeedsCountersign : DocketPart::Closed;
    case model::CaseStatus::Concurred: return DocketPart::NeedsCountersign;
    case model::CaseStatus::Countersigned: return DocketPart::Closed;
    }
    return DocketPart::Mine;
}

// part, status, pages, pages read, what is open, type, reference, subject, holder, due
std::string docketLineOf(const DocketRow &row)
{
    std::string line;
    const auto add = [&line](const std::string &field) { line += field + between; };
    add(std::to_string(static_cast<int>(partOf(row))) + std::to_string(static_cast<int>(row.status)));
    add(std::to_string(row.pages));
    add(std::to_string(row.pagesRead));
    add(std::to_string(row.openContradictions * 10'000 + row.checksOpen));
    for (const std::string *field : {&row.type, &row.reference, &row.subject, &row.holder})
        add(plain(*field));
    return line + plain(row.due);
}

DocketIndex::Line DocketIndex::parse(const CaseId &id, std::string_view text)
{
    Line line;
    line.id = id;
    std::array<std::string_view, fields> parts{};
    for (std::size_t field = 0; field + 1 < fields; ++field) {
        const std::size_t end = std::min(text.find(between), text.size());
        parts[field] = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    parts[fields - 1] = text;
    if (parts[0].size() == 2) {
        line.part = static_cast<DocketPart>(std::clamp(parts[0][0] - '0', 0, static_cast<int>(docketParts) - 1));
        line.status = static_cast<model::CaseStatus>(std::clamp(parts[0][1] - '0', 0, 4));
    }
    const std::uint32_t pages = numberOf(parts[1]);
    line.read = pages == 0 ? -1.0f : static_cast<float>(numberOf(parts[2])) / static_cast<float>(pages);
    line.open = numberOf(parts[3]);
    for (std::size_t field = 4; field < fields; ++field) {
        line.text += parts[field];
        if (field + 1 == fields)
            break;
        line.ends[field - 4] = static_cast<std::uint16_t>(line.text.size());
        line.text += between;
    }
    line.lower = lowered(std::string_view(line.text).substr(line.ends[0]));
    return line;
}

Result<DocketIndex> DocketIndex::read(store::DocketTable table, const PersonId &person, Instant now)
{
    TRY(table.fill([](const CaseId &id, const std::string &summary) {
        const DocketRow row = decodeSummary(id, summary);
        return store::DocketLine{id, row.reference, docketLineOf(row)};
    }));
    DocketIndex index;
    index.m_ends = TRY(table.visible(person, now, [&index](const CaseId &id, std::string_view line) { index.m_lines.push_back(parse(id, line)); }));
    index.m_changes = table.changes();
    return index;
}

bool DocketIndex::isFresh(std::int64_t changes, Instant now) const
{
    return changes == m_changes && (m_ends.milliseconds == 0 || now < m_ends);
}

bool DocketIndex::put(const CaseId &id, std::string_view line)
{
    const auto place = std::ranges::lower_bound(m_lines, id, {}, &Line::id);
    if (place == m_lines.end() || place->id != id)
        return false;
    *place = parse(id, line);
    return true;
}

bool DocketIndex::matches(const Line &line, const DocketQuery &query)
{
    if (query.words.empty())
        return !query.part || line.part == *query.part;
    return std::ranges::all_of(query.words, [&line](const DocketWord &word) {
        return line.lower.find(word.text) != std::string::npos || std::ranges::find(word.types, line.type()) != word.types.end() ||
               std::ranges::find(word.states, line.status) != word.states.end();
    });
}

int DocketIndex::compare(const Line &left, const Line &right, DocketOrder order)
{
    const auto three = [](const auto &a, const auto &b) { return a < b ? -1 : b < a ? 1 : 0; };
    switch (order) {
    case DocketOrder::Case: return left.reference().compare(right.reference());
    case DocketOrder::Type: return left.type().compare(right.type());
    case DocketOrder::State: return three(left.status, right.status);
    case DocketOrder::Due: return left.due().empty() != right.due().empty() ? (left.due().empty() ? 1 : -1) : left.due().compare(right.due());
    case DocketOrder::Read: return three(left.read, right.read);
    case DocketOrder::Open: return three(left.open, right.open);
    case DocketOrder::Holder: return left.holder().compare(right.holder());
    }
    return 0;
}

std::vector<CaseId> DocketIndex::select(const DocketQuery &query, DocketPage &page) const
{
    DocketQuery wanted = query;
    for (DocketWord &word : wanted.words)
        word.text = lowered(word.text);
    std::vector<std::uint32_t> found;
    for (std::uint32_t place = 0; place < m_lines.size(); ++place) {
        ++page.parts[static_cast<std::size_t>(m_lines[place].part)];
        if (matches(m_lines[place], wanted))
            found.push_back(place);
    }
    page.cases = m_lines.size();
    page.matching = found.size();
    const std::size_t from = std::min(query.from, found.size());
    const std::size_t to = std::min(found.size(), from + std::min(query.count, found.size()));
    // Only as far as the page reaches; equal ones in order of their ids, so that pages fit together.
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(to), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = compare(m_lines[a], m_lines[b], query.order);
        return order != 0 ? (query.descending ? order > 0 : order < 0) : a < b;
    });
    std::vector<CaseId> ids;
    for (std::size_t place = from; place < to; ++place)
        ids.push_back(m_lines[found[place]].id);
    return ids;
}

Result<const DocketIndex *> Session::State::docketIndex()
{
    TRY(needUnlocked());
    const Instant now = env.clock.now();
    if (!docket || !docket->isFresh(vault->docket().changes(), now))
        docket = std::make_unique<DocketIndex>(TRY(DocketIndex::read(vault->docket(), who.person, now)));
    return docket.get();
}

Result<DocketPage> docketPage(Session &session, const DocketQuery &query)
{
    Session::State &state = session.state();
    const DocketIndex *index = TRY(state.docketIndex());
    DocketPage page;
    for (const CaseId &id : index->select(query, page))
        page.rows.push_back(decodeSummary(id, TRY(state.vault->summary(id))));
    return page;
}

// All of them, for the command line and for lists to choose from.
Result<std::vector<DocketRow>> Session::docket()
{
    TRY(m_state->docketIndex()); // which has seen to it that every case has its line
    std::vector<DocketRow> rows;
    Status read;
    TRY(m_state->vault->docket().visible(m_state->who.person, m_state->env.clock.now(), [&](const CaseId &id, std::string_view) {
        auto summary = m_state->vault->summary(id);
        if (summary.ok())
            rows.push_back(decodeSummary(id, *summary));
        else
            read = summary.fault();
    }));
    TRY(read);
    return rows;
}

Result<CaseId> Session::findCase(std::string_view idOrReference)
{
    State &state = *m_state;
    TRY(state.docketIndex());
    const Instant now = state.env.clock.now();
    const auto id = CaseId::parse(idOrReference);
    if (id.ok() && TRY(state.vault->docket().mayKnow(*id, state.who.person, now)))
        return *id;
    const auto known = TRY(state.vault->docket().withReference(idOrReference, state.who.person, now));
    if (!known.empty())
        return known.front();
    return fail(FaultCode::NotFound, "there is no case '" + std::string(idOrReference) + "' in this vault",
                {{"case", std::string(idOrReference)}});
}

} // namespace caseward::session
