#include "net/client.h"

#include "net/address.h"
#include "net/exchange.h"
#include "net/sentences.h"

#include <QHash>
#include <QPointer>

namespace yaodian::net {

struct Client::Private
{
    explicit Private(const Limits &limits) : shared(limits) {}

    struct Running
    {
        Exchange *exchange = nullptr; ///< nullptr: refused before it began
        QPointer<QObject> context;
        std::function<void(Result<Response>)> done;
    };

    Shared shared;
    QHash<quint64, Running> running;
    quint64 last = 0;
    bool offline = false;

    /// Takes the request out and answers it, unless its context died.
    void answer(quint64 id, const Result<Response> &result)
    {
        const Running request = running.take(id);
        const QPointer<Exchange> exchange(request.exchange); // the answer may end the client with all that is its
        if (request.context && request.done)
            request.done(result);
        delete exchange.data();
    }
};

Client::Client(QObject *parent, const Limits &limits) : QObject(parent), d(std::make_unique<Private>(limits)) {}

Client::~Client()
{
    // Cancelled ones that still wait to be deleted included: they need what they share.
    qDeleteAll(findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly));
}

Result<void> Client::setMirrors(const QStringList &mirrors)
{
    auto table = Mirrors::fromTexts(mirrors);
    if (!table)
        return table.error();
    d->shared.mirrors = *std::move(table);
    return {};
}

void Client::setOffline(bool offline)
{
    d->offline = offline;
}

bool Client::isOffline() const
{
    return d->offline;
}

void Client::setSpacing(const QString &host, int ms)
{
    d->shared.politeness.setSpacing(host, ms);
}

void Client::setUsualSpacing(int ms)
{
    d->shared.politeness.setUsualSpacing(ms);
}

quint64 Client::get(const Request &request, QObject *context, std::function<void(Result<Response>)> done,
                    Progress progress)
{
    const quint64 id = ++d->last;
    d->running.insert(id, {nullptr, context, std::move(done)});
    if (d->offline) {
        const auto refused = offlineError(request.url);
        QMetaObject::invokeMethod(
            this, [this, id, refused] { d->answer(id, refused); }, Qt::QueuedConnection);
        return id;
    }
    auto *exchange = new Exchange(d->shared, request, std::move(progress), this);
    d->running[id].exchange = exchange;
    // Queued, so that the exchange is not deleted in the middle of its own signal.
    connect(
        exchange, &Exchange::finished, this, [this, id](const Result<Response> &result) { d->answer(id, result); },
        Qt::QueuedConnection);
    connect(context, &QObject::destroyed, exchange, [this, id] { cancel(id); });
    exchange->start();
    return id;
}

const QList<Contact> &Client::contacts() const
{
    return d->shared.contacts.list();
}

void Client::cancel(quint64 request)
{
    const auto found = d->running.find(request);
    if (found == d->running.end())
        return;
    if (found->exchange) {
        found->exchange->disconnect(this);
        found->exchange->deleteLater();
        found->exchange = nullptr;
    }
    QMetaObject::invokeMethod(
        this, [this, request] { d->answer(request, Error::cancelled()); }, Qt::QueuedConnection);
}

} // namespace yaodian::net
