#pragma once

#include "base/settings.h"

#include <QTranslator>

namespace yaodian::ui {

/// By what a setting is found: what the page says of it, of its section and of its choices, in the program's language,
/// in English and in Chinese (nameRank() finds the pinyin's initials too).
class SettingNames final
{
public:
    SettingNames();

    [[nodiscard]] QString of(const SettingRow &row) const;
    /// Of texts in context "settings", each with its names in a line of its own.
    [[nodiscard]] QString ofTexts(const QList<const char *> &texts) const;

private:
    QTranslator m_chinese;
};

} // namespace yaodian::ui
