#pragma once

#include <QByteArrayView>
#include <QList>
#include <QMap>
#include <QString>

namespace yaodian::net {

/// Attributes of one tag: names in lower case, entities of the values undone.
using TagAttributes = QMap<QString, QString>;

/// The tags called `name` ("link", "meta", "base") in an HTML page, in order, as a scan for `<name …>` finds them:
/// comments and scripts are passed over, a broken page gives what can be read. Looks at the first megabyte and gives
/// at most 1,000 tags. Values are read as UTF-8.
[[nodiscard]] QList<TagAttributes> headTags(QByteArrayView html, QLatin1String name);

} // namespace yaodian::net
