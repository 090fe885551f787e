#pragma once

#include "base/settings.h"

#include <functional>

class QWidget;

namespace yaodian::ui {

/// The control of one row of the table of settings, made from the row's type: a list of choices, a box to tick, a
/// number, a line, lines. It shows the value in force and hands every change to `settings` at once.
[[nodiscard]] QWidget *makeSettingsField(const SettingRow &row, Settings &settings, QWidget *parent);

/// What people read for a choice of a setting ("zh_CN" is 中文).
[[nodiscard]] QString choiceText(const QString &choice);

} // namespace yaodian::ui
