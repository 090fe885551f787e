#pragma once

#include <QHostAddress>
#include <QUrl>

namespace yaodian::net {

/// An address that only this machine or its own network can reach: loopback, private, link-local, unique-local,
/// carrier-grade NAT, unspecified, multicast, and all of these wrapped in IPv6. 198.18.0.0/15 is not among them: local
/// proxies ("fake IP") answer every public name with it.
[[nodiscard]] bool isPrivate(const QHostAddress &address);

/// The address that the host of `url` spells out; null where the host is a name.
[[nodiscard]] QHostAddress literalAddress(const QUrl &url);

/// Port of `url`, or the scheme's own.
[[nodiscard]] int portOf(const QUrl &url);

/// "https://example.org:443": two addresses with the same origin are the same server.
[[nodiscard]] QString originOf(const QUrl &url);

/// Host and port agree, whatever the scheme.
[[nodiscard]] bool sameHostAndPort(const QUrl &a, const QUrl &b);

} // namespace yaodian::net
