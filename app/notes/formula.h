#pragma once

#include <QString>

namespace yaodian::notes {

/// Whether the words of a passage are what is left of a formula: letters, operators and signs in a row, which nobody
/// can read without seeing how they stood. Prose in any language, with numbers, citations and names, is none, nor is
/// prose that speaks of a variable here and there.
[[nodiscard]] bool isFormulaSoup(const QString &quote);

} // namespace yaodian::notes
