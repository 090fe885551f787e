#include "library/check.h"

#include "library/images.h"
#include "library/posts.h"
#include "library/say.h"
#include "library/statement.h"

#include <QFileInfo>

namespace yaodian::library {

namespace {

void checkFile(Connection &connection, const QByteArray &schema, const QString &path, QStringList &out)
{
    Statement statement(connection, "PRAGMA " + schema + ".integrity_check(5)");
    while (statement.step()) {
        if (statement.text(0) != QLatin1String("ok"))
            out += Say::tr("%1 is damaged: %2.").arg(path, statement.text(0));
    }
}

/// Rows that point at nothing: (what to say, how many there are).
const QList<std::pair<const char *, QByteArray>> &invariants()
{
    static const QList<std::pair<const char *, QByteArray>> all{
        {QT_TRANSLATE_NOOP("library", "%1 entries belong to no paper."),
         "SELECT count(*) FROM cache.entries WHERE paper NOT IN (SELECT id FROM main.papers WHERE deleted IS NULL)"},
        {QT_TRANSLATE_NOOP("library", "%1 identifiers belong to no paper."),
         "SELECT count(*) FROM main.identifiers WHERE deleted IS NULL"
         " AND paper NOT IN (SELECT id FROM main.papers WHERE deleted IS NULL)"},
        {QT_TRANSLATE_NOOP("library", "%1 merged papers lead nowhere."),
         "SELECT count(*) FROM main.aliases WHERE deleted IS NULL"
         " AND paper NOT IN (SELECT id FROM main.papers WHERE deleted IS NULL)"},
        {QT_TRANSLATE_NOOP("library", "%1 marks or notes belong to no paper."),
         "SELECT count(*) FROM (SELECT paper FROM main.state WHERE deleted IS NULL"
         " UNION ALL SELECT paper FROM main.highlights WHERE deleted IS NULL"
         " UNION ALL SELECT paper FROM main.points WHERE deleted IS NULL"
         " UNION ALL SELECT paper FROM main.notes WHERE deleted IS NULL)"
         " WHERE paper NOT IN (SELECT id FROM main.papers WHERE deleted IS NULL)"},
        {QT_TRANSLATE_NOOP("library", "%1 pieces of evidence have lost their point or highlight."),
         "SELECT count(*) FROM main.evidence WHERE deleted IS NULL AND (point NOT IN (SELECT id FROM main.points"
         " WHERE deleted IS NULL) OR highlight NOT IN (SELECT id FROM main.highlights WHERE deleted IS NULL))"},
        {QT_TRANSLATE_NOOP("library", "%1 entries have no category row."),
         "SELECT count(*) FROM cache.entries WHERE row NOT IN (SELECT entry FROM cache.entry_categories)"},
        {QT_TRANSLATE_NOOP("library", "%1 texts of the reader are missing in the search index."),
         "SELECT count(*) FROM main.points WHERE deleted IS NULL AND text <> ''"
         " AND id NOT IN (SELECT ref FROM main.texts WHERE type = 1)"},
    };
    return all;
}

void checkPosts(Connection &connection, const Folder &folder, QStringList &out)
{
    Statement statement(connection, "SELECT DISTINCT sha256 FROM posts");
    while (statement.step()) {
        try {
            (void)readPost(folder, statement.text(0));
        } catch (const StoreFailure &failure) {
            out += failure.error.message;
        }
    }
}

void checkDocuments(Connection &connection, const Folder &folder, QStringList &out)
{
    Statement statement(connection, "SELECT DISTINCT sha256, bytes FROM documents WHERE deleted IS NULL");
    while (statement.step()) {
        const QFileInfo info(folder.document(statement.text(0)));
        if (!info.exists())
            out += Say::tr("The PDF %1 is missing. It can be fetched again.").arg(info.filePath());
        else if (info.size() != statement.integer(1))
            out += Say::tr("The PDF %1 is damaged: its size is wrong.").arg(info.filePath());
    }
}

void checkImages(Connection &connection, const Folder &folder, QStringList &out)
{
    QStringList names = imagesShown(connection).values();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        try {
            (void)readImage(folder, name);
        } catch (const StoreFailure &failure) {
            out += failure.error.message;
        }
    }
}

} // namespace

QStringList checkLibrary(Connection &connection, const Folder &folder)
{
    QStringList out;
    checkFile(connection, "main", folder.notes(), out);
    checkFile(connection, "cache", folder.cache(), out);
    for (const auto &[sentence, sql] : invariants()) {
        Statement statement(connection, sql);
        if (statement.step() && statement.integer(0) > 0)
            out += Say::tr(sentence).arg(statement.integer(0));
    }
    Statement keys(connection, "PRAGMA cache.foreign_key_check");
    if (keys.step())
        out += Say::tr("Rows of the table %1 have lost what they belong to.").arg(keys.text(0));
    checkPosts(connection, folder, out);
    checkDocuments(connection, folder, out);
    checkImages(connection, folder, out);
    return out;
}

QStringList checkIndexes(Connection &writer)
{
    QStringList out;
    for (const char *index : {"main.notes_fts", "cache.entries_fts", "cache.pages_fts"}) {
        const QByteArray name = QByteArray(index).split('.').last();
        try {
            Statement(writer, QByteArray("INSERT INTO ") + index + '(' + name + ", rank) VALUES ('integrity-check', 1)")
                .run();
        } catch (const StoreFailure &failure) {
            out += Say::tr("The search index %1 does not match its texts (%2).")
                       .arg(QLatin1String(index), failure.error.message);
        }
    }
    return out;
}

} // namespace yaodian::library
