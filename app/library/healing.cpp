#include "library/healing.h"

#include "base/log.h"
#include "library/failure.h"
#include "library/say.h"
#include "library/statement.h"
#include "library/tokenizer.h"

#include <sqlite3.h>

namespace yaodian::library {

namespace {

struct Index
{
    const char *schema;
    const char *name;
    const char *content; ///< the table whose texts it holds
    const char *sample;  ///< the column of it that is asked
    const char *whose;
};

constexpr Index indexes[] = {
    {"main", "notes_fts", "texts", "text", QT_TRANSLATE_NOOP("library", "your own words")},
    {"cache", "entries_fts", "entries", "title", QT_TRANSLATE_NOOP("library", "the entries")},
    {"cache", "pages_fts", "pages", "text", QT_TRANSLATE_NOOP("library", "the pages of PDFs")},
};

constexpr int probes = 60;

QByteArray firstWord(const QByteArray &text)
{
    QByteArray word;
    splitTokens(text, TokenUse::Query, [&word](const Token &token) {
        word = token.term.toByteArray();
        return false;
    });
    return word;
}

bool holdsRow(Connection &connection, const QByteArray &table, const QByteArray &name, qint64 row, const QString &word)
{
    Statement match(connection, "SELECT 1 FROM " + table + " WHERE " + name + " MATCH ?1 AND rowid = ?2");
    return match.bind(QLatin1Char('"') + word + QLatin1Char('"'), row).step();
}

bool isSound(Connection &connection, const Index &index)
{
    const QByteArray schema = QByteArray(index.schema) + '.';
    const QByteArray content = schema + index.content;
    Statement last(connection, "SELECT coalesce(max(row), 0) FROM " + content);
    const qint64 newest = last.step() ? last.integer(0) : 0;
    Statement held(connection, "SELECT coalesce(max(id), 0) FROM " + schema + index.name + "_docsize");
    if (!held.step() || held.integer(0) != newest)
        return false;
    // What came last is what a crash could have cut short; the rest is asked here and there.
    for (int i = 0; i < probes; ++i) {
        const qint64 from = i < probes / 2 ? newest - i : newest * (probes - i) / probes;
        Statement some(connection, QByteArray("SELECT row, ") + index.sample + " FROM " + content +
                                       " WHERE row <= ?1 ORDER BY row DESC LIMIT 1");
        if (!some.bind(from).step())
            continue;
        const QByteArray word = firstWord(some.text(1).toUtf8());
        if (!word.isEmpty() &&
            !holdsRow(connection, schema + index.name, index.name, some.integer(0), QString::fromUtf8(word)))
            return false;
    }
    return true;
}

bool matchesItsTexts(Connection &writer, const Index &index)
{
    const QByteArray name = index.name;
    try {
        Statement(writer, QByteArray("INSERT INTO ") + index.schema + '.' + name + '(' + name +
                              ", rank) VALUES ('integrity-check', 1)")
            .run();
        return true;
    } catch (const StoreFailure &failure) {
        if (failure.code != SQLITE_CORRUPT)
            throw;
        return false;
    }
}

/// What the index of the reader's words holds is a copy itself.
void copyTexts(Connection &writer)
{
    const QByteArray into = "INSERT INTO main.texts(type, ref, paper, text) ";
    const QByteArray some = " AND trim(text, char(9, 10, 13, 32)) <> ''";
    writer.execute("DELETE FROM main.texts");
    writer.execute(into + "SELECT 1, id, paper, text FROM main.points WHERE deleted IS NULL" + some);
    writer.execute(into + "SELECT 2, paper, paper, text FROM main.notes WHERE deleted IS NULL" + some);
    writer.execute(into +
                   "SELECT 3, id, paper, text FROM (SELECT id, paper, quote || char(10) || comment AS text,"
                   " deleted FROM main.highlights) WHERE deleted IS NULL" +
                   some);
}

} // namespace

bool probeIndexes(Connection &connection)
{
    return std::all_of(std::begin(indexes), std::end(indexes),
                       [&](const Index &index) { return isSound(connection, index); });
}

QStringList healSearch(Connection &writer, bool anyway)
{
    QStringList out;
    for (const Index &index : indexes) {
        if (!anyway && matchesItsTexts(writer, index))
            continue;
        qCWarning(logLibrary, "the search index %s is made again", index.name);
        if (qstrcmp(index.content, "texts") == 0)
            copyTexts(writer);
        const QByteArray name = index.name;
        writer.execute(QByteArray("INSERT INTO ") + index.schema + '.' + name + '(' + name + ") VALUES ('rebuild')");
        out += anyway ? Say::tr("The search index of %1 was made again.").arg(Say::tr(index.whose))
                      : Say::tr("The search index of %1 did not match its texts and was made again.")
                            .arg(Say::tr(index.whose));
    }
    return out;
}

} // namespace yaodian::library
