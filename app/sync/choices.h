#pragma once

#include "base/result.h"
#include "library/sourcevalues.h"

// What a person can choose for one source, in words: the command line and the window take and show the same.
namespace yaodian::sync {

/// Applies one choice: title, category, interval (minutes, 0: the program's own), max-age (honour or ignore), address,
/// mirror, proxy, language, user, headers (lines of "Name: value"), header.NAME. An empty value takes a choice back.
/// One clear sentence for what is none; then nothing of it is applied.
[[nodiscard]] Result<void> choose(library::Source &source, const QString &key, const QString &value);
/// The same from "key=value".
[[nodiscard]] Result<void> choose(library::Source &source, const QString &keyAndValue);

/// What holds, as choose() takes it; empty: nothing was chosen.
[[nodiscard]] QString chosen(const library::Source &source, const QString &key);

/// Where the source is said to have moved for good, on two days at least; empty: it did not, or that is chosen already.
[[nodiscard]] QString movedFor(const library::Source &source, const library::SyncState &state);

} // namespace yaodian::sync
