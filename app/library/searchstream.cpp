#include "library/searchstream.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <vector>

namespace yaodian::library {

namespace {

/// Rows that Best ranks at most.
constexpr size_t mostRanked = 10'000;
/// The newest rows by their dates, and the last that came beside them, that Newest looks at.
constexpr int newestLooked = 400;
constexpr size_t mostDated = 200;
/// Rows that are looked at where few of them are kept; on and on, until there are as many as are asked for.
constexpr qint64 mostWalked = 10'000;

struct Row
{
    qint64 row = 0;
    double score = 0;
};

/// The index from its end on.
class IndexWalk
{
public:
    IndexWalk(Connection &connection, const Searched &searched, const QString &match, const Condition &condition,
              const QByteArray &score)
        : m_statement(connection, sqlOf(searched, condition, score))
    {
        condition.bindTo(m_statement);
        m_statement.put(match);
        m_statement.put(searched.first);
    }

    /// The next row that fulfils the condition; false at the end, and where `isEnough` of what was looked at.
    template <class Enough> bool next(Row &out, Enough isEnough)
    {
        while (!isEnough(m_walked, m_row) && m_statement.step()) {
            ++m_walked;
            const bool again = m_statement.integer(0) == m_row; // one file of two papers
            m_row = m_statement.integer(0);
            m_given = m_given && again;
            if (m_statement.isNull(1) || m_given)
                continue;
            m_given = true;
            out = {m_row, m_statement.real(1)};
            return true;
        }
        return false;
    }

private:
    static QByteArray sqlOf(const Searched &searched, const Condition &condition, const QByteArray &score)
    {
        const QByteArray name = searched.index.split('.').last();
        return "SELECT " + name + ".rowid, " +
               (condition.sql.isEmpty() ? score : "CASE WHEN " + condition.sql + " THEN " + score + " END") + " FROM " +
               searched.index + ' ' + searched.from + " WHERE " + name + " MATCH ? AND " + name +
               ".rowid >= ? ORDER BY " + name + ".rowid DESC";
    }

    Statement m_statement;
    qint64 m_walked = 0;
    qint64 m_row = std::numeric_limits<qint64>::max();
    bool m_given = false; ///< the last row was
};

void sortByScore(std::vector<Row> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.score > b.score; });
}

std::vector<Row> bestRows(Connection &connection, const Searched &searched, const QString &match,
                          const Condition &condition, size_t most)
{
    const QByteArray name = searched.index.split('.').last();
    IndexWalk walk(connection, searched, match, condition, "relevance(" + name + searched.weights + ')');
    std::vector<Row> rows;
    const size_t enough = std::max(most, mostRanked);
    Row row;
    while (walk.next(row, [&](qint64 walked, qint64) {
        return rows.size() >= enough || (walked > mostWalked && rows.size() >= most);
    }))
        rows.push_back(row);
    sortByScore(rows);
    return rows;
}

/// The newest rows, with their places among them.
QHash<qint64, int> newestOf(Connection &connection, const Searched &searched)
{
    QHash<qint64, int> out;
    if (searched.newest.isEmpty())
        return out;
    Statement statement(connection, searched.newest + " LIMIT ?");
    statement.put(newestLooked);
    while (statement.step())
        out.insert(statement.integer(0), int(out.size()));
    return out;
}

std::vector<Row> newestRows(Connection &connection, const Searched &searched, const QString &match,
                            const Condition &condition, size_t most)
{
    const QHash<qint64, int> newest = newestOf(connection, searched);
    qint64 oldest = std::numeric_limits<qint64>::max();
    for (auto it = newest.keyBegin(); it != newest.keyEnd(); ++it)
        oldest = std::min(oldest, *it);
    IndexWalk walk(connection, searched, match, condition, "1");
    std::vector<Row> rows, others;
    const size_t dated = searched.dateOf.isEmpty() ? most : std::max(most, mostDated);
    Row row;
    while (walk.next(row, [&](qint64 walked, qint64 at) {
        const bool enough = rows.size() >= most || others.size() >= dated;
        return enough && (at <= oldest || walked > mostWalked);
    })) {
        const auto place = newest.constFind(row.row);
        if (place != newest.constEnd())
            rows.push_back({row.row, -double(*place)});
        else if (others.size() < dated)
            others.push_back({row.row, 0});
    }
    sortByScore(rows);
    if (rows.size() >= most)
        return rows;
    if (!searched.dateOf.isEmpty()) {
        Statement date(connection, searched.dateOf);
        for (Row &other : others) {
            date.reset();
            other.score = date.bind(other.row).step() ? double(date.integer(0)) : 0;
        }
        sortByScore(others);
    }
    rows.insert(rows.end(), others.begin(), others.end()); // none of them is as new
    return rows;
}

} // namespace

QList<qint64> matchingRows(Connection &connection, const Searched &searched, const QString &match,
                           const Condition &condition, SearchOrder order, int most)
{
    const auto rows =
        (order == SearchOrder::Best ? bestRows : newestRows)(connection, searched, match, condition, size_t(most));
    QList<qint64> out;
    for (size_t i = 0; i < rows.size() && out.size() < most; ++i)
        out += rows[i].row;
    return out;
}

} // namespace yaodian::library
