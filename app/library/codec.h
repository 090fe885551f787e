#pragma once

#include "base/geometry.h"
#include "library/values.h"

// How values of several parts lie in one column.
namespace yaodian::library {

/// Joined by U+001F, which no part may hold (it is dropped): the search index reads such a column as plain words.
[[nodiscard]] QString joinList(const QStringList &list);
[[nodiscard]] QStringList splitList(const QString &text);

/// Everything of an issue but its title, date and entries.
[[nodiscard]] QByteArray issueHeadToJson(const digest::Issue &issue);
void issueHeadFromJson(const QByteArray &json, digest::Issue &issue);
/// All fields of an entry in one text, for comparing.
[[nodiscard]] QByteArray entryToText(const digest::Entry &entry);

[[nodiscard]] QString boxesToJson(const QList<Box> &boxes);
[[nodiscard]] QList<Box> boxesFromJson(const QString &json);

/// Ids one after the other, 16 bytes each.
[[nodiscard]] QByteArray joinIds(const QList<PaperId> &ids);
[[nodiscard]] QList<PaperId> splitIds(const QByteArray &bytes);

} // namespace yaodian::library
