#pragma once

#include "ui/base/ink.h"
#include "ui/base/theme.h"

#include <QFontInfo>
#include <QLabel>

// How the settings page is laid out, in pixels of the design (14 px text).
namespace yaodian::ui::settingLook {

constexpr int indent = 14; ///< of everything from where the mark of the focus stands
constexpr int wordsWidth = 270;
constexpr int gap = 24; ///< between words and control
constexpr int fieldWidth = 340;
constexpr int leastField = 220; ///< beside its words; a narrower one stands below them
constexpr int boxOfTick = 26;   ///< the box to tick and what keeps it from its words

/// Real pixels of one of the design.
[[nodiscard]] inline double unit(const Theme &theme)
{
    return QFontInfo(theme.font()).pixelSize() / 14.0;
}

inline void dress(QLabel &label, const QFont &font, const QColor &colour)
{
    label.setFont(font);
    setInk(&label, colour);
}

} // namespace yaodian::ui::settingLook
