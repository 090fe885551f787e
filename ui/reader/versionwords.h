#pragma once

#include "library/values.h"

#include <QStringList>

namespace yaodian::ui {

/// What became other between two states of a highlight, a line each: "Kind: method → result". Without an older one it
/// was made.
[[nodiscard]] QStringList changedWords(const std::optional<library::HighlightVersion> &older,
                                       const library::HighlightVersion &newer, const QList<library::Kind> &kinds);
/// A state whole: kind and page, quote, comment, tags.
[[nodiscard]] QString stateWords(const library::Highlight &highlight, const QList<library::Kind> &kinds);
/// Today the time, else the date.
[[nodiscard]] QString shortWhen(const QDateTime &at);

} // namespace yaodian::ui
