#pragma once

#include "sync/sync.h"

namespace yaodian::cli {

struct Context;

/// Counts of a verb that brings something in; the answers of several requests add up.
struct Arrived
{
    int fresh = 0;
    int updated = 0;
    int unchanged = 0;
    QStringList failed;
    QStringList waiting; ///< asked for patience: said, and no failure

    void add(const sync::Outcome &outcome);
};

/// Prints the counts; gives the exit code.
[[nodiscard]] int report(const Context &context, const Arrived &arrived);

/// What the services say of their progress goes to standard error.
void showActivity(Context &context);

} // namespace yaodian::cli
