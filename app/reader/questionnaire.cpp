// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/questionnaire.h"

#include "app/reader/flowtext.h"
#include "app/reader/xmlwalk.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <memory>

namespace caseward::reader {

namespace {

struct Element {
    QString name;
    QString text;
    QXmlStreamAttributes attributes;
    std::vector<std::unique_ptr<Element>> children;

    [[nodiscard]] const Element *child(const char *wanted) const
    {
        for (const auto &one : children)
            if (one->name == QLatin1String(wanted))
                return one.get();
        return nullptr;
    }
    [[nodiscard]] QString valueOf(const char *wanted) const
    {
        const Element *found = child(wanted);
        return found ? found->text.simplified() : QString();
    }
    [[nodiscard]] bool is(const char *attribute, const char *value) const
    {
        return attributes.value(QLatin1String(attribute)).compare(QLatin1String(value), Qt::CaseInsensitive) == 0;
    }
};

class TreeHandler final : public XmlHandler {
public:
    TreeHandler() { m_open.push_back(&root); }
    void begin(const QXmlStreamReader &at) override
    {
        auto made = std::make_unique<Element>();
        made->name = at.name().toString();
        made->attributes = at.attributes();
        Element *here = made.get();
        m_open.back()->children.push_back(std::move(made));
        m_open.push_back(here);
    }
    void text(QStringView characters) override { m_open.back()->text += characters; }
    void end(const QXmlStreamReader &) override { m_open.pop_back(); }
    Element root;

private:
    std::vector<Element *> m_open;
};

// "HaveAdditionalEntryAnswer" -> "Have additional entry answer"; "SSN" stays.
QString spoken(const QString &name)
{
    QString words;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar c = name[at];
        const bool word = at > 0 && c.isUpper() && (!name[at - 1].isUpper() || (at + 1 < name.size() && name[at + 1].isLower()));
        if (word)
            words += QLatin1Char(' ');
        const bool abbreviation = c.isUpper() && ((at + 1 < name.size() && name[at + 1].isUpper()) || (at > 0 && name[at - 1].isUpper() && at + 1 == name.size()));
        words += word && !abbreviation ? c.toLower() : c;
    }
    return words;
}

QString oneDate(const Element &date)
{
    if (date.is("Type", "Present"))
        return QStringLiteral("present");
    QStringList parts;
    for (const char *part : {"Year", "Month", "Day"}) {
        const QString value = date.valueOf(part);
        if (value.isEmpty())
            break;
        parts << (parts.isEmpty() ? value : value.rightJustified(2, QLatin1Char('0')));
    }
    QString words = parts.isEmpty() ? date.text.simplified() : parts.join(QLatin1Char('-'));
    if (date.is("Type", "Estimated") || date.is("Estimated", "True"))
        words += QStringLiteral(" (estimated)");
    return words;
}

// A From, a To or anything that wraps a date.
QString dateIn(const Element &element)
{
    const Element *date = element.name == QLatin1String("Date") ? &element : element.child("Date");
    return date ? oneDate(*date) : QString();
}

bool isDate(const Element &element)
{
    return element.name == QLatin1String("Date") ||
           (element.children.size() == 1 && element.children.front()->name == QLatin1String("Date"));
}

class Writer {
public:
    void section(const Element &element)
    {
        m_out.page();
        m_out.add(spoken(element.name));
        m_out.blank();
        write(element, element.name, 0);
    }
    void heading(const QString &words)
    {
        m_out.add(words);
        m_out.blank();
    }
    void answer(const QString &label, const QString &said, const QString &path, int depth)
    {
        const QString value = said.simplified(); // one line: what an answer says has one place
        if (value.isEmpty())
            return;
        m_out.line();
        m_out.add(QString(std::min(depth, 12) * 2, QLatin1Char(' ')) + label + QStringLiteral(": "));
        Answer made{path.toStdString(), value.toStdString(), m_out.size(), 0};
        m_out.add(value);
        made.end = m_out.size();
        m_answers.push_back(std::move(made));
        m_out.line();
    }
    void write(const Element &element, const QString &path, int depth);
    Outcome<Questionnaire> finish()
    {
        auto text = m_out.finish();
        if (const Status *trouble = std::get_if<Status>(&text))
            return *trouble;
        return Questionnaire{std::get<std::u32string>(std::move(text)), std::move(m_answers)};
    }

private:
    void remarks(const Element &element, const QString &path, int depth);
    FlowText m_out;
    std::vector<Answer> m_answers;
};

// What attributes say: NotApplicable="True", DoNotKnow="True", Friend="True", Type="NMN"; numbering and versions are no answers.
void Writer::remarks(const Element &element, const QString &path, int depth)
{
    for (const QXmlStreamAttribute &one : element.attributes) {
        const QString name = one.name().toString(), value = one.value().toString(), here = path + QStringLiteral("/@") + name;
        const bool yes = value == QLatin1String("True");
        if (name == QLatin1String("ID") || name == QLatin1String("Version") || value == QLatin1String("Pooled"))
            continue;
        if (yes && (name == QLatin1String("NotApplicable") || name == QLatin1String("DoNotKnow")))
            answer(spoken(element.name), spoken(name).toLower(), here, depth); // instead of a value
        else if (name == QLatin1String("Type"))
            answer(spoken(element.name), value, here, depth);                  // <Middle Type="NMN"/>
        else
            answer(spoken(name), yes ? QStringLiteral("yes") : value, here, depth);
    }
}

void Writer::write(const Element &element, const QString &path, int depth)
{
    remarks(element, path, depth);
    std::map<QString, int> met, total;
    for (const auto &child : element.children)
        ++total[child->name];
    for (const auto &child : element.children) {
        const int number = ++met[child->name];
        const QString here = path + QLatin1Char('/') + child->name + (total[child->name] > 1 ? QStringLiteral("[%1]").arg(number) : QString());
        const QString label = spoken(child->name) + (total[child->name] > 1 ? QStringLiteral(" %1").arg(number) : QString());
        if (child->name == QLatin1String("DateRange")) {
            const Element *from = child->child("From"), *to = child->child("To");
            answer(QStringLiteral("From"), from ? dateIn(*from) : QString(), here + QStringLiteral("/From"), depth);
            answer(QStringLiteral("To"), to ? dateIn(*to) : QString(), here + QStringLiteral("/To"), depth);
        } else if (isDate(*child)) {
            answer(label, dateIn(*child), here, depth);
        } else if (child->children.empty()) {
            remarks(*child, here, depth);
            answer(label, child->text.simplified(), here, depth);
        } else if (child->children.size() == 1 && child->children.front()->children.empty() &&
                   (child->children.front()->name == QLatin1String("Answer") || child->children.front()->name == QLatin1String("Value"))) {
            remarks(*child, here, depth);
            answer(label, child->children.front()->text.simplified(), here, depth); // a question and its yes or no on one line
        } else {
            m_out.line();
            m_out.add(QString(std::min(depth, 12) * 2, QLatin1Char(' ')) + label);
            m_out.line();
            write(*child, here, depth + 1);
        }
    }
}

// The sections: below Responses, in whatever groups.
void writeResponses(Writer &writer, const Element &responses)
{
    for (const auto &group : responses.children)
        for (const auto &section : group->children)
            writer.section(*section);
}

} // namespace

Outcome<Questionnaire> readQuestionnaire(BytesView xml)
{
    TreeHandler tree;
    if (const Status walked = walkXml(xml, tree); walked != Status::Ok)
        return walked;
    const Element *root = tree.root.children.empty() ? nullptr : tree.root.children.front().get();
    const Element *submitted = root && root->name == QLatin1String("XMP") ? root->child("SubmittedRequestInfo") : nullptr;
    const Element *info = submitted ? submitted->child("RequestInfo") : nullptr;
    const Element *request = info ? info->child("Request") : nullptr;
    const Element *responses = request ? request->child("Responses") : nullptr;
    if (!responses)
        return Status::Damaged;
    Writer writer;
    writer.heading(QStringLiteral("Questionnaire"));
    for (const auto &part : request->children)
        if (part.get() != responses) {
            writer.heading(spoken(part->name));
            writer.write(*part, part->name, 0);
        }
    for (const Element *around : {submitted, root})
        for (const auto &part : around->children)
            if (part.get() != submitted && part.get() != info) {
                if (part->children.empty())
                    writer.answer(spoken(part->name), part->text.simplified(), part->name, 0);
                else if (isDate(*part))
                    writer.answer(spoken(part->name), dateIn(*part), part->name, 0);
                else
                    writer.section(*part);
            }
    writeResponses(writer, *responses);
    return writer.finish();
}

} // namespace caseward::reader
