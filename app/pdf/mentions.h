#pragma once

#include "pdf/values.h"

namespace yaodian::pdf {

/// Words of a page that speak of something elsewhere, before anybody looked where that is.
struct Mention
{
    enum class Of { Label, Author, Figure, Table, Algorithm, Equation, Section };
    Of of = Of::Label;
    TextRange range;     ///< of the page's text
    QStringList numbers; ///< "3", "A.1", "BMR+20"; years of an author's works
    QStringList names;   ///< families of authors, as printed
};

/// In the order of the text; none lies within another one.
[[nodiscard]] QList<Mention> mentionsOn(const PageText &page);

} // namespace yaodian::pdf
