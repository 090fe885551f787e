#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace yaodian::net {

/// A server that was spoken to, and how much.
struct Contact
{
    QString host; ///< as it is spelt on the wire; of a mirror, the mirror's
    int port = 0;
    bool isEncrypted = false;
    QString inPlaceOf;   ///< the host whose mirror it is; empty: it was asked for itself
    QString proxy;       ///< "host:port" of the proxy that was connected to on the way; empty: none
    int requests = 0;    ///< redirects and attempts that nobody answered included
    qint64 received = 0; ///< bytes of the bodies, unpacked
    QDateTime last;      ///< when it was asked last, UTC
    friend bool operator==(const Contact &, const Contact &) = default;
};

/// Every server that a client has spoken to since it was made, in the order of the first time. In memory alone: which
/// servers somebody asks is nothing to keep.
class Contacts
{
public:
    /// Notes a request. `target` is asked in place of `meant`, which is the same where there is no mirror; `proxy` as
    /// libcurl writes it. Returns what `received` takes.
    int asked(const QUrl &target, const QUrl &meant, const QByteArray &proxy, const QDateTime &now);
    void received(int contact, qint64 bytes) { m_list[contact].received += bytes; }

    [[nodiscard]] const QList<Contact> &list() const { return m_list; }

private:
    QList<Contact> m_list;
};

} // namespace yaodian::net
