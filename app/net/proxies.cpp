#include "net/proxies.h"

#include "net/address.h"
#include "net/client.h"

#include <QCoreApplication>
#include <QNetworkProxyFactory>

namespace yaodian::net {

namespace {

struct Scheme
{
    QLatin1String name;
    QNetworkProxy::ProxyType type;
    const char *curl; ///< names are looked up by the proxy
};
constexpr Scheme schemes[] = {
    {QLatin1String("http"), QNetworkProxy::HttpProxy, "http"},
    {QLatin1String("http"), QNetworkProxy::HttpCachingProxy, "http"},
    {QLatin1String("socks5"), QNetworkProxy::Socks5Proxy, "socks5h"},
    {QLatin1String("socks5h"), QNetworkProxy::Socks5Proxy, "socks5h"},
};

QByteArray written(const QNetworkProxy &proxy)
{
    for (const Scheme &scheme : schemes) {
        if (proxy.type() != scheme.type)
            continue;
        QUrl url;
        url.setScheme(QString::fromLatin1(scheme.curl));
        url.setHost(proxy.hostName());
        url.setPort(proxy.port());
        url.setUserName(proxy.user());
        url.setPassword(proxy.password());
        return url.toEncoded();
    }
    return {};
}

std::optional<QNetworkProxy> proxyFrom(const QString &text)
{
    if (text == QLatin1String("none"))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QUrl url(text, QUrl::StrictMode);
    for (const Scheme &scheme : schemes) {
        const bool named = url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.userInfo().isEmpty();
        if (named && url.scheme() == scheme.name)
            return QNetworkProxy(scheme.type, url.host(), quint16(url.port()));
    }
    return std::nullopt;
}

} // namespace

QByteArray systemProxyFor(const QUrl &url)
{
    const QHostAddress address = literalAddress(url);
    if (url.host() == QLatin1String("localhost") || (!address.isNull() && isPrivate(address)))
        return {};
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return proxies.isEmpty() ? QByteArray() : written(proxies.first());
}

QByteArray chosenProxy(const QString &text)
{
    const auto proxy = proxyFrom(text);
    return proxy ? written(*proxy) : QByteArray();
}

Result<void> checkProxy(const QString &proxy)
{
    if (proxy.isEmpty() || proxyFrom(proxy))
        return {};
    return Error::world(QCoreApplication::translate("net", "“%1” is not a proxy. Write http://HOST:PORT, "
                                                           "socks5://HOST:PORT or none.")
                            .arg(proxy));
}

QByteArray Response::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace yaodian::net
