#include "net/address.h"

#include <array>

namespace yaodian::net {

namespace {

/// IPv4 in the last 32 bits of ::ffff:0:0/96 (mapped) and 64:ff9b::/96 (NAT64), in bits 16 to 47 of 2002::/16 (6to4).
QHostAddress unwrapped(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    bool mapped = false;
    const quint32 v4 = address.toIPv4Address(&mapped);
    if (mapped)
        return QHostAddress(v4);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto wordAt = [&bytes](int at) {
        return (quint32(bytes[at]) << 24) | (quint32(bytes[at + 1]) << 16) | (quint32(bytes[at + 2]) << 8) |
               quint32(bytes[at + 3]);
    };
    if (address.isInSubnet(QHostAddress(QStringLiteral("64:ff9b::")), 96))
        return QHostAddress(wordAt(12));
    if (address.isInSubnet(QHostAddress(QStringLiteral("2002::")), 16))
        return QHostAddress(wordAt(2));
    return address;
}

} // namespace

bool isPrivate(const QHostAddress &address)
{
    static const std::array networks{
        QHostAddress::parseSubnet(QStringLiteral("0.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),
        QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("224.0.0.0/3")),
        QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
        QHostAddress::parseSubnet(QStringLiteral("fe80::/10")),
        QHostAddress::parseSubnet(QStringLiteral("fec0::/10")),
        QHostAddress::parseSubnet(QStringLiteral("ff00::/8")),
        QHostAddress::parseSubnet(QStringLiteral("::/127")),
    };
    QHostAddress plain = unwrapped(address);
    plain.setScopeId({});
    for (const auto &network : networks) {
        if (plain.protocol() == network.first.protocol() && plain.isInSubnet(network))
            return true;
    }
    return false;
}

QHostAddress literalAddress(const QUrl &url)
{
    // RFC 6761: the name is this machine, whatever a resolver says or whether there is one.
    const QString host = url.host().toLower();
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return QHostAddress(QHostAddress::LocalHost);
    QHostAddress address;
    return address.setAddress(host) ? address : QHostAddress();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

QString originOf(const QUrl &url)
{
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), url.host()).arg(portOf(url));
}

bool sameHostAndPort(const QUrl &a, const QUrl &b)
{
    return a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace yaodian::net
