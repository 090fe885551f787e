#pragma once

#include "library/library.h"
#include "notes/notes.h"

namespace yaodian::reading {

/// Counts of a session for its summary.
struct Summary
{
    int papers = 0;
    int read = 0, keep = 0, drop = 0;
    int highlights = 0; ///< made while it was open
    int points = 0;     ///< own, made while it was open
    qint64 minutes = 0;
};

/// Sessions: a queue of papers, one at a time. Kept in the library at every step, so a session survives a crash.
class Reading
{
public:
    Reading(library::Library &library, notes::Notes &notes, const Clock &clock, IdSource &ids);

    /// Starts a session over `queue` (not empty); ends an open one first.
    Result<library::Session> start(const QList<library::PaperId> &queue);
    [[nodiscard]] std::optional<library::Session> current() const;
    [[nodiscard]] std::optional<library::PaperId> currentPaper() const;
    /// Moves on; nullopt at the end of the queue (the session stays open until end()).
    Result<std::optional<library::PaperId>> next();
    Result<void> verdict(library::Verdict verdict); ///< of the current paper
    Result<library::Session> end();
    [[nodiscard]] Summary summary(const library::Session &session) const;

private:
    library::Library &m_library;
    notes::Notes &m_notes;
    const Clock &m_clock;
    IdSource &m_ids;
};

} // namespace yaodian::reading
