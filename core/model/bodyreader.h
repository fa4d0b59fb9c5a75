// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the fields a Shape lists out of untrusted JSON, each within its bound. The first problem is kept and given
// by finish(). Private to core/model. One thread.
#pragma once

#include "core/codec/objectreader.h"
#include "core/model/eventshape.h"

namespace caseward::model {

class BodyReader {
public:
    using Key = const char *;

    template <typename T>
    static Result<T> read(const codec::Json &untrusted, const std::string &where)
    {
        BodyReader reader(untrusted, where);
        T value;
        Shape<T>::fields(reader, value);
        TRY(reader.m_reader.finish());
        return value;
    }

    void word(Key key, std::string &value);                       // printable ASCII without spaces, not empty
    void wordOrNone(Key key, std::string &value);
    void line(Key key, std::string &value);                       // no control characters, not empty
    void lineOrNone(Key key, std::string &value);
    void lineIfAny(Key key, std::string &value);                  // a line, or no member at all
    void note(Key key, std::string &value);                       // free text
    void quote(Key key, std::string &value);                      // as long as its span: the shape checks
    void context(Key key, std::string &value);
    void day(Key key, std::string &value);                        // YYYY-MM-DD
    void dayOrNone(Key key, std::string &value);
    void dateOrNone(Key key, std::string &value);                 // YYYY, YYYY-MM or YYYY-MM-DD
    void canonicalText(Key key, std::string &value);              // an RFC 8785 object as text
    void flag(Key key, bool &value) { value = m_reader.boolean(key); }
    void flagIfSet(Key key, bool &value)                          // true, or no member at all
    {
        value = m_reader.optionalMember(key) != nullptr;
        if (value && !m_reader.boolean(key))
            m_reader.problem(key, "is false, where it would be left out");
    }
    void digest(Key key, Digest &value) { value = m_reader.digest(key); }
    void digestIfAny(Key key, std::optional<Digest> &value)
    {
        if (m_reader.optionalMember(key) != nullptr)
            value = m_reader.digest(key);
    }
    void bytes(Key key, Bytes &value, std::size_t most);

    template <typename IdType>
    void id(Key key, IdType &value) { value = m_reader.template id<IdType>(key); }

    template <typename IdType>
    void idIfAny(Key key, std::optional<IdType> &value)
    {
        if (m_reader.optionalMember(key) != nullptr)
            value = m_reader.template id<IdType>(key);
    }

    template <typename Number>
    void number(Key key, Number &value, std::int64_t least, std::int64_t most)
    {
        value = static_cast<Number>(m_reader.integer(key, least, most));
    }

    void named(Key key, Weight &value) { value = parsed(key, parseWeight(m_reader.text(key)), value); }
    void named(Key key, ConditionFinding &value) { value = parsed(key, parseConditionFinding(m_reader.text(key)), value); }
    void named(Key key, GuidelineFinding &value) { value = parsed(key, parseGuidelineFinding(m_reader.text(key)), value); }
    void named(Key key, AllegationAnswer &value) { value = parsed(key, parseAllegationAnswer(m_reader.text(key)), value); }
    void named(Key key, AllegationFinding &value) { value = parsed(key, parseAllegationFinding(m_reader.text(key)), value); }
    void named(Key key, MitigatorStanding &value) { value = parsed(key, parseMitigatorStanding(m_reader.text(key)), value); }
    void named(Key key, Frequency &value) { value = parsed(key, parseFrequency(m_reader.text(key)), value); }
    void named(Key key, Stage &value) { value = parsed(key, parseStage(m_reader.text(key)), value); }
    void named(Key key, EligibilityStatus &value) { value = parsed(key, parseEligibilityStatus(m_reader.text(key)), value); }
    void named(Key key, ReciprocityReply &value) { value = parsed(key, parseReciprocityReply(m_reader.text(key)), value); }
    void named(Key key, ConditionStanding &value) { value = parsed(key, parseConditionStanding(m_reader.text(key)), value); }
    void named(Key key, LetterKind &value) { value = parsed(key, parseLetterKind(m_reader.text(key)), value); }
    void named(Key key, Verdict &value) { value = parsed(key, parseVerdict(m_reader.text(key)), value); }
    void named(Key key, ComponentState &value) { value = parsed(key, parseComponentState(m_reader.text(key)), value); }
    void named(Key key, IdentityMatter &value) { value = parsed(key, parseIdentityMatter(m_reader.text(key)), value); }
    void named(Key key, DocumentKind &value) { value = parsed(key, parseDocumentKind(m_reader.text(key)), value); }
    void named(Key key, MediaType &value) { value = parsed(key, parseMediaType(m_reader.text(key)), value); }

    void words(Key key, std::vector<std::string> &values);
    void notes(Key key, std::vector<std::string> &values);
    void pages(Key key, std::vector<std::uint32_t> &values);      // at least one, none twice
    void digests(Key key, std::vector<Digest> &values);
    void rects(Key key, std::vector<Rect> &values);

    template <typename IdType>
    void ids(Key key, std::vector<IdType> &values)
    {
        for (const std::string &text : boundedTexts(key)) {
            auto id = IdType::parse(text);
            if (!id.ok())
                return m_reader.problem(key, "holds what is not an id");
            values.push_back(*id);
        }
    }

    template <typename IdType>
    void idsIfAny(Key key, std::vector<IdType> &values)           // at least one, or no member at all
    {
        if (m_reader.optionalMember(key) == nullptr)
            return;
        ids(key, values);
        require(!values.empty(), key, "names nothing");
    }

    template <typename T>
    void object(Key key, T &value) { nested(key, m_reader.member(key), value); }

    template <typename T>
    void objectOrNone(Key key, std::optional<T> &value)
    {
        const codec::Json *json = m_reader.optionalMember(key);
        if (json != nullptr)
            nested(key, *json, value.emplace());
    }

    template <typename T>
    void objects(Key key, std::vector<T> &values)
    {
        const codec::Json::Array &array = m_reader.array(key);
        require(array.size() <= bounds::items, key, "has too many members");
        for (const codec::Json &json : array) {
            if (m_reader.failed())
                return;
            nested(key, json, values.emplace_back());
        }
    }

    void require(bool condition, Key key, const char *problem)
    {
        if (!condition)
            m_reader.problem(key, problem);
    }

private:
    BodyReader(const codec::Json &untrusted, const std::string &where) : m_where(where), m_reader(untrusted, where) {}

    template <typename T>
    void nested(Key key, const codec::Json &json, T &value)
    {
        if (m_reader.failed())
            return;
        auto result = read<T>(json, m_where + "." + key);
        if (result.ok())
            value = std::move(*result);
        else
            m_reader.problem(key, result.fault().detail);
    }

    template <typename Value>
    Value parsed(Key key, const Result<Value> &result, Value otherwise)
    {
        if (result.ok())
            return *result;
        m_reader.problem(key, result.fault().detail);
        return otherwise;
    }

    enum class Need { Some, MayBeEmpty };
    std::string bounded(Key key, std::size_t most, Need need);
    void checkLength(Key key, const std::string &text, std::size_t most);
    std::vector<std::string> boundedTexts(Key key);

    std::string m_where;
    codec::ObjectReader m_reader;
};

} // namespace caseward::model
