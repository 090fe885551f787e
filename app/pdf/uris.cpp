#include "pdf/uris.h"

#include "pdf/say.h"

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

QString refusedAction(const QString &asked)
{
    const auto colon = asked.indexOf(u':');
    const QString kind = asked.left(colon).toLower();
    const QString rest = asked.mid(colon + 1).trimmed();
    if (kind == QLatin1String("launch"))
        return rest.isEmpty() ? Say::tr("it starts a program") : Say::tr("it starts a program (%1)").arg(rest);
    if (kind == QLatin1String("javascript"))
        return Say::tr("it runs a script");
    if (kind == QLatin1String("submitform"))
        return Say::tr("it sends a form");
    if (kind == QLatin1String("importdata"))
        return Say::tr("it imports data");
    if (kind == QLatin1String("media"))
        return Say::tr("it plays a sound or a film");
    if (kind == QLatin1String("show"))
        return Say::tr("it shows or hides a part of the page");
    if (kind == QLatin1String("action"))
        return Say::tr("it sends a form, imports data or does something else that is not known here");
    if (kind != QLatin1String("named"))
        return asked;
    if (rest == QLatin1String("Print"))
        return Say::tr("it prints");
    if (rest == QLatin1String("SaveAs"))
        return Say::tr("it saves a file");
    return rest == QLatin1String("Close") ? Say::tr("it closes the window") : Say::tr("it calls a command of a menu");
}

} // namespace yaodian::pdf
