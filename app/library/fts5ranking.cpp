#include "library/failure.h"
#include "library/fts5api.h"
#include "library/ranking.h"

#include <sqlite3.h>

#include <cmath>
#include <memory>
#include <vector>

// What FTS5's bm25() does, made for large libraries: that one counts every row of every word before it answers.
namespace yaodian::library {

namespace {

/// Rows that are counted of a word; the rest is estimated from how far in the index they reach.
constexpr sqlite3_int64 rowsCounted = 2000;

struct Weighing
{
    std::vector<double> rarity; ///< of each phrase
    std::vector<double> weights;
    std::vector<double> hits; ///< of the row that is weighed
};

struct Count
{
    sqlite3_int64 rows = 0;
    sqlite3_int64 last = 0;
};

int countRow(const Fts5ExtensionApi *api, Fts5Context *row, void *to)
{
    auto *count = static_cast<Count *>(to);
    ++count->rows;
    count->last = api->xRowid(row);
    return count->rows < rowsCounted ? SQLITE_OK : SQLITE_DONE;
}

/// As bm25() has it: log((N - n + 0.5) / (n + 0.5)), never negative.
double rarityOf(const Count &count, sqlite3_int64 all)
{
    double rows = double(count.rows);
    if (count.rows >= rowsCounted && count.last > 0)
        rows = std::min(double(all), rows * std::max(1.0, double(all) / double(count.last)));
    return std::max(1e-6, std::log((double(all) - rows + 0.5) / (rows + 0.5)));
}

int prepare(const Fts5ExtensionApi *api, Fts5Context *context, Weighing &out)
{
    const int phrases = api->xPhraseCount(context);
    out.rarity.assign(size_t(phrases), 1.0);
    out.hits.assign(size_t(phrases), 0.0);
    if (phrases < 2) // one alone is as rare in every row
        return SQLITE_OK;
    sqlite3_int64 all = 0;
    int code = api->xRowCount(context, &all);
    for (int phrase = 0; phrase < phrases && code == SQLITE_OK; ++phrase) {
        Count count;
        code = api->xQueryPhrase(context, phrase, &count, countRow);
        out.rarity[size_t(phrase)] = rarityOf(count, all);
    }
    return code;
}

Weighing *weighingOf(const Fts5ExtensionApi *api, Fts5Context *context, int count, sqlite3_value **weights, int &code)
{
    auto *known = static_cast<Weighing *>(api->xGetAuxdata(context, 0));
    if (known)
        return known;
    auto made = std::make_unique<Weighing>();
    code = prepare(api, context, *made);
    for (int i = 0; i < count; ++i)
        made->weights.push_back(sqlite3_value_double(weights[i]));
    if (code == SQLITE_OK)
        code = api->xSetAuxdata(context, made.get(), [](void *old) { delete static_cast<Weighing *>(old); });
    return code == SQLITE_OK ? made.release() : nullptr;
}

/// Better is larger. How long a row is does not count: it would cost a look-up each, and abstracts are much alike.
void relevance(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int count,
               sqlite3_value **weights)
{
    int code = SQLITE_OK;
    Weighing *weighing = weighingOf(api, context, count, weights, code);
    if (!weighing)
        return sqlite3_result_error_code(result, code);
    double score = 0;
    for (int phrase = 0; phrase < int(weighing->rarity.size()); ++phrase) {
        double hits = 0;
        Fts5PhraseIter at;
        int column = 0, offset = 0;
        code = api->xPhraseFirst(context, phrase, &at, &column, &offset);
        for (; code == SQLITE_OK && column >= 0; api->xPhraseNext(context, &at, &column, &offset))
            hits += size_t(column) < weighing->weights.size() ? weighing->weights[size_t(column)] : 1.0;
        score += weighing->rarity[size_t(phrase)] * hits * 2.2 / (hits + 1.2); // k1 = 1.2, as everywhere
    }
    sqlite3_result_double(result, score);
}

} // namespace

void registerRanking(sqlite3 *db)
{
    fts5_api *api = fts5ApiOf(db);
    const int code = api->xCreateFunction(api, "relevance", nullptr, relevance, nullptr);
    if (code != SQLITE_OK)
        failSqlite(db, code);
}

} // namespace yaodian::library
