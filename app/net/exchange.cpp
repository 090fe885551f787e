#include "net/exchange.h"

#include "net/address.h"
#include "net/proxies.h"
#include "net/retryafter.h"
#include "net/sentences.h"

#include <QCoreApplication>

namespace yaodian::net {

namespace {

bool leadsElsewhere(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Bytes of the body that are to come; -1: not said, or said of the packed ones.
qint64 announcedSize(const Head &head)
{
    bool number = false;
    const qint64 size = head.value("Content-Length").toLongLong(&number);
    return number && head.value("Content-Encoding").isNull() ? size : -1;
}

bool isCredential(const QByteArray &header)
{
    return header.compare("authorization", Qt::CaseInsensitive) == 0 ||
           header.compare("cookie", Qt::CaseInsensitive) == 0;
}

/// The release alone: which commit somebody builds from is no server's business.
QByteArray userAgent()
{
    const QString release = QCoreApplication::applicationVersion().section(QLatin1Char('+'), 0, 0);
    return "Yaodian" + (release.isEmpty() ? QByteArray() : '/' + release.toUtf8()) + " (+https://yaodian.org)";
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
    dropTransfer();
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
    if (!literal.isNull() && isPrivate(literal))
        return finish(privateRefused(m_url));
    // What a name stands for is seen when the connection is made. Behind the system's proxy it would be the proxy's
    // own address, so the name is looked up before; a proxy that was chosen may know names that we do not.
    if (literal.isNull() && m_request.proxy.isEmpty() && !systemProxyFor(m_url).isEmpty())
        return resolve();
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
    // It may be known only to the proxy, which then also decides where it leads.
    const QList<QHostAddress> addresses = info.addresses();
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
    Outgoing outgoing;
    outgoing.url = m_target.url.toEncoded();
    outgoing.proxy = m_request.proxy.isEmpty() ? systemProxyFor(m_target.url) : chosenProxy(m_request.proxy);
    outgoing.largestBody = m_request.largestBody;
    outgoing.idleMs = m_shared.limits.idleMs;
    outgoing.mayBePrivate = m_target.mirrored || mayBePrivate();
    outgoing.headers.emplaceBack("User-Agent", userAgent());
    const bool own = originOf(m_url) == originOf(m_request.url);
    for (const auto &[name, value] : std::as_const(m_request.headers)) {
        if (own || !isCredential(name))
            outgoing.headers.emplaceBack(name, value);
    }
    if (own)
        outgoing.headers += m_request.ownHeaders;
    m_body.clear();
    m_received = 0;
    m_contact = m_shared.contacts.asked(m_target.url, m_url, outgoing.proxy, QDateTime::currentDateTimeUtc());
    m_transfer = new Transfer(m_shared.wire, outgoing, this);
    connect(m_transfer, &Transfer::news, this, &Exchange::heard);
}

void Exchange::heard()
{
    if (m_done || !m_transfer)
        return;
    if (m_transfer->hasHead() && announcesTooMuch())
        return finish(tooLarge(m_url, m_request.largestBody));
    if (const auto taken = take(m_transfer->takeBody()); !taken)
        return finish(taken.error());
    if (m_done || !m_transfer)
        return;
    if (m_progress && m_transfer->hasHead() && !isRedirect()) {
        m_progress(m_received, announcedSize(m_transfer->head()));
        if (m_done || !m_transfer)
            return;
    }
    if (m_transfer->hasEnded())
        answered();
}

Result<void> Exchange::take(const QByteArray &part)
{
    m_received += part.size();
    m_shared.contacts.received(m_contact, part.size());
    if (m_request.arriving && !part.isEmpty() && !isRedirect())
        return m_request.arriving(response(), part);
    m_body += part;
    return {};
}

bool Exchange::isRedirect() const
{
    const Head &head = m_transfer->head();
    return leadsElsewhere(head.status) && !head.value("Location").isEmpty();
}

bool Exchange::announcesTooMuch() const
{
    return announcedSize(m_transfer->head()) > m_request.largestBody;
}

void Exchange::answered()
{
    const Head &head = m_transfer->head();
    const Fault fault = m_transfer->fault();
    const bool part = m_request.partWelcome && head.status == 200 && m_received > 0 && fault == Fault::CutOff;
    if (fault != Fault::None && !part)
        return finish(faultError(fault));
    if (isRedirect())
        return follow(head.value("Location"));
    finish(response());
}

Error Exchange::faultError(Fault fault) const
{
    switch (fault) {
    case Fault::TooLarge:
        return tooLarge(m_url, m_request.largestBody);
    case Fault::TimedOut:
        return tookTooLong(m_url, m_shared.limits.idleMs / 1000);
    default:
        return unreachable(m_url, fault, m_transfer->detail());
    }
}

void Exchange::follow(const QByteArray &location)
{
    // Relative addresses mean the server that answered, which is the mirror.
    const QUrl asked = m_target.url.resolved(QUrl::fromEncoded(location));
    const QUrl next = m_target.mirrored ? Mirrors::undo(asked, m_url, m_target.base) : asked;
    const int status = m_transfer->head().status;
    m_movedForGood = m_movedForGood && (status == 301 || status == 308);
    dropTransfer();
    m_shared.lanes.leave(m_ticket);
    if (++m_redirects > m_shared.limits.mostRedirects)
        return finish(tooManyRedirects(m_url, m_shared.limits.mostRedirects));
    if (m_url.scheme() == QLatin1String("https") && next.scheme() == QLatin1String("http"))
        return finish(downgraded(m_url, next));
    hop(next);
}

Response Exchange::response() const
{
    const Head &head = m_transfer->head();
    Response out;
    out.status = head.status;
    out.body = m_body;
    out.cutOff = m_transfer->fault() == Fault::CutOff;
    out.finalUrl = m_url;
    out.etag = head.value("ETag");
    out.lastModified = head.value("Last-Modified");
    out.contentType = head.value("Content-Type");
    out.lengthAnnounced = !head.value("Content-Length").isNull();
    if (m_redirects > 0 && m_movedForGood)
        out.movedTo = m_url;
    out.headers = head.headers;
    if (const QByteArray wait = head.value("Retry-After"); !wait.isEmpty()) {
        // A date is one of the server's clock, whatever this machine's shows.
        const QDateTime theirs = httpDate(head.value("Date"));
        out.retryAfterSeconds = retryAfterSeconds(wait, theirs.isValid() ? theirs : QDateTime::currentDateTimeUtc());
    }
    return out;
}

void Exchange::dropTransfer()
{
    if (!m_transfer)
        return;
    m_transfer->disconnect(this);
    m_transfer->callOff();
    m_transfer->deleteLater(); // this may be its own news
    m_transfer = nullptr;
}

void Exchange::finish(const Result<Response> &result)
{
    if (m_done)
        return;
    m_done = true;
    dropTransfer();
    m_deadline.stop();
    // The lane is left with the exchange, when the answer has been heard: whoever hears "too many" must be able to
    // call off what waits behind it.
    Q_EMIT finished(result);
}

} // namespace yaodian::net
