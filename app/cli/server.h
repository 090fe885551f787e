#pragma once

#include "base/result.h"
#include "cli/wire.h"
#include "library/library.h"
#include "sync/secrets.h"

#include <QLocalServer>
#include <QObject>

namespace yaodian::cli {

/// The window's side of the socket: runs the writing verbs of other starts, each on a thread with a network client of
/// its own, so that the window stays responsive; and hears when the program is started a second time. Only the user's
/// own processes can connect.
class Server final : public QObject
{
    Q_OBJECT

public:
    /// `passwords`: what the window knows of them, and the verbs it runs change.
    Server(library::Library &library, const Clock &clock, IdSource &ids,
           std::shared_ptr<sync::PasswordsOfRun> passwords, QObject *parent = nullptr);
    /// Ends the verbs that still run; their callers hear that the window closed.
    ~Server() override;

    /// Listens on Library::socketPath. Call only with the lock held: what an earlier window left there is removed.
    Result<void> listen();

Q_SIGNALS:
    /// A second start: nothing, or what to open (an absolute path, an ID or a yaodian:// link).
    void activated(const QStringList &arguments);

private:
    void accept();

    library::Library &m_library;
    const Clock &m_clock;
    IdSource &m_ids;
    std::shared_ptr<sync::PasswordsOfRun> m_passwords;
    QLocalServer m_server;
};

} // namespace yaodian::cli
