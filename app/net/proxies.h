#pragma once

#include <QByteArray>
#include <QUrl>

namespace yaodian::net {

/// The proxy that the system names for `url`, as libcurl writes it ("http://host:port"); empty: none. Never one for
/// this machine or the next room: a mirror on it must not be asked of a proxy.
[[nodiscard]] QByteArray systemProxyFor(const QUrl &url);

/// The same for a proxy that somebody wrote (Request::proxy); empty for "none".
[[nodiscard]] QByteArray chosenProxy(const QString &text);

} // namespace yaodian::net
