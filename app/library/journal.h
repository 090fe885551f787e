#pragma once

#include "library/recorder.h"

namespace yaodian::library {

/// What an act wants written into the journal.
struct NewOperation
{
    OperationId id;
    QString act;
    QString label;
    QString mergeSubject; ///< empty: always a step of its own
    qint64 at = 0;
};

/// Makes the step, or extends the newest one of the same act and subject; null where nothing changed. Undone steps
/// are given up.
OperationId recordOperation(Recorder &recorder, Stamps &stamps, const NewOperation &operation);

/// A step that was applied backwards or forwards.
struct AppliedOperation
{
    Operation operation;
    QSet<PaperId> papers;
    bool kinds = false;    ///< of highlights changed
    bool searches = false; ///< that are kept changed
};
enum class Direction { Undo, Redo };
/// nullopt: there is no step in that direction.
std::optional<AppliedOperation> applyNext(Connection &connection, Stamps &stamps, Direction direction);

[[nodiscard]] QList<Operation> newestOperations(Connection &connection, int most);

} // namespace yaodian::library
