// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the fields a Shape lists into a JSON object. Checks nothing: checkEvent() does. Private to core/model.
#pragma once

#include "core/model/eventshape.h"

namespace caseward::model {

class BodyWriter {
public:
    using Key = const char *;

    template <typename T>
    static codec::Json write(const T &value)
    {
        BodyWriter writer;
        Shape<T>::fields(writer, value);
        return std::move(writer.m_object);
    }

    void word(Key key, const std::string &value) { put(key, value); }
    void wordOrNone(Key key, const std::string &value) { put(key, value); }
    void line(Key key, const std::string &value) { put(key, value); }
    void lineOrNone(Key key, const std::string &value) { put(key, value); }
    void lineIfAny(Key key, const std::string &value)
    {
        if (!value.empty())
            put(key, value);
    }
    void note(Key key, const std::string &value) { put(key, value); }
    void quote(Key key, const std::string &value) { put(key, value); }
    void context(Key key, const std::string &value) { put(key, value); }
    void day(Key key, const std::string &value) { put(key, value); }
    void dayOrNone(Key key, const std::string &value) { put(key, value); }
    void dateOrNone(Key key, const std::string &value) { put(key, value); }
    void canonicalText(Key key, const std::string &value) { put(key, value); }
    void flag(Key key, bool value) { put(key, value); }
    void flagIfSet(Key key, bool value)
    {
        if (value)
            put(key, value);
    }
    void digest(Key key, const Digest &value) { put(key, value.hex()); }
    void digestIfAny(Key key, const std::optional<Digest> &value)
    {
        if (value)
            put(key, value->hex());
    }
    void bytes(Key key, const Bytes &value, std::size_t) { put(key, toBase64(value)); }

    template <typename IdType>
    void id(Key key, const IdType &value) { put(key, value.text()); }

    template <typename IdType>
    void idIfAny(Key key, const std::optional<IdType> &value)
    {
        if (value)
            put(key, value->text());
    }

    template <typename Number>
    void number(Key key, const Number &value, std::int64_t, std::int64_t) { put(key, value); }

    void named(Key key, Weight value) { put(key, weightName(value)); }
    void named(Key key, ConditionFinding value) { put(key, findingName(value)); }
    void named(Key key, GuidelineFinding value) { put(key, findingName(value)); }
    void named(Key key, AllegationAnswer value) { put(key, answerName(value)); }
    void named(Key key, AllegationFinding value) { put(key, findingName(value)); }
    void named(Key key, MitigatorStanding value) { put(key, standingName(value)); }
    void named(Key key, Frequency value) { put(key, frequencyName(value)); }
    void named(Key key, Stage value) { put(key, stageName(value)); }
    void named(Key key, EligibilityStatus value) { put(key, eligibilityStatusName(value)); }
    void named(Key key, ReciprocityReply value) { put(key, replyName(value)); }
    void named(Key key, ConditionStanding value) { put(key, conditionStandingName(value)); }
    void named(Key key, LetterKind value) { put(key, letterKindName(value)); }
    void named(Key key, Verdict value) { put(key, verdictName(value)); }
    void named(Key key, ComponentState value) { put(key, componentStateName(value)); }
    void named(Key key, IdentityMatter value) { put(key, identityMatterName(value)); }
    void named(Key key, DocumentKind value) { put(key, documentKindName(value)); }
    void named(Key key, MediaType value) { put(key, mediaTypeName(value)); }

    void words(Key key, const std::vector<std::string> &values) { list(key, values); }
    void notes(Key key, const std::vector<std::string> &values) { list(key, values); }
    void pages(Key key, const std::vector<std::uint32_t> &values) { list(key, values); }

    template <typename IdType>
    void ids(Key key, const std::vector<IdType> &values)
    {
        codec::Json::Array array;
        for (const IdType &value : values)
            array.emplace_back(value.text());
        put(key, std::move(array));
    }

    template <typename IdType>
    void idsIfAny(Key key, const std::vector<IdType> &values)
    {
        if (!values.empty())
            ids(key, values);
    }

    void digests(Key key, const std::vector<Digest> &values)
    {
        codec::Json::Array array;
        for (const Digest &value : values)
            array.emplace_back(value.hex());
        put(key, std::move(array));
    }

    void rects(Key key, const std::vector<Rect> &values)
    {
        codec::Json::Array array;
        for (const Rect &rect : values)
            array.emplace_back(codec::Json::Array{rect.x, rect.y, rect.width, rect.height});
        put(key, std::move(array));
    }

    template <typename T>
    void object(Key key, const T &value) { put(key, write(value)); }

    template <typename T>
    void objectOrNone(Key key, const std::optional<T> &value)
    {
        if (value)
            put(key, write(*value));
    }

    template <typename T>
    void objects(Key key, const std::vector<T> &values)
    {
        codec::Json::Array array;
        for (const T &value : values)
            array.push_back(write(value));
        put(key, std::move(array));
    }

    void require(bool, Key, const char *) {}

private:
    template <typename Value>
    void put(Key key, Value &&value) { m_object.insert_or_assign(key, codec::Json(std::forward<Value>(value))); }

    template <typename Value>
    void list(Key key, const std::vector<Value> &values)
    {
        codec::Json::Array array;
        for (const Value &value : values)
            array.emplace_back(value);
        put(key, std::move(array));
    }

    codec::Json::Object m_object;
};

} // namespace caseward::model
