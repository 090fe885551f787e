#include "net/contacts.h"

#include "net/address.h"

#include <algorithm>

namespace yaodian::net {

namespace {

QString wireHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

/// "host:port", without the scheme and without a name and password that may stand before it.
QString placeOf(const QByteArray &proxy)
{
    const QUrl url = QUrl::fromEncoded(proxy);
    return url.host().isEmpty() ? QString() : QStringLiteral("%1:%2").arg(wireHost(url)).arg(url.port());
}

} // namespace

int Contacts::asked(const QUrl &target, const QUrl &meant, const QByteArray &proxy, const QDateTime &now)
{
    Contact one;
    one.host = wireHost(target);
    one.port = portOf(target);
    one.isEncrypted = target.scheme() == QLatin1String("https");
    one.inPlaceOf = wireHost(meant) == one.host ? QString() : wireHost(meant);
    one.proxy = placeOf(proxy);
    const auto same = [&one](const Contact &known) {
        return known.host == one.host && known.port == one.port && known.isEncrypted == one.isEncrypted &&
               known.inPlaceOf == one.inPlaceOf && known.proxy == one.proxy;
    };
    qsizetype at = std::find_if(m_list.cbegin(), m_list.cend(), same) - m_list.cbegin();
    if (at == m_list.size())
        m_list << one;
    ++m_list[at].requests;
    m_list[at].last = now;
    return int(at);
}

} // namespace yaodian::net
