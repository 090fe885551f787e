#pragma once

#include "base/cancel.h"
#include "library/connection.h"

#include <QString>

#include <functional>

namespace yaodian::library {

/// Copies the main database of `from`, as it is at one moment, to `file`: beside it first, `finish` works on the copy,
/// the copy is checked and fsynced, and takes its place in one step. What was there before stays where that fails (a
/// StoreFailure).
/// Ends with SQLITE_INTERRUPT as soon as `token` asks for it.
void makeCopy(Connection &from, const QString &file, const std::function<void(Connection &copy)> &finish = {},
              const CancelToken &token = {});

/// Removes what a makeCopy() to `file` that was cut short left beside it.
void removeDraft(const QString &file);

} // namespace yaodian::library
