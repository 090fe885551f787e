#include "cli/entrance.h"

#include "cli/say.h"

namespace yaodian::cli {

namespace {

constexpr int betweenAttempts = 100; // ms
constexpr qint64 blink = 300;        // ms: a window that starts just now has the lock before its socket

} // namespace

Entrance::Entrance(QString directory, Request request, const Clock &clock, IdSource &ids, qint64 patienceMs)
    : m_directory(std::move(directory)), m_request(std::move(request)), m_clock(clock), m_ids(ids),
      m_patience(patienceMs)
{
}

void Entrance::start()
{
    m_since.start();
    attempt();
}

void Entrance::attempt()
{
    auto library = library::Library::open(m_directory, library::Library::Mode::ReadWrite, m_clock, m_ids);
    if (library) {
        m_library = std::move(library.value());
        Q_EMIT opened();
        return;
    }
    if (library.error().message != library::Library::lockedMessage()) {
        Q_EMIT refused(library.error().message);
        return;
    }
    auto *handover = new Handover(m_request, this);
    connect(handover, &Handover::said, this, &Entrance::said);
    connect(handover, &Handover::finished, this, &Entrance::handed);
    connect(handover, &Handover::absent, this, [this, handover] {
        handover->deleteLater();
        wait();
    });
    handover->start(library::Library::socketPath(m_directory));
}

void Entrance::wait()
{
    const qint64 waited = m_since.elapsed();
    if (waited >= m_patience) {
        Q_EMIT refused(library::Library::lockedMessage());
        return;
    }
    if (!m_said && waited >= blink) {
        m_said = true;
        Q_EMIT waiting(Say::tr("Another command is writing to the library; waiting for it…"));
    }
    QTimer::singleShot(betweenAttempts, this, &Entrance::attempt);
}

} // namespace yaodian::cli
