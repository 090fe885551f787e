#pragma once

#include "sync/calendar.h"
#include "ui/base/theme.h"

namespace yaodian::ui {

/// The colours of a day: a soft ground, and text that can be read on it (4.5:1).
struct StateColours
{
    QColor ground; ///< invalid: none
    QColor ink;
};
[[nodiscard]] StateColours stateColours(sync::DayState state, const Colours &look);

} // namespace yaodian::ui
