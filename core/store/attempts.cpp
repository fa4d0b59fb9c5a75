// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attempts.h"

#include "core/codec/objectreader.h"

#include <algorithm>
#include <map>

namespace caseward::store {

namespace {

constexpr const char *attemptsFormat = "caseward-attempts/1";
constexpr std::uint32_t freeAttempts = 3;
constexpr std::int64_t firstDelay = 5'000, longestDelay = 15 * 60'000;
constexpr std::size_t fileBytes = 1u << 20;

using Book = std::map<std::string, Attempts>;

Path fileOf(const Path &vault)
{
    return vault / "attempts.json";
}

Result<Book> decode(BytesView bytes)
{
    const codec::Json json = TRY(codec::parseCanonicalJson(bytes, fileBytes));
    codec::ObjectReader reader(json, "attempts.json");
    if (reader.text("format") != attemptsFormat)
        reader.problem("format", "is another one");
    const codec::Json::Object people = reader.object("people");
    TRY(reader.finish());
    Book book;
    for (const auto &[person, value] : people) {
        codec::ObjectReader one(value, "attempts.json");
        Attempts attempts;
        attempts.count = static_cast<std::uint32_t>(one.integer("count", 0, 1'000'000));
        attempts.first = one.instant("first");
        attempts.last = one.instant("last");
        TRY(one.finish());
        book[person] = attempts;
    }
    return book;
}

Book load(const Path &vault, const PersonId &person, Instant now)
{
    const auto bytes = readFile(fileOf(vault), fileBytes);
    // A disk that fails is nobody's trick, as one that cannot be written is not.
    if (!bytes.ok() && (bytes.fault().code == FaultCode::NotFound || bytes.fault().code == FaultCode::IoFailed))
        return {};
    if (bytes.ok()) {
        auto book = decode(*bytes);
        if (book.ok())
            return std::move(book).value();
    }
    // Somebody spoiled it: that must not be a way to try on without waiting.
    return {{person.text(), {freeAttempts, now, now}}};
}

Status save(const Path &vault, const Book &book)
{
    if (book.empty()) {
        std::error_code error;
        std::filesystem::remove(fileOf(vault), error);
        return error ? Status(faultFromErrno(error.value(), "removing", fileOf(vault))) : Status();
    }
    codec::Json::Object people;
    for (const auto &[person, attempts] : book) {
        codec::Json::Object one;
        one["count"] = attempts.count;
        one["first"] = toText(attempts.first);
        one["last"] = toText(attempts.last);
        people[person] = std::move(one);
    }
    codec::Json::Object json;
    json["format"] = attemptsFormat;
    json["people"] = std::move(people);
    return writeFile(fileOf(vault), viewOf(codec::canonicalJson(codec::Json(std::move(json)))), Overwrite::Replace);
}

} // namespace

std::int64_t delayAfter(std::uint32_t count)
{
    if (count < freeAttempts)
        return 0;
    std::int64_t delay = firstDelay;
    for (std::uint32_t more = freeAttempts; more < count && delay < longestDelay; ++more)
        delay *= 2;
    return std::min(delay, longestDelay);
}

Attempts attemptsOf(const Path &vault, const PersonId &person, Instant now)
{
    const Book book = load(vault, person, now);
    const auto found = book.find(person.text());
    return found == book.end() ? Attempts() : found->second;
}

Status beginAttempt(const Path &vault, const PersonId &person, Instant now)
{
    Book book = load(vault, person, now);
    Attempts &attempts = book[person.text()];
    const std::int64_t delay = delayAfter(attempts.count);
    if (delay > 0 && now < attempts.last) { // the clock went back: from now on, anew
        attempts.last = now;
        static_cast<void>(save(vault, book));
    }
    const std::int64_t left = attempts.last.milliseconds + delay - now.milliseconds;
    if (delay > 0 && left > 0) {
        const std::string seconds = std::to_string((left + 999) / 1000);
        return fail(FaultCode::TooManyAttempts, std::to_string(attempts.count) + " attempts failed; the next one is taken in " + seconds + " seconds",
                    {{"seconds", seconds}, {"attempts", std::to_string(attempts.count)}});
    }
    if (attempts.count == 0)
        attempts.first = now;
    ++attempts.count;
    attempts.last = now;
    static_cast<void>(save(vault, book)); // a medium that cannot be written has nothing to protect by waiting
    return {};
}

void forgetAttempts(const Path &vault, const PersonId &person)
{
    takeBackAttempt(vault, person, {});
}

void takeBackAttempt(const Path &vault, const PersonId &person, const Attempts &before)
{
    Book book = load(vault, person, before.last);
    if (before.count == 0)
        book.erase(person.text());
    else
        book[person.text()] = before;
    static_cast<void>(save(vault, book));
}

} // namespace caseward::store
