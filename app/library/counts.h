#pragma once

#include "library/connection.h"
#include "library/folder.h"
#include "library/library.h"

namespace yaodian::library {

[[nodiscard]] Library::Counts readCounts(Connection &connection, const Folder &folder);

} // namespace yaodian::library
