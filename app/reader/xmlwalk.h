// SPDX-License-Identifier: GPL-3.0-or-later
// XML of hostile origin, element by element: no document type, so no entities of its own; a bounded depth; nothing from outside
// is ever fetched, as there is nobody here to ask. XML 1.0 with namespaces. Only inside the child; one thread.
#pragma once

#include "app/reader/document.h"

#include <QByteArray>
#include <QXmlStreamReader>

#include <functional>

namespace caseward::reader {

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    // Names without their prefix; the namespaces are the caller's to look at through `at`.
    virtual void begin(const QXmlStreamReader &at) = 0;
    virtual void text(QStringView characters) = 0;
    virtual void end(const QXmlStreamReader &at) = 0;
};

// The attribute of that local name, whatever its prefix; empty when there is none.
[[nodiscard]] QString attributeOf(const QXmlStreamReader &at, const char *name);

// Ok; Damaged: not well-formed, or with a document type; TooLarge: nested deeper than limits::xmlDepth.
[[nodiscard]] Status walkXml(BytesView document, XmlHandler &handler);

} // namespace caseward::reader
