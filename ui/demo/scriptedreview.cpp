// SPDX-License-Identifier: GPL-3.0-or-later
// job.json as a ScriptedReview. The file is our own, linked in; what is wrong in it is still named, not ignored.
#include "ui/demo/demojob.h"
#include "ui/demo/demoresource.h"

#include <QJsonArray>

namespace caseward::ui {

namespace {

class JobReader {
public:
    Result<ScriptedReview> read()
    {
        TRY(readNames());
        const QJsonObject job = TRY(demoJson(QStringLiteral("job.json")));
        TRY(readTies(job));
        TRY(readPoints(job));
        TRY(readFindings(job));
        readReasons(job);
        readOutcome(job);
        TRY(readComponents(job));
        return std::move(m_review);
    }

private:
    using List = QJsonArray;
    static List list(const QJsonObject &object, const char *key) { return object.value(QLatin1String(key)).toArray(); }

    static std::vector<std::string> cites(const QJsonObject &object)
    {
        std::vector<std::string> keys;
        for (const QJsonValue &key : list(object, "cites"))
            keys.push_back(key.toString().toStdString());
        return keys;
    }

    // job.json names documents by their keys; the record knows them by their file names.
    Status readNames()
    {
        const QJsonObject facts = TRY(demoJson(QStringLiteral("case.json")));
        for (const QJsonValue &document : list(facts, "documents"))
            m_names[textOf(document.toObject(), "key")] = textOf(document.toObject(), "name");
        return {};
    }

    Result<ScriptedPlace> place(const QJsonObject &object) const
    {
        const auto name = m_names.find(textOf(object, "document"));
        if (name == m_names.end())
            return fail(FaultCode::Malformed, "job.json: no document '" + textOf(object, "document") + "'");
        return ScriptedPlace{name->second, static_cast<std::uint32_t>(object.value(QLatin1String("page")).toInt()),
                             textOf(object, "quote")};
    }

    // A place, or the key of a tie whose place it is.
    Result<ScriptedPlace> placeOrTie(const QJsonValue &value) const
    {
        if (value.isObject())
            return place(value.toObject());
        for (const ScriptedTie &tie : m_review.ties) {
            if (tie.key == value.toString().toStdString())
                return tie.place;
        }
        return fail(FaultCode::Malformed, "job.json: no tie '" + value.toString().toStdString() + "'");
    }

    Status readTies(const QJsonObject &job)
    {
        for (const QJsonValue &value : list(job, "ties")) {
            const QJsonObject tie = value.toObject();
            const int weight = tie.value(QLatin1String("weight")).toInt();
            if (weight < 1 || weight > 3)
                return fail(FaultCode::Malformed, "job.json: weight of '" + textOf(tie, "id") + "'");
            m_review.ties.push_back({textOf(tie, "id"), TRY(place(tie)), textOf(tie, "condition"),
                                     static_cast<model::Weight>(weight), textOf(tie, "note")});
        }
        return {};
    }

    Status readPoints(const QJsonObject &job)
    {
        for (const QJsonValue &value : list(job, "contradictions")) {
            const QJsonObject one = value.toObject();
            m_review.contradictions.push_back({TRY(placeOrTie(one.value(QLatin1String("claimed")))),
                                               TRY(placeOrTie(one.value(QLatin1String("found")))), textOf(one, "note"),
                                               textOf(one, "resolution")});
        }
        for (const QJsonValue &value : list(job, "gaps")) {
            const QJsonObject one = value.toObject();
            ScriptedGap gap{textOf(one, "lane"), textOf(one, "from"), textOf(one, "to"), textOf(one, "note"),
                            textOf(one, "explanation"), std::nullopt};
            if (one.contains(QLatin1String("anchor")))
                gap.anchor = TRY(placeOrTie(one.value(QLatin1String("anchor"))));
            m_review.gaps.push_back(gap);
        }
        return {};
    }

    Status readFindings(const QJsonObject &job)
    {
        for (const QJsonValue &value : list(job, "conditions")) {
            const QJsonObject one = value.toObject();
            m_review.conditions.push_back({textOf(one, "condition"), TRY(model::parseConditionFinding(textOf(one, "finding"))),
                                           textOf(one, "reason")});
        }
        for (const QJsonValue &value : list(job, "guidelines")) {
            const QJsonObject one = value.toObject();
            m_review.guidelines.push_back({textOf(one, "guideline"), TRY(model::parseGuidelineFinding(textOf(one, "finding"))),
                                           textOf(one, "reason")});
        }
        for (const QJsonValue &value : list(job, "factors"))
            m_review.factors.push_back({textOf(value.toObject(), "factor"), textOf(value.toObject(), "text"), cites(value.toObject())});
        return {};
    }

    void readReasons(const QJsonObject &job)
    {
        for (const QJsonValue &value : list(job, "reasons")) {
            m_review.reasons.push_back({textOf(value.toObject(), "text"), cites(value.toObject())});
        }
    }

    void readOutcome(const QJsonObject &job)
    {
        const QJsonObject outcome = job.value(QLatin1String("outcome")).toObject();
        m_review.outcome = {textOf(outcome, "outcome"), textOf(outcome, "exception"), {}};
        for (const QJsonValue &condition : list(outcome, "conditions"))
            m_review.outcome.conditions.push_back(condition.toString().toStdString());
        for (const QJsonValue &value : list(job, "explanations")) {
            const QJsonObject one = value.toObject();
            m_review.explanations.push_back({textOf(one, "check"), textOf(one, "target"), textOf(one, "explanation")});
        }
    }

    Status readComponents(const QJsonObject &job)
    {
        for (const QJsonValue &value : list(job, "components"))
            m_review.components.push_back({textOf(value.toObject(), "component"), TRY(place(value.toObject())).document});
        return {};
    }

    std::map<std::string, std::string> m_names;
    ScriptedReview m_review;
};

} // namespace

Result<ScriptedReview> scriptedReview()
{
    return JobReader().read();
}

} // namespace caseward::ui
