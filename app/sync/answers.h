#pragma once

#include "sync/judging.h"
#include "sync/recipe.h"
#include "sync/storing.h"

namespace yaodian::sync {

/// What is in an answer.
struct Taken
{
    Judgement judgement;
    QList<library::Post> posts; ///< in the order in which they are to be stored
    QString failure;            ///< what kept some of it away, a sentence; empty: nothing
    int count = 0;              ///< posts (of a listing: papers) that were in it
    QByteArray first;           ///< hash of what stands first in it: tells one page of a list from the next
    QString bodyHash;
    bool sameBody = false; ///< as the last one that was read as a whole: nothing was parsed
};

/// What an answer is read with.
struct Taking
{
    Ask ask;
    net::Response response;
    QString bodyHash; ///< of the last answer that was read as a whole; empty: unknown
};

/// Judges an answer with status 200 and parses it. What could be read is there, even where the rest is damaged. Blocks:
/// for worker threads.
[[nodiscard]] Taken take(const Taking &taking);

} // namespace yaodian::sync
