#pragma once

#include "pdf/protocol/messages.h"

#include <QByteArray>

// Frames over the socket between the client and its worker. Blocking calls; interrupted system calls are repeated.
namespace yaodian::pdf::protocol {

/// Sends header, body and pixels; `descriptor` >= 0 goes along with the first byte. False where the other side is gone.
bool sendFrame(int socket, const Header &header, QByteArrayView body, QByteArrayView pixels = {}, int descriptor = -1);

/// The same for the worker, which may only write. A client that is gone ends the process (SIGPIPE).
bool writeFrame(int socket, const Header &header, QByteArrayView body, QByteArrayView pixels = {});

enum class Received { All, Closed, TimedOut, Woken, Broken };

/// Waits until the socket can be read. `wake` (>= 0) is a second descriptor whose readability ends the wait;
/// `milliseconds` < 0 waits without end.
Received awaitReadable(int socket, int wake, int milliseconds);

/// Reads up to `size` bytes that are there already, and a descriptor that came along (else -1).
/// Gives the number of bytes, 0 where the other side is gone, -1 where nothing is there yet.
qsizetype receiveSome(int socket, char *to, qsizetype size, int *descriptor = nullptr);

/// The worker's side: a whole message, however long it takes. Closed also for a message beyond the limits.
Received receiveFrame(int socket, Header &header, QByteArray &body, int &descriptor);

} // namespace yaodian::pdf::protocol
