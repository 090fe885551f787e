#include "net/exchange.h"

#include "net/address.h"
#include "net/retryafter.h"
#include "net/sentences.h"

#include <QNetworkProxy>

namespace yaodian::net {

namespace {

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Qt reports 4xx and 5xx as errors of many kinds; for us they are answers, unless the connection itself broke.
bool isAnswer(const QNetworkReply &reply)
{
    const bool connection = reply.error() < QNetworkReply::ContentAccessDenied;
    return reply.error() == QNetworkReply::NoError || (!connection && statusOf(reply) >= 400);
}

bool goesThroughProxy(const QUrl &url)
{
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy &&
           proxies.first().type() != QNetworkProxy::DefaultProxy;
}

bool isCredential(const QByteArray &header)
{
    return header.compare("authorization", Qt::CaseInsensitive) == 0 ||
           header.compare("cookie", Qt::CaseInsensitive) == 0;
}

} // namespace

Exchange::Exchange(Shared &shared, Request request, Progress progress, QObject *parent)
    : QObject(parent), m_shared(shared), m_request(std::move(request)), m_progress(std::move(progress)),
      m_deadline(this)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(tookTooLong(m_url, m_shared.limits.totalMs / 1000)); });
}

Exchange::~Exchange()
{
    dropReply();
    m_shared.lanes.leave(m_ticket);
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void Exchange::start()
{
    QMetaObject::invokeMethod(
        this, [this] { hop(m_request.url); }, Qt::QueuedConnection);
}

void Exchange::hop(const QUrl &url)
{
    m_url = url;
    m_url.setFragment({});
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return finish(notAWebAddress(url));
    if (!url.userInfo().isEmpty())
        return finish(passwordInAddress(url));
    m_target = m_shared.mirrors.apply(m_url);
    if (!m_target.mirrored && !m_request.mirror.isEmpty() && sameHostAndPort(m_url, m_request.url))
        m_target = Mirrors::onto(m_url, QUrl(m_request.mirror));
    if (m_target.mirrored || mayBePrivate())
        return queue();
    const QHostAddress literal = literalAddress(m_url);
    // A proxy that was chosen resolves names itself, and may know others than we do.
    const bool chosenProxy = !m_request.proxy.isEmpty() && m_request.proxy != QLatin1String("none");
    if (literal.isNull() && chosenProxy)
        return queue();
    if (literal.isNull())
        return resolve();
    if (isPrivate(literal))
        return finish(privateRefused(m_url));
    queue();
}

bool Exchange::mayBePrivate() const
{
    return m_request.typedByPerson && sameHostAndPort(m_url, m_request.url);
}

void Exchange::resolve()
{
    m_lookup = QHostInfo::lookupHost(m_url.host(), this, &Exchange::resolved);
}

void Exchange::resolved(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_done)
        return;
    const QList<QHostAddress> addresses = info.addresses();
    // Behind a proxy the name may be known only to the proxy, which then also decides where it leads.
    if (addresses.isEmpty() && !goesThroughProxy(m_url))
        return finish(notFound(m_url));
    for (const QHostAddress &address : addresses) {
        if (isPrivate(address))
            return finish(privateRefused(m_url));
    }
    queue();
}

void Exchange::queue()
{
    const LaneRule rule = m_shared.politeness.ruleFor(m_target.url, m_target.mirrored);
    m_ticket = m_shared.lanes.enter(rule.lane, rule.spacingMs, [self = QPointer(this)] {
        if (self)
            self->send();
    });
}

void Exchange::send()
{
    if (!m_deadline.isActive())
        m_deadline.start(m_shared.limits.totalMs);
    QNetworkRequest request(m_target.url);
    request.setTransferTimeout(m_shared.limits.idleMs);
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Yaodian/%1 (+https://yaodian.org)").arg(QStringLiteral(YAODIAN_VERSION)));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One request at a time and host: HTTP/2 would bring nothing but its own faults.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto &[name, value] : std::as_const(m_request.headers)) {
        if (!isCredential(name) || originOf(m_url) == originOf(m_request.url))
            request.setRawHeader(name, value);
    }
    m_body.clear();
    m_reply = m_shared.through(m_request.proxy).get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::checkAnnouncedSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::take);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::answered);
    if (m_progress) {
        connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64 total) {
            if (!m_done && m_reply && !isRedirect(statusOf(*m_reply)))
                m_progress(received, total);
        });
    }
}

void Exchange::checkAnnouncedSize()
{
    if (m_reply->hasRawHeader("Content-Encoding"))
        return;
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.largestBody)
        finish(tooLarge(m_url, m_request.largestBody));
}

void Exchange::take()
{
    if (m_done || !m_reply || !m_reply->isOpen())
        return;
    // read(n) sets n bytes aside, whatever there is to read.
    m_body += m_reply->read(qMin(m_reply->bytesAvailable(), m_request.largestBody + 1 - m_body.size()));
    if (m_body.size() > m_request.largestBody)
        finish(tooLarge(m_url, m_request.largestBody));
}

void Exchange::answered()
{
    take();
    if (m_done || !m_reply)
        return;
    const QNetworkReply &reply = *m_reply;
    // We abort only after finish(), so a cancelled operation is Qt's time-out.
    if (reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError)
        return finish(tookTooLong(m_url, m_shared.limits.idleMs / 1000));
    const bool part = m_request.partWelcome && statusOf(reply) == 200 && !m_body.isEmpty() &&
                      reply.error() == QNetworkReply::RemoteHostClosedError;
    if (!part && !isAnswer(reply))
        return finish(unreachable(m_url, reply.error(), reply.errorString()));
    const QByteArray location = reply.rawHeader("Location");
    if (isRedirect(statusOf(reply)) && !location.isEmpty())
        return follow(location);
    finish(response());
}

void Exchange::follow(const QByteArray &location)
{
    // Relative addresses mean the server that answered, which is the mirror.
    const QUrl asked = m_target.url.resolved(QUrl::fromEncoded(location));
    const QUrl next = m_target.mirrored ? Mirrors::undo(asked, m_url, m_target.base) : asked;
    m_movedForGood = m_movedForGood && (statusOf(*m_reply) == 301 || statusOf(*m_reply) == 308);
    dropReply();
    m_shared.lanes.leave(m_ticket);
    if (++m_redirects > m_shared.limits.mostRedirects)
        return finish(tooManyRedirects(m_url, m_shared.limits.mostRedirects));
    if (m_url.scheme() == QLatin1String("https") && next.scheme() == QLatin1String("http"))
        return finish(downgraded(m_url, next));
    hop(next);
}

Response Exchange::response() const
{
    Response out;
    out.status = statusOf(*m_reply);
    out.body = m_body;
    out.cutOff = m_reply->error() == QNetworkReply::RemoteHostClosedError;
    out.finalUrl = m_url;
    out.etag = m_reply->rawHeader("ETag");
    out.lastModified = m_reply->rawHeader("Last-Modified");
    out.contentType = m_reply->rawHeader("Content-Type");
    out.lengthAnnounced = m_reply->hasRawHeader("Content-Length");
    if (m_redirects > 0 && m_movedForGood)
        out.movedTo = m_url;
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        out.headers.append({name, value});
    out.retryAfterSeconds = retryAfterSeconds(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    return out;
}

void Exchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void Exchange::finish(const Result<Response> &result)
{
    if (m_done)
        return;
    m_done = true;
    dropReply();
    m_deadline.stop();
    // The lane is left with the exchange, when the answer has been heard: whoever hears "too many" must be able to
    // call off what waits behind it.
    Q_EMIT finished(result);
}

} // namespace yaodian::net
