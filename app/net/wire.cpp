#include "net/wire.h"

#include "net/curl.h"
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

Wire::Wire(int mostKept) : m_mostKept(mostKept)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

Wire::~Wire()
{
    if (m_multi)
        curl()->multiCleanup(m_multi);
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        drop(it->read);
        drop(it->write);
    }
}

void Wire::begin()
{
    m_multi = curl()->multiInit();
    const auto set = [this](CURLMoption option, auto value) { curl()->multiSetopt(m_multi, option, value); };
    set(CURLMOPT_SOCKETFUNCTION, &Wire::onSocket);
    set(CURLMOPT_SOCKETDATA, this);
    set(CURLMOPT_TIMERFUNCTION, &Wire::onTimer);
    set(CURLMOPT_TIMERDATA, this);
    set(CURLMOPT_MAXCONNECTS, long(m_mostKept));
}

void Wire::add(CURL *handle)
{
    if (!m_multi)
        begin();
    curl()->multiAddHandle(m_multi, handle);
}

void Wire::remove(CURL *handle)
{
    curl()->multiRemoveHandle(m_multi, handle);
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
    curl()->multiSocketAction(m_multi, socket, what, &running);
    hear();
}

void Wire::hear()
{
    int left = 0;
    while (const CURLMsg *message = curl()->multiInfoRead(m_multi, &left)) {
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
