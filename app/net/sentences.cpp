#include "net/sentences.h"

#include <QCoreApplication>

namespace yaodian::net {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(net)
};

/// Host with a port that is not the scheme's own; as it is spelt on the wire (punycode), so that no name can pass for
/// another.
QString hostOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port());
}

} // namespace

Error notAWebAddress(const QUrl &url)
{
    return Error::settled(Say::tr("“%1” is not a web address (http or https); nothing was asked.")
                              .arg(url.toDisplayString(QUrl::RemoveUserInfo).left(200)));
}

Error passwordInAddress(const QUrl &url)
{
    return Error::settled(Say::tr("The address of %1 holds a name or password; nothing was sent.").arg(hostOf(url)));
}

Error offlineError(const QUrl &url)
{
    return Error::world(Say::tr("Offline: %1 was not asked.").arg(hostOf(url)));
}

Error privateRefused(const QUrl &url)
{
    return Error::world(
        Say::tr("%1 is an address of a private network and was not asked: only an address that you typed "
                "yourself, or a mirror, may be one.")
            .arg(hostOf(url)));
}

Error notFound(const QUrl &url)
{
    return Error::world(
        Say::tr("%1 was not found: no such name, or no connection. Nothing was changed.").arg(hostOf(url)));
}

Error tooManyRedirects(const QUrl &url, int most)
{
    return Error::settled(Say::tr("%1 redirects more than %2 times and was given up.").arg(hostOf(url)).arg(most));
}

Error downgraded(const QUrl &from, const QUrl &to)
{
    return Error::settled(Say::tr("%1 redirects from https to an unprotected address of %2; it was not followed.")
                              .arg(hostOf(from), hostOf(to)));
}

Error tooLarge(const QUrl &url, qint64 most)
{
    constexpr qint64 megabyte = 1024 * 1024;
    return most >= megabyte ? Error::settled(Say::tr("What %1 sent is larger than %2 MB; nothing of it was kept.")
                                                 .arg(hostOf(url))
                                                 .arg(most / megabyte))
                            : Error::settled(Say::tr("What %1 sent is larger than %2 bytes; nothing of it was kept.")
                                                 .arg(hostOf(url))
                                                 .arg(most));
}

Error tookTooLong(const QUrl &url, int seconds)
{
    return Error::world(
        Say::tr("%1 did not answer in time (%2 s). Nothing was changed.").arg(hostOf(url)).arg(seconds));
}

Error unreachable(const QUrl &url, Fault fault, const QString &detail)
{
    const QString host = hostOf(url);
    switch (fault) {
    case Fault::Refused:
        return Error::world(Say::tr("%1 refused the connection. Nothing was changed.").arg(host));
    case Fault::NotFound:
        return notFound(url);
    case Fault::Private:
        return privateRefused(url);
    case Fault::CutOff:
        return Error::world(Say::tr("The connection to %1 was cut off; nothing of the answer was kept.").arg(host));
    case Fault::Certificate:
        return Error::world(
            Say::tr("The certificate of %1 could not be verified, so nothing was sent: %2").arg(host, detail));
    case Fault::Unreachable:
        return Error::world(Say::tr("%1 could not be reached: %2. Nothing was changed.").arg(host, detail));
    case Fault::Packing:
        return Error::settled(Say::tr("What %1 sent could not be unpacked; nothing of it was kept.").arg(host));
    default:
        return Error::world(Say::tr("The exchange with %1 failed: %2. Nothing was changed.").arg(host, detail));
    }
}

} // namespace yaodian::net
