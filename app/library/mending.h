#pragma once

#include "library/connection.h"

#include <QSet>

namespace yaodian::library {

/// Some steps of the schemas got further statements when there were files already that had taken them without, and the
/// first step once made triggers that SQLite does not run. Gives a file of ours, attached as `schema`, what it lacks
/// for that, and takes from it what is too much, in one transaction; does nothing to all other files, nor to those of a
/// newer program.
void mendSchema(Connection &connection, const QByteArray &schema);

/// The tables and indexes that mendSchema() would make in a notes file of `version`.
[[nodiscard]] QSet<QByteArray> lateNames(int version);

} // namespace yaodian::library
