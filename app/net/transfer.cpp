#include "net/transfer.h"

#include "net/address.h"
#include "net/curl.h"

#include <cerrno>
#include <sys/socket.h>

namespace yaodian::net {

namespace {

/// More than this in headers is no answer.
constexpr qint64 largestHead = 256 * 1024;

} // namespace

QByteArray Head::value(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Transfer::Transfer(Wire &wire, const Outgoing &outgoing, QObject *parent)
    : QObject(parent), m_wire(wire), m_handle(curl() ? curl()->easyInit() : nullptr), m_largest(outgoing.largestBody),
      m_mayBePrivate(outgoing.mayBePrivate || !outgoing.proxy.isEmpty())
{
    if (!m_handle) {
        m_off = true; // there is nothing to call off
        QTimer::singleShot(0, this, [this] {
            end(CURLE_FAILED_INIT);
            Q_EMIT news();
        });
        return;
    }
    const auto set = [this](CURLoption option, auto value) { curl()->easySetopt(m_handle, option, value); };
    bool unpacks = true;
    for (const auto &[name, value] : outgoing.headers) {
        unpacks = unpacks && name.compare("accept-encoding", Qt::CaseInsensitive) != 0;
        m_headers = curl()->slistAppend(m_headers, QByteArray(name + ": " + value).constData());
    }
    set(CURLOPT_URL, outgoing.url.constData());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTPHEADER, m_headers);
    if (unpacks)
        set(CURLOPT_ACCEPT_ENCODING, "");
    // Certificates that somebody trusts beside the system's, as the programs around ours take them from there.
    if (const QByteArray trusted = qgetenv("SSL_CERT_FILE"); !trusted.isEmpty())
        set(CURLOPT_CAINFO, trusted.constData());
    // Never the proxy of the environment: which one, if any, is decided before.
    set(CURLOPT_PROXY, outgoing.proxy.constData());
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // One request at a time and host: HTTP/2 would bring nothing but its own faults.
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name that is still being looked up holds nobody who calls it off
    set(CURLOPT_ERRORBUFFER, m_words);
    set(CURLOPT_PRIVATE, static_cast<void *>(this));
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::onOpen);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_PREREQFUNCTION, &Transfer::onRequest);
    set(CURLOPT_PREREQDATA, this);

    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        end(CURLE_OPERATION_TIMEDOUT);
        tell();
    });
    m_idle.start(outgoing.idleMs);
    m_wire.add(m_handle);
}

Transfer::~Transfer()
{
    callOff();
    if (m_handle) {
        curl()->easyCleanup(m_handle);
        curl()->slistFreeAll(m_headers);
    }
}

void Transfer::callOff()
{
    m_idle.stop();
    if (!std::exchange(m_off, true))
        m_wire.remove(m_handle);
}

QString Transfer::detail() const
{
    if (!m_handle && !curl())
        return curlProblem();
    return QString::fromUtf8(m_words[0] != '\0' ? m_words : curl()->easyStrerror(m_code));
}

Transfer &Transfer::of(CURL *handle)
{
    void *self = nullptr;
    curl()->easyGetinfo(handle, CURLINFO_PRIVATE, &self);
    return *static_cast<Transfer *>(self);
}

void Transfer::note()
{
    if (!std::exchange(m_noted, true))
        m_wire.note(this);
}

void Transfer::tell()
{
    m_noted = false;
    if (!m_off)
        Q_EMIT news();
}

void Transfer::end(CURLcode code)
{
    if (m_ended)
        return;
    m_ended = true;
    m_code = code;
    m_fault = faultOf(code);
    m_idle.stop();
    note();
}

Fault Transfer::faultOf(CURLcode code) const
{
    if (m_private && code != CURLE_OK)
        return Fault::Private;
    if (m_tooLarge)
        return Fault::TooLarge;
    switch (code) {
    case CURLE_OK:
        return m_hasHead ? Fault::None : Fault::CutOff;
    case CURLE_COULDNT_RESOLVE_HOST:
        return Fault::NotFound;
    case CURLE_COULDNT_CONNECT: {
        long system = 0;
        curl()->easyGetinfo(m_handle, CURLINFO_OS_ERRNO, &system);
        return system == ECONNREFUSED ? Fault::Refused : Fault::Unreachable;
    }
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return Fault::CutOff;
    case CURLE_PEER_FAILED_VERIFICATION:
        return Fault::Certificate;
    case CURLE_OPERATION_TIMEDOUT:
        return Fault::TimedOut;
    case CURLE_BAD_CONTENT_ENCODING:
        return Fault::Packing;
    default:
        return Fault::Other;
    }
}

size_t Transfer::onHeader(char *data, size_t one, size_t count, void *self)
{
    const size_t size = one * count;
    return static_cast<Transfer *>(self)->header(QByteArrayView(data, qsizetype(size))) ? size : 0;
}

bool Transfer::header(QByteArrayView line)
{
    if (m_hasHead)
        return true; // a trailer
    m_idle.start();
    m_headBytes += line.size();
    if (m_headBytes > largestHead) {
        m_tooLarge = true;
        return false;
    }
    const QByteArrayView text = line.trimmed();
    if (line.startsWith("HTTP/")) {
        const qsizetype blank = line.indexOf(' ');
        m_head = {blank < 0 ? 0 : line.sliced(blank + 1).first(qMin<qsizetype>(3, line.size() - blank - 1)).toInt(),
                  {}};
    } else if (text.isEmpty()) {
        m_hasHead = m_head.status >= 200; // what is below announces an answer
        note();
    } else if (line.startsWith(' ') || line.startsWith('\t')) {
        if (!m_head.headers.isEmpty())
            m_head.headers.last().second += ' ' + text.toByteArray();
    } else if (const qsizetype colon = text.indexOf(':'); colon > 0) {
        m_head.headers.emplaceBack(text.first(colon).trimmed().toByteArray(),
                                   text.sliced(colon + 1).trimmed().toByteArray());
    }
    return true;
}

size_t Transfer::onBody(char *data, size_t one, size_t count, void *self)
{
    const size_t size = one * count;
    return static_cast<Transfer *>(self)->body(QByteArrayView(data, qsizetype(size))) ? size : 0;
}

bool Transfer::body(QByteArrayView bytes)
{
    m_idle.start();
    m_received += bytes.size();
    if (m_received > m_largest) {
        m_tooLarge = true;
        return false;
    }
    m_body.append(bytes);
    note();
    return true;
}

curl_socket_t Transfer::onOpen(void *self, curlsocktype /*purpose*/, curl_sockaddr *address)
{
    auto *transfer = static_cast<Transfer *>(self);
    if (!transfer->m_mayBePrivate && isPrivate(QHostAddress(&address->addr))) {
        transfer->m_private = true;
        return CURL_SOCKET_BAD;
    }
    // Not handed on to the programs that are started meanwhile.
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int Transfer::onRequest(void *self, char *address, char * /*own*/, int /*port*/, int /*ownPort*/)
{
    // A connection that was kept may be one to a private address, made for somebody who was allowed to.
    auto *transfer = static_cast<Transfer *>(self);
    if (transfer->m_mayBePrivate || !isPrivate(QHostAddress(QString::fromLatin1(address))))
        return CURL_PREREQFUNC_OK;
    transfer->m_private = true;
    return CURL_PREREQFUNC_ABORT;
}

} // namespace yaodian::net
