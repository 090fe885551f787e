#pragma once

#include "exporting/reference.h"

#include <QJsonObject>

// CSL-JSON 1.0.2: what citation programs (pandoc, Zotero) read.
namespace yaodian::exporting {

/// One item. `custom` holds the paper's id and a stamp of the rest but the key.
[[nodiscard]] QJsonObject cslItem(const Reference &reference, const QString &key);

/// What an item of a file says of itself.
struct CslOwner
{
    QString paper; ///< empty: not the program's
    QString stamp; ///< of what the program wrote
    bool isAsWritten = false;
};
[[nodiscard]] CslOwner cslOwner(const QJsonObject &item);

} // namespace yaodian::exporting
