#include "library/failure.h"
#include "library/fts5api.h"
#include "library/tokenizer.h"

#include <sqlite3.h>

// The glue between SQLite's FTS5 and splitTokens().
namespace yaodian::library {

namespace {

using TokenCallback = int (*)(void *, int, const char *, int, int, int);

int create(void *, const char **, int, Fts5Tokenizer **out)
{
    static char nothing; // the tokenizer has no state, but FTS5 wants a pointer that is not null
    *out = reinterpret_cast<Fts5Tokenizer *>(&nothing);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *) {}

int tokenize(Fts5Tokenizer *, void *context, int flags, const char *text, int length, TokenCallback callback)
{
    const TokenUse use = (flags & FTS5_TOKENIZE_QUERY) ? TokenUse::Query : TokenUse::Document;
    int code = SQLITE_OK;
    splitTokens(QByteArrayView(text, length), use, [&](const Token &token) {
        code = callback(context, token.colocated ? FTS5_TOKEN_COLOCATED : 0, token.term.data(), int(token.term.size()),
                        token.begin, token.end);
        return code == SQLITE_OK;
    });
    return code;
}

} // namespace

fts5_api *fts5ApiOf(sqlite3 *db)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (!api)
        failSqlite(db, SQLITE_ERROR);
    return api;
}

void registerTokenizer(sqlite3 *db)
{
    fts5_api *api = fts5ApiOf(db);
    fts5_tokenizer functions{create, destroy, tokenize};
    const int code = api->xCreateTokenizer(api, "yaodian", nullptr, &functions, nullptr);
    if (code != SQLITE_OK)
        failSqlite(db, code);
}

} // namespace yaodian::library
