#pragma once

#include "sync/judging.h"
#include "sync/recipe.h"
#include "sync/storing.h"

namespace yaodian::sync {

/// What an answer brought.
struct Taken
{
    Judgement judgement;
    Kept kept;
    int posts = 0;    ///< that were in it
    QByteArray first; ///< hash of what stands first in it: tells one page of a list from the next
    QString bodyHash;
    bool sameBody = false; ///< as the last one that was read as a whole: nothing was parsed
};

/// What a turn's answers are read with; outlives the reading.
struct Taking
{
    library::Library *library = nullptr;
    library::Source source;
    Ask ask;
    net::Response response;
    QString bodyHash; ///< of the last answer that was read as a whole; empty: unknown
    /// The state to store together with the posts, where the answer turns out to be whole and all of it was stored;
    /// nullopt: the caller stores it at the end of the turn.
    std::optional<library::SyncState> state;
};

/// Judges an answer with status 200, parses it and stores its posts. What could be read is kept, even where the rest
/// is damaged; validators are stored only with the whole. Blocks: for worker threads.
[[nodiscard]] Taken take(const Taking &taking, const CancelToken &token);

} // namespace yaodian::sync
