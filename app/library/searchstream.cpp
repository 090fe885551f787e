#include "library/searchstream.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace yaodian::library {

namespace {

/// Rows that Best ranks, and that Newest sorts, at most.
constexpr size_t mostRanked = 10'000;
constexpr size_t mostDated = 400;
/// The newest rows by their date that are looked at beside the last that came.
constexpr int newestLooked = 400;
constexpr qint64 gap = 5; ///< rows between two of them that are looked at too
constexpr size_t mostStretches = 20;

struct Row
{
    qint64 row = 0;
    double score = 0;
};

struct Stretch
{
    qint64 from = 0;
    qint64 to = std::numeric_limits<qint64>::max();
};

class Walk
{
public:
    Walk(Connection &connection, const Searched &searched, const QString &match, const Condition &condition,
         SearchOrder order)
        : m_connection(connection), m_searched(searched), m_match(match), m_condition(condition)
    {
        const QByteArray name = searched.index.split('.').last();
        m_sql = "SELECT " + name + ".rowid, " +
                (order == SearchOrder::Best ? "relevance(" + name + searched.weights + ')' : searched.date) + " FROM " +
                searched.index + ' ' + searched.from + " WHERE " + name + " MATCH ? AND " + name +
                ".rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)" + (condition.sql.isEmpty() ? "" : " AND ") +
                condition.sql + " ORDER BY " + name + ".rowid DESC";
    }

    /// From the last row of the stretch on, until there are `enough`; false where there may be more.
    bool go(const Stretch &stretch, size_t enough)
    {
        Statement statement(m_connection, m_sql);
        statement.put(m_match);
        statement.put(QString::number(stretch.from));
        statement.put(QString::number(stretch.to));
        m_condition.bindTo(statement);
        while (statement.step()) {
            const qint64 row = statement.integer(0);
            if (!rows.empty() && rows.back().row == row)
                continue; // one file of two papers is found once
            if (rows.size() >= enough)
                return false;
            rows.push_back({row, statement.real(1)});
        }
        return true;
    }

    /// Where the newest rows by their date lie that came before `row`.
    [[nodiscard]] std::vector<Stretch> newestBefore(qint64 row)
    {
        std::vector<qint64> found;
        Statement statement(m_connection, m_searched.newest + " LIMIT ?");
        statement.put(newestLooked);
        while (statement.step())
            if (statement.integer(0) < row)
                found.push_back(statement.integer(0));
        std::sort(found.begin(), found.end());
        std::vector<Stretch> out;
        for (const qint64 one : found) {
            if (out.empty() || one > out.back().to + gap)
                out.push_back({one, one});
            out.back().to = one;
        }
        if (out.size() > mostStretches)
            out.resize(mostStretches);
        return out;
    }

    std::vector<Row> rows;

private:
    Connection &m_connection;
    const Searched &m_searched;
    const QString &m_match;
    const Condition &m_condition;
    QByteArray m_sql;
};

} // namespace

QList<qint64> matchingRows(Connection &connection, const Searched &searched, const QString &match,
                           const Condition &condition, SearchOrder order, int most)
{
    Walk walk(connection, searched, match, condition, order);
    const bool best = order == SearchOrder::Best;
    const size_t enough = std::max(size_t(most), best ? mostRanked : mostDated);
    if (!walk.go({}, enough) && !best && !searched.newest.isEmpty())
        for (const Stretch &stretch : walk.newestBefore(walk.rows.back().row))
            walk.go(stretch, std::numeric_limits<size_t>::max());
    std::vector<Row> &rows = walk.rows;
    // Of one issue, and of one document, Newest keeps the order.
    std::sort(rows.begin(), rows.end(), [best](const Row &a, const Row &b) {
        return a.score != b.score ? a.score > b.score : best ? a.row > b.row : a.row < b.row;
    });
    QList<qint64> out;
    for (const Row &row : rows) {
        if (out.size() == most)
            break;
        out += row.row;
    }
    return out;
}

} // namespace yaodian::library
