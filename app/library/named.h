#pragma once

#include "library/connection.h"
#include "library/library.h"

namespace yaodian::library {

[[nodiscard]] Library::Named findNamed(Connection &connection, const QString &text,
                                       const QList<Library::Named::What> &among);

} // namespace yaodian::library
