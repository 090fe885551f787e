#include "cli/handover.h"

#include "cli/cli.h"
#include "cli/say.h"

namespace yaodian::cli {

Handover::Handover(Request request, QObject *parent) : QObject(parent), m_request(std::move(request))
{
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_connected = true;
        m_socket.write(frameOf(m_request));
        m_request.input.clear();
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &Handover::read);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (!m_connected && !m_ended) {
            m_ended = true;
            Q_EMIT absent();
        }
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        if (m_socket.bytesAvailable() > 0)
            read();
        if (m_ended)
            return;
        Q_EMIT said(Stream::Err,
                    Say::tr("The window closed before it answered; what it had saved by then is saved.").toUtf8() +
                        '\n');
        end(exitFailed);
    });
}

void Handover::start(const QString &socketPath)
{
    m_socket.connectToServer(socketPath);
}

void Handover::read()
{
    m_frames.append(m_socket.readAll());
    while (const auto payload = m_frames.next()) {
        const auto answer = answerFrom(*payload);
        if (!answer)
            return m_socket.abort();
        if (answer->stream == Stream::Exit)
            return end(answer->bytes.isEmpty() ? exitFailed : answer->bytes.front());
        Q_EMIT said(answer->stream, answer->bytes);
    }
    if (m_frames.broken())
        m_socket.abort();
}

void Handover::end(int exit)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished(exit);
}

} // namespace yaodian::cli
