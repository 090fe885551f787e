#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace yaodian::digest {

/// A JSON document as this room reads them: a list of objects, and the object around it.
struct JsonItems
{
    bool isJson = false;
    QJsonObject around;    ///< members of the object that holds the list, without the list; empty where there is none
    QJsonArray items;      ///< only objects
    bool isSingle = false; ///< the document was one object; it is the only item
    bool isLines = false;  ///< one object a line
    bool isCut = false;    ///< the text ends before the JSON does, or is damaged behind the last item
    int damaged = 0;       ///< lines or items that could not be read
};

/// Reads an array, an object with an array of objects in it, or an object a line. A document that no JSON reader takes
/// is searched for the objects that are whole.
[[nodiscard]] JsonItems jsonItems(const QByteArray &utf8);

} // namespace yaodian::digest
