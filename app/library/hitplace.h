#pragma once

#include "library/values.h"

namespace yaodian::library {

/// Where words stand in a text, in characters.
struct Stretch
{
    qsizetype from = 0;
    qsizetype size = 0;
};

/// The first words of a hit that were found, as its snippet marks them; empty where it marks none.
[[nodiscard]] QString wordsOf(const Hit &hit);
/// Where these stand in the text that was searched, or in one that has it with other blanks and line breaks: at the
/// place that the snippet is of, else where they come first. Nothing where they are in it no more.
[[nodiscard]] std::optional<Stretch> placeOf(const Hit &hit, const QString &text);

} // namespace yaodian::library
