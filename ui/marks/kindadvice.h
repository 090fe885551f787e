#pragma once

#include "library/values.h"

#include <QStringList>

namespace yaodian::ui {

/// Colours that hold on light and dark paper and are told from each other.
[[nodiscard]] const QStringList &kindColours();
/// A kind to begin with: the first colour and the first pattern that no other one has.
[[nodiscard]] library::Kind newKindAmong(const QList<library::Kind> &kinds);
[[nodiscard]] QString patternName(const QString &pattern);
/// What may be and is better not so, a sentence each: a pattern that another kind has (who sees no colours cannot tell
/// them apart), a tint that is hardly seen or in which print is hard to read.
[[nodiscard]] QStringList kindAdvice(const QList<library::Kind> &kinds, const library::Kind &kind);

} // namespace yaodian::ui
