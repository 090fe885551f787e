#pragma once

#include "library/values.h"
#include "ui/commands/menus.h"

namespace yaodian::ui {

/// The kinds of highlights as rows of a menu; one without a letter cannot be given by a command.
[[nodiscard]] QList<MenuChoice> menuChoicesOf(const QList<library::Kind> &kinds);

} // namespace yaodian::ui
