#pragma once

#include "base/clock.h"
#include "library/connection.h"
#include "library/folder.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

// Pictures that highlights and notes show: PNG files under their sha256, in images/.
namespace yaodian::library {

/// No picture is larger: bytes as PNG, and pixels when it is shown.
inline constexpr qint64 largestImage = 24LL * 1024 * 1024;
inline constexpr qint64 mostImagePixels = 32'000'000;

/// Keeps a PNG that can be decoded; its sha256. What is there unharmed is left alone. Failures are StoreFailures.
[[nodiscard]] QString writeImage(const Folder &folder, const QByteArray &png, const Clock &clock);
/// The bytes of a picture, checked against its name; a StoreFailure where it is missing or damaged.
[[nodiscard]] QByteArray readImage(const Folder &folder, const QString &sha256);
/// Whether bytes out of a backup are the picture of that name.
[[nodiscard]] bool isImage(const QByteArray &png, const QString &sha256);
/// Puts a picture out of a backup in its place, unless it lies there unharmed: then its file is as old as if it had
/// come now.
void placeImage(const Folder &folder, const QString &sha256, const QByteArray &png, const Clock &clock);

/// The pictures that a text of the reader's shows, in order.
[[nodiscard]] QStringList imagesNamedIn(const QString &markdown);
/// Those that highlights and notes show now.
[[nodiscard]] QSet<QString> imagesShown(Connection &connection);
/// These, and those that would be shown again after some steps of undo or redo.
[[nodiscard]] QSet<QString> imagesKnown(Connection &connection);
/// Those that any row still holds, also a removed highlight's and the text that a note was merged by.
[[nodiscard]] QSet<QString> imagesEverHeld(Connection &connection);
/// Those that lie there, whether anything names them or not.
[[nodiscard]] QSet<QString> imagesStored(const Folder &folder);

} // namespace yaodian::library
