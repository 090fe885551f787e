#pragma once

#include <QByteArray>
#include <QList>

namespace yaodian::sync {

/// The posts of a JSON Feed or of an answer of WordPress' REST interface, each alone as a small document of the same
/// kind in the original bytes: what is kept as the post. Empty for any other JSON (lists of papers are kept as a whole)
/// and for what is damaged. Linear in the length.
[[nodiscard]] QList<QByteArray> jsonPosts(const QByteArray &bytes);

} // namespace yaodian::sync
