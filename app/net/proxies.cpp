#include "net/client.h"
#include "net/exchange.h"

#include <QCoreApplication>
#include <QNetworkProxy>

namespace yaodian::net {

namespace {

struct Scheme
{
    QLatin1String name;
    QNetworkProxy::ProxyType type;
};
constexpr Scheme schemes[] = {
    {QLatin1String("http"), QNetworkProxy::HttpProxy},
    {QLatin1String("socks5"), QNetworkProxy::Socks5Proxy},
    {QLatin1String("socks5h"), QNetworkProxy::Socks5Proxy},
};

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

Result<void> checkProxy(const QString &proxy)
{
    if (proxy.isEmpty() || proxyFrom(proxy))
        return {};
    return Error::world(QCoreApplication::translate("net", "“%1” is not a proxy. Write http://HOST:PORT, "
                                                           "socks5://HOST:PORT or none.")
                            .arg(proxy));
}

QNetworkAccessManager &Shared::through(const QString &proxy)
{
    const auto chosen = proxy.isEmpty() ? std::nullopt : proxyFrom(proxy);
    if (!chosen)
        return network;
    auto &manager = m_chosen[proxy];
    if (!manager) {
        manager = std::make_shared<QNetworkAccessManager>();
        manager->setProxy(*chosen);
    }
    return *manager;
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
