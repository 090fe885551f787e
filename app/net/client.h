#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace yaodian::net {

struct Contact;
struct Response;

/// Takes a body part by part as it arrives. `head`: the answer without its body. An Error ends the transfer with it.
using Arriving = std::function<Result<void>(const Response &head, const QByteArray &part)>;

struct Request
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< validators, Accept
    /// For the server of `url` (scheme, host, port) alone: no redirect to another one takes them along.
    QList<std::pair<QByteArray, QByteArray>> ownHeaders = {};
    qint64 largestBody = 20LL * 1024 * 1024; ///< bytes after decompression
    bool partWelcome = false;                ///< a body that was cut off is an answer too, with Response::cutOff
    bool typedByPerson = false; ///< the host (and port) may be a private address; so may redirects that stay on it
    QString mirror;             ///< base address asked in place of the url's own server; empty: none of its own
    QString proxy;              ///< "http://HOST:PORT", "socks5://HOST:PORT", "none"; empty: the system's
    Arriving arriving = {};     ///< takes the body in place of Response::body, which stays empty
};

struct Response
{
    int status = 0;
    QByteArray body;
    QUrl finalUrl; ///< after redirects, mirrors undone
    QByteArray etag;
    QByteArray lastModified;
    QByteArray contentType;
    bool cutOff = false;          ///< the connection ended before the body did; only where Request::partWelcome
    bool lengthAnnounced = false; ///< and so much came; without it a body that was cut off looks like a whole one
    int retryAfterSeconds = -1;   ///< from Retry-After in either form; -1: none
    QUrl movedTo;                 ///< where every redirect on the way said "for good" (301, 308); else invalid
    QList<std::pair<QByteArray, QByteArray>> headers; ///< all of them, as they came

    /// The value of a header, its name in any case; null where it was not sent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// One clear sentence where `proxy` (Request::proxy) is none that can be used.
[[nodiscard]] Result<void> checkProxy(const QString &proxy);

/// Told now and then while a body arrives; `total` is -1 where the server did not say.
using Progress = std::function<void(qint64 received, qint64 total)>;

/// How long and how many. The defaults are the product's; tests shorten them.
struct Limits
{
    int idleMs = 30'000;   ///< without a byte
    int totalMs = 600'000; ///< from the first connection to the last byte, redirects included
    int mostRedirects = 5;
    int mostAtOnce = 32; ///< connections over all hosts
};

/// The one HTTP client. http and https only, TLS always verified, at most 5 redirects (never from https to http),
/// private addresses only as Request says or for a mirror, 30 s without a byte or 10 minutes in all end a transfer.
/// Refuses everything while offline. Answers later on its own thread, and only while `context` lives.
class Client final : public QObject
{
    Q_OBJECT

public:
    explicit Client(QObject *parent = nullptr, const Limits &limits = {});
    ~Client() override;

    /// "HOST=BASE": requests for HOST (or HOST:PORT) go to BASE, path and query kept. One clear sentence if malformed.
    Result<void> setMirrors(const QStringList &mirrors);
    void setOffline(bool offline);
    [[nodiscard]] bool isOffline() const;

    /// `host` and all names below it share one connection, and their requests start at least `ms` milliseconds apart.
    /// Built in: arXiv 3 s, others 0.25 s, mirrors and literal private addresses none.
    void setSpacing(const QString &host, int ms);
    /// The same for every other host, where it is more than what is built in.
    void setUsualSpacing(int ms);

    /// Any answered status is a Response; an Error is what kept an answer away (unreachable, refused, cut off, too
    /// large, cancelled), in one sentence that names the host; settled where it was the server's answer that kept it
    /// away (too large, redirected without end) and not the way there.
    quint64 get(const Request &request, QObject *context, std::function<void(Result<Response>)> done,
                Progress progress = {});
    /// Every server spoken to since the client was made, in the order of the first time.
    [[nodiscard]] const QList<Contact> &contacts() const;

    void cancel(quint64 request); ///< answers with Error::cancelled()

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yaodian::net
