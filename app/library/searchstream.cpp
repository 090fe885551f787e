#include "library/searchstream.h"

#include <algorithm>
#include <vector>

namespace yaodian::library {

namespace {

/// Rows that Best ranks, and that Newest sorts, at most.
constexpr size_t mostRanked = 10'000;
constexpr size_t mostDated = 400;

struct Row
{
    qint64 row = 0;
    double score = 0;
};

} // namespace

QList<qint64> matchingRows(Connection &connection, const Searched &searched, const QString &match,
                           const Condition &condition, SearchOrder order, int most)
{
    const QByteArray name = searched.index.split('.').last();
    const QByteArray score = order == SearchOrder::Best ? "relevance(" + name + searched.weights + ')' : searched.date;
    Statement statement(connection, "SELECT " + name + ".rowid, " + score + " FROM " + searched.index + ' ' +
                                        searched.from + " WHERE " + name + " MATCH ?" +
                                        (condition.sql.isEmpty() ? "" : " AND ") + condition.sql + " ORDER BY " + name +
                                        ".rowid DESC");
    statement.put(match);
    condition.bindTo(statement);
    const size_t enough = std::max(size_t(most), order == SearchOrder::Best ? mostRanked : mostDated);
    std::vector<Row> rows;
    while (rows.size() < enough && statement.step()) {
        const qint64 row = statement.integer(0);
        if (rows.empty() || rows.back().row != row) // one file of two papers is found once
            rows.push_back({row, statement.real(1)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.score > b.score; });
    QList<qint64> out;
    for (const Row &row : rows) {
        if (out.size() == most)
            break;
        out += row.row;
    }
    return out;
}

} // namespace yaodian::library
