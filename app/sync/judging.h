#pragma once

#include "library/values.h"
#include "net/client.h"
#include "sync/feedshape.h"

namespace yaodian::sync {

/// What an answer means for a source.
struct Judgement
{
    enum class Kind {
        NotModified, ///< nothing new, validators kept
        Whole,       ///< a sound feed: its validators may be stored with its last issue
        CutOff,      ///< a feed without its end: what is there is kept, the validators are not
        Empty,       ///< a sound feed without items: nothing is deleted for it
        Wait,        ///< asked to come again later; no failure
        Failed,
    };

    Kind kind = Kind::Failed;
    QString sentence; ///< for Empty, CutOff, Wait and Failed
    int waitSeconds = 0;
    bool wholeHost = false; ///< Wait holds for all sources of the host
    bool gone = false;      ///< Failed because there is nothing at that address any more
};

/// `shape` is that of the body of a 200.
[[nodiscard]] Judgement judge(const net::Response &response, const FeedShape &shape);

/// What an answer means for a source that is no feed: any text is a sound answer.
[[nodiscard]] Judgement judgeDocument(const net::Response &response);

/// What the relative links of a feed are relative to: the address it came from, or the one that the server says it has
/// (Content-Location), where anybody could ask there.
[[nodiscard]] QString baseAddress(const net::Response &response);

/// A network that wants a log-in first (a hotel's, a train's) sent its own page in place of what was asked over plain
/// http: no word of the source's.
[[nodiscard]] bool isNetworkLogin(const QUrl &asked, const net::Response &response);

/// The headers of the next request: validators verbatim, none where `unconditional`.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> requestHeaders(const library::SyncState &state,
                                                                      bool unconditional);

/// The state after an answer, from the one before it. `now` in UTC. The outcome's text and when to ask again are left
/// to the caller.
[[nodiscard]] library::SyncState stateAfter(const Judgement &judgement, const net::Response &response,
                                            library::SyncState before, const QDateTime &now);

/// Without validators and one failure on: what could not be read is asked for again.
[[nodiscard]] library::SyncState failedState(library::SyncState before, const QString &sentence, const QDateTime &now);

} // namespace yaodian::sync
