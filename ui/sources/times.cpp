#include "ui/sources/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace yaodian::ui {

QString shortTime(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return QLocale().toString(local, QCoreApplication::translate("sources", "HH:mm", "a time of today"));
    return QLocale().toString(local, QCoreApplication::translate("sources", "MM-dd HH:mm", "a time of another day"));
}

} // namespace yaodian::ui
