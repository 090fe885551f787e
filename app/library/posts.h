#pragma once

#include "library/folder.h"

#include <QByteArray>

namespace yaodian::library {

/// Keeps the original bytes of a post, compressed, under its sha256; what is there already is left alone. With
/// `sync` false the caller makes many posts durable at once by syncPosts(). Failures are StoreFailures.
void writePost(const Folder &folder, const QString &sha256, const QByteArray &bytes, bool sync);
void syncPosts(const Folder &folder);
/// The bytes as they were, checked against their name.
[[nodiscard]] QByteArray readPost(const Folder &folder, const QString &sha256);

} // namespace yaodian::library
