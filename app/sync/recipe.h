#pragma once

#include "library/sourcevalues.h"
#include "net/client.h"

#include <QSet>

// What a source of each kind is asked, one request after the other. Pure.
namespace yaodian::sync {

/// One request of a source's turn.
struct Ask
{
    enum class Reading {
        Feed,     ///< posts, one an item
        Document, ///< posts, as the parser finds them
        Index,    ///< names what is to be asked next
    };
    QUrl url;
    Reading reading = Reading::Feed;
    bool conditional = false;  ///< with the source's validators
    bool mayBeMissing = false; ///< "there is nothing" is no failure (a day without papers)
    QString cursor;            ///< how far the source has come once this answer is stored
};

/// What a turn starts from.
struct Round
{
    library::Source source;
    library::SyncState state;
    QDateTime now;             ///< UTC
    int olderPages = 0;        ///< so many pages (days, files) of older issues are wanted in place of new ones
    QSet<QString> known;       ///< links of the posts that are there
    QList<QDate> missing = {}; ///< newest first; these days are wanted, and `olderPages` is the most that is asked
};

/// What was found out about the answer to an ask.
struct Reply
{
    const net::Response *response = nullptr;
    int posts = 0;        ///< that were in it
    int fresh = 0;        ///< of these, that are new
    bool repeats = false; ///< it is the same as the answer before it: there are no further pages
    QDate oldest = {};    ///< day of the oldest post in it; invalid: none is dated
};

[[nodiscard]] QList<Ask> firstAsks(const Round &round);
/// What an answer leads to; empty: nothing more.
[[nodiscard]] QList<Ask> nextAsks(const Round &round, const Ask &asked, const Reply &reply);
/// What is asked in place of an ask that was refused; nullopt: nothing.
[[nodiscard]] std::optional<Ask> fallback(const Round &round, const Ask &refused);

/// How far back a source has come, after `asked`: of a turn for older issues each time, of any other where the first
/// turn of a dated source began. Empty: nothing to be marked.
[[nodiscard]] QString backfillMark(const Round &round, const Ask &asked);
/// Of which of the missing days a turn knows all there is, once it ended soundly after `answers` answers with posts,
/// the oldest of which is of the day `oldest`.
[[nodiscard]] QList<QDate> answeredDays(const Round &round, int answers, const QDate &oldest);
/// True for the kinds that have a way to older issues.
[[nodiscard]] bool canBackfill(const library::Source &source);

/// True where all of a turn is one request, whose validators are stored with its posts.
[[nodiscard]] bool isSingle(const Round &round);

} // namespace yaodian::sync
