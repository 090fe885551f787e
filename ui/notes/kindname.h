#pragma once

#include "library/values.h"

#include <QCoreApplication>
#include <QLocale>

namespace yaodian::ui {

/// What a kind is called in the language of the interface.
[[nodiscard]] inline QString kindName(const library::Kind &kind)
{
    return QLocale().language() == QLocale::Chinese ? kind.nameZh : kind.nameEn;
}

/// The words of a highlight; of an area without words, what it is.
[[nodiscard]] inline QString highlightWords(const library::Highlight &highlight)
{
    return highlight.quote.isEmpty()
               ? QCoreApplication::translate("highlights", "Area on page %1").arg(highlight.page + 1)
               : highlight.quote;
}

} // namespace yaodian::ui
