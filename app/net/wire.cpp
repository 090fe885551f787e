#include "net/wire.h"

#include "net/transfer.h"

#include <QSocketNotifier>

namespace yaodian::net {

namespace {

/// A notifier may be dropped while its own signal is under way.
void drop(QSocketNotifier *&notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier->disconnect();
    notifier->deleteLater();
    notifier = nullptr;
}

} // namespace

Wire::Wire(int mostKept)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(ready == CURLE_OK);
    Q_UNUSED(ready);
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Wire::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Wire::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, long(mostKept));
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

Wire::~Wire()
{
    curl_multi_cleanup(m_multi);
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        drop(it->read);
        drop(it->write);
    }
}

void Wire::add(CURL *handle)
{
    curl_multi_add_handle(m_multi, handle);
}

void Wire::remove(CURL *handle)
{
    curl_multi_remove_handle(m_multi, handle);
}

void Wire::note(Transfer *transfer)
{
    m_news.append(transfer);
}

int Wire::onSocket(CURL * /*handle*/, curl_socket_t socket, int what, void *self, void * /*of*/)
{
    auto *wire = static_cast<Wire *>(self);
    if (what == CURL_POLL_REMOVE)
        wire->forget(socket);
    else
        wire->watch(socket, what);
    return 0;
}

int Wire::onTimer(CURLM * /*multi*/, long ms, void *self)
{
    auto *wire = static_cast<Wire *>(self);
    if (ms < 0)
        wire->m_timer.stop();
    else
        wire->m_timer.start(int(qMin(ms, 3'600'000L)));
    return 0;
}

void Wire::watch(curl_socket_t socket, int what)
{
    Watched &watched = m_watched[socket];
    const auto want = [&](QSocketNotifier *&notifier, bool wanted, QSocketNotifier::Type type, int event) {
        if (!wanted)
            return drop(notifier);
        if (notifier)
            return;
        notifier = new QSocketNotifier(socket, type, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, socket, event] { act(socket, event); });
    };
    want(watched.read, (what & CURL_POLL_IN) != 0, QSocketNotifier::Read, CURL_CSELECT_IN);
    want(watched.write, (what & CURL_POLL_OUT) != 0, QSocketNotifier::Write, CURL_CSELECT_OUT);
}

void Wire::forget(curl_socket_t socket)
{
    Watched watched = m_watched.take(socket);
    drop(watched.read);
    drop(watched.write);
}

void Wire::act(curl_socket_t socket, int what)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, what, &running);
    hear();
}

void Wire::hear()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            Transfer::of(message->easy_handle).end(message->data.result);
    }
    // Whoever hears the news may end transfers and begin others.
    const QList<QPointer<Transfer>> news = std::exchange(m_news, {});
    for (const QPointer<Transfer> &transfer : news) {
        if (transfer)
            transfer->tell();
    }
}

} // namespace yaodian::net
