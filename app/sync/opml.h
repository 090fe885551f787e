#pragma once

#include "library/library.h"

namespace yaodian::sync {

/// The sources that are asked, as OPML 2.0 for other readers: feeds as they are, other kinds with an attribute of our
/// own (`kind`) that others pass over. Choices that hold secrets or headers are left out.
[[nodiscard]] QByteArray toOpml(const QList<library::Source> &sources);

/// The sources in an OPML file, folders flattened, each once, ids set; rows without an address are left out. What comes
/// from other readers are feeds, or places that are known by their address. One clear sentence where it is no OPML.
[[nodiscard]] Result<QList<library::Source>> fromOpml(const QByteArray &bytes);

/// Stores those of them that are new, in one transaction; says how many. For any thread, and for worker threads where a
/// file may be long.
Result<int> addFromOpml(library::Library &library, const QByteArray &bytes);

} // namespace yaodian::sync
