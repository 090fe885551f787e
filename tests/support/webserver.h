#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace yaodian::tests {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// What a client asked.
struct Seen
{
    QByteArray method;
    QString path; ///< with its query
    Headers headers;
    qint64 atMs = 0; ///< monotonic, for the distance between requests

    /// The value of a header in any case; null where it was not sent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What a route answers. `etag` and `lastModified` are sent, and a request that brings one of them back gets 304.
struct Answer
{
    int status = 200;
    QByteArray body;
    QByteArray type = "text/html; charset=utf-8";
    QByteArray etag;
    QByteArray lastModified;
    Headers headers;
    int delayMs = 0;        ///< before the first byte
    qint64 truncateAt = -1; ///< closes after so many bytes of the body although Content-Length says more
    bool chunked = false;   ///< Transfer-Encoding: chunked instead of Content-Length
    bool stall = false;     ///< sends the head and half of the body, then nothing
    bool hangUp = false;    ///< closes without a byte

    [[nodiscard]] static Answer redirect(const QByteArray &location, int status = 302);
    [[nodiscard]] static Answer of(const QByteArray &type, const QByteArray &body);
};

/// A scripted web server on a loopback address and a port of its own. It runs in its own thread, so a test may block
/// (QProcess::waitForFinished) while it serves; all methods may be called from the test at any time.
class WebServer
{
public:
    /// `address`: 127.0.0.1 or any other loopback address (127.1.0.7: a host of its own).
    explicit WebServer(const QString &address = QStringLiteral("127.0.0.1"));
    ~WebServer();

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    /// "http://127.0.0.1:PORT": what stands right of '=' in --mirror.
    [[nodiscard]] QString base() const;
    /// What setMirrors() takes to send `host` here.
    [[nodiscard]] QString mirrorFor(const QString &host) const;

    /// Answers every request for `path` (without query) so, from now on. Unknown paths get 404.
    void route(const QString &path, const Answer &answer);
    /// One after the other; the last one stays.
    void routeInTurn(const QString &path, const QList<Answer> &answers);
    /// Computed. `answer` runs in the server's thread.
    void route(const QString &path, std::function<Answer(const Seen &)> answer);

    [[nodiscard]] QList<Seen> seen() const;
    [[nodiscard]] QList<Seen> seen(const QString &path) const; ///< path without query
    [[nodiscard]] int hits(const QString &path) const;
    [[nodiscard]] int mostConnectionsAtOnce() const; ///< requests being answered at the same time
    void forget();                                   ///< empties the log

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// `bytes` packed as a server would with Content-Encoding: gzip.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

} // namespace yaodian::tests
