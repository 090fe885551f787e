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

/// A step as the journal of some file of this library keeps it.
struct KeptOperation
{
    qint64 seq = 0;
    OperationId id;
    QString act;
    QString label;
    qint64 at = 0;
    int state = 0; ///< 0: done; else undone
    QString changes;
};
[[nodiscard]] std::optional<KeptOperation> newestOperation(Connection &connection); ///< whatever its state
/// Appends those from `seq` on, in order; what was read before a StoreFailure (damage) stands in `out`.
void readOperations(Connection &connection, qint64 seq, QList<KeptOperation> &out);
/// Does a step of another file of this library once more, here, as a step `id` of its own. A StoreFailure where its
/// rows are not what it was made from.
void takeOver(Connection &connection, Stamps &stamps, const KeptOperation &operation, OperationId id);

[[nodiscard]] QList<Operation> newestOperations(Connection &connection, int most);

} // namespace yaodian::library
