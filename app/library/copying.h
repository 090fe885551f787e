#pragma once

#include "library/connection.h"

#include <QString>

#include <functional>

namespace yaodian::library {

/// Copies the main database of `from`, as it is at one moment, to `file`: beside it first, `finish` works on the copy,
/// the copy is checked and fsynced, and takes its place in one step. What was there before stays where that fails (a
/// StoreFailure).
void makeCopy(Connection &from, const QString &file, const std::function<void(Connection &copy)> &finish = {});

/// Removes what a makeCopy() to `file` that was cut short left beside it.
void removeDraft(const QString &file);

} // namespace yaodian::library
