#pragma once

#include "library/rows.h"
#include "library/stamps.h"
#include "library/values.h"

#include <QJsonArray>
#include <QSet>

namespace yaodian::library {

/// Changes rows and writes down what they were before: the one way in which acts touch the notes. Lives within one
/// write transaction.
class Recorder
{
public:
    Recorder(Connection &connection, Stamps &stamps) : m_connection(connection), m_stamps(stamps) {}

    /// Writes a row, if it differs from what is there.
    void put(Rows rows, const QJsonObject &key, const QJsonObject &row);
    void put(const RowTable &table, const QJsonObject &key, const QJsonValue &row); ///< Null: removes it
    void remove(Rows rows, const QJsonObject &key);
    [[nodiscard]] QJsonValue current(Rows rows, const QJsonObject &key) const;
    /// The paper whose marks changed, for Change.
    void touch(PaperId paper) { m_papers.insert(paper); }

    [[nodiscard]] Connection &connection() const { return m_connection; }
    [[nodiscard]] QSet<PaperId> papers() const { return m_papers; }
    [[nodiscard]] bool hasTouched(Rows rows) const; ///< also where the rows are as they were in the end
    /// One object a row, {t, k, b, a}, in order; rows that are as they were in the end are left out.
    [[nodiscard]] QJsonArray changes() const;

private:
    Connection &m_connection;
    Stamps &m_stamps;
    QJsonArray m_changes;
    QSet<PaperId> m_papers;
};

/// Whether one of the changes is of these rows.
[[nodiscard]] bool changesTable(const QJsonArray &changes, Rows rows);

/// Appends `later` to `earlier`: a row that both changed keeps the first "before" and the last "after".
[[nodiscard]] QJsonArray mergedChanges(QJsonArray earlier, const QJsonArray &later);

} // namespace yaodian::library
