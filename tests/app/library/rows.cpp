#include "rows.h"

#include "base/files.h"

#include <QDirIterator>

#include <sqlite3.h>

namespace yaodian::tests {

namespace {

struct File
{
    sqlite3 *db = nullptr;
    explicit File(const QString &path)
    {
        if (sqlite3_open(QFile::encodeName(path).constData(), &db) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(db));
    }
    ~File() { sqlite3_close(db); }

    QList<QByteArray> rows(const QByteArray &sql) const
    {
        QList<QByteArray> out;
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(db));
        while (sqlite3_step(statement) == SQLITE_ROW) {
            QByteArray row;
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                if (i > 0)
                    row += '|';
                const bool blob = sqlite3_column_type(statement, i) == SQLITE_BLOB;
                const QByteArray value(static_cast<const char *>(sqlite3_column_blob(statement, i)),
                                       sqlite3_column_bytes(statement, i));
                row += blob ? value.toHex() : value;
            }
            out += row;
        }
        sqlite3_finalize(statement);
        return out;
    }
};

} // namespace

void tamper(const QString &file, const char *sql)
{
    const File opened(file);
    char *why = nullptr;
    if (sqlite3_exec(opened.db, sql, nullptr, nullptr, &why) != SQLITE_OK)
        qFatal("%s: %s", sql, why);
}

QByteArray cell(const QString &file, const char *sql)
{
    return File(file).rows(sql).value(0);
}

QByteArray dumpRows(const QString &file, const QStringList &without)
{
    const File opened(file);
    QByteArray out;
    for (const QByteArray &table : opened.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE "
                                               "'%VIRTUAL%' AND name NOT LIKE '%_fts_%' ORDER BY name")) {
        const bool skipped =
            std::any_of(without.begin(), without.end(), [&](const QString &name) { return table == name.toUtf8(); });
        if (skipped)
            continue;
        QList<QByteArray> rows = opened.rows("SELECT * FROM " + table);
        std::sort(rows.begin(), rows.end());
        for (const QByteArray &row : rows)
            out += table + ": " + row + '\n';
    }
    return out;
}

QByteArray dumpNotes(const QString &file)
{
    const File opened(file);
    QByteArray out;
    for (const QByteArray &table :
         opened.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                     "'%_fts%' AND name NOT LIKE 'sqlite%' AND name NOT IN ('operations', 'meta') ORDER BY name")) {
        const QByteArray columns = opened
                                       .rows("SELECT group_concat(name) FROM pragma_table_info('" + table +
                                             "') WHERE name NOT LIKE '%hlc' AND name NOT IN ('row', 'deleted')")
                                       .value(0);
        const bool tombs =
            opened.rows("SELECT 1 FROM pragma_table_info('" + table + "') WHERE name = 'deleted'").size() == 1;
        QList<QByteArray> rows =
            opened.rows("SELECT " + columns + " FROM " + table + (tombs ? " WHERE deleted IS NULL" : ""));
        std::sort(rows.begin(), rows.end());
        for (const QByteArray &row : rows)
            out += table + ": " + row + '\n';
    }
    return out;
}

QByteArray dumpFolder(const QString &folder)
{
    QStringList lines;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(folder.size() + 1);
        if (name == QLatin1String("lock") || name == QLatin1String("reserve") || name.endsWith(QLatin1String("-shm")))
            continue;
        const auto bytes = readFile(path, 1LL << 30);
        lines += name + QLatin1Char(' ') + sha256Hex(bytes.ok() ? *bytes : QByteArray());
    }
    lines.sort();
    return lines.join(QLatin1Char('\n')).toUtf8();
}

} // namespace yaodian::tests
