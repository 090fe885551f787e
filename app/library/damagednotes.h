#pragma once

#include "library/connection.h"
#include "library/failure.h"

#include <memory>

namespace yaodian::library {

/// Damaged notes that were put aside, open for reading what can still be read; what SQLite puts beside them for that is
/// gone afterwards, and a log that they have stays. A StoreFailure: nothing can be read.
class DamagedNotes
{
public:
    explicit DamagedNotes(const QString &file);
    ~DamagedNotes();
    Q_DISABLE_COPY_MOVE(DamagedNotes)

    [[nodiscard]] Connection &connection() { return *m_connection; }

private:
    QString m_file;
    std::unique_ptr<Connection> m_connection;
};

/// Whether a failure is of the disk or the machine, not of the rows: then nothing is done, and another time all of it.
[[nodiscard]] bool isOfDisk(const StoreFailure &failure);

} // namespace yaodian::library
