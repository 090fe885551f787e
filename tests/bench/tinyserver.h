#pragma once

#include <QByteArray>

namespace yaodian::bench {

/// An HTTP server in a process of its own, as small as one can be, so that it takes little from what is measured. It
/// answers on every loopback address (127.1.0.1 and up are hosts of their own) on one port: 304 to a request with
/// If-None-Match, else a feed with one post that is different for each address. Ends with this object.
class TinyServer
{
public:
    TinyServer();
    ~TinyServer();
    TinyServer(const TinyServer &) = delete;
    TinyServer &operator=(const TinyServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// What is answered at the `number`th address.
    [[nodiscard]] static QByteArray feed(int number);
    /// "127.1.a.b" of the `number`th.
    [[nodiscard]] static QByteArray address(int number);

private:
    int m_port = 0;
    int m_process = -1;
};

} // namespace yaodian::bench
