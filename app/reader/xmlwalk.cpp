// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/xmlwalk.h"

#include "core/base/limits.h"

namespace caseward::reader {

QString attributeOf(const QXmlStreamReader &at, const char *name)
{
    for (const QXmlStreamAttribute &one : at.attributes())
        if (one.name() == QLatin1String(name))
            return one.value().toString();
    return {};
}

Status walkXml(BytesView document, XmlHandler &handler)
{
    if (document.size() > limits::textLayerBytes)
        return Status::TooLarge;
    QXmlStreamReader reader(QByteArray::fromRawData(reinterpret_cast<const char *>(document.data()), static_cast<qsizetype>(document.size())));
    int depth = 0;
    bool any = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return Status::Damaged;
        case QXmlStreamReader::StartElement:
            if (++depth > limits::xmlDepth)
                return Status::TooLarge;
            any = true;
            handler.begin(reader);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            handler.end(reader);
            break;
        case QXmlStreamReader::Characters:
            handler.text(reader.text());
            break;
        default:
            break;
        }
    }
    return reader.hasError() || !any ? Status::Damaged : Status::Ok;
}

} // namespace caseward::reader
