#include "reading/reading.h"

#include "notes/tally.h"

#include <QCoreApplication>

namespace yaodian::reading {

namespace {

Error noSession()
{
    return Error::world(QCoreApplication::translate("reading", "No session is open. Select papers and start one."));
}

/// The current paper was given a verdict or passed.
void pass(library::Session &session)
{
    if (session.position < 0 || session.position >= session.queue.size())
        return;
    const library::PaperId paper = session.queue[session.position];
    if (!session.done.contains(paper))
        session.done << paper;
}

library::Session ended(const library::Library &library, library::Session session, const QDateTime &now)
{
    // A verdict given outside of verdict() counts for the paper at which the session ends.
    const bool within = session.position >= 0 && session.position < session.queue.size();
    if (within && library.state(session.queue[session.position]).verdict != library::Verdict::None)
        pass(session);
    session.ended = now;
    return session;
}

} // namespace

Reading::Reading(library::Library &library, notes::Notes &notes, const Clock &clock, IdSource &ids)
    : m_library(library), m_notes(notes), m_clock(clock), m_ids(ids)
{
}

Result<library::Session> Reading::start(const QList<library::PaperId> &queue)
{
    library::Session session;
    for (const library::PaperId &id : queue) {
        const auto paper = m_library.paper(id);
        if (!paper)
            return Error::world(QCoreApplication::translate("reading", "There is no paper %1.").arg(id.toString()));
        if (!session.queue.contains(paper->id)) // two entries of one paper are read once
            session.queue << paper->id;
    }
    if (session.queue.isEmpty())
        return Error::world(QCoreApplication::translate("reading", "A session needs at least one paper."));
    session.id = m_ids.make<library::SessionTag>();
    session.started = m_clock.now();
    const auto open = current();
    const auto done =
        m_library.act(QStringLiteral("session.start"), QCoreApplication::translate("reading", "Start a session"),
                      [&](library::Acts &acts) -> Result<void> {
                          if (open) {
                              if (const auto put = acts.putSession(ended(m_library, *open, m_clock.now())); !put.ok())
                                  return put;
                          }
                          return acts.putSession(session);
                      });
    return done.ok() ? Result<library::Session>(session) : Result<library::Session>(done.error());
}

std::optional<library::Session> Reading::current() const
{
    return m_library.openSession();
}

std::optional<library::PaperId> Reading::currentPaper() const
{
    const auto session = current();
    if (!session || session->position < 0 || session->position >= session->queue.size())
        return std::nullopt;
    return session->queue[session->position];
}

Result<std::optional<library::PaperId>> Reading::next()
{
    auto session = current();
    if (!session)
        return noSession();
    if (session->position >= session->queue.size())
        return std::optional<library::PaperId>();
    pass(*session);
    ++session->position;
    const auto done = m_library.act(QStringLiteral("session.next"),
                                    QCoreApplication::translate("reading", "Next paper of the session"),
                                    [&](library::Acts &acts) { return acts.putSession(*session); });
    if (!done.ok())
        return done.error();
    return currentPaper();
}

Result<void> Reading::verdict(library::Verdict verdict)
{
    auto session = current();
    const auto paper = currentPaper();
    if (!session || !paper)
        return noSession();
    pass(*session);
    const auto done = m_library.act(
        QStringLiteral("session.verdict"), QCoreApplication::translate("reading", "Verdict in the session"),
        [&](library::Acts &acts) -> Result<void> {
            const library::PaperState state = m_library.state(*paper);
            if (const auto put = acts.putState(*paper, notes::withVerdict(state, verdict)); !put.ok())
                return put;
            return acts.putSession(*session);
        });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<library::Session> Reading::end()
{
    const auto open = current();
    if (!open)
        return noSession();
    const library::Session session = ended(m_library, *open, m_clock.now());
    const auto done =
        m_library.act(QStringLiteral("session.end"), QCoreApplication::translate("reading", "End the session"),
                      [&](library::Acts &acts) { return acts.putSession(session); });
    return done.ok() ? Result<library::Session>(session) : Result<library::Session>(done.error());
}

Summary Reading::summary(const library::Session &session) const
{
    const notes::Tally tally = notes::tallyOf(m_library, session);
    return {tally.papers,
            tally.read,
            tally.keep,
            tally.drop,
            tally.highlights,
            tally.points,
            notes::minutesOf(session, m_clock.now())};
}

} // namespace yaodian::reading
