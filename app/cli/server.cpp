#include "cli/server.h"

#include "cli/connection.h"
#include "cli/say.h"

#include <QDir>
#include <QFileInfo>

namespace yaodian::cli {

Server::Server(library::Library &library, const Clock &clock, IdSource &ids,
               std::shared_ptr<sync::PasswordsOfRun> passwords, QObject *parent)
    : QObject(parent), m_library(library), m_clock(clock), m_ids(ids), m_passwords(std::move(passwords))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Server::accept);
}

Server::~Server() = default;

Result<void> Server::listen()
{
    const QString path = library::Library::socketPath(m_library.directory());
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return Error::world(
            Say::tr("Commands cannot be handed to this window (%1): %2.").arg(path, m_server.errorString()));
    return {};
}

void Server::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new Connection(socket, m_library, m_clock, m_ids, m_passwords, this);
        connect(connection, &Connection::activated, this, &Server::activated);
    }
}

} // namespace yaodian::cli
