#pragma once

#include <QByteArrayView>

namespace yaodian::fuzz {

/// Reads a document under a name (its ending chooses the reader where the bytes do not), writes it in the gold format
/// and checks what holds for every document. Ends the program where it does not hold.
void readAs(QByteArrayView bytes, const char *name);

/// The names under which a seed is read: one for each reader.
inline constexpr const char *names[] = {"post.html", "post.md", "post.txt", "post.xml", "post.json", "post.eml"};

} // namespace yaodian::fuzz
