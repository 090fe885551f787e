#pragma once

namespace yaodian {

/// The calling thread no longer pushes another aside when it wakes: the window and the display server come first. What
/// nobody else wants of the processors it has as before. A thread that has another policy already keeps it. Where the
/// system knows no such thing, nothing changes.
void giveWay();

/// The calling thread, and all that it starts, has from now on only what nobody else wants of the processors. For
/// processes that do nothing else: an ordinary user's thread never comes back from there, and a lock that it holds may
/// be waited for long.
void standBack();

} // namespace yaodian
