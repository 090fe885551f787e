#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <curl/curl.h>

class QSocketNotifier;

namespace yaodian::net {

class Transfer;

/// libcurl on Qt's event loop: its sockets and its clock are watched here, all on one thread and without waiting.
/// Connections are kept for the next transfer to the same server.
class Wire final : public QObject
{
    Q_OBJECT

public:
    explicit Wire(int mostKept);
    ~Wire() override; ///< after its transfers

    void add(CURL *handle);
    void remove(CURL *handle);
    /// A transfer has news: told when libcurl has returned, for it must not be called from within itself.
    void note(Transfer *transfer);

private:
    struct Watched
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    static int onSocket(CURL *handle, curl_socket_t socket, int what, void *self, void *of);
    static int onTimer(CURLM *multi, long ms, void *self);

    void begin();
    void watch(curl_socket_t socket, int what);
    void forget(curl_socket_t socket);
    void act(curl_socket_t socket, int what);
    void hear();

    const int m_mostKept;
    CURLM *m_multi = nullptr; ///< until the first transfer
    QTimer m_timer;
    QHash<curl_socket_t, Watched> m_watched;
    QList<QPointer<Transfer>> m_news;
};

} // namespace yaodian::net
