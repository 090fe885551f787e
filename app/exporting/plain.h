#pragma once

#include <QString>

// What other people wrote, before it is dressed for a format of another program.
namespace yaodian::exporting {

/// One line of visible text: white space simplified; control characters, characters that turn the direction of what
/// follows, and halves of pairs gone.
[[nodiscard]] QString plainLine(const QString &text);
/// The same with its line ends ('\n') kept; blank lines at both ends go.
[[nodiscard]] QString plainLines(const QString &text);

/// Lower-case ASCII letters and digits of `text`: "Gödel" is "godel", "Łukasz" "lukasz". What has no such form
/// (ideographs, Cyrillic) goes.
[[nodiscard]] QString asciiFolded(const QString &text);

} // namespace yaodian::exporting
