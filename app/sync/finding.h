#pragma once

#include "library/sourcevalues.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace yaodian::sync {

/// What a person typed as an address, made one: blanks off, "feed:" undone, https where no scheme stands (http for
/// this machine and literal private addresses). Invalid where nothing can be made of it.
[[nodiscard]] QUrl typedAddress(const QString &text);

/// Sources that a web page names or hints at, likeliest first: its WordPress REST interface, the feeds it links
/// (`<link rel="alternate">`; feeds of comments come last). Where it names none, the addresses at which feeds usually
/// lie. Ids are not set; titles may be empty.
struct Named
{
    QList<library::Source> sources;
    bool guessed = false; ///< the page says nothing of them
};
[[nodiscard]] Named namedBy(const QByteArray &html, const QUrl &page);

} // namespace yaodian::sync
