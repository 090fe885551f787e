#pragma once

#include "library/folder.h"

#include <QByteArray>

#include <optional>

namespace yaodian::library {

/// In bytes, compressed or not: no post is larger.
inline constexpr qint64 largestPost = 256LL * 1024 * 1024;

/// Keeps the original bytes of a post, compressed, under its sha256; what is there already is left alone. With
/// `sync` false the caller makes many posts durable at once by syncPosts(). Failures are StoreFailures.
void writePost(const Folder &folder, const QString &sha256, const QByteArray &bytes, bool sync);
/// Puts a post that is compressed already (out of a backup) in its place, unless it lies there unharmed.
void placePost(const Folder &folder, const QString &sha256, const QByteArray &small);
void syncPosts(const Folder &folder);
/// What a crash left of posts, pictures and PDFs that were on their way. For who has the lock.
void removeDrafts(const Folder &folder);
/// The bytes of a compressed post; nullopt where they are not what the name says, or larger than any post.
[[nodiscard]] std::optional<QByteArray> unpackedPost(const QByteArray &small, const QString &sha256);
/// The bytes as they were, checked against their name.
[[nodiscard]] QByteArray readPost(const Folder &folder, const QString &sha256);

} // namespace yaodian::library
