#pragma once

namespace yaodian::net {

/// What kept an answer, or the rest of it, away.
enum class Fault {
    None,
    NotFound,    ///< no such name, or no network to ask for it
    Refused,     ///< the server took no connection
    Private,     ///< the name stands for an address of a private network
    Unreachable, ///< no way there
    Certificate, ///< it could not be verified
    CutOff,      ///< the connection ended before the answer did
    TimedOut,    ///< no byte for too long
    TooLarge,    ///< more than was asked for
    Packing,     ///< it could not be unpacked
    Other,
};

} // namespace yaodian::net
