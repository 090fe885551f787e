#include "net/retryafter.h"

#include <QLocale>

#include <limits>

namespace yaodian::net {

QDateTime httpDate(const QByteArray &header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

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
    const QDateTime date = httpDate(text);
    if (!date.isValid())
        return -1;
    return static_cast<int>(qBound(qint64(0), now.secsTo(date), most));
}

} // namespace yaodian::net
