#pragma once

#include "library/sourcevalues.h"

#include <optional>

namespace yaodian::sync {

/// The stable word of a kind: "feed", "wordpress", "dailypapers", "datedfiles", "document", "page", "folder", "files",
/// "tour". In files and in JSON.
[[nodiscard]] QString kindWord(library::Source::Kind kind);
[[nodiscard]] std::optional<library::Source::Kind> kindFromWord(const QString &word);

/// What a kind is called in the interface, translated.
[[nodiscard]] QString kindName(library::Source::Kind kind);

} // namespace yaodian::sync
