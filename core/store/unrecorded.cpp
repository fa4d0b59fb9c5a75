// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/unrecorded.h"

namespace caseward::store {

Status keepUnrecorded(CaseFile &file, const PersonId &person, const UnrecordedWords &words)
{
    TRY(file.database().needWritable());
    if (words.words.size() > mostUnrecordedBytes || words.place.size() > longestUnrecordedPlace)
        return fail(FaultCode::TooLarge, "what is written is too long to be kept");
    auto others = TRY(file.database().prepare("SELECT count(*) FROM unrecorded WHERE person=? AND place<>?"));
    if (TRY(others.bind(1, person.text()).bind(2, words.place).step()) && others.number(0) >= static_cast<std::int64_t>(mostUnrecordedPlaces))
        return fail(FaultCode::TooLarge, "more than " + std::to_string(mostUnrecordedPlaces) + " places hold words that are not recorded");
    auto insert = TRY(file.database().prepare("INSERT OR REPLACE INTO unrecorded(person, place, words, at) VALUES(?,?,?,?)"));
    return insert.bind(1, person.text()).bind(2, words.place).bind(3, words.words).bind(4, words.at.milliseconds).run();
}

Status dropUnrecorded(CaseFile &file, const PersonId &person, const std::string &place)
{
    TRY(file.database().needWritable());
    auto row = TRY(file.database().prepare("DELETE FROM unrecorded WHERE person=? AND place=?"));
    return row.bind(1, person.text()).bind(2, place).run();
}

Result<std::vector<UnrecordedWords>> unrecordedOf(CaseFile &file, const PersonId &person)
{
    std::vector<UnrecordedWords> found;
    auto rows = TRY(file.database().prepare("SELECT place, words, at FROM unrecorded WHERE person=? ORDER BY place"));
    rows.bind(1, person.text());
    while (TRY(rows.step()))
        found.push_back({rows.text(0), rows.text(1), Instant{rows.number(2)}});
    return found;
}

} // namespace caseward::store
