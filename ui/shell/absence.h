#pragma once

#include <QString>

class QMessageBox;

namespace yaodian::ui {

/// What the reader wants where there is no library to show.
enum class OnAbsence {
    Leave,
    Again, ///< what was in the way may be gone
    Begin  ///< a new library, in the place of one that is not there any more
};

/// The question, before there is a window. `problem`: why there is none. The caller owns it.
[[nodiscard]] QMessageBox *absenceQuestion(const QString &problem, bool mayBegin);
/// Asks it.
[[nodiscard]] OnAbsence askOnAbsence(const QString &problem, bool mayBegin);

} // namespace yaodian::ui
