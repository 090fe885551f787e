#include "tinyserver.h"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <map>

namespace yaodian::bench {

namespace {

QByteArray answerTo(const QByteArray &request, int client)
{
    if (request.contains("If-None-Match"))
        return "HTTP/1.1 304 Not Modified\r\nETag: \"bench\"\r\nConnection: keep-alive\r\n\r\n";
    sockaddr_in own{};
    socklen_t size = sizeof own;
    ::getsockname(client, reinterpret_cast<sockaddr *>(&own), &size);
    const QByteArray body = TinyServer::feed(int(ntohl(own.sin_addr.s_addr) & 0xffff));
    return "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"bench\"\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\nConnection: keep-alive\r\n\r\n" + body;
}

/// One thread, all connections, whole requests in one piece: enough for GETs of a few hundred bytes.
[[noreturn]] void serve(int listener)
{
    const int poll = ::epoll_create1(0);
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    wanted.data.fd = listener;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, listener, &wanted);
    std::array<epoll_event, 256> events{};
    std::map<int, QByteArray> requests;
    for (;;) {
        const int count = ::epoll_wait(poll, events.data(), int(events.size()), -1);
        for (int at = 0; at < count; ++at) {
            const int fd = events[size_t(at)].data.fd;
            if (fd == listener) {
                const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
                const int on = 1;
                ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                wanted.data.fd = client;
                ::epoll_ctl(poll, EPOLL_CTL_ADD, client, &wanted);
                continue;
            }
            std::array<char, 8192> buffer{};
            const ssize_t got = ::recv(fd, buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                requests.erase(fd);
                ::close(fd);
                continue;
            }
            QByteArray &request = requests[fd];
            request.append(buffer.data(), qsizetype(got));
            if (!request.contains("\r\n\r\n"))
                continue;
            const QByteArray answer = answerTo(request, fd);
            request.clear();
            if (::send(fd, answer.constData(), size_t(answer.size()), MSG_NOSIGNAL) < 0)
                ::close(fd);
        }
    }
}

} // namespace

TinyServer::TinyServer()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in any{};
    any.sin_family = AF_INET;
    any.sin_addr.s_addr = htonl(INADDR_ANY);
    if (::bind(listener, reinterpret_cast<sockaddr *>(&any), sizeof any) != 0 || ::listen(listener, 1024) != 0)
        qFatal("the server of the benchmark cannot listen");
    socklen_t size = sizeof any;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&any), &size);
    m_port = ntohs(any.sin_port);
    m_process = ::fork();
    if (m_process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        serve(listener);
    }
    ::close(listener);
}

TinyServer::~TinyServer()
{
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
}

QByteArray TinyServer::address(int number)
{
    return "127.1." + QByteArray::number(number >> 8) + '.' + QByteArray::number(number & 0xff);
}

QByteArray TinyServer::feed(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Source " + n +
           "</title><item><title>Daily digest " + n + "</title><link>https://blog" + n +
           ".example/1</link><guid>1</guid><pubDate>Mon, 06 Feb 2023 08:00:00 "
           "GMT</pubDate><description><![CDATA[<p>1、[LG] A "
           "Paper Invented for the Benchmark " +
           n +
           "</p><p>A Author, B Writer</p><p>要点：</p><p>第一条要点；</p><p>第二条要点。</p><p>一句话总结：made up</p>"
           "<p>https://arxiv.org/abs/2302." +
           QByteArray::number(10000 + number) + "</p>]]></description></item></channel></rss>";
}

} // namespace yaodian::bench
