#pragma once

#include "net/client.h"
#include "net/contacts.h"
#include "net/lanes.h"
#include "net/mirrors.h"
#include "net/politeness.h"
#include "net/transfer.h"
#include "net/wire.h"

#include <QHostInfo>
#include <QPointer>
#include <QTimer>

namespace yaodian::net {

/// What all exchanges of a client share.
struct Shared
{
    explicit Shared(const Limits &chosen) : limits(chosen), lanes(chosen.mostAtOnce), wire(chosen.mostAtOnce) {}

    Limits limits;
    Contacts contacts;
    Mirrors mirrors;
    Politeness politeness;
    Lanes lanes;
    Wire wire;
};

/// One request from its first hop to its answer. Every hop passes the same gate: scheme, private address, mirror,
/// queue. Speaks of original addresses; only send() knows the mirror's.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(Shared &shared, Request request, Progress progress, QObject *parent);
    ~Exchange() override;

    void start();

Q_SIGNALS:
    /// Emitted once, later than start() returned.
    void finished(const Result<Response> &result);

private:
    void hop(const QUrl &url);
    void resolve();
    void resolved(const QHostInfo &info);
    void queue();
    void send();
    void heard();
    [[nodiscard]] Result<void> take(const QByteArray &part);
    [[nodiscard]] bool isRedirect() const; ///< what has come so far
    [[nodiscard]] bool announcesTooMuch() const;
    void answered();
    void follow(const QByteArray &location);
    [[nodiscard]] bool mayBePrivate() const;
    [[nodiscard]] Error faultError(Fault fault) const;
    [[nodiscard]] Response response() const;
    void dropTransfer();
    void finish(const Result<Response> &result);

    Shared &m_shared;
    Request m_request;
    Progress m_progress;
    QUrl m_url; ///< of this hop
    Mirrors::Target m_target;
    int m_redirects = 0;
    bool m_movedForGood = true; ///< so far
    quint64 m_ticket = 0;
    int m_lookup = -1;
    QPointer<Transfer> m_transfer;
    QByteArray m_body;
    qint64 m_received = 0; ///< of this hop's body
    int m_contact = -1;    ///< the server of this hop
    QTimer m_deadline;
    bool m_done = false;
};

} // namespace yaodian::net
