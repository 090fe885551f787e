#pragma once

#include "net/client.h"
#include "net/lanes.h"
#include "net/mirrors.h"
#include "net/politeness.h"

#include <QHash>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace yaodian::net {

/// What all exchanges of a client share.
struct Shared
{
    explicit Shared(const Limits &chosen) : limits(chosen), lanes(chosen.mostAtOnce) {}

    Limits limits;
    Mirrors mirrors;
    Politeness politeness;
    Lanes lanes;
    QNetworkAccessManager network; ///< with the system's proxies
    /// The manager that goes through `proxy` (Request::proxy): proxies are a manager's, not a request's.
    [[nodiscard]] QNetworkAccessManager &through(const QString &proxy);

private:
    QHash<QString, std::shared_ptr<QNetworkAccessManager>> m_chosen;
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
    void take();
    void checkAnnouncedSize();
    void answered();
    void follow(const QByteArray &location);
    [[nodiscard]] bool mayBePrivate() const;
    [[nodiscard]] Response response() const;
    void dropReply();
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
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QTimer m_deadline;
    bool m_done = false;
};

} // namespace yaodian::net
