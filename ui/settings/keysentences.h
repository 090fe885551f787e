#pragma once

#include "ui/commands/keymap.h"

// What the page of the keys says.
namespace yaodian::ui {

/// Keys as people read them, next to each other.
[[nodiscard]] QString keysTogether(const QStringList &sequences);
/// One sentence about whose keys these are, before they are given to `command`.
[[nodiscard]] QString conflictSentence(const Command &command, const QString &keys, const QList<KeyOwner> &owners);
/// Quietly, what else the command's keys mean in places nearer by or further off; empty: nothing else.
[[nodiscard]] QString elsewhereSentence(const KeyMap &map, const Command &command);
/// What came of an import from the file of that name.
[[nodiscard]] QString importSentence(const KeyMap::Read &read, const QString &fileName);

} // namespace yaodian::ui
