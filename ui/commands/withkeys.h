#pragma once

#include <QStringList>

#include <optional>

namespace yaodian::ui {

class Commands;

/// The first keys of a command as people read them, without what stands for a letter or digit that follows: "gg", "h".
/// Empty where it has none, or there is no such command.
[[nodiscard]] QString keyTextOf(const Commands &commands, const QString &id);

/// A sentence that names commands, with the keys that they have now: "{act.undo} undoes it" is "u undoes it". A command
/// without a key stands there by its name, which the palette finds. Before arg(): a title may have such brackets too.
[[nodiscard]] QString withKeys(const Commands &commands, const QString &sentence);

/// The same for keycaps, one a key; nothing where a command that is named has no key.
[[nodiscard]] std::optional<QStringList> keycapsOf(const Commands &commands, const QStringList &keys);

} // namespace yaodian::ui
