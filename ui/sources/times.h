#pragma once

#include <QDateTime>
#include <QString>

namespace yaodian::ui {

/// "14:32" of today, "11-28 14:32" of another day; in local time.
[[nodiscard]] QString shortTime(const QDateTime &time, const QDateTime &now);

} // namespace yaodian::ui
