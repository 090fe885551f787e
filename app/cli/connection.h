#pragma once

#include "cli/wire.h"
#include "library/library.h"
#include "sync/secrets.h"

#include <QLocalSocket>
#include <QThread>

namespace yaodian::cli {

/// One other start on the window's socket: reads its request, runs its verb, and ends when either side is gone.
class Connection final : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket; deletes itself when it is done.
    Connection(QLocalSocket *socket, library::Library &library, const Clock &clock, IdSource &ids,
               std::shared_ptr<sync::PasswordsOfRun> passwords, QObject *parent);
    ~Connection() override;

Q_SIGNALS:
    void activated(const QStringList &arguments);

private:
    void read();
    void begin(Request request);
    void answer(Stream stream, const QByteArray &bytes);
    void end(int exit);
    void leave();

    QLocalSocket *m_socket;
    library::Library &m_library;
    const Clock &m_clock;
    IdSource &m_ids;
    std::shared_ptr<sync::PasswordsOfRun> m_passwords;
    Frames m_frames;
    QThread m_thread;
    bool m_begun = false;
};

} // namespace yaodian::cli
