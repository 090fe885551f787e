#include "net/retryafter.h"

#include <QLocale>

#include <limits>

namespace yaodian::net {

int retryAfterSeconds(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return -1;
    constexpr qint64 most = std::numeric_limits<int>::max();
    bool number = false;
    const qint64 seconds = text.toLongLong(&number);
    if (number)
        return seconds < 0 ? -1 : static_cast<int>(qMin(seconds, most));
    const QLocale c = QLocale::c();
    QDateTime date = c.toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return -1;
    date.setTimeSpec(Qt::UTC);
    return static_cast<int>(qBound(qint64(0), now.secsTo(date), most));
}

} // namespace yaodian::net
