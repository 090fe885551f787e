#include "tests/support/webserver.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QMutex>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

namespace yaodian::tests {

QByteArray Seen::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Answer Answer::redirect(const QByteArray &location, int status)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

Answer Answer::of(const QByteArray &type, const QByteArray &body)
{
    Answer answer;
    answer.type = type;
    answer.body = body;
    return answer;
}

namespace {

QByteArray withoutQuery(const QString &path)
{
    return path.section(QLatin1Char('?'), 0, 0).toUtf8();
}

Seen readHead(const QByteArray &head)
{
    Seen seen;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    seen.method = first.value(0);
    seen.path = QString::fromUtf8(first.value(1));
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            seen.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return seen;
}

QByteArray chunked(const QByteArray &body)
{
    QByteArray out;
    for (qsizetype at = 0; at < body.size(); at += 4096) {
        const QByteArray piece = body.mid(at, 4096);
        out += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return out;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray out;
    for (int shift = 0; shift < 32; shift += 8)
        out.append(static_cast<char>((value >> shift) & 0xffU));
    return out;
}

} // namespace

/// Shared between the test's thread and the server's, under one mutex.
struct WebServer::Private
{
    QString address;
    quint16 port = 0;
    QThread thread;
    QTcpServer *server = nullptr; ///< lives in `thread`
    QElapsedTimer clock;

    mutable QMutex mutex;
    QMap<QByteArray, std::function<Answer(const Seen &)>> routes;
    QList<Seen> log;
    int answering = 0;
    int most = 0;

    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Seen &seen);
    void send(QTcpSocket *socket, const Seen &seen, Answer answer);
    void finished();
};

void WebServer::Private::accept()
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void WebServer::Private::read(QTcpSocket *socket)
{
    QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
    qsizetype end = 0;
    while ((end = pending.indexOf("\r\n\r\n")) >= 0) {
        Seen seen = readHead(pending.left(end));
        pending.remove(0, end + 4);
        seen.atMs = clock.elapsed();
        answer(socket, seen);
    }
    socket->setProperty("pending", pending);
}

void WebServer::Private::answer(QTcpSocket *socket, const Seen &seen)
{
    std::function<Answer(const Seen &)> make;
    {
        const QMutexLocker locked(&mutex);
        log.append(seen);
        most = qMax(most, ++answering);
        make = routes.value(withoutQuery(seen.path));
    }
    Answer answer;
    if (make) {
        answer = make(seen);
    } else {
        answer.status = 404;
        answer.body = "<html><body>no such page</body></html>";
    }
    const bool known = (!answer.etag.isEmpty() && seen.header("If-None-Match") == answer.etag) ||
                       (!answer.lastModified.isEmpty() && seen.header("If-Modified-Since") == answer.lastModified);
    if (known && answer.status == 200) {
        answer.status = 304;
        answer.body.clear();
    }
    QTimer::singleShot(answer.delayMs, server, [this, socket = QPointer<QTcpSocket>(socket), seen, answer] {
        if (socket)
            send(socket, seen, answer);
        finished();
    });
}

void WebServer::Private::send(QTcpSocket *socket, const Seen &seen, Answer answer)
{
    if (answer.hangUp) {
        socket->abort();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\n";
    if (!answer.type.isEmpty() && answer.status != 304)
        head += "Content-Type: " + answer.type + "\r\n";
    if (!answer.etag.isEmpty())
        head += "ETag: " + answer.etag + "\r\n";
    if (!answer.lastModified.isEmpty())
        head += "Last-Modified: " + answer.lastModified + "\r\n";
    for (const auto &[name, value] : std::as_const(answer.headers))
        head += name + ": " + value + "\r\n";
    if (answer.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (answer.status != 304)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    socket->write(head + "\r\n");
    if (seen.method == "HEAD")
        return;
    const bool cut = answer.truncateAt >= 0;
    const QByteArray body = cut            ? answer.body.left(answer.truncateAt)
                            : answer.stall ? answer.body.left(answer.body.size() / 2)
                                           : answer.body;
    socket->write(answer.chunked ? chunked(body) : body);
    if (answer.chunked && !cut && !answer.stall)
        socket->write("0\r\n\r\n");
    if (cut)
        socket->disconnectFromHost();
}

void WebServer::Private::finished()
{
    const QMutexLocker locked(&mutex);
    --answering;
}

WebServer::WebServer(const QString &address) : d(std::make_unique<Private>())
{
    d->address = address;
    d->clock.start();
    d->server = new QTcpServer;
    d->server->moveToThread(&d->thread);
    d->thread.start();
    QMetaObject::invokeMethod(
        d->server,
        [this] {
            if (!d->server->listen(QHostAddress(d->address)))
                qFatal("The test's web server could not listen on %s", qPrintable(d->address));
            d->port = d->server->serverPort();
            QObject::connect(d->server, &QTcpServer::newConnection, d->server, [this] { d->accept(); });
        },
        Qt::BlockingQueuedConnection);
}

WebServer::~WebServer()
{
    QMetaObject::invokeMethod(
        d->server, [this] { delete d->server; }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

quint16 WebServer::port() const
{
    return d->port;
}

QString WebServer::base() const
{
    return QStringLiteral("http://%1:%2").arg(d->address).arg(d->port);
}

QUrl WebServer::url(const QString &path) const
{
    return QUrl(base() + path);
}

QString WebServer::mirrorFor(const QString &host) const
{
    return host + QLatin1Char('=') + base();
}

void WebServer::route(const QString &path, std::function<Answer(const Seen &)> answer)
{
    const QMutexLocker locked(&d->mutex);
    d->routes.insert(path.toUtf8(), std::move(answer));
}

void WebServer::route(const QString &path, const Answer &answer)
{
    route(path, [answer](const Seen &) { return answer; });
}

void WebServer::routeInTurn(const QString &path, const QList<Answer> &answers)
{
    // Only the server's thread calls it, one request after the other.
    route(path, [answers, next = std::make_shared<qsizetype>(0)](const Seen &) {
        const qsizetype at = qMin(*next, answers.size() - 1);
        ++*next;
        return answers.at(at);
    });
}

QList<Seen> WebServer::seen() const
{
    const QMutexLocker locked(&d->mutex);
    return d->log;
}

QList<Seen> WebServer::seen(const QString &path) const
{
    QList<Seen> out;
    const QList<Seen> all = seen();
    for (const Seen &one : all) {
        if (withoutQuery(one.path) == path.toUtf8())
            out.append(one);
    }
    return out;
}

int WebServer::hits(const QString &path) const
{
    return static_cast<int>(seen(path).size());
}

int WebServer::mostConnectionsAtOnce() const
{
    const QMutexLocker locked(&d->mutex);
    return d->most;
}

void WebServer::forget()
{
    const QMutexLocker locked(&d->mutex);
    d->log.clear();
    d->most = 0;
}

QByteArray gzipped(const QByteArray &bytes)
{
    // qCompress: 4 bytes of length, a 2-byte zlib head, the deflate stream, 4 bytes of Adler-32.
    const QByteArray zlib = qCompress(bytes, 9);
    const QByteArray deflate = zlib.mid(6, zlib.size() - 10);
    return QByteArray::fromHex("1f8b08000000000000ff") + deflate + littleEndian(crc32(bytes)) +
           littleEndian(static_cast<quint32>(bytes.size()));
}

} // namespace yaodian::tests
