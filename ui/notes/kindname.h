#pragma once

#include "library/values.h"

#include <QLocale>

namespace yaodian::ui {

/// What a kind is called in the language of the interface.
[[nodiscard]] inline QString kindName(const library::Kind &kind)
{
    return QLocale().language() == QLocale::Chinese ? kind.nameZh : kind.nameEn;
}

} // namespace yaodian::ui
