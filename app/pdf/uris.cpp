#include "pdf/uris.h"

#include <QUrl>

#include <algorithm>

namespace yaodian::pdf {

QString followableUri(const QString &uri)
{
    const QString trimmed = uri.trimmed();
    const bool odd = std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isSpace();
    });
    if (odd)
        return {};
    QUrl url(trimmed, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    const QString scheme = url.scheme().toLower();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return {};
    url.setUserInfo(QString());
    return QString::fromLatin1(url.toEncoded());
}

} // namespace yaodian::pdf
