#include "cli/connection.h"

#include "cli/cli.h"
#include "cli/job.h"

namespace yaodian::cli {

Connection::Connection(QLocalSocket *socket, library::Library &library, const Clock &clock, IdSource &ids,
                       std::shared_ptr<sync::PasswordsOfRun> passwords, QObject *parent)
    : QObject(parent), m_socket(socket), m_library(library), m_clock(clock), m_ids(ids),
      m_passwords(std::move(passwords))
{
    m_socket->setParent(this);
    connect(m_socket, &QLocalSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &Connection::leave);
    read();
}

Connection::~Connection()
{
    m_socket->disconnect(this);
    m_thread.quit();
    m_thread.wait();
}

void Connection::read()
{
    if (m_begun)
        return;
    m_frames.append(m_socket->readAll());
    const auto payload = m_frames.next();
    if (!payload) {
        if (m_frames.broken())
            m_socket->abort();
        return;
    }
    auto request = requestFrom(*payload);
    if (!request)
        return m_socket->abort();
    m_begun = true;
    if (!request->activate)
        return begin(std::move(*request));
    Q_EMIT activated(request->arguments);
    end(exitDone);
}

void Connection::begin(Request request)
{
    auto *job = new Job(m_library, m_clock, m_ids, m_passwords, std::move(request));
    job->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, job, &Job::start);
    connect(&m_thread, &QThread::finished, job, &QObject::deleteLater);
    connect(job, &Job::said, this, &Connection::answer);
    connect(job, &Job::finished, this, &Connection::end);
    m_thread.start();
}

void Connection::answer(Stream stream, const QByteArray &bytes)
{
    m_socket->write(frameOf(Answer{stream, bytes}));
}

/// Both sides are done, or who typed the verb went away (Ctrl+C): then the verb ends with them. It may be in the middle
/// of a step, and the window does not wait for that.
void Connection::leave()
{
    if (!m_thread.isRunning())
        return deleteLater();
    connect(&m_thread, &QThread::finished, this, &QObject::deleteLater);
    m_thread.quit();
}

void Connection::end(int exit)
{
    answer(Stream::Exit, QByteArray(1, char(exit)));
    m_socket->disconnectFromServer(); // after everything is written
}

} // namespace yaodian::cli
