#include "sync/adding.h"

#include "net/address.h"
#include "sync/finding.h"
#include "sync/judging.h"

namespace yaodian::sync {

Adding::Adding(const Services &services, QObject *context, Added done, QObject *parent)
    : QObject(parent), m_services(services), m_context(context), m_done(std::move(done))
{
    connect(context, &QObject::destroyed, this, &Adding::cancel);
}

Adding::~Adding()
{
    if (m_request != 0)
        m_services.client.cancel(m_request);
}

void Adding::start(const QString &typed)
{
    m_typed = typedAddress(typed);
    if (!m_typed.isValid())
        return finish(Error::world(tr("“%1” is not a web address.").arg(typed.left(200))));
    ask(m_typed);
}

void Adding::cancel()
{
    if (m_request != 0)
        m_services.client.cancel(std::exchange(m_request, 0));
    finish(Error::cancelled());
}

void Adding::ask(const QUrl &url)
{
    net::Request request;
    request.url = url;
    request.headers = requestHeaders({}, true);
    // What the page names is the person's word only where it stays on the server that the person named.
    request.typedByPerson = net::sameHostAndPort(url, m_typed);
    m_request = m_services.client.get(request, this, [this, url](const Result<net::Response> &result) {
        m_request = 0;
        answered(url, result);
    });
}

void Adding::answered(const QUrl &asked, const Result<net::Response> &result)
{
    if (m_over)
        return;
    if (!result)
        return finish(result.error());
    const FeedShape shape = result->status == 200 ? feedShape(result->body) : FeedShape();
    if (result->status == 200 && shape.kind != FeedShape::Kind::None)
        return put(asked, shape.title);
    const bool page = result->status == 200 && isWebPage(result->body);
    if (!page || m_followed)
        return finish(Error::world(judge(*result, shape).sentence));
    const QUrl feed = feedNamedBy(result->body, result->finalUrl);
    if (!feed.isValid() || feed.isEmpty())
        return finish(Error::world(
            tr("%1 is a web page that names no feed (RSS or Atom). Nothing was added.").arg(asked.toDisplayString())));
    m_followed = true;
    ask(feed);
}

void Adding::put(const QUrl &url, const QString &title)
{
    library::Source source;
    source.kind = library::Source::Kind::Feed;
    source.url = url.toString(QUrl::FullyEncoded);
    source.id = library::Library::sourceId(source.kind, source.url);
    source.title = title.isEmpty() ? url.host() : title;
    const auto known = m_services.library.sources();
    for (const library::Source &one : known) {
        if (one.id == source.id)
            return finish(one);
    }
    if (const auto stored = m_services.library.putSource(source); !stored)
        return finish(stored.error());
    finish(source);
}

void Adding::finish(const Result<library::Source> &result)
{
    if (m_over)
        return;
    m_over = true;
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            Q_EMIT ended();
            if (m_context && m_done)
                m_done(result);
            deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace yaodian::sync
