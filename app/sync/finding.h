#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace yaodian::sync {

/// What a person typed as an address, made one: blanks off, "feed:" undone, https where no scheme stands (http for
/// this machine and literal private addresses). Invalid where nothing can be made of it.
[[nodiscard]] QUrl typedAddress(const QString &text);

/// The feed that a web page names (`<link rel="alternate" type="application/rss+xml">` or atom), absolute; feeds of
/// comments come last. Invalid: it names none.
[[nodiscard]] QUrl feedNamedBy(const QByteArray &html, const QUrl &page);

} // namespace yaodian::sync
