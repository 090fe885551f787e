#pragma once

#include "base/settings.h"

#include <memory>

class QWidget;

namespace yaodian::ui {

/// The control of one row of the table of settings. It hands every change to the settings at once.
class SettingsField
{
public:
    virtual ~SettingsField() = default;
    [[nodiscard]] virtual QWidget *widget() const = 0; ///< its parent's
    virtual void say() = 0;                            ///< its words, in the program's language
    virtual void show() = 0;                           ///< the value in force
};

/// Made from the row's type: a list of choices, a box to tick, a number, a line, lines. It has said and shown
/// everything once.
[[nodiscard]] std::unique_ptr<SettingsField> makeSettingsField(const SettingRow &row, Settings &settings,
                                                               QWidget *parent);

/// What people read for a choice of a setting ("zh_CN" is 中文).
[[nodiscard]] QString choiceText(const QString &choice);
/// The same before it is translated; empty where it is written alike in every language.
[[nodiscard]] const char *choiceSource(const QString &choice);
/// What people read for a number: "14 points"; for 0 what it stands for.
[[nodiscard]] QString numberText(const SettingRow &row, int number);

} // namespace yaodian::ui
