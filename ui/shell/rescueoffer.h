#pragma once

#include <QDateTime>
#include <QString>

class QMessageBox;

namespace yaodian::ui {

/// The question of a start whose library is damaged, before there is a window: whether the backup of `made` is to take
/// the place of the notes. `problem`: what was found. The caller owns it.
[[nodiscard]] QMessageBox *rescueQuestion(const QString &problem, const QDateTime &made);
/// Asks it; false: left as it is.
[[nodiscard]] bool offerRescue(const QString &problem, const QDateTime &made);

} // namespace yaodian::ui
