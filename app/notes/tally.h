#pragma once

#include "library/library.h"

// What a session came to: counted from the library, for its summary and its Markdown.
namespace yaodian::notes {

struct Tally
{
    int papers = 0;                   ///< in the queue
    int read = 0, keep = 0, drop = 0; ///< verdicts, as they are now, of the papers that were passed
    int highlights = 0;               ///< made while the session was open
    int points = 0;                   ///< own, made while it was open
};

[[nodiscard]] Tally tallyOf(const library::Library &library, const library::Session &session);

/// How long was read in a session that ended, in minutes: the time that it was worked in, or where that was not
/// measured, its length; nullopt while it is open.
[[nodiscard]] std::optional<qint64> minutesOf(const library::Session &session);
/// The same of one that may be open still; `now`: until when, then.
[[nodiscard]] qint64 minutesOf(const library::Session &session, const QDateTime &now);
/// A stretch of time in minutes, rounded.
[[nodiscard]] qint64 minutesBetween(const QDateTime &from, const QDateTime &to);

/// When an id was made: the clock in the first 48 bits of a UUIDv7; invalid for other ids.
[[nodiscard]] QDateTime timeOf(const QUuid &id);

} // namespace yaodian::notes
