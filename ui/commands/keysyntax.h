#pragma once

#include "base/result.h"
#include "ui/commands/commands.h"

// How keys are written and what they have to do with each other.
namespace yaodian::ui {

/// More keys in a row than anyone remembers.
inline constexpr qsizetype MostKeys = 4;

/// One key in the table's spelling, as keyName() gives it: "ctrl+f" is "Ctrl+F", "return" is "Enter". Empty: no key is
/// called that.
[[nodiscard]] QString spelledKey(const QString &typed);
/// What the keys of a command end in, because it is handed on: "#", "@", or nothing.
[[nodiscard]] QString wildcardOf(const Command &command);
[[nodiscard]] bool isWildcard(const QString &key); ///< "Ctrl+#" too

/// A sequence for a command in the table's spelling; where it cannot be typed, or not to that command, one sentence.
[[nodiscard]] Result<QString> checkedKeys(const Command &command, const QString &typed);

/// Whether one sequence is the other or its beginning, a wildcard standing for all it takes: only one of the two can
/// then be meant.
[[nodiscard]] bool keysMeet(const QString &a, const QString &b);

/// "j, Down" as its sequences, and back. A comma that stands where a key has to is the key.
[[nodiscard]] QStringList splitSequences(const QString &text);
[[nodiscard]] QString joinSequences(const QStringList &sequences);

} // namespace yaodian::ui
