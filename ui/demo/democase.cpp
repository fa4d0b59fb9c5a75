// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/democase.h"

#include "ui/demo/demoresource.h"
#include "ui/paper/letterpaper.h"

#include <QJsonArray>

namespace caseward::ui {

namespace {

Result<Bytes> contentOf(const QString &file)
{
    const QByteArray source = TRY(demoResource(file));
    if (file.endsWith(QLatin1String(".paper")))
        return typesetLetter(QString::fromUtf8(source));
    const auto *data = reinterpret_cast<const std::uint8_t *>(source.constData());
    return Bytes(data, data + source.size());
}

Result<DemoDocument> documentOf(const QJsonObject &object)
{
    DemoDocument made;
    made.key = textOf(object, "key");
    made.document.name = textOf(object, "name");
    made.document.title = textOf(object, "title");
    made.document.kind = TRY(model::parseDocumentKind(textOf(object, "kind")));
    made.document.source = textOf(object, "source");
    made.document.date = textOf(object, "date");
    made.document.exhibit = textOf(object, "exhibit");
    made.document.marking = textOf(object, "marking");
    made.document.content = TRY(contentOf(object.value(QLatin1String("file")).toString()));
    return made;
}

} // namespace

Result<DemoCase> demoCase()
{
    const QJsonObject object = TRY(demoJson(QStringLiteral("case.json")));
    DemoCase made;
    made.facts.reference = textOf(object, "reference");
    made.facts.subject = textOf(object, "subject");
    made.facts.type = textOf(object, "type");
    made.facts.access = textOf(object, "access");
    made.facts.marking = textOf(object, "marking");
    made.facts.due = textOf(object, "due");
    made.facts.demonstration = true;
    for (const QJsonValue &value : object.value(QLatin1String("documents")).toArray())
        made.documents.push_back(TRY(documentOf(value.toObject())));
    return made;
}

Result<std::size_t> demoDocumentCount()
{
    const QJsonObject object = TRY(demoJson(QStringLiteral("case.json")));
    return static_cast<std::size_t>(object.value(QLatin1String("documents")).toArray().size());
}

Result<CaseId> createDemoCase(session::Session &session, Progress &progress)
{
    const DemoCase demo = TRY(demoCase());
    const CaseId id = TRY(session.createCase(demo.facts));
    NoProgress whole;
    std::uint64_t done = 0;
    for (const DemoDocument &one : demo.documents) {
        TRY(session.addDocument(id, one.document, whole));
        if (!progress.advance(++done, demo.documents.size()))
            return cancelled();
    }
    return id;
}

} // namespace caseward::ui
