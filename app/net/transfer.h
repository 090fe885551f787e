#pragma once

#include "net/fault.h"
#include "net/wire.h"

#include <QByteArray>
#include <QTimer>

namespace yaodian::net {

/// One hop's request as it goes out.
struct Outgoing
{
    QByteArray url; ///< encoded
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray proxy; ///< as libcurl writes it ("socks5h://host:port"); empty: none
    qint64 largestBody = 0;
    int idleMs = 0;
    bool mayBePrivate = false; ///< the address that it connects to
};

/// Status and headers of an answer.
struct Head
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// The value of a header, its name in any case; null where it was not sent.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
};

/// A request on the wire and what has come back so far. Begins when made. One hop: no redirect is followed.
class Transfer final : public QObject
{
    Q_OBJECT

public:
    Transfer(Wire &wire, const Outgoing &outgoing, QObject *parent);
    ~Transfer() override;

    void callOff(); ///< at once; there is no more news

    /// Whole, or nothing.
    [[nodiscard]] bool hasHead() const { return m_hasHead; }
    [[nodiscard]] const Head &head() const { return m_head; }
    /// What has come of the body since this was asked last, unpacked.
    [[nodiscard]] QByteArray takeBody() { return std::exchange(m_body, {}); }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    [[nodiscard]] Fault fault() const { return m_fault; } ///< None until it has ended
    [[nodiscard]] QString detail() const;                 ///< the fault in libcurl's words

Q_SIGNALS:
    void news(); ///< the head, more of the body, or the end

private:
    friend class Wire;
    static Transfer &of(CURL *handle);
    void end(CURLcode code);
    void tell();

    static size_t onHeader(char *data, size_t one, size_t count, void *self);
    static size_t onBody(char *data, size_t one, size_t count, void *self);
    static curl_socket_t onOpen(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int onRequest(void *self, char *address, char *own, int port, int ownPort);
    bool header(QByteArrayView line);
    bool body(QByteArrayView bytes);
    [[nodiscard]] Fault faultOf(CURLcode code) const;
    void note();

    Wire &m_wire;
    CURL *m_handle;
    curl_slist *m_headers = nullptr;
    QTimer m_idle;
    Head m_head;
    QByteArray m_body;
    qint64 m_received = 0;
    qint64 m_headBytes = 0;
    const qint64 m_largest;
    const bool m_mayBePrivate;
    bool m_hasHead = false;
    bool m_tooLarge = false;
    bool m_private = false;
    bool m_noted = false;
    bool m_ended = false;
    bool m_off = false;
    Fault m_fault = Fault::None;
    CURLcode m_code = CURLE_OK;
    char m_words[CURL_ERROR_SIZE] = {};
};

} // namespace yaodian::net
