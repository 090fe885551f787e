#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <mutex>

#include <sys/types.h>

namespace yaodian::pdf {

/// A running yaodian-pdf and our end of its socket. The worker dies with the handle, with the thread that started it,
/// and when its socket closes, whichever comes first.
class WorkerHandle
{
public:
    /// What of the processors it gets: as much as others, or what nobody else wants.
    enum class Share { Fair, Leftovers };

    /// Starts a worker; a sentence where the program is missing or the system refuses.
    static Result<std::shared_ptr<WorkerHandle>> start(Share share = Share::Fair);
    /// The program: $YAODIAN_PDF_WORKER, beside our own, in ../libexec. Empty where there is none.
    static QString program();

    WorkerHandle(pid_t process, int socket) : m_process(process), m_socket(socket) {}
    ~WorkerHandle();
    Q_DISABLE_COPY_MOVE(WorkerHandle)

    [[nodiscard]] int socket() const { return m_socket; }
    [[nodiscard]] pid_t process() const { return m_process; }
    /// From any thread. The socket stays open, so that whoever reads it sees its end.
    void kill();

private:
    pid_t m_process;
    int m_socket;
};

} // namespace yaodian::pdf
